/** Two baselines as the annex of an act shows them: of each goal, and of each of its phases, what stood and what stands. */
import type { NamedOperations } from '../../../../graphql/generated/named-operations.ts';
import { formatNumber } from '../../../messages/format.ts';
import type { Language } from '../../../messages/language.ts';
import { dayText } from '../texts/days.ts';
import { weightText } from '../texts/numbers.ts';

export type Comparison = NamedOperations['plan-changes']['data'];
type Diff = NonNullable<NonNullable<Comparison['plan']>['baselineDiff']>;
type GoalDiff = Diff['goals'][number];
type PhaseDiff = GoalDiff['phases'][number];
type FieldDiff = GoalDiff['fields'][number];
type FieldSide = NonNullable<FieldDiff['new']>;
type Goal = NonNullable<Comparison['after']>['goals'][number];
type Phase = Goal['phases'][number];
type Target = Goal['indicator']['targets'][number];

export type ComparedField = FieldDiff['field'];
export type Presence = GoalDiff['presence'] | 'SAME';

/** What stands on one side of a field. */
export type Side = {
  readonly text: string;
  /** Words of the act are Italian in every language; numbers and days are the reader's. */
  readonly isItalian: boolean;
  /** Set where the source does not repeat the words: `text` is empty then. */
  readonly unknownBecause: string | null;
};

export type ComparedRow = {
  readonly field: ComparedField;
  /** Of a target: the years it is for. */
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly isChanged: boolean;
  /** Null where that baseline has nothing there. */
  readonly before: Side | null;
  readonly after: Side | null;
};

export type ComparedPhase = {
  readonly code: string;
  readonly number: number;
  readonly presence: Presence;
  readonly description: string | null;
  readonly structures: readonly string[];
  readonly rows: readonly ComparedRow[];
};

export type ComparedGoal = {
  readonly code: string;
  /** The later one. */
  readonly title: string;
  readonly presence: Presence;
  readonly changes: GoalDiff['changes'];
  /** Codes of all who answer for it or for a phase of it, in either baseline. */
  readonly structures: ReadonlySet<string>;
  readonly weightBps: { readonly before: number | null; readonly after: number | null };
  readonly rows: readonly ComparedRow[];
  readonly phases: readonly ComparedPhase[];
};

const GOAL_FIELDS: readonly ComparedField[] = [
  'TITLE',
  'WEIGHT',
  'INDICATOR',
  'STARTING_VALUE',
  'TARGET',
  'SCHEDULE',
  'DEADLINE',
  'STRUCTURES',
];
const PHASE_FIELDS: readonly ComparedField[] = [
  'DESCRIPTION',
  'OUTPUT',
  'START',
  'END',
  'WEIGHT',
  'STRUCTURES',
  'UNITS',
];

/** Every goal of either baseline, in the order of the plan; what differs is what the API says that differs. */
export function compareGoals(
  { plan, before, after }: Comparison,
  language: Language,
): readonly ComparedGoal[] {
  const diffs = new Map(plan?.baselineDiff?.goals.map((diff) => [diff.goal.code, diff]));
  const pairs = pairUp(before?.goals ?? [], after?.goals ?? []);
  return pairs.map((pair) => compareGoal(pair, diffs.get(pair.code), language));
}

/** The same without what did not change. */
export const onlyChanges = (goals: readonly ComparedGoal[]): readonly ComparedGoal[] =>
  goals
    .filter(({ presence }) => presence !== 'SAME')
    .map((goal) => ({
      ...goal,
      rows: goal.rows.filter(({ isChanged }) => isChanged),
      phases: goal.phases
        .filter(({ presence }) => presence !== 'SAME')
        .map((phase) => ({ ...phase, rows: phase.rows.filter(({ isChanged }) => isChanged) })),
    }));

type Pair<Part> = { readonly code: string; readonly before: Part | null; readonly after: Part | null };

