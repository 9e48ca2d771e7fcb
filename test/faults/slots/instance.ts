/** An instance of the product as far as slots go: its own connection and clock, and work that only tells. */
import { createCalendar } from '../../../src/calendar/create-calendar.ts';
import { DEFAULT_HEALTH_RULES } from '../../../src/domain/health.ts';
import type { SlotKind } from '../../../src/domain/schedule/schedule.ts';
import type { SettledSlot } from '../../../src/domain/schedule/slots.ts';
import { NO_CHANGES } from '../../../src/services/changes/create-changes.ts';
import { createRealClock } from '../../../src/services/clock.ts';
import { type Context, DELIVERY_TIMES } from '../../../src/services/context.ts';
import { runDueSlots } from '../../../src/services/slots/run-due-slots.ts';
import type { SlotRunner, SlotRunners } from '../../../src/services/slots/slot-work.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/port.ts';

/** What is taken away, to see that the harness notices. */
export type Without =
  /** A slot that another instance has settled meanwhile is told of all the same. */
  | 'THE_UNIQUE_ROW'
  /** What was due before the last ten minutes is not looked for, as by a timer. */
  | 'CATCHING_UP';

export type Instance = {
  readonly context: Context;
  /** By its clock, in milliseconds. */
  readonly clock: () => number;
  readonly look: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** @param clock what its clock shows, in milliseconds */
export async function openInstance(
  file: string,
  name: string,
  clock: () => number,
  without: Without | null,
): Promise<Instance> {
  const store = await openStore({ file });
  const now = () => new Date(clock());
  const context: Context = {
    store: without === null ? store : weaken(store, without, clock),
    clock: createRealClock(now),
    realNow: now,
    rules: DEFAULT_HEALTH_RULES,
    checkInDays: 4,
    restDays: 0,
    remindAfterDays: 2,
    calendar: createCalendar(),
    homePlace: 'Firenze',
    schedules: true,
    delivery: DELIVERY_TIMES,
    dashboardUrl: () => null,
    figures: new Map(),
    wakeDelivery: () => undefined,
    changes: NO_CHANGES,
  };
  const runners = createRunners(name);
  return {
    context,
    clock,
    async look() {
      await runDueSlots(context, runners);
    },
    close: () => store.close(),
  };
}

/** One message for each slot, under a key of its own each time: the outbox alone would let none through twice. */
function createRunners(instance: string): SlotRunners {
  let told = 0;
  const tell: SlotRunner = async (_context, year, slots) => ({
    commit: {
      revision: null,
      lastSequence: null,
      outbox: () =>
        slots.map(({ slot }) => {
          told += 1;
          return {
            key: `${instance}/${told}`,
            destination: { kind: 'CHANNEL', name: instance },
            notice: {
              kind: 'PLAN_SUMMARY',
              summaryId: [year, slot.kind, slot.structure ?? '', slot.period].join('/'),
            },
          };
        }),
    },
    results: slots.map(({ slot }) => ({ slot, messages: 1 })),
  });
  const kinds: Record<SlotKind, SlotRunner> = {
    CHECK_IN: tell,
    REMINDER: tell,
    ESCALATION: tell,
    STRUCTURE_SUMMARY: tell,
    PLAN_SUMMARY: tell,
    MONTHLY_DIGEST: tell,
    QUARTERLY_DIGEST: tell,
    INTERIM_REVIEW: tell,
  };
  return kinds;
}

function weaken(store: Store, without: Without, clock: () => number): Store {
  if (without === 'THE_UNIQUE_ROW') {
    return {
      ...store,
      async commit(commit) {
        const result = await store.commit(commit);
        const overtaken = result.outcome === 'CONFLICT' && commit.slotRuns !== undefined;
        return overtaken ? store.commit({ ...commit, slotRuns: [] }) : result;
      },
    };
  }
  return {
    ...store,
    async listSettledSlots(planId) {
      const followsSince = new Date(clock() - 600_000).toISOString();
      const settled = await store.listSettledSlots(planId);
      const plan = await store.planYear(planId).then((year) => store.findPlan(year));
      const known = new Map(settled.map((each) => [`${each.kind}/${each.structure}`, each]));
      return everySeries(plan?.plan.structures.map(({ code }) => code) ?? []).map((series) => ({
        ...series,
        period: '',
        at: '',
        ...known.get(`${series.kind}/${series.structure}`),
        followsSince,
      }));
    },
  };
}

const everySeries = (structures: readonly SettledSlot['structure'][]) => [
  ...(['CHECK_IN', 'REMINDER', 'ESCALATION', 'STRUCTURE_SUMMARY'] as const).flatMap((kind) =>
    structures.map((structure) => ({ kind, structure })),
  ),
  ...(['PLAN_SUMMARY', 'MONTHLY_DIGEST', 'QUARTERLY_DIGEST', 'INTERIM_REVIEW'] as const).map((kind) => ({
    kind,
    structure: null,
  })),
];
