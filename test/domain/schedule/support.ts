import { createCalendar } from '../../../src/calendar/create-calendar.ts';
import {
  DEFAULT_CADENCE,
  defaultSchedule,
  type Recurrence,
  type Rule,
  type Schedule,
  type SlotKind,
} from '../../../src/domain/schedule/schedule.ts';
import type { OwedSlot, OwedSlotsInput, SettledSlot } from '../../../src/domain/schedule/slots.ts';
import { DIREZIONE, OSRU } from '../../helpers/figures.ts';

export const calendar = createCalendar();

export const weekly = (weekday: 1 | 2 | 3 | 4 | 5, time: string): Rule => ({
  recurrence: { every: 'WEEK', weekday },
  time,
});

export const rule = (recurrence: Recurrence, time = '09:00'): Rule => ({ recurrence, time });

type Entry = { readonly value: Rule | null; readonly since?: string };

const LONG_AGO = '2000-01-01T00:00:00.000Z';

/** A schedule of the rules given, for everybody and for a structure. */
export function scheduleOf(
  rules: Partial<Readonly<Record<SlotKind, Entry>>>,
  {
    place = 'Firenze',
    own = {},
  }: { readonly place?: string | null; readonly own?: Partial<Readonly<Record<SlotKind, Entry>>> } = {},
): Schedule {
  const entries = (structure: typeof OSRU | null, given: typeof rules) =>
    Object.entries(given).map(([name, { value, since = LONG_AGO }]) => ({
      name: name as SlotKind,
      value,
      structure,
      since,
      setBy: 'ada',
    }));
  const plan = { structure: null, since: LONG_AGO, setBy: 'ada' };
  return [
    ...entries(null, rules),
    ...entries(OSRU, own),
    { ...plan, name: 'CADENCE', value: DEFAULT_CADENCE },
    { ...plan, name: 'PLACE', value: place },
  ];
}

export const input = (parts: Partial<Omit<OwedSlotsInput, 'now'>> & { now: string }): OwedSlotsInput => ({
  year: 2020,
  structures: [OSRU],
  schedule: defaultSchedule('2020-09-01T00:00:00.000Z', 'scheduler', 'Firenze'),
  calendar,
  settled: [],
  ...parts,
  now: new Date(parts.now),
});

/** `RUN CHECK_IN OSRU 2020-W38`, `LATE …`, `STALE …`, `SUPERSEDED …`. */
export function tell(owed: OwedSlot): string {
  const { kind, structure, period } = owed.slot;
  const verdict = owed.verdict === 'SKIP' ? owed.because : owed.late ? 'LATE' : 'RUN';
  return [verdict, kind, ...(structure === null ? [] : [structure]), period].join(' ');
}

export const settledOf = (owed: readonly OwedSlot[]): readonly SettledSlot[] => owed.map(({ slot }) => slot);

/** What was settled last, after `more` was settled as well. */
export function withSettled(
  settled: readonly SettledSlot[],
  more: readonly SettledSlot[],
): readonly SettledSlot[] {
  const last = new Map<string, SettledSlot>();
  for (const each of [...settled, ...more]) {
    const key = `${each.kind}/${each.structure}`;
    const known = last.get(key);
    if (!known || known.period < each.period) last.set(key, each);
  }
  return [...last.values()];
}

export { DIREZIONE, OSRU };
