import { parseDateInYear, yearOf } from '../domain/dates.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { accepted, type Refusal, type Result } from '../domain/refusal.ts';
import { refusalText } from '../messages/refusals.ts';
import type { Context } from '../services/context.ts';
import { loadFigures } from '../services/load-figures.ts';
import { findSubjectFigures, type SubjectFigures } from '../services/views/find-figures.ts';
import { goalView } from '../services/views/goal-view.ts';
import { phaseView } from '../services/views/phase-view.ts';
import { planView } from '../services/views/plan-view.ts';
import { structureView } from '../services/views/structure-view.ts';
import { type CliDeps, EXIT, type ExitCode } from './deps.ts';
import { goalText } from './text/goal-text.ts';
import { cleaned } from './text/layout.ts';
import { phaseText } from './text/phase-text.ts';
import { planText } from './text/plan-text.ts';
import { structureText } from './text/structure-text.ts';
import { type Voice, voiceOf } from './text/wording.ts';
import { UsageError } from './usage-error.ts';

export type StatusOptions = {
  /** As written; the day it means may depend on today. */
  readonly asOf?: string;
  readonly baseline?: number;
  readonly year?: number;
  readonly json?: boolean;
};

type Subject = SubjectFigures | { readonly kind: 'PLAN' };

/** `arti status`: the whole plan, a goal, a phase or a structure, as text or as the API's JSON. */
export async function runStatus(
  context: Context,
  { stdout, stderr, language }: CliDeps,
  text: string | undefined,
  options: StatusOptions,
): Promise<ExitCode> {
  const refuse = (refusal: Refusal): ExitCode => {
    stderr.write(`${cleaned(refusalText(refusal, language))}\n`);
    return EXIT.REFUSED;
  };
  const today = context.clock.today();
  const asOf = options.asOf === undefined ? null : parseDateInYear(options.asOf.trim(), yearOf(today));
  if (asOf === undefined) throw new UsageError('badDay', '--as-of', options.asOf);
  const loaded = await loadFigures(context, {
    year: options.year ?? null,
    asOf,
    baseline: options.baseline ?? null,
  });
  if (!loaded.ok) return refuse(loaded.refusal);
  const { figures } = loaded.value;
  const subject: Result<Subject> =
    text === undefined ? accepted({ kind: 'PLAN' }) : findSubjectFigures(figures, text);
  if (!subject.ok) return refuse(subject.refusal);
  stdout.write(
    options.json
      ? `${JSON.stringify(viewOf(subject.value, figures, today), withoutAsked, 2)}\n`
      : textOf(subject.value, figures, voiceOf(language)),
  );
  return EXIT.OK;
}

/** What was asked for is known to whoever typed it. */
const withoutAsked = (key: string, value: unknown): unknown => (key === 'asked' ? undefined : value);

function viewOf(subject: Subject, figures: PlanFigures, today: PlanFigures['day']): object {
  switch (subject.kind) {
    case 'PLAN':
      return planView(figures, today);
    case 'GOAL':
      return goalView(figures, subject.goal);
    case 'PHASE':
      return phaseView(figures, subject.phase);
    case 'STRUCTURE':
      return structureView(figures, subject.structure);
  }
}

function textOf(subject: Subject, figures: PlanFigures, voice: Voice): string {
  switch (subject.kind) {
    case 'PLAN':
      return planText(figures, voice);
    case 'GOAL':
      return goalText(subject.goal, figures, voice);
    case 'PHASE':
      return phaseText(subject.phase, figures, voice);
    case 'STRUCTURE':
      return structureText(subject.structure, figures, voice);
  }
}
