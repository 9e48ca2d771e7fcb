/** What one baseline says otherwise than another: the approved plan against the re-modulated one. */
import type { GoalCode, PhaseCode, StructureCode } from './codes.ts';
import { compareCodes } from './codes.ts';
import type { IsoDate } from './dates.ts';
import {
  type Baseline,
  type Bps,
  type Change,
  findBaseline,
  type Goal,
  type Phase,
  type Plan,
  phasesOf,
  type Target,
  type Wording,
} from './plan.ts';
import { accepted, type Result, refused } from './refusal.ts';

type Both<T> = { readonly before: T | null; readonly after: T | null };

/** One thing that changed; null on the side where it was not there. */
export type FieldDiff =
  | ({ readonly field: 'WEIGHT' } & Both<Bps>)
  | ({ readonly field: 'START' | 'END' | 'DEADLINE' } & Both<IsoDate>)
  | ({ readonly field: 'STRUCTURES' } & Both<readonly StructureCode[]>)
  | ({ readonly field: 'TARGET'; readonly fromYear: number; readonly toYear: number } & Both<Target>)
  | ({
      readonly field: 'TITLE' | 'INDICATOR' | 'STARTING_VALUE' | 'SCHEDULE' | 'DESCRIPTION' | 'OUTPUT';
    } & Both<Wording>)
  | ({ readonly field: 'UNITS' } & Both<NonNullable<Phase['units']>>);

/** What stood, or stands, in a field that changed. */
export type DiffValue =
  | { readonly kind: 'BPS'; readonly bps: Bps }
  | { readonly kind: 'DAY'; readonly day: IsoDate }
  | { readonly kind: 'STRUCTURES'; readonly codes: readonly StructureCode[] }
  | { readonly kind: 'TARGET'; readonly target: Target }
  | { readonly kind: 'WORDS'; readonly wording: Wording }
  | { readonly kind: 'UNITS'; readonly units: NonNullable<Phase['units']> };

export type Presence = 'INSERTED' | 'REMOVED' | 'CHANGED';

export type PhaseDiff = {
  readonly phase: PhaseCode;
  readonly presence: Presence;
  readonly fields: readonly FieldDiff[];
};

export type GoalDiff = {
  readonly goal: GoalCode;
  readonly title: string;
  readonly presence: Presence;
  /** What the acts between the two say of it, the latest first; the reason stands there. */
  readonly changes: readonly (Change & { readonly baseline: number })[];
  readonly fields: readonly FieldDiff[];
  readonly phases: readonly PhaseDiff[];
};

export type BaselineDiff = {
  readonly before: Baseline;
  readonly after: Baseline;
  /** Only goals that differ, in the order of their codes. */
  readonly goals: readonly GoalDiff[];
  /** Σ of the weights on each side: a re-modulation conserves it. */
  readonly weightBps: { readonly before: Bps; readonly after: Bps };
};

/** @param acts the baselines between the two, `after` included: what they say of their changes */
export function diffBaselines(before: Baseline, after: Baseline, acts: readonly Baseline[]): BaselineDiff {
  const codes = [...new Set([...before.goals, ...after.goals].map((goal) => goal.code))].sort(compareCodes);
  const weight = ({ goals }: Baseline) => goals.reduce((total, goal) => total + goal.weightBps, 0);
  return {
    before,
    after,
    goals: codes.flatMap((code): readonly GoalDiff[] => {
      const pair = { before: find(before, code), after: find(after, code) };
      const diff = diffGoal(code, pair, acts);
      return diff === null ? [] : [diff];
    }),
    weightBps: { before: weight(before), after: weight(after) },
  };
}

/** Refused: NO_BASELINE. From a baseline to an earlier one no act says anything. */
export function compareBaselines(plan: Plan, from: number, to: number): Result<BaselineDiff> {
  const [before, after] = [findBaseline(plan, from), findBaseline(plan, to)];
  if (!before || !after) {
    const known = plan.baselines.map(({ number }) => number);
    return refused({ code: 'NO_BASELINE', given: before ? to : from, known });
  }
  const acts = plan.baselines.filter(({ number }) => number > from && number <= to);
  return accepted(diffBaselines(before, after, acts));
}

const find = ({ goals }: Baseline, code: GoalCode): Goal | null =>
  goals.find((goal) => goal.code === code) ?? null;

function diffGoal(code: GoalCode, { before, after }: Both<Goal>, acts: readonly Baseline[]): GoalDiff | null {
  const changes = acts
    .flatMap(({ number, changes: all }) =>
      all.filter((change) => change.goal === code).map((change) => ({ ...change, baseline: number })),
    )
    .reverse();
  const fields = goalFields(before, after);
  const phases = diffPhases(before, after);
  if (fields.length + phases.length + changes.length === 0) return null;
  return {
    goal: code,
    title: (after ?? before)?.title ?? code,
    presence: presenceOf(before, after),
    changes,
    fields,
    phases,
  };
}