function pairUp<Part extends { readonly code: string }>(
  before: readonly Part[],
  after: readonly Part[],
): readonly Pair<Part>[] {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))];
  // 1.10 comes after 1.9.
  codes.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  const find = (parts: readonly Part[], code: string) => parts.find((part) => part.code === code) ?? null;
  return codes.map((code) => ({ code, before: find(before, code), after: find(after, code) }));
}

function compareGoal(pair: Pair<Goal>, diff: GoalDiff | undefined, language: Language): ComparedGoal {
  const { code, before, after } = pair;
  const presence = diff?.presence ?? 'SAME';
  const phaseDiffs = new Map(diff?.phases.map((each) => [each.code, each]));
  const phases = pairUp(before?.phases ?? [], after?.phases ?? []).map((each) =>
    comparePhase(each, phaseDiffs.get(each.code), language),
  );
  return {
    code,
    title: (after ?? before)?.title ?? code,
    presence,
    changes: diff?.changes ?? [],
    structures: new Set(
      [before, after].flatMap((goal) =>
        goal === null
          ? []
          : [goal, ...goal.phases].flatMap(({ structures }) => structures.map((structure) => structure.code)),
      ),
    ),
    weightBps: { before: before?.weightBps ?? null, after: after?.weightBps ?? null },
    // The heading of a goal that came or went is its title.
    rows: goalRows(pair, diff, language).filter(({ field }) => presence === 'CHANGED' || field !== 'TITLE'),
    phases,
  };
}

function goalRows({ before, after }: Pair<Goal>, diff: GoalDiff | undefined, language: Language) {
  const changed = diff?.fields ?? [];
  return GOAL_FIELDS.flatMap((field): readonly ComparedRow[] => {
    if (field === 'TARGET') return targetRows(before, after, changed, language);
    const differs = changed.find((each) => each.field === field);
    if (differs) return [changedRow(differs, language)];
    const goal = after ?? before;
    return unchangedRow(field, goal && goalSide(goal, field, language));
  });
}

function targetRows(
  before: Goal | null,
  after: Goal | null,
  changed: readonly FieldDiff[],
  language: Language,
): readonly ComparedRow[] {
  const write = (goal: Goal | null, side: FieldSide | null, from: number | null, to: number | null) => {
    const target = goal?.indicator.targets.find(({ fromYear, toYear }) => fromYear === from && toYear === to);
    return side && (goal && target ? targetSide(goal, target, language) : sideOf(side, language));
  };
  const differing = changed.filter(({ field }) => field === 'TARGET');
  const rows = differing.map((each): ComparedRow => {
    const { fromYear, toYear } = each;
    return {
      ...changedRow(each, language),
      before: write(before, each.old, fromYear, toYear),
      after: write(after, each.new, fromYear, toYear),
    };
  });
  const goal = after ?? before;
  const same = (goal?.indicator.targets ?? [])
    .filter(
      (target) =>
        !differing.some((each) => each.fromYear === target.fromYear && each.toYear === target.toYear),
    )
    .map((target): ComparedRow => {
      const side = goal && targetSide(goal, target, language);
      return { field: 'TARGET', years: yearsOf(target), isChanged: false, before: side, after: side };
    });
  return [...rows, ...same].sort((one, other) => (one.years?.from ?? 0) - (other.years?.from ?? 0));
}

function comparePhase(
  { code, before, after }: Pair<Phase>,
  diff: PhaseDiff | undefined,
  language: Language,
): ComparedPhase {
  // Of a goal that came or went the API does not tell the phases one by one.
  const presence = before === null ? 'INSERTED' : after === null ? 'REMOVED' : (diff?.presence ?? 'SAME');
  const phase = after ?? before;
  const rows = PHASE_FIELDS.flatMap((field): readonly ComparedRow[] => {
    const differs = diff?.fields.find((each) => each.field === field);
    if (differs) return [changedRow(differs, language)];
    const [row] = unchangedRow(field, phase && phaseSide(phase, field, language));
    if (!row) return [];
    if (before === null) return [{ ...row, isChanged: true, before: null }];
    return after === null ? [{ ...row, isChanged: true, after: null }] : [row];
  });
  return {
    code,
    number: phase?.number ?? 0,
    presence,
    description: phase?.description ?? null,
    structures: phase?.structures.map((structure) => structure.code) ?? [],
    rows,
  };
}

