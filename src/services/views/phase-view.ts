import type { IsoDate } from '../../domain/dates.ts';
import { ownTerm } from '../../domain/figure.ts';
import { type Bps, type CreditRule, wordingText } from '../../domain/plan.ts';
import type { PhaseFigures } from '../../domain/plan-figures.ts';
import { type AskedView, askedOf } from './asked-view.ts';
import { kept } from './kept-view.ts';
import { type ProgressView, progressView, sourcesOf } from './progress-view.ts';
import {
  type NeutralisationView,
  neutralisationView,
  type StructureReference,
  structureReferences,
  wordingUnknown,
} from './reference-view.ts';
import { type ReportView, reportView } from './report-view.ts';

export type PhaseView = {
  readonly asked: AskedView;
  readonly code: string;
  readonly number: number;
  readonly goalCode: string;
  /** Null when the source does not hold the words: `descriptionUnknown` then says why. */
  readonly description: string | null;
  readonly descriptionUnknown: string | null;
  readonly output: string | null;
  readonly outputUnknown: string | null;
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** Of the goal. */
  readonly weightBps: Bps;
  readonly creditRule: CreditRule;
  readonly units: { readonly target: number; readonly name: string } | null;
  readonly structures: readonly StructureReference[];
  readonly progress: ProgressView;
  readonly lastReport: ReportView | null;
  readonly completedOn: IsoDate | null;
  /** 0 when in time, or not complete. */
  readonly completedDaysLate: number;
  readonly neutralised: NeutralisationView | null;
  readonly notes: readonly string[];
};

export const phaseView = kept((figures, assessed: PhaseFigures): PhaseView => {
  const { plan } = figures;
  const { phase, goal, figure, lastReport } = assessed;
  // A phase is the sum of itself alone: its one term names the report that the figure comes from.
  const terms = [ownTerm(phase.code, figure)];
  return {
    asked: askedOf(figures),
    code: phase.code,
    number: phase.number,
    goalCode: goal.code,
    description: wordingText(phase.description),
    descriptionUnknown: wordingUnknown(phase.description),
    output: wordingText(phase.output),
    outputUnknown: wordingUnknown(phase.output),
    start: phase.start,
    end: phase.end,
    weightBps: phase.weightBps,
    creditRule: phase.creditRule,
    units: phase.units && { target: phase.units.target, name: phase.units.name },
    structures: structureReferences(plan, phase.structures),
    progress: progressView(figure, terms, () => sourcesOf([assessed], [])),
    lastReport: lastReport && reportView(plan, lastReport, askedOf(figures)),
    completedOn: assessed.completedOn,
    completedDaysLate: assessed.completedDaysLate,
    neutralised: neutralisationView(assessed.neutralised),
    notes: phase.notes,
  };
});
