import {
  findGoalFigures,
  findPhaseFigures,
  findStructureFigures,
  type GoalFigures,
  type PhaseFigures,
  type PlanFigures,
  type StructureFigures,
} from '../../domain/assess.ts';
import { resolveSubject } from '../../domain/resolve.ts';
import { loadFigures } from '../../services/load-figures.ts';
import {
  goalExplained,
  phaseExplained,
  planExplained,
  structureExplained,
} from '../blocks/explain-blocks.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import { goalStatus, phaseStatus, planStatus, structureStatus } from '../blocks/status-blocks.ts';
import type { Voice } from '../blocks/voice.ts';
import type { Environment } from '../environment.ts';
import type { StatusQuery } from './parse-command.ts';

/** How each kind of subject is drawn. */
type Drawing = {
  readonly plan: (figures: PlanFigures, voice: Voice) => MessageContent;
  readonly goal: (each: GoalFigures, figures: PlanFigures, voice: Voice) => MessageContent;
  readonly phase: (each: PhaseFigures, figures: PlanFigures, voice: Voice) => MessageContent;
  readonly structure: (each: StructureFigures, figures: PlanFigures, voice: Voice) => MessageContent;
};

/** `/arti status`: the figures. */
export const STATUS: Drawing = {
  plan: planStatus,
  goal: goalStatus,
  phase: phaseStatus,
  structure: structureStatus,
};

/** `/arti explain`: the sum behind the figure, term by term. */
export const EXPLAIN: Drawing = {
  plan: planExplained,
  goal: goalExplained,
  phase: phaseExplained,
  structure: structureExplained,
};

/** The plan, a goal, a phase or a structure, as of a day and for a baseline. */
export async function answerStatus(
  { context, voice }: Environment,
  query: StatusQuery,
  drawing: Drawing,
): Promise<MessageContent> {
  const loaded = await loadFigures(context, { year: null, asOf: query.asOf, baseline: query.baseline });
  if (!loaded.ok) return refusalMessage(loaded.refusal, voice);
  const { figures } = loaded.value;
  if (query.subject === null) return drawing.plan(figures, voice);
  const subject = resolveSubject(figures.plan, figures.baseline, query.subject);
  if (!subject.ok) return refusalMessage(subject.refusal, voice);
  const content = draw(subject.value, figures, drawing, voice);
  if (!content) throw new Error(`no figures for ${query.subject} in baseline ${figures.baseline.number}`);
  return content;
}

function draw(
  subject: Extract<ReturnType<typeof resolveSubject>, { ok: true }>['value'],
  figures: PlanFigures,
  drawing: Drawing,
  voice: Voice,
): MessageContent | undefined {
  switch (subject.kind) {
    case 'STRUCTURE': {
      const each = findStructureFigures(figures, subject.structure.code);
      return each && drawing.structure(each, figures, voice);
    }
    case 'PHASE': {
      const each = findPhaseFigures(figures, subject.code);
      return each && drawing.phase(each, figures, voice);
    }
    case 'GOAL': {
      const each = findGoalFigures(figures, subject.code);
      return each && drawing.goal(each, figures, voice);
    }
  }
}
