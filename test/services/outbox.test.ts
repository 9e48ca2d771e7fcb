/** What is in the outbox is sent, settled, and tried again when it has to be. */
import { describe, expect, test } from 'vitest';
import type { Destination } from '../../src/domain/notice.ts';
import { StoreBusy } from '../../src/services/context.ts';
import {
  type ClaimedMessage,
  deliverOutbox,
  dismissMessage,
  listUnsettledMessages,
  requeueAfterLostAccess,
  resendMessage,
  resendRefusedMessages,
  type Settlement,
} from '../../src/services/outbox.ts';
import { actor, codeOf, openTestContext, PLANNING_OFFICE, personOf } from '../helpers/context.ts';
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

const sent = (message: Pick<ClaimedMessage, 'id'>): Settlement => ({
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
  const { context, states, wait } = await withMessages(
    ['a1', person('a')],
    ['b1', person('b')],
    ['a2', person('a')],
  );
  const { given, deliver } = recording(sent);
  expect(await deliverOutbox(context, deliver)).toBe(2);
  wait(1);
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
      ? { outcome: 'RETRY', notBefore: later(30), error: 'internal_error', doubtful: true }
      : sent(message),
  );
  await deliverOutbox(context, deliver);
  expect(await deliverOutbox(context, deliver)).toBe(0);
  wait(29);
  expect(await deliverOutbox(context, deliver)).toBe(0);
  wait(1);
  expect(await deliverOutbox(context, deliver)).toBe(1);
  wait(1);
  expect(await deliverOutbox(context, deliver)).toBe(1);
  expect(given).toEqual(['a1 #1', 'b1 #1', 'a1 #2', 'a2 #1']);
  expect(states()).toEqual(['a1 SENT', 'a2 SENT', 'b1 SENT']);
});

test('what can never be sent is put aside, and what follows it goes on', async () => {
  const { context, states, wait } = await withMessages(['a1', person('a')], ['a2', person('a')]);
  const { deliver } = recording((message) =>
    message.key === 'a1' ? { outcome: 'DEAD', error: 'channel_not_found' } : sent(message),
  );
  await deliverOutbox(context, deliver);
  wait(1);
  await deliverOutbox(context, deliver);
  expect(states()).toEqual(['a1 DEAD', 'a2 SENT']);
  expect(await context.store.countOutbox()).toEqual({ pending: 0, dead: 1, doubtful: 0 });
  expect(await deliverOutbox(context, deliver)).toBe(0);
});

describe('what was put aside', () => {
  const dead: Settlement = { outcome: 'DEAD', error: 'channel_not_found' };
  const doubtful: Settlement = { outcome: 'DOUBTFUL', error: 'missing_scope' };

  /** a1 was refused, b1 is in doubt. */
  async function withUnsettled() {
    const opened = await withMessages(['a1', person('programmazione')], ['b1', person('b')]);
    await deliverOutbox(opened.context, async ({ key }) => (key === 'a1' ? dead : doubtful));
    const listed = await listUnsettledMessages(opened.context, PLANNING_OFFICE);
    const [a1, b1] = listed.ok ? listed.value : [];
    if (!a1 || !b1) throw new Error('nothing listed');
    opened.wait(1);
    return { ...opened, a1, b1 };
  }
  const inbox = (key: string) => ({ key, fingerprint: 'f' });

  test('is listed with why and to whom, and what was refused is sent once it is put back', async () => {
    const { context, states, a1, b1 } = await withUnsettled();
    expect(a1).toMatchObject({ key: 'a1', state: 'DEAD', error: 'channel_not_found' });
    expect(a1.receiver).toBe(personOf('programmazione').name);
    expect(b1).toMatchObject({ key: 'b1', state: 'DOUBTFUL', receiver: 'b' });
    const woken = context.wakes();
    expect(await resendRefusedMessages(context, PLANNING_OFFICE, null)).toMatchObject({
      value: { outcome: 'DONE', messages: [{ key: 'a1' }] },
    });
    expect(context.wakes()).toBe(woken + 1);
    await deliverOutbox(context, async (message) => sent(message));
    expect(states()).toEqual(['a1 SENT', 'b1 DOUBTFUL']);
    expect(await resendRefusedMessages(context, PLANNING_OFFICE, null)).toMatchObject({
      value: { outcome: 'DONE', messages: [] },
    });
    expect(context.audit().at(-1)).toMatchObject({
      kind: 'MESSAGES_RESENT',
      body: { messages: [a1.id] },
    });
  });

  test('a doubtful one is sent again by its number, and taken as never tried', async () => {
    const { context, b1 } = await withUnsettled();
    expect(await resendMessage(context, PLANNING_OFFICE, b1.id, null)).toMatchObject({
      value: { outcome: 'DONE', messages: [{ state: 'DOUBTFUL' }] },
    });
    const given: ClaimedMessage[] = [];
    await deliverOutbox(context, async (message) => {
      given.push(message);
      return sent(message);
    });
    expect(given).toMatchObject([{ key: 'b1', firstTriedAt: null }]);
  });

  test('the same request again has no second effect, though the outcome is in doubt again', async () => {
    const { context, states, wait, b1 } = await withUnsettled();
    await resendMessage(context, PLANNING_OFFICE, b1.id, inbox('command/1'));
    await deliverOutbox(context, async () => doubtful);
    wait(1);
    expect(await resendMessage(context, PLANNING_OFFICE, b1.id, inbox('command/1'))).toMatchObject({
      value: { outcome: 'REPEATED' },
    });
    expect(states()).toEqual(['a1 DEAD', 'b1 DOUBTFUL']);
  });

  test('is taken off the list without being sent', async () => {
    const { context, states, a1 } = await withUnsettled();
    expect(await dismissMessage(context, PLANNING_OFFICE, a1.id, null)).toMatchObject({
      value: { outcome: 'DONE' },
    });
    expect(states()).toEqual(['a1 DROPPED', 'b1 DOUBTFUL']);
  });

  test('of a number that is not listed, those that are listed are told', async () => {
    const { context, a1, b1 } = await withUnsettled();
    const unknown = { value: { outcome: 'UNKNOWN', listed: [a1.id, b1.id] } };
    expect(await resendMessage(context, PLANNING_OFFICE, 999, null)).toMatchObject(unknown);
    expect(await dismissMessage(context, PLANNING_OFFICE, 999, null)).toMatchObject(unknown);
  });

  test.each(['STAFF', 'HEAD', 'MANAGER'] as const)('is not shown to %s, nor sent by them', async (role) => {
    const { context, a1 } = await withUnsettled();
    const somebody = actor(role, 'OSRU');
    for (const result of [
      await listUnsettledMessages(context, somebody),
      await resendRefusedMessages(context, somebody, null),
      await resendMessage(context, somebody, a1.id, null),
      await dismissMessage(context, somebody, a1.id, null),
    ]) {
      expect(codeOf(result)).toBe('ROLE_MAY_NOT');
    }
  });
});

