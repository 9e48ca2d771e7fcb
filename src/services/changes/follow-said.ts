import { setImmediate as breathe } from 'node:timers/promises';
import type { SaidFact } from '../../domain/said-fact.ts';
import type { Context } from '../context.ts';
import { createLatch } from './create-latch.ts';

const PAGE = 100;

/**
 * What was said after a place in the history, in order of arrival, then whatever is said from now on, until `signal`.
 * It is one reading forwards of what is kept: a commit only says that there is more to read. So nothing is missed or
 * repeated where the past meets the present, and whoever reads slowly holds a page of it and never a queue.
 */
export async function* followSaid(
  { store, changes }: Pick<Context, 'store' | 'changes'>,
  planId: number,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<SaidFact, void> {
  const changed = createLatch();
  signal.addEventListener('abort', changed.lift);
  const unwatch = changes.watch(planId, changed.lift);
  try {
    for (let place = after; !signal.aborted; ) {
      const page = await store.listSaidAfter(planId, place, PAGE);
      for (const said of page) {
        if (signal.aborted) return;
        place = said.fact.sequence;
        yield said;
      }
      // The store answers at once: without a pause a long past would keep all others waiting.
      if (page.length === PAGE) await breathe();
      else await changed.pass();
    }
  } finally {
    unwatch();
    signal.removeEventListener('abort', changed.lift);
  }
}
