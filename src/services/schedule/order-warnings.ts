import type { StructureCode } from '../../domain/codes.ts';
import { type Rule, ruleEntryFor, type Schedule, type SlotKind } from '../../domain/schedule/schedule.ts';

/** Two slots of a week that come in an order which serves nobody: allowed, but told. */
export type OrderWarning = {
  readonly kind: 'REMINDER_NOT_AFTER_CHECK_IN' | 'ESCALATION_NOT_AFTER_REMINDER';
  /** Null where the plan's own rules say so. */
  readonly structure: StructureCode | null;
  /** What comes too early, and what it was to follow. */
  readonly later: Rule;
  readonly earlier: Rule;
};

const ORDER = [
  { kind: 'REMINDER_NOT_AFTER_CHECK_IN', later: 'REMINDER', earlier: 'CHECK_IN' },
  { kind: 'ESCALATION_NOT_AFTER_REMINDER', later: 'ESCALATION', earlier: 'REMINDER' },
] as const satisfies readonly {
  readonly kind: OrderWarning['kind'];
  readonly later: SlotKind;
  readonly earlier: SlotKind;
}[];

/** Of the plan's own rules, and of each structure that has one of its own among them. */
export function orderWarnings(
  schedule: Schedule,
  structures: readonly StructureCode[],
): readonly OrderWarning[] {
  const has = (structure: StructureCode, kind: SlotKind) =>
    schedule.some((each) => each.structure === structure && each.name === kind);
  return ORDER.flatMap(({ kind, later, earlier }) =>
    [null, ...structures]
      .filter((structure) => structure === null || has(structure, later) || has(structure, earlier))
      .flatMap((structure): readonly OrderWarning[] => {
        const second = ruleEntryFor(schedule, later, structure)?.value ?? null;
        const first = ruleEntryFor(schedule, earlier, structure)?.value ?? null;
        if (second === null || first === null || momentOf(second) > momentOf(first)) return [];
        return [{ kind, structure, later: second, earlier: first }];
      }),
  );
}

/** Within a week; as text it sorts. Both rules are weekly: `RECURRENCE_OF`. */
const momentOf = ({ recurrence, time }: Rule): string =>
  `${recurrence.every === 'WEEK' ? recurrence.weekday : ''} ${time}`;
