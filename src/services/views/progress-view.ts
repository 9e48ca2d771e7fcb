import type { NotComputable } from '../../domain/achievement.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { type Figure, schedulePerformanceOf, type Term, variancesOf } from '../../domain/figure.ts';
import type { Health } from '../../domain/health.ts';
import type { GoalFigures, PhaseFigures } from '../../domain/plan-figures.ts';
import { type Ratio, toNumber, toPercent } from '../../domain/ratio.ts';
import { type HealthReasonView, healthReasonView } from './health-view.ts';

/** A figure by the two readings of the schedule (rule 8); null where there is none. */
export type ReadingsView = { readonly byDeadline: number | null; readonly linear: number | null };

/** Why there is no figure: also because nobody has measured yet, or because the day lies ahead. */
export type NoFigureReason = NotComputable | 'NOT_MEASURED' | 'NOT_YET';

/** One term of the sum behind a figure (rule 12). Percentages of 0–100, not rounded. */
export type TermView = {
  readonly code: string;
  /** The term's part of the whole weight of the sum. */
  readonly weightShare: number;
  /** Null where it cannot be computed; it then counts as 0 in the sum. */
  readonly percent: number | null;
  /** Why `percent` is null; null when it is not. */
  readonly reason: NoFigureReason | null;
  /** What the term brings to the figure: the contributions of all terms add up to it. */
  readonly contribution: number;
  readonly coverage: number | null;
  /** The day the report or measurement behind the term speaks of; null where there is none, or several. */
  readonly reportedOn: IsoDate | null;
  /** Its number in the plan's history. */
  readonly sequence: number | null;
};

/** A figure with all that belongs beside it. Percentages of 0–100, not rounded; null is “no figure”, never 0. */
export type ProgressView = {
  readonly percent: number | null;
  /** Why `percent` is null; null when it is not. */
  readonly reason: NoFigureReason | null;
  /** Points of the plan reached, of how many; null for a phase and a structure (rule 5: they do not add up). */
  readonly points: number | null;
  readonly ofPoints: number | null;
  readonly planned: ReadingsView;
  /** In points of percent. */
  readonly variance: ReadingsView;
  readonly spi: ReadingsView;
  readonly coverage: number | null;
  readonly atMost: number | null;
  readonly health: Health | null;
  /** Code of the part that decides the health. */
  readonly healthPart: string | null;
  readonly healthReason: HealthReasonView | null;
  readonly explain: { readonly terms: readonly TermView[] };
};

export type Points = { readonly points: Ratio | null; readonly ofPoints: Ratio };

/** What was last said of a part, by code. */
export type Sources = ReadonlyMap<string, { readonly reportedOn: IsoDate; readonly sequence: number }>;

const percentOf = (share: Ratio | null | undefined): number | null => (share ? toPercent(share) : null);
const numberOf = (value: Ratio | null): number | null => (value ? toNumber(value) : null);

export function progressView(
  figure: Figure,
  terms: readonly Term[],
  sources: () => Sources,
  points: Points | null = null,
): ProgressView {
  const variances = variancesOf(figure);
  const performance = schedulePerformanceOf(figure);
  return {
    percent: percentOf(figure.share),
    reason: figure.because,
    points: points && numberOf(points.points),
    ofPoints: points && toNumber(points.ofPoints),
    planned: {
      byDeadline: percentOf(figure.planned?.byDeadline),
      linear: percentOf(figure.planned?.linear),
    },
    variance: { byDeadline: percentOf(variances?.byDeadline), linear: percentOf(variances?.linear) },
    spi: { byDeadline: numberOf(performance.byDeadline), linear: numberOf(performance.linear) },
    coverage: percentOf(figure.coverage),
    atMost: percentOf(figure.atMost),
    health: figure.health?.health ?? null,
    healthPart: figure.health?.part ?? null,
    healthReason: figure.health && healthReasonView(figure.health),
    // Made for whoever asks: hundreds of terms stand behind the figures of a plan, and few are looked at.
    get explain() {
      const known = sources();
      return { terms: terms.map((term) => termView(term, known)) };
    },
  };
}

const termView = (term: Term, sources: Sources): TermView => ({
  code: term.code,
  weightShare: toPercent(term.weightShare),
  percent: percentOf(term.figure.share),
  reason: term.figure.because,
  contribution: toPercent(term.contribution),
  coverage: percentOf(term.figure.coverage),
  reportedOn: sources.get(term.code)?.reportedOn ?? null,
  sequence: sources.get(term.code)?.sequence ?? null,
});

export function sourcesOf(phases: readonly PhaseFigures[], goals: readonly GoalFigures[]): Sources {
  const sources = new Map<string, { reportedOn: IsoDate; sequence: number }>();
  for (const { phase, lastReport } of phases) if (lastReport) sources.set(phase.code, lastReport);
  for (const { goal, lastMeasurement } of goals) {
    if (lastMeasurement) sources.set(goal.code, lastMeasurement);
  }
  return sources;
}
