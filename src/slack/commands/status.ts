import { findGoalFigures, findPhaseFigures, findStructureFigures } from '../../domain/assess.ts';
import { resolveSubject } from '../../domain/resolve.ts';
import { loadFigures } from '../../services/load-figures.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { refusedMessage } from '../blocks/recorded-blocks.ts';
import { goalStatus, phaseStatus, planStatus, structureStatus } from '../blocks/status-blocks.ts';
import type { Environment } from '../environment.ts';
import type { StatusQuery } from './parse-command.ts';

/** `/arti status`: the plan, a goal, a phase or a structure. */
export async function answerStatus(
  { context, voice }: Environment,
  query: StatusQuery,
): Promise<MessageContent> {
  const loaded = await loadFigures(context, { year: null, asOf: query.asOf, baseline: query.baseline });
  if (!loaded.ok) return refusedMessage([{ line: '', refusal: loaded.refusal }], voice);
  const { figures } = loaded.value;
  if (query.subject === null) return planStatus(figures, voice);
  const subject = resolveSubject(figures.plan, figures.baseline, query.subject);
  if (!subject.ok) return refusedMessage([{ line: '', refusal: subject.refusal }], voice);
  const found = subject.value;
  const content =
    found.kind === 'STRUCTURE'
      ? wrap(findStructureFigures(figures, found.structure.code), (each) =>
          structureStatus(each, figures, voice),
        )
      : found.kind === 'PHASE'
        ? wrap(findPhaseFigures(figures, found.code), (each) => phaseStatus(each, figures, voice))
        : wrap(findGoalFigures(figures, found.code), (each) => goalStatus(each, figures, voice));
  if (!content) throw new Error(`no figures for ${query.subject} in baseline ${figures.baseline.number}`);
  return content;
}

const wrap = <T>(value: T | undefined, draw: (value: T) => MessageContent): MessageContent | undefined =>
  value === undefined ? undefined : draw(value);
