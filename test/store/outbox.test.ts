import { describe, expect, test } from 'vitest';
import type { Destination } from '../../src/domain/notice.ts';
import { laneOf } from '../../src/store/outbox-rows.ts';
import type { Store } from '../../src/store/port.ts';
import { decision, openTestStore, storeWithPlan } from './support.ts';

const person = (name: string): Destination => ({ kind: 'PERSON', person: name });

const checkInNotice = (checkInId: string) => ({ kind: 'CHECK_IN', checkInId }) as const;

/** `seconds` after nine. */
const at = (seconds: number): string => new Date(Date.UTC(2020, 8, 14, 9, 0, seconds)).toISOString();

async function storeWithMessages(...messages: readonly (readonly [key: string, to: Destination])[]) {
  const opened = await storeWithPlan();
  for (const [key, destination] of messages) {
    const notice = checkInNotice(key);
    await opened.store.commit(decision(opened.planId, { outbox: () => [{ key, destination, notice }] }));
  }
  return opened;
}

const claim = (store: Store, seconds: number, limit = 10) =>
  store.claimOutbox({ now: at(seconds), limit, claimSeconds: 60 });
const keysOf = async (claimed: ReturnType<typeof claim>) => (await claimed).map(({ key }) => key);

/** Claims one message at `seconds`. */
async function claimOne(store: Store, seconds: number) {
  const [claimed] = await claim(store, seconds);
  if (!claimed) throw new Error('nothing to claim');
  return claimed;
}

describe('claims', () => {
  test('one message a destination, the oldest first', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['b1', person('b')], ['a2', person('a')]);
    expect(await claim(store, 0)).toMatchObject([
      { key: 'a1', attempt: 1, destination: person('a'), notice: { kind: 'CHECK_IN', checkInId: 'a1' } },
      { key: 'b1', attempt: 1 },
    ]);
    expect(await keysOf(claim(store, 1))).toEqual([]);
  });

  test('no more than asked', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['b1', person('b')], ['c1', person('c')]);
    expect(await keysOf(claim(store, 0, 2))).toEqual(['a1', 'b1']);
    expect(await keysOf(claim(store, 0, 2))).toEqual(['c1']);
  });

  test('the next one of a destination only after the one before is settled', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
    const first = await claimOne(store, 0);
    expect(await store.settleOutbox(first.id, 1, { outcome: 'SENT', channel: 'D1', ts: '1.1' })).toBe(true);
    expect(await keysOf(claim(store, 1))).toEqual(['a2']);
  });

  test('are never both made by two processes', async () => {
    const { store, file } = await storeWithMessages(['a1', person('a')], ['b1', person('b')]);
    const other = await openTestStore(file);
    const claimed = await Promise.all([
      claim(store, 0, 1),
      claim(other, 0, 1),
      claim(store, 0),
      claim(other, 0),
    ]);
    expect(claimed.flat().map(({ key }) => key)).toEqual(['a1', 'b1']);
  });

  test('are lost after their time, and fenced then', async () => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    const lost = await claimOne(store, 0);
    expect(await keysOf(claim(store, 59))).toEqual([]);
    const again = await claimOne(store, 60);
    expect(again).toMatchObject({ id: lost.id, attempt: 2 });
    const sent = { outcome: 'SENT', channel: 'D1', ts: '1.1' } as const;
    expect(await store.settleOutbox(lost.id, lost.attempt, sent)).toBe(false);
    expect(await store.findSentByKey('a1')).toBeUndefined();
    expect(await store.settleOutbox(again.id, again.attempt, sent)).toBe(true);
    expect(await store.settleOutbox(again.id, again.attempt, sent)).toBe(false);
  });
});

