/** The delivery loop: woken, at the next tick or when something may be sent; one message a destination at a time. */
import { expect, onTestFinished, test } from 'vitest';
import type { Destination } from '../../src/domain/notice.ts';
import { startDelivery } from '../../src/scheduler/deliver.ts';
import type { DeliveryTimes } from '../../src/services/context.ts';
import type { ClaimedMessage, Deliver, Settlement } from '../../src/services/outbox.ts';
import { openTestContext, type TestContext } from '../helpers/context.ts';
import { openTwin } from '../helpers/timed-context.ts';
import { decision } from '../store/support.ts';

const sent: Settlement = { outcome: 'SENT', channel: 'D1', ts: '1.1' };

async function leave({ store, planId }: TestContext, ...keys: readonly string[]) {
  for (const key of keys) {
    const destination: Destination = { kind: 'PERSON', person: key.slice(0, 1) };
    const notice = { kind: 'CHECK_IN', checkInId: key } as const;
    await store.commit(decision(planId, { outbox: () => [{ key, destination, notice }] }));
  }
}

async function start(deliver: Deliver, delivery: Partial<DeliveryTimes> = {}) {
  const opened = await openTestContext();
  // On the machine's clock: so is the timer.
  const times = { ...opened.delivery, paceMs: 0, ...delivery };
  const context = { ...opened, realNow: () => new Date(), delivery: times };
  const errors: unknown[] = [];
  const loop = startDelivery(context, deliver, (error) => errors.push(error));
  onTestFinished(() => loop.stop());
  return { context, delivery: loop, errors };
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

/** A promise and what settles it. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('one that hangs holds up its own destination alone', async () => {
  const hanging = gate();
  const given: string[] = [];
  const { context, delivery } = await start(async ({ key }) => {
    given.push(key);
    if (key === 'a1') await hanging.opened;
    return sent;
  });
  await leave(context, 'a1', 'a2', 'b1', 'b2', 'c1');
  delivery.wake();
  await until(() => given.length === 4);
  expect(given).toEqual(['a1', 'b1', 'c1', 'b2']);
  hanging.open();
  await until(() => given.length === 5);
  expect(given.at(-1)).toBe('a2');
});

test('no more than twenty at once, and the next as soon as one is done', async () => {
  const gates = new Map<string, ReturnType<typeof gate>>();
  const { context, delivery } = await start(async ({ key }) => {
    const each = gate();
    gates.set(key, each);
    await each.opened;
    return sent;
  });
  const keys = Array.from({ length: 22 }, (_, index) => `${String.fromCharCode(97 + index)}1`);
  await leave(context, ...keys);
  delivery.wake();
  await until(() => gates.size === 20);
  delivery.wake();
  gates.get('c1')?.open();
  await until(() => gates.size === 21);
  expect([...gates.keys()]).toEqual(keys.slice(0, 21));
  for (const key of keys) {
    await until(() => gates.has(key));
    gates.get(key)?.open();
  }
});

test('the next of a destination goes at its time, not at the next tick', async () => {
  const at: number[] = [];
  const { context, delivery } = await start(
    async () => {
      at.push(performance.now());
      return sent;
    },
    { paceMs: 150 },
  );
  await leave(context, 'a1', 'a2', 'a3', 'a4', 'a5');
  delivery.wake();
  await until(() => at.length === 5);
  const pauses = at.slice(1).map((each, index) => each - (at[index] ?? 0));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(149);
  // At ticks, four pauses would take four seconds.
  expect((at[4] ?? 0) - (at[0] ?? 0)).toBeLessThan(2_500);
});

test('two loops on one database send each message once, in its destination’s order', async () => {
  const given: string[] = [];
  const deliver: Deliver = async ({ key }) => {
    given.push(key);
    return sent;
  };
  const { context, delivery } = await start(deliver);
  const twin = await openTwin(context);
  const second = startDelivery(twin, deliver, () => undefined);
  onTestFinished(() => second.stop());
  const keys = [1, 2, 3, 4, 5].flatMap((number) => ['a', 'b', 'c', 'd'].map((lane) => `${lane}${number}`));
  await leave(context, ...keys);
  delivery.wake();
  second.wake();
  await until(() => given.length === keys.length);
  expect(new Set(given).size).toBe(keys.length);
  for (const lane of ['a', 'b', 'c', 'd']) {
    const own = given.filter((key) => key.startsWith(lane));
    expect(own).toEqual([...own].sort());
  }
});

test('times that do not fit are refused at the start', async () => {
  const context = await openTestContext();
  const times = { ...context.delivery, claimSeconds: 5 };
  expect(() =>
    startDelivery(
      { ...context, delivery: times },
      async () => sent,
      () => undefined,
    ),
  ).toThrow(RangeError);
});
