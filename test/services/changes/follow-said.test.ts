import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SaidFact } from '../../../src/domain/said-fact.ts';
import { createChanges } from '../../../src/services/changes/create-changes.ts';
import { followSaid } from '../../../src/services/changes/follow-said.ts';
import type { Store } from '../../../src/store/port.ts';

const PLAN = 1;

/** A history of numbers, in pages of as many as are asked for. */
function openHistory() {
  const history: SaidFact[] = [];
  const store = {
    listSaidAfter: async (_planId: number, after: number, limit: number) =>
      history.slice(after, after + limit),
  } as Pick<Store, 'listSaidAfter'> as Store;
  const changes = createChanges({
    versionOf: async () => history.length,
    today: () => '2020-09-14',
    pollMs: 1,
    restMs: 1,
  });
  return {
    context: { store, changes },
    /** Told of as by this process, or left for the next look. */
    record(count: number, told: boolean) {
      for (let n = 0; n < count; n += 1) {
        history.push({ kind: 'REPORT', fact: { sequence: history.length + 1 } } as SaidFact);
      }
      if (told) changes.tell();
    },
  };
}

const step = fc.oneof(
  fc.record({ record: fc.integer({ min: 1, max: 260 }), told: fc.boolean() }),
  /** Read so many, while so many more are recorded, and be cut. */
  fc.record({ take: fc.integer({ min: 1, max: 300 }), meanwhile: fc.integer({ min: 0, max: 150 }) }),
);

test('however often a reader is cut, it reads each once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { context, record } = openHistory();
      let recorded = 0;
      const taken: number[] = [];
      for (const each of steps) {
        if ('record' in each) {
          record(each.record, each.told);
          recorded += each.record;
          continue;
        }
        const gone = new AbortController();
        const reader = followSaid(context, PLAN, taken.at(-1) ?? 0, gone.signal);
        const there = Math.min(each.take, recorded + each.meanwhile - taken.length);
        // In the middle, or when the reader has come to the end of what there is.
        const middle = Math.min(Math.floor(there / 2), recorded - taken.length);
        for (let n = 0; n < there; n += 1) {
          const next = reader.next();
          if (n === middle) record(each.meanwhile, n % 2 === 0);
          const { value } = await next;
          if (value) taken.push(value.fact.sequence);
        }
        if (there > 0) recorded += each.meanwhile;
        gone.abort();
        await reader.return();
      }
      expect(taken).toEqual(taken.map((_, index) => index + 1));
    }),
    { numRuns: 60 },
  );
});

test('a reader that waits is let go when it must end', async () => {
  const { context } = openHistory();
  const gone = new AbortController();
  const reader = followSaid(context, PLAN, 0, gone.signal);
  const next = reader.next();
  gone.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});