const presenceOf = (before: unknown, after: unknown): Presence =>
  before === null ? 'INSERTED' : after === null ? 'REMOVED' : 'CHANGED';

function goalFields(before: Goal | null, after: Goal | null): readonly FieldDiff[] {
  const both = <T>(pick: (goal: Goal) => T | null): Both<T> => ({
    before: before && pick(before),
    after: after && pick(after),
  });
  const text = (pick: (goal: Goal) => string | null): Both<Wording> =>
    both((goal) => {
      const written = pick(goal);
      return written === null ? null : { text: written };
    });
  const fields: readonly FieldDiff[] = [
    { field: 'WEIGHT', ...both((goal) => goal.weightBps) },
    { field: 'TITLE', ...text((goal) => goal.title) },
    { field: 'INDICATOR', ...text((goal) => goal.indicator.description) },
    { field: 'STARTING_VALUE', ...text((goal) => goal.indicator.startingValue) },
    { field: 'DEADLINE', ...both((goal) => (goal.schedule?.known ? goal.schedule.deadline : null)) },
    { field: 'SCHEDULE', ...text((goal) => goal.schedule?.name ?? null) },
    { field: 'STRUCTURES', ...both((goal) => goal.structures) },
    ...targetFields(before, after),
  ];
  return fields.filter(differs);
}

function targetFields(before: Goal | null, after: Goal | null): readonly FieldDiff[] {
  const spans = [...(before?.indicator.targets ?? []), ...(after?.indicator.targets ?? [])];
  const keys = [...new Set(spans.map(({ fromYear, toYear }) => `${fromYear}-${toYear}`))].sort();
  return keys.map((key): FieldDiff => {
    const [fromYear = 0, toYear = 0] = key.split('-').map(Number);
    const of = (goal: Goal | null) =>
      goal?.indicator.targets.find((each) => each.fromYear === fromYear && each.toYear === toYear) ?? null;
    return { field: 'TARGET', fromYear, toYear, before: of(before), after: of(after) };
  });
}

/** Of a goal that came or went its phases came or went with it: they are not told one by one. */
function diffPhases(before: Goal | null, after: Goal | null): readonly PhaseDiff[] {
  if (before === null || after === null) return [];
  const codes = [...new Set([...phasesOf(before), ...phasesOf(after)].map(({ code }) => code))];
  return codes.sort(compareCodes).flatMap((code): readonly PhaseDiff[] => {
    const of = (goal: Goal) => phasesOf(goal).find((phase) => phase.code === code) ?? null;
    const pair = { before: of(before), after: of(after) };
    const fields = phaseFields(pair);
    if (fields.length === 0) return [];
    return [{ phase: code, presence: presenceOf(pair.before, pair.after), fields }];
  });
}

function phaseFields({ before, after }: Both<Phase>): readonly FieldDiff[] {
  const both = <T>(pick: (phase: Phase) => T | null): Both<T> => ({
    before: before && pick(before),
    after: after && pick(after),
  });
  const fields: readonly FieldDiff[] = [
    { field: 'START', ...both((phase) => phase.start) },
    { field: 'END', ...both((phase) => phase.end) },
    { field: 'WEIGHT', ...both((phase) => phase.weightBps) },
    { field: 'STRUCTURES', ...both((phase) => phase.structures) },
    { field: 'DESCRIPTION', ...both((phase) => phase.description) },
    { field: 'OUTPUT', ...both((phase) => phase.output) },
    { field: 'UNITS', ...both((phase) => phase.units) },
  ];
  return fields.filter(differs);
}

/** Values here are plain data, written in one order by the one parser. */
const differs = ({ before, after }: Both<unknown>): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);

/** Both sides of a field in the one form that all fields have. */
export function sidesOf(diff: FieldDiff): Both<DiffValue> {
  switch (diff.field) {
    case 'WEIGHT':
      return sides(diff, (bps) => ({ kind: 'BPS', bps }));
    case 'START':
    case 'END':
    case 'DEADLINE':
      return sides(diff, (day) => ({ kind: 'DAY', day }));
    case 'STRUCTURES':
      return sides(diff, (codes) => ({ kind: 'STRUCTURES', codes }));
    case 'TARGET':
      return sides(diff, (target) => ({ kind: 'TARGET', target }));
    case 'UNITS':
      return sides(diff, (units) => ({ kind: 'UNITS', units }));
    default:
      return sides(diff, (wording) => ({ kind: 'WORDS', wording }));
  }
}

const sides = <T>({ before, after }: Both<T>, value: (side: T) => DiffValue): Both<DiffValue> => ({
  before: before === null ? null : value(before),
  after: after === null ? null : value(after),
});
