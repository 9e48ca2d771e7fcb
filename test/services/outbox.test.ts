/** What is in the outbox is sent, settled, and tried again when it has to be. */
import { describe, expect, test } from 'vitest';
import type { Destination } from '../../src/domain/notice.ts';
import {
  type ClaimedMessage,
  deliverOutbox,
  listDeadMessages,
  requeueDeadMessages,
  type Settlement,
} from '../../src/services/outbox.ts';
import { actor, codeOf, openTestContext, PLANNING_OFFICE } from '../helpers/context.ts';
import { decision } from '../store/support.ts';

const person = (name: string): Destination => ({ kind: 'PERSON', person: name });

/** A context whose outbox holds these, and whose clock stands where it is put. */
async function withMessages(...messages: readonly (readonly [key: string, to: Destination])[]) {
  const opened = await openTestContext();
  let at = Date.parse('2020-09-14T09:00:00Z');
  for (const [key, destination] of messages) {
    const notice = { kind: 'CHECK_IN', checkInId: key } as const;
    await opened.store.commit(decision(opened.planId, { outbox: () => [{ key, destination, notice }] }));
  }
  const context = { ...opened, realNow: () => new Date(at) };
  return {
    context,
    wait: (seconds: number) => {
      at += seconds * 1000;
    },
    states: () => opened.messages().map(({ key, state }) => `${key} ${state}`),
    later: (seconds: number) => new Date(at + seconds * 1000).toISOString(),
  };
}

const sent = (message: ClaimedMessage): Settlement => ({
  outcome: 'SENT',
  channel: 'D1',
  ts: `1.${message.id}`,
});

/** A `Deliver` that remembers what it was given. */
function recording(answer: (message: ClaimedMessage) => Settlement) {
  const given: string[] = [];
  return {
    given,
    deliver: async (message: ClaimedMessage) => {
      given.push(`${message.key} #${message.attempt}`);
      return answer(message);
    },
  };
}

test('everything is sent, one a destination at a time, in order', async () => {
  const { context, states } = await withMessages(
    ['a1', person('a')],
    ['b1', person('b')],
    ['a2', person('a')],
  );
  const { given, deliver } = recording(sent);
  expect(await deliverOutbox(context, deliver)).toBe(2);
  expect(await deliverOutbox(context, deliver)).toBe(1);
  expect(await deliverOutbox(context, deliver)).toBe(0);
  expect(given).toEqual(['a1 #1', 'b1 #1', 'a2 #1']);
  expect(states()).toEqual(['a1 SENT', 'b1 SENT', 'a2 SENT']);
  expect(await context.store.findSentByKey('a2')).toMatchObject({ key: 'a2', channel: 'D1', ts: '1.3' });
});

test('what is to be tried again waits, and holds back what follows in its conversation', async () => {
  const { context, wait, states, later } = await withMessages(
    ['a1', person('a')],
    ['a2', person('a')],
    ['b1', person('b')],
  );
  const { given, deliver } = recording((message) =>
    message.key === 'a1' && message.attempt === 1
      ? { outcome: 'RETRY', notBefore: later(30), error: 'internal_error' }
      : sent(message),
  );
  await deliverOutbox(context, deliver);
  expect(await deliverOutbox(context, deliver)).toBe(0);
  wait(29);
  expect(await deliverOutbox(context, deliver)).toBe(0);
  wait(1);
  expect(await deliverOutbox(context, deliver)).toBe(1);
  expect(await deliverOutbox(context, deliver)).toBe(1);
  expect(given).toEqual(['a1 #1', 'b1 #1', 'a1 #2', 'a2 #1']);
  expect(states()).toEqual(['a1 SENT', 'a2 SENT', 'b1 SENT']);
});

test('what can never be sent is put aside, and what follows it goes on', async () => {
  const { context, states } = await withMessages(['a1', person('a')], ['a2', person('a')]);
  const { deliver } = recording((message) =>
    message.key === 'a1' ? { outcome: 'DEAD', error: 'channel_not_found' } : sent(message),
  );
  await deliverOutbox(context, deliver);
  await deliverOutbox(context, deliver);
  expect(states()).toEqual(['a1 DEAD', 'a2 SENT']);
  expect(await context.store.countOutbox()).toEqual({ pending: 0, dead: 1 });
  expect(await deliverOutbox(context, deliver)).toBe(0);
});

describe('what was put aside', () => {
  test('is listed with why, and sent once it is put back', async () => {
    const { context, states } = await withMessages(['a1', person('a')], ['b1', person('b')]);
    await deliverOutbox(context, async () => ({ outcome: 'DEAD', error: 'channel_not_found' }));
    const dead = await listDeadMessages(context, PLANNING_OFFICE);
    expect(dead.ok && dead.value.map(({ key, error }) => [key, error])).toEqual([
      ['a1', 'channel_not_found'],
      ['b1', 'channel_not_found'],
    ]);
    const woken = context.wakes();
    expect(await requeueDeadMessages(context, PLANNING_OFFICE)).toEqual({ ok: true, value: 2 });
    expect(context.wakes()).toBe(woken + 1);
    await deliverOutbox(context, async (message) => sent(message));
    expect(states()).toEqual(['a1 SENT', 'b1 SENT']);
    expect(await requeueDeadMessages(context, PLANNING_OFFICE)).toEqual({ ok: true, value: 0 });
  });

  test.each(['STAFF', 'HEAD', 'MANAGER'] as const)('is not shown to %s, nor sent by them', async (role) => {
    const { context } = await withMessages();
    expect(codeOf(await listDeadMessages(context, actor(role, 'OSRU')))).toBe('ROLE_MAY_NOT');
    expect(codeOf(await requeueDeadMessages(context, actor(role, 'OSRU')))).toBe('ROLE_MAY_NOT');
  });
});

describe('a worker that is gone', () => {
  test('its message is taken again after a minute, as a further attempt', async () => {
    const { context, wait, states } = await withMessages(['a1', person('a')]);
    await context.store.claimOutbox({ now: context.realNow().toISOString(), limit: 1, claimSeconds: 60 });
    const { given, deliver } = recording(sent);
    wait(59);
    expect(await deliverOutbox(context, deliver)).toBe(0);
    wait(1);
    expect(await deliverOutbox(context, deliver)).toBe(1);
    expect(given).toEqual(['a1 #2']);
    expect(states()).toEqual(['a1 SENT']);
  });

  test('what it says late is ignored: somebody else has the message', async () => {
    const { context, wait, states } = await withMessages(['a1', person('a')]);
    const [claimed] = await context.store.claimOutbox({
      now: context.realNow().toISOString(),
      limit: 1,
      claimSeconds: 60,
    });
    if (!claimed) throw new Error('nothing to claim');
    wait(61);
    await deliverOutbox(context, async (message) => {
      const late: Settlement = { outcome: 'DEAD', error: 'late' };
      expect(await context.store.settleOutbox(claimed.id, claimed.attempt, late)).toBe(false);
      return sent(message);
    });
    expect(states()).toEqual(['a1 SENT']);
  });
});

test('two runs at once never send one message twice', async () => {
  const people = Array.from({ length: 50 }, (_, index) => [`m${index}`, person(`p${index}`)] as const);
  const { context } = await withMessages(...people);
  const { given, deliver } = recording(sent);
  const drain = async () => {
    while ((await deliverOutbox(context, deliver)) > 0);
  };
  await Promise.all([drain(), drain(), drain()]);
  expect(given).toHaveLength(50);
  expect(new Set(given).size).toBe(50);
});
