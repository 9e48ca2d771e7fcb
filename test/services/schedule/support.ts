/** Slots put down as settled, as the engine would have. */
import type { StructureCode } from '../../../src/domain/codes.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import type { SlotRun } from '../../../src/domain/schedule/slot-run.ts';
import type { Context } from '../../../src/services/context.ts';
import { OSRU } from '../../helpers/figures.ts';

export const runOf = (parts: Partial<SlotRun> = {}): SlotRun => ({
  kind: 'CHECK_IN',
  structure: OSRU,
  period: '2020-W38',
  at: '2020-09-14T07:30:00.000Z',
  asOf: isoDate('2020-09-14'),
  outcome: 'ON_TIME',
  because: null,
  settledAt: '2020-09-14T07:30:05.000Z',
  messages: 2,
  full: true,
  ...parts,
});

export async function settle(
  { store }: Context,
  planId: number,
  ...runs: readonly Partial<SlotRun>[]
): Promise<void> {
  for (const run of runs) {
    const { outcome } = await store.commit({
      planId,
      revision: null,
      lastSequence: null,
      recordedAt: '2020-09-14T08:00:00.000Z',
      inbox: null,
      slotRuns: [runOf(run)],
    });
    if (outcome !== 'COMMITTED') throw new Error(outcome);
  }
}

/** `count` check-ins of the structure, a week each. */
export const weeklyRuns = (count: number, structure: StructureCode = OSRU): readonly Partial<SlotRun>[] =>
  Array.from({ length: count }, (_, index) => ({
    structure,
    period: `2020-W${String(index + 1).padStart(2, '0')}`,
  }));