describe('settled', () => {
  test('SENT: found by key and by message, and counted no more', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
    const first = await claimOne(store, 0);
    await store.settleOutbox(first.id, 1, { outcome: 'SENT', channel: 'D1', ts: '1.1' });
    const sent = { key: 'a1', channel: 'D1', ts: '1.1', team: null, notice: checkInNotice('a1') };
    expect(await store.findSentByKey('a1')).toEqual(sent);
    expect(await store.findSentByKey('a2')).toBeUndefined();
    expect(await store.countOutbox()).toEqual({ pending: 1, dead: 0 });

    // The same message drawn again keeps its first name.
    const second = await claimOne(store, 1);
    await store.settleOutbox(second.id, 1, { outcome: 'SENT', channel: 'D1', ts: '1.1' });
    expect(await store.findSentByMessage('D1', '1.1')).toEqual(sent);
    expect(await store.findSentByMessage('D1', '1.2')).toBeUndefined();
  });

  test('SENT: in the workspace that was told', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
    for (const [key, team] of [
      ['a1', 'T1'],
      ['a2', 'T2'],
    ] as const) {
      const { id, attempt } = await claimOne(store, 0);
      await store.settleOutbox(id, attempt, { outcome: 'SENT', channel: `D${team}`, ts: '1.1', team });
      const found = { key, channel: `D${team}`, ts: '1.1', team, notice: checkInNotice(key) };
      expect(await store.findSentByKey(key)).toEqual(found);
      expect(await store.findSentByMessage(`D${team}`, '1.1')).toEqual(found);
    }
  });

  test('RETRY: waits for its time, and holds back those behind it', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
    const first = await claimOne(store, 0);
    await store.settleOutbox(first.id, 1, {
      outcome: 'RETRY',
      notBefore: '2020-09-14T09:00:30Z',
      error: '429',
    });
    expect(await keysOf(claim(store, 29))).toEqual([]);
    expect(await claim(store, 30)).toMatchObject([{ key: 'a1', attempt: 2 }]);
  });

  test('DEAD: never again, and its destination goes on', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
    const first = await claimOne(store, 0);
    await store.settleOutbox(first.id, 1, { outcome: 'DEAD', error: 'channel_not_found' });
    expect(await keysOf(claim(store, 1))).toEqual(['a2']);
    expect(await store.countOutbox()).toEqual({ pending: 1, dead: 1 });
  });
});

describe('put back', () => {
  test('a dead message is sent with its next attempt, before what follows it, and fences the older ones', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')], ['b1', person('b')]);
    const first = await claimOne(store, 0);
    await store.settleOutbox(first.id, 1, { outcome: 'DEAD', error: 'channel_not_found' });
    expect(await store.listDeadMessages(10)).toMatchObject([
      { id: first.id, key: 'a1', destination: person('a'), attempt: 1, error: 'channel_not_found' },
    ]);
    expect(await store.requeueMessage(first.id)).toBe(true);
    expect(await store.requeueMessage(first.id)).toBe(false);
    expect(await store.listDeadMessages(10)).toEqual([]);
    expect(await claim(store, 1)).toMatchObject([{ key: 'a1', attempt: 2 }]);
    const sent = { outcome: 'SENT', channel: 'D1', ts: '1.1' } as const;
    expect(await store.settleOutbox(first.id, 1, sent)).toBe(false);
    expect(await store.settleOutbox(first.id, 2, sent)).toBe(true);
  });

  test('only a dead one, and no more are listed than asked', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['b1', person('b')]);
    const claimed = await claim(store, 0);
    expect(await store.requeueMessage(claimed[0]?.id ?? 0)).toBe(false);
    expect(await store.requeueMessage(99)).toBe(false);
    for (const { id } of claimed) await store.settleOutbox(id, 1, { outcome: 'DEAD', error: 'x' });
    expect((await store.listDeadMessages(1)).map(({ key }) => key)).toEqual(['a1']);
  });
});

test('a key is used once', async () => {
  const { store, planId } = await storeWithMessages(['a1', person('a')]);
  const again = decision(planId, {
    outbox: () => [
      { key: 'a1', destination: person('b'), notice: { kind: 'CHECK_IN', checkInId: 'x' } as const },
    ],
  });
  await expect(store.commit(again)).rejects.toThrow(/UNIQUE/);
});

test.each([
  { destination: person('referente.osru'), lane: 'PERSON referente.osru' },
  { destination: { kind: 'CHANNEL', name: 'osru' } as const, lane: 'CHANNEL osru' },
  { destination: { kind: 'CONVERSATION', channel: 'D1', threadTs: null } as const, lane: 'CONVERSATION D1' },
  {
    destination: { kind: 'CONVERSATION', channel: 'D1', threadTs: '1.2' } as const,
    lane: 'CONVERSATION D1 1.2',
  },
  {
    destination: { kind: 'CONVERSATION', team: 'T1', channel: 'D1', threadTs: null } as const,
    lane: 'CONVERSATION T1 D1',
  },
  {
    destination: { kind: 'CONVERSATION', team: 'T1', channel: 'D1', threadTs: '1.2' } as const,
    lane: 'CONVERSATION T1 D1 1.2',
  },
])('$lane', ({ destination, lane }) => {
  expect(laneOf(destination)).toBe(lane);
});

test('what there was nothing to send of is neither sent again nor anybody’s trouble', async () => {
  const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
  const { id, attempt } = await claimOne(store, 0);
  expect(await store.settleOutbox(id, attempt, { outcome: 'NOTHING_TO_SEND' })).toBe(true);
  expect(await store.countOutbox()).toEqual({ pending: 1, dead: 0 });
  expect(await store.listDeadMessages(10)).toEqual([]);
  expect(await store.requeueMessage(id)).toBe(false);
  expect(await keysOf(claim(store, 1))).toEqual(['a2']);
});
