/** Any figure as a message: its status, or the sum behind it. */
import type { PlanFigures } from '../../domain/plan-figures.ts';
import type { AnyFigures } from '../../services/views/find-figures.ts';
import {
  areaExplained,
  goalExplained,
  phaseExplained,
  planExplained,
  structureExplained,
} from './explain-blocks.ts';
import type { MessageContent } from './parts.ts';
import { areaStatus, goalStatus, phaseStatus, planStatus, structureStatus } from './status-blocks.ts';
import type { Voice } from './voice.ts';

export type DrawFigures = (subject: AnyFigures, figures: PlanFigures, voice: Voice) => MessageContent;

export const drawStatus: DrawFigures = (subject, figures, voice) => {
  switch (subject.kind) {
    case 'PLAN':
      return planStatus(figures, voice);
    case 'AREA':
      return areaStatus(subject.area, figures, voice);
    case 'STRUCTURE':
      return structureStatus(subject.structure, figures, voice);
    case 'GOAL':
      return goalStatus(subject.goal, figures, voice);
    case 'PHASE':
      return phaseStatus(subject.phase, figures, voice);
  }
};

/** Term by term (rule 12). */
export const drawExplanation: DrawFigures = (subject, figures, voice) => {
  switch (subject.kind) {
    case 'PLAN':
      return planExplained(figures, voice);
    case 'AREA':
      return areaExplained(subject.area, figures, voice);
    case 'STRUCTURE':
      return structureExplained(subject.structure, figures, voice);
    case 'GOAL':
      return goalExplained(subject.goal, figures, voice);
    case 'PHASE':
      return phaseExplained(subject.phase, figures, voice);
  }
};
