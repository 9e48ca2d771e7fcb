/**
 * A plan as its acts wrote it: every baseline whole, nothing computed. Parsed by `plan-file/`, whose parser is
 * the only way to make one: a value of these types obeys the rules of the plan file.
 */
import type { GoalCode, PhaseCode, StructureCode } from './codes.ts';
import type { IsoDate, Span } from './dates.ts';
import type { Decimal } from './decimal.ts';

/** Hundredths of a percent: 12,00 % is 1200. Always an integer, 0–10 000. */
export type Bps = number;
export const WHOLE_BPS = 10_000;

export type Plan = {
  readonly year: number;
  readonly agency: { readonly code: string; readonly name: string };
  readonly title: string;
  readonly structures: readonly Structure[];
  readonly areas: readonly Area[];
  /** By number; 0 is the plan as approved. Never empty. */
  readonly baselines: readonly Baseline[];
  /** What the transcriber knew or inferred beyond the source. */
  readonly notes: readonly string[];
};

export type Structure = {
  readonly code: StructureCode;
  readonly name: string;
  /** Other ways in which people and the source write it. */
  readonly aliases: readonly string[];
};

export type Area = { readonly code: string; readonly title: string };

export type Baseline = {
  readonly number: number;
  readonly act: string;
  readonly adoptedOn: IsoDate;
  /** In force from this day, included (rule 9). */
  readonly effectiveFrom: IsoDate;
  readonly goals: readonly Goal[];
  /** What this baseline did to the one before; empty for baseline 0. */
  readonly changes: readonly Change[];
  readonly notes: readonly string[];
};

export type ChangeKind = 'INSERT' | 'MODIFY' | 'ELIMINATE' | 'MERGE';

export type Change = {
  readonly goal: GoalCode;
  readonly kind: ChangeKind;
  /** The goal that a merged one went into; null for every other kind. */
  readonly into: GoalCode | null;
  readonly motivation: string;
  readonly notes: readonly string[];
};

/** Words of the source, or why they are not known (old wordings that the annex does not repeat). */
export type Wording = { readonly text: string } | { readonly unknown: string };

export type Goal = {
  readonly code: GoalCode;
  readonly areaCode: string;
  readonly title: string;
  readonly weightBps: Bps;
  readonly expectedOutcome: string | null;
  readonly sharing: 'OWN' | 'SHARED' | 'CROSS_CUTTING';
  /** Who answers for the goal as a whole; its phases name their own. */
  readonly structures: readonly StructureCode[];
  /** The regional programming document it serves (DEFR project, yearly programme); null where the plan has none. */
  readonly programmingLink: string | null;
  /** The annex's own note. */
  readonly remarks: Wording | null;
  readonly indicator: Indicator;
  readonly measuredBy: 'SCHEDULE' | 'FIGURES';
  /** Null when measured by figures. */
  readonly schedule: Schedule | null;
  readonly neutralised: Neutralisation | null;
  /** Inferences of the transcriber. */
  readonly notes: readonly string[];
};

export type Indicator = {
  readonly description: string;
  /** What a measurement must give: numerator and denominator, or one value. Of no meaning by schedule. */
  readonly measure: 'RATIO' | 'VALUE';
  /** LATEST: each figure replaces the one before. SUM: each day's figure adds to the others (rule 2). */
  readonly accumulation: 'LATEST' | 'SUM';
  readonly unit: string;
  readonly startingValue: string | null;
  readonly targets: readonly Target[];
};

export type Target = {
  readonly fromYear: number;
  readonly toYear: number;
  readonly operator: 'GTE' | 'LTE';
  /** Percent for a RATIO, in the indicator's unit for a VALUE; null while it is a reference or unknown. */
  readonly value: Decimal | null;
  /** The reference in the source's words (“dato finale anno precedente”); null when there is a value. */
  readonly reference: string | null;
};

export type Schedule =
  | {
      readonly known: true;
      readonly name: string;
      readonly deadline: IsoDate;
      readonly phases: readonly Phase[];
    }
  /** Cited and not attached: its phases are unknown, which is not 0 %. */
  | { readonly known: false; readonly name: string; readonly because: string };

export type CreditRule = 'PERCENT_COMPLETE' | 'ZERO_HUNDRED' | 'FIFTY_FIFTY' | 'UNITS';

export type Phase = Span & {
  readonly code: PhaseCode;
  readonly number: number;
  readonly description: Wording;
  readonly output: Wording;
  readonly structures: readonly StructureCode[];
  /** Of the goal. */
  readonly weightBps: Bps;
  readonly creditRule: CreditRule;
  /** What UNITS counts; null for every other rule. */
  readonly units: { readonly target: number; readonly name: string } | null;
  readonly neutralised: Neutralisation | null;
  readonly notes: readonly string[];
};

/** Taken out of the sums from `from` on, by a decision (rule 7). */
export type Neutralisation = { readonly from: IsoDate; readonly by: string; readonly because: string };

/** The days over which a year's targets accrue. */
export const yearSpan = (plan: Pick<Plan, 'year'>): Span => ({
  start: `${plan.year}-01-01` as IsoDate,
  end: `${plan.year}-12-31` as IsoDate,
});

/** The baseline in force on `day`; the first one for a day before them all (rule 9). */
export function baselineInForce(plan: Plan, day: IsoDate): Baseline {
  const inForce = plan.baselines.filter((baseline) => baseline.effectiveFrom <= day).at(-1);
  const found = inForce ?? plan.baselines[0];
  if (!found) throw new Error(`plan ${plan.year} has no baseline`);
  return found;
}

export const findBaseline = (plan: Plan, number: number): Baseline | undefined =>
  plan.baselines.find((baseline) => baseline.number === number);

/** The phases of a goal whose schedule is known, else none. */
export const phasesOf = (goal: Goal): readonly Phase[] => (goal.schedule?.known ? goal.schedule.phases : []);

export const targetFor = (indicator: Pick<Indicator, 'targets'>, year: number): Target | undefined =>
  indicator.targets.find((target) => target.fromYear <= year && year <= target.toYear);

export const wordingText = (wording: Wording | null): string | null =>
  wording !== null && 'text' in wording ? wording.text : null;
