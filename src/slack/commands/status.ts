import type { GoalFigures, PhaseFigures, PlanFigures, StructureFigures } from '../../domain/plan-figures.ts';
import { loadFigures } from '../../services/load-figures.ts';
import { findSubjectFigures } from '../../services/views/find-figures.ts';
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
import { parseStatusQuery, type StatusQuery } from './parse-status-query.ts';
import type { SlackCommand } from './slack-command.ts';

/** How each kind of subject is drawn. */
type Drawing = {
  readonly plan: (figures: PlanFigures, voice: Voice) => MessageContent;
  readonly goal: (each: GoalFigures, figures: PlanFigures, voice: Voice) => MessageContent;
  readonly phase: (each: PhaseFigures, figures: PlanFigures, voice: Voice) => MessageContent;
  readonly structure: (each: StructureFigures, figures: PlanFigures, voice: Voice) => MessageContent;
};

/** The figures. */
const STATUS: Drawing = {
  plan: planStatus,
  goal: goalStatus,
  phase: phaseStatus,
  structure: structureStatus,
};

/** The sum behind the figure, term by term. */
const EXPLAIN: Drawing = {
  plan: planExplained,
  goal: goalExplained,
  phase: phaseExplained,
  structure: structureExplained,
};

/** The plan, a goal, a phase or a structure, as of a day and for a baseline. */
async function answerStatus(
  { context, voice }: Environment,
  query: StatusQuery,
  drawing: Drawing,
): Promise<MessageContent> {
  const loaded = await loadFigures(context, { year: null, asOf: query.asOf, baseline: query.baseline });
  if (!loaded.ok) return refusalMessage(loaded.refusal, voice);
  const { figures } = loaded.value;
  if (query.subject === null) return drawing.plan(figures, voice);
  const subject = findSubjectFigures(figures, query.subject);
  if (!subject.ok) return refusalMessage(subject.refusal, voice);
  const found = subject.value;
  switch (found.kind) {
    case 'STRUCTURE':
      return drawing.structure(found.structure, figures, voice);
    case 'PHASE':
      return drawing.phase(found.phase, figures, voice);
    case 'GOAL':
      return drawing.goal(found.goal, figures, voice);
  }
}

const drawn =
  (drawing: Drawing): SlackCommand['answer'] =>
  async (environment, { rest }) => {
    const query = parseStatusQuery(rest, environment.context.clock.today());
    if (!query.ok) return refusalMessage(query.refusal, environment.voice);
    return answerStatus(environment, query.value, drawing);
  };

/** `/arti status 1.4` */
export const statusCommand: SlackCommand = {
  names: ['stato', 'status'],
  permission: 'READ',
  help: 'status',
  answer: drawn(STATUS),
};

/** `/arti explain 1.4` */
export const explainCommand: SlackCommand = {
  names: ['spiega', 'explain'],
  permission: 'READ',
  help: 'explain',
  answer: drawn(EXPLAIN),
};
