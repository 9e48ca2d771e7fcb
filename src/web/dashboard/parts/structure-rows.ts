/** What a structure answers for, phases and whole goals alike, as the rows of one table. */

import type { NamedOperations } from '../../../../graphql/generated/named-operations.ts';
import type { Health } from '../../../domain/health.ts';

type Structure = NonNullable<NamedOperations['structure-detail']['data']['structure']>;

export const YEAR_END = 'YEAR_END';

type Phase = Structure['phases'][number];
type Goal = Structure['goalsWithoutPhases'][number];

export type StructureRow = {
  /** What it is a row of, for a form about it. */
  readonly of: { readonly phase: Phase } | { readonly goal: Goal };
  readonly code: string;
  /** Of itself, where it is a goal. */
  readonly goalCode: string;
  /** Null where the source does not hold the words. */
  readonly title: string | null;
  /** {@link YEAR_END} of what is measured over the year; null where no deadline is known. */
  readonly end: string | null;
  readonly percent: number | null;
  readonly reason: string | null;
  /** Points of percent, by the linear reading. */
  readonly variance: number | null;
  readonly health: Health | null;
  readonly lastReportedOn: string | null;
  readonly note: string | null;
  /** Codes of the structures that answer for it too. */
  readonly others: readonly string[];
};

/** In the order of the plan. */
export function structureRows({ code, phases, goalsWithoutPhases }: Structure): readonly StructureRow[] {
  const rows = [
    ...phases.map((phase) => phaseRow(phase, code)),
    ...goalsWithoutPhases.map((goal) => goalRow(goal, code)),
  ];
  return rows.toSorted((a, b) => byNumbers(a.code, b.code));
}

const phaseRow = (phase: Phase, structure: string): StructureRow => ({
  of: { phase },
  code: phase.code,
  goalCode: phase.goalCode,
  title: phase.description ?? phase.output,
  end: phase.end,
  percent: phase.progress.percent,
  reason: null,
  variance: phase.progress.variance.linear,
  health: phase.progress.health,
  lastReportedOn: phase.lastReport?.reportedOn ?? null,
  note: phase.lastReport?.note ?? null,
  others: othersThan(structure, phase.structures),
});

const goalRow = (goal: Goal, structure: string): StructureRow => ({
  of: { goal },
  code: goal.code,
  goalCode: goal.code,
  title: goal.title,
  end: goal.deadline ?? (goal.scheduleUnknown === null ? YEAR_END : null),
  percent: goal.progress.percent,
  reason: goal.progress.reason,
  variance: goal.progress.variance.linear,
  health: goal.progress.health,
  lastReportedOn: goal.lastMeasurement?.reportedOn ?? null,
  note: goal.lastMeasurement?.note ?? null,
  others: othersThan(structure, goal.structures),
});

const othersThan = (structure: string, all: readonly { readonly code: string }[]): readonly string[] =>
  all.map(({ code }) => code).filter((code) => code !== structure);

/** `1.10` after `1.9`. */
const byNumbers = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
