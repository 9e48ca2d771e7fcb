/** One instance of the product, as lean as may be: a store, its Slack app, its delivery loop; no server, no schedule. */
import { startDelivery } from '../../src/scheduler/deliver.ts';
import type { Context, DeliveryTimes } from '../../src/services/context.ts';
import type { Deliver } from '../../src/services/outbox.ts';
import { createSlackApp } from '../../src/slack/app.ts';
import type { Store } from '../../src/store/port.ts';
import { laneContext } from './lane-context.ts';
import { BOT_TOKEN } from './lanes.ts';

export type LeanInstance = { readonly context: Context; stop(): Promise<void> };

export async function startLeanInstance(parts: {
  readonly store: Store;
  readonly apiUrl: string;
  readonly delivery: DeliveryTimes;
  /** What is put in the place of the product’s own delivery, made of it. */
  readonly changeDeliver: (deliver: Deliver) => Deliver;
  readonly onError: (error: unknown) => void;
}): Promise<LeanInstance> {
  let wake: () => void = () => undefined;
  const context = laneContext(parts.store, parts.delivery, () => wake());
  const nothing = () => undefined;
  const app = createSlackApp({
    context,
    language: 'it',
    botToken: BOT_TOKEN,
    signingSecret: 'the-signing-secret',
    appToken: null,
    apiUrl: parts.apiUrl,
    renderChart: async () => Buffer.alloc(0),
    received: null,
    logger: { info: nothing, warn: nothing, error: nothing },
  });
  await app.start();
  const delivery = startDelivery(context, parts.changeDeliver(app.deliver), parts.onError);
  wake = delivery.wake;
  delivery.wake();
  return {
    context,
    async stop() {
      await delivery.stop();
      await app.stop();
    },
  };
}
