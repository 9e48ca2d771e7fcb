/** The delivery loop: woken or at the next tick, one run at a time. */
import { expect, onTestFinished, test } from 'vitest';
import type { Destination } from '../../src/domain/notice.ts';
import { startDelivery } from '../../src/scheduler/deliver.ts';
import type { ClaimedMessage, Deliver, Settlement } from '../../src/services/outbox.ts';
import { openTestContext, type TestContext } from '../helpers/context.ts';
import { decision } from '../store/support.ts';

const sent: Settlement = { outcome: 'SENT', channel: 'D1', ts: '1.1' };

async function leave({ store, planId }: TestContext, ...keys: readonly string[]) {
  for (const key of keys) {
    const destination: Destination = { kind: 'PERSON', person: key.slice(0, 1) };
    const notice = { kind: 'CHECK_IN', checkInId: key } as const;
    await store.commit(decision(planId, { outbox: () => [{ key, destination, notice }] }));
  }
}

async function start(deliver: Deliver) {
  const context = await openTestContext();
  const errors: unknown[] = [];
  const delivery = startDelivery(context, deliver, (error) => errors.push(error));
  onTestFinished(() => delivery.stop());
  return { context, delivery, errors };
}

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('woken, it sends everything that waits, in the order of each conversation', async () => {
  const given: string[] = [];
  const { context, delivery, errors } = await start(async ({ key }) => {
    given.push(key);
    return sent;
  });
  await leave(context, 'a1', 'b1', 'a2', 'a3');
  delivery.wake();
  await until(() => given.length === 4);
  expect(given.filter((key) => key.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  expect(errors).toEqual([]);
});

test('not woken, it finds by itself what another process left', async () => {
  const given: string[] = [];
  const { context } = await start(async ({ key }) => {
    given.push(key);
    return sent;
  });
  await leave(context, 'a1');
  await until(() => given.length === 1);
});

test('woken while it runs, it does not run twice at once, and forgets nothing', async () => {
  let running = 0;
  let most = 0;
  const given: string[] = [];
  const { context, delivery } = await start(async ({ key }: ClaimedMessage) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    given.push(key);
    running -= 1;
    return sent;
  });
  for (let index = 0; index < 10; index++) {
    await leave(context, `a${index}`);
    delivery.wake();
    delivery.wake();
  }
  await until(() => given.length === 10);
  expect(most).toBe(1);
  expect(new Set(given).size).toBe(10);
});

test('stopped, it waits for what is under way and takes nothing more', async () => {
  let release: () => void = () => undefined;
  const given: string[] = [];
  const { context, delivery } = await start(async ({ key }) => {
    given.push(key);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return sent;
  });
  await leave(context, 'a1', 'a2');
  delivery.wake();
  await until(() => given.length === 1);
  let stopped = false;
  const stopping = delivery.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(stopped).toBe(false);
  release();
  await stopping;
  delivery.wake();
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(given).toEqual(['a1']);
  expect(context.messages().map(({ key, state }) => `${key} ${state}`)).toEqual(['a1 SENT', 'a2 PENDING']);
});

test('a failure is told, and the next tick goes on', async () => {
  let failed = false;
  const given: string[] = [];
  const { context, delivery, errors } = await start(async ({ key }) => {
    if (!failed) {
      failed = true;
      throw new Error('a bug');
    }
    given.push(key);
    return sent;
  });
  await leave(context, 'a1', 'b1');
  delivery.wake();
  await until(() => errors.length === 1 && given.length === 1);
  expect(errors[0]).toMatchObject({ message: 'a bug' });
  await leave(context, 'c1');
  await until(() => given.includes('c1'));
});
