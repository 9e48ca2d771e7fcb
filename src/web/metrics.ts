/** Figures for whoever watches the service, as Prometheus reads them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, Gauge, Registry } from 'prom-client';
import type { SlotKind } from '../domain/schedule/schedule.ts';
import type { SlotOutcome } from '../domain/schedule/slot-run.ts';
import type { Context } from '../services/context.ts';
import { countMessages } from '../services/count-messages.ts';
import { countSlotRuns } from '../services/schedule/count-slot-runs.ts';

export const METRICS_PATH = '/metrics';

export type MetricsSource = {
  readonly context: Context;
  readonly isReady: () => Promise<boolean>;
};

/**
 * Answers a scrape. What is counted is read from the database at that moment: two processes on one database tell the
 * same, and a restart takes nothing back.
 */
export function createMetricsHandler(source: MetricsSource) {
  const registry = createRegistry(source);
  return async (_request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await registry.metrics();
    response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text);
  };
}

/** A registry of its own: nothing is kept in the module, and tests start as many products as they like. */
export function createRegistry({ context, isReady }: MetricsSource): Registry {
  const registry = new Registry();
  const registers = [registry];
  new Counter({
    name: 'arti_slot_runs_total',
    help: 'Slots of the schedule that were settled, by plan, kind and outcome.',
    labelNames: ['plan', 'kind', 'outcome'],
    registers,
    async collect() {
      const counted = await countSlotRuns(context);
      // Nothing waits from here on: a second scrape at the same time finds it whole.
      this.reset();
      for (const { year, kind, outcome, count } of counted) {
        this.inc({ plan: String(year), kind: labelOf(kind), outcome: labelOf(outcome) }, count);
      }
    },
  });
  new Gauge({
    name: 'arti_outbox_messages',
    help: 'Messages that wait to be sent (pending), that Slack refused for good (refused), or that may have arrived (doubtful).',
    labelNames: ['state'],
    registers,
    async collect() {
      const { pending, refused, doubtful } = await countMessages(context);
      this.set({ state: 'pending' }, pending);
      this.set({ state: 'refused' }, refused);
      this.set({ state: 'doubtful' }, doubtful);
    },
  });
  new Gauge({
    name: 'arti_ready',
    help: 'Whether this process serves, as /ready says: 1 or 0.',
    registers,
    async collect() {
      this.set((await isReady()) ? 1 : 0);
    },
  });
  return registry;
}

const labelOf = (name: SlotKind | SlotOutcome): string => name.toLowerCase();
