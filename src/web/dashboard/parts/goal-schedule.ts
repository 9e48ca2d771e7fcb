/** A goal's phases with what the acts made of them: those of the baseline shown, and those of the other alone. */
import { compareCodes } from '../../../domain/codes.ts';
import { isoDate, type Span } from '../../../domain/dates.ts';
import type { AnswerOf } from '../data/ask.ts';

export type Phase = NonNullable<AnswerOf<'goal-detail'>['goal']>['phases'][number];
type Comparison = NonNullable<AnswerOf<'goal-baselines'>['plan']>['baselineDiff'];
export type GoalDiff = NonNullable<Comparison>['goals'][number];
export type FieldDiff = GoalDiff['fields'][number];
type PhaseDiff = GoalDiff['phases'][number];

/** The two baselines side by side: the plan as approved, and the one that an act made of it. */
export type Pair = {
  readonly from: number;
  readonly to: number;
  /** Which of the two the page shows. */
  readonly shown: 'FROM' | 'TO';
};

export type ScheduleRow = {
  readonly code: string;
  /** Null of a phase that the shown baseline does not have. */
  readonly phase: Phase | null;
  /** What the acts did to it; null for nothing. */
  readonly presence: PhaseDiff['presence'] | null;
  readonly fields: readonly FieldDiff[];
  readonly approved: Span | null;
  readonly current: Span | null;
};

/** The approved plan beside the one shown; beside the approved one, the last. Null where there is but one. */
export function pairOf(shown: number, all: readonly { readonly number: number }[]): Pair | null {
  const numbers = all.map(({ number }) => number);
  const [from, to] = [Math.min(...numbers), shown > Math.min(...numbers) ? shown : Math.max(...numbers)];
  return numbers.length === 0 || from === to ? null : { from, to, shown: shown === to ? 'TO' : 'FROM' };
}

/** @param diff null where nothing of the goal differs between the two, or where there is but one baseline */
export function scheduleRows(
  phases: readonly Phase[],
  pair: Pair | null,
  diff: GoalDiff | null,
): readonly ScheduleRow[] {
  const diffs = new Map(diff?.phases.map((each) => [each.code, each]));
  const shown = phases.map((phase): ScheduleRow => {
    const span = spanOf(phase.start, phase.end);
    const { presence = null, fields = [] } = diffs.get(phase.code) ?? {};
    const facts = { code: phase.code, phase, presence, fields };
    if (pair === null) return { ...facts, approved: null, current: span };
    // A goal that is new, or gone, has none of its phases on the other side.
    const isAlone = presence === 'INSERTED' || presence === 'REMOVED' || isOneSided(diff);
    const other = isAlone ? null : otherSpan(span, fields, pair);
    return pair.shown === 'TO'
      ? { ...facts, approved: other, current: span }
      : { ...facts, approved: span, current: other };
  });
  const codes = new Set(phases.map(({ code }) => code));
  const others = [...diffs.values()]
    .filter(({ code, presence }) => presence !== 'CHANGED' && !codes.has(code))
    .map((each) => otherRow(each));
  return [...shown, ...others].sort((a, b) => compareCodes(a.code, b.code));
}

const isOneSided = (diff: GoalDiff | null): boolean =>
  diff?.presence === 'INSERTED' || diff?.presence === 'REMOVED';

const spanOf = (start: string, end: string): Span => ({ start: isoDate(start), end: isoDate(end) });

const dayOf = (fields: readonly FieldDiff[], field: 'START' | 'END', side: 'old' | 'new'): string | null =>
  fields.find((each) => each.field === field)?.[side]?.day ?? null;

function otherSpan(span: Span, fields: readonly FieldDiff[], { shown }: Pair): Span {
  const side = shown === 'TO' ? 'old' : 'new';
  return spanOf(dayOf(fields, 'START', side) ?? span.start, dayOf(fields, 'END', side) ?? span.end);
}

function otherRow({ code, presence, fields }: PhaseDiff): ScheduleRow {
  const side = presence === 'REMOVED' ? 'old' : 'new';
  const [start, end] = [dayOf(fields, 'START', side), dayOf(fields, 'END', side)];
  const span = start === null || end === null ? null : spanOf(start, end);
  return {
    code,
    phase: null,
    presence,
    fields,
    approved: presence === 'REMOVED' ? span : null,
    current: presence === 'INSERTED' ? span : null,
  };
}