const changedRow = (
  { field, fromYear, toYear, old, new: now }: FieldDiff,
  language: Language,
): ComparedRow => ({
  field,
  years: fromYear === null || toYear === null ? null : { from: fromYear, to: toYear },
  isChanged: true,
  before: old && sideOf(old, language),
  after: now && sideOf(now, language),
});

const unchangedRow = (field: ComparedField, side: Side | null): readonly ComparedRow[] =>
  side === null ? [] : [{ field, years: null, isChanged: false, before: side, after: side }];

const yearsOf = ({ fromYear, toYear }: Target) => ({ from: fromYear, to: toYear });

function sideOf({ text, weightBps, day, structures, unknownBecause }: FieldSide, language: Language): Side {
  if (unknownBecause !== null) return unknownWords(unknownBecause);
  if (weightBps !== null) return own(weightText(weightBps, language));
  if (day !== null) return own(dayText(day));
  return words(structures.length > 0 ? namesOf(structures) : text);
}

function goalSide(goal: Goal, field: ComparedField, language: Language): Side | null {
  switch (field) {
    case 'TITLE':
      return words(goal.title);
    case 'WEIGHT':
      return own(weightText(goal.weightBps, language));
    case 'INDICATOR':
      return words(goal.indicator.description);
    case 'STARTING_VALUE':
      return wordsOrNone(goal.indicator.startingValue);
    case 'SCHEDULE':
      return wordsOrNone(goal.scheduleName);
    case 'DEADLINE':
      return goal.deadline === null ? null : own(dayText(goal.deadline));
    case 'STRUCTURES':
      return words(namesOf(goal.structures));
    default:
      return null;
  }
}

function phaseSide(phase: Phase, field: ComparedField, language: Language): Side | null {
  switch (field) {
    case 'DESCRIPTION':
      return phase.descriptionUnknown === null
        ? wordsOrNone(phase.description)
        : unknownWords(phase.descriptionUnknown);
    case 'OUTPUT':
      return phase.outputUnknown === null ? wordsOrNone(phase.output) : unknownWords(phase.outputUnknown);
    case 'START':
      return own(dayText(phase.start));
    case 'END':
      return own(dayText(phase.end));
    case 'WEIGHT':
      return own(weightText(phase.weightBps, language));
    case 'STRUCTURES':
      return words(namesOf(phase.structures));
    case 'UNITS':
      return phase.units && words(`${formatNumber(phase.units.target, language)} ${phase.units.name}`);
    default:
      return null;
  }
}

/** `≥ 50%`, `≥ 20.015 imprese`, `≥ dato finale anno precedente` */
function targetSide({ indicator }: Goal, { operator, value, reference }: Target, language: Language): Side {
  const sign = operator === 'GTE' ? '≥' : '≤';
  if (value === null) return words(`${sign} ${reference ?? '—'}`);
  const unit = indicator.measure === 'RATIO' ? '%' : ` ${indicator.unit}`;
  return {
    ...own(`${sign} ${formatNumber(value, language)}${unit}`),
    isItalian: indicator.measure === 'VALUE',
  };
}

const own = (text: string): Side => ({ text, isItalian: false, unknownBecause: null });
const words = (text: string): Side => ({ text, isItalian: true, unknownBecause: null });
const wordsOrNone = (text: string | null): Side | null => (text === null ? null : words(text));
const unknownWords = (unknownBecause: string): Side => ({ text: '', isItalian: true, unknownBecause });
const namesOf = (structures: readonly { readonly name: string }[]): string =>
  structures.map(({ name }) => name).join(', ');