test('what was refused for want of access is put back when it returns, before what waits behind it', async () => {
  const { context, states, wait } = await withMessages(
    ['a1', person('a')],
    ['a2', person('a')],
    ['b1', person('b')],
    ['b2', person('b')],
  );
  const { given, deliver } = recording(({ key }) => ({
    outcome: 'DEAD',
    error: key === 'a1' ? 'token_revoked' : 'is_archived',
  }));
  await deliverOutbox(context, deliver);
  wait(1);
  expect(await deliverOutbox(context, deliver)).toBe(1);
  expect(given).toEqual(['a1 #1', 'b1 #1', 'b2 #1']);
  expect(await requeueAfterLostAccess(context)).toBe(1);
  wait(1);
  await deliverOutbox(context, async (message) => sent(message));
  expect(states()).toEqual(['a1 SENT', 'a2 PENDING', 'b1 DEAD', 'b2 DEAD']);
});

test('one that hangs too long is not posted any more: until when, each message is told', async () => {
  const { context, later } = await withMessages(['a1', person('a')]);
  const told: (string | undefined)[] = [];
  await deliverOutbox(context, async (message, postBy) => {
    told.push(postBy);
    return sent(message);
  });
  // 60 s of claim, less 30 s in which a call may have its effect, less 6 s of margin.
  expect(told).toEqual([later(24)]);
});

test.each([
  { outcome: 'SENT', paced: true, settlement: sent({ id: 1 }) },
  { outcome: 'DEAD', paced: true, settlement: { outcome: 'DEAD', error: 'x' } as const },
  { outcome: 'NOTHING_TO_SEND', paced: false, settlement: { outcome: 'NOTHING_TO_SEND' } as const },
])('after $outcome the destination waits for its second: $paced', async ({ paced, settlement }) => {
  const { context, wait } = await withMessages(['a1', person('a')], ['a2', person('a')]);
  await deliverOutbox(context, async () => settlement);
  wait(0.999);
  const { given, deliver } = recording(sent);
  expect(await deliverOutbox(context, deliver)).toBe(paced ? 0 : 1);
  wait(0.001);
  await deliverOutbox(context, deliver);
  expect(given).toEqual(['a2 #1']);
});

test('what the database does not take at once is noted later: it is not sent again', async () => {
  const { context, states } = await withMessages(['a1', person('a')]);
  let refusals = 1;
  const store = {
    ...context.store,
    settleOutbox: async (...args: Parameters<typeof context.store.settleOutbox>) => {
      if (refusals-- > 0) throw new StoreBusy(2_500);
      return context.store.settleOutbox(...args);
    },
  };
  const { given, deliver } = recording(sent);
  await deliverOutbox({ ...context, store }, deliver);
  expect(given).toEqual(['a1 #1']);
  expect(states()).toEqual(['a1 SENT']);
});

describe('a worker that is gone', () => {
  test('its message is taken again after a minute, as a further attempt', async () => {
    const { context, wait, states } = await withMessages(['a1', person('a')]);
    await context.store.claimOutbox({
      now: context.realNow().toISOString(),
      clockNow: context.clock.now().toISOString(),
      limit: 1,
      claimSeconds: 60,
    });
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
      clockNow: context.clock.now().toISOString(),
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
