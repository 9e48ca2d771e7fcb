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
  store.claimOutbox({ now: at(seconds), clockNow: at(seconds), limit, claimSeconds: 60 });
const keysOf = async (claimed: ReturnType<typeof claim>) => (await claimed).map(({ key }) => key);

/** Claims one message at `seconds`. */
async function claimOne(store: Store, seconds: number) {
  const [claimed] = await claim(store, seconds, 1);
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
    expect(await store.countOutbox()).toEqual({ pending: 1, dead: 0, doubtful: 0 });

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
      doubtful: false,
    });
    expect(await keysOf(claim(store, 29))).toEqual([]);
    expect(await claim(store, 30)).toMatchObject([{ key: 'a1', attempt: 2 }]);
  });

  test('DEAD: never again, and its destination goes on', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
    const first = await claimOne(store, 0);
    await store.settleOutbox(first.id, 1, { outcome: 'DEAD', error: 'channel_not_found' });
    expect(await keysOf(claim(store, 1))).toEqual(['a2']);
    expect(await store.countOutbox()).toEqual({ pending: 1, dead: 1, doubtful: 0 });
  });

  test('DOUBTFUL: shown, never again by itself, and its destination goes on', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
    const first = await claimOne(store, 0);
    await store.settleOutbox(first.id, 1, { outcome: 'DOUBTFUL', error: 'missing_scope' });
    expect(await store.listUnsettledMessages(10)).toMatchObject([
      { key: 'a1', state: 'DOUBTFUL', error: 'missing_scope' },
    ]);
    expect(await store.countOutbox()).toEqual({ pending: 1, dead: 0, doubtful: 1 });
    expect(await keysOf(claim(store, 1))).toEqual(['a2']);
  });
});

describe('that something may have been left in Slack', () => {
  const RETRY = { outcome: 'RETRY', notBefore: at(0), error: 'x' } as const;

  test('is not said of the first try', async () => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    expect(await claimOne(store, 0)).toMatchObject({ attempt: 1, firstTriedAt: null });
  });

  test.each([
    { why: 'an attempt in doubt is remembered', doubtful: [true], firstTriedAt: at(0) },
    { why: 'by its first one', doubtful: [true, true], firstTriedAt: at(0) },
    { why: 'an attempt that left nothing is not', doubtful: [false], firstTriedAt: null },
    { why: 'nor once a look has found nothing', doubtful: [true, false], firstTriedAt: null },
    { why: 'from then on it counts anew', doubtful: [true, false, true], firstTriedAt: at(2) },
  ])('$why', async ({ doubtful, firstTriedAt }) => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    for (const [second, each] of doubtful.entries()) {
      const { id, attempt } = await claimOne(store, second);
      expect(await store.settleOutbox(id, attempt, { ...RETRY, doubtful: each })).toBe(true);
    }
    expect(await claimOne(store, 10)).toMatchObject({ attempt: doubtful.length + 1, firstTriedAt });
  });

  test('is known of a claim that nobody settled: whoever made it may have posted', async () => {
    const { store, file } = await storeWithMessages(['a1', person('a')]);
    await claimOne(store, 0);
    expect(await claimOne(await openTestStore(file), 60)).toMatchObject({ attempt: 2, firstTriedAt: at(0) });
  });

  test('is of no more account once a person puts the message back', async () => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    const { id } = await claimOne(store, 0);
    await store.settleOutbox(id, 1, { outcome: 'DOUBTFUL', error: 'missing_scope' });
    expect(await store.requeueMessage(id)).toBe(true);
    expect(await claimOne(store, 1)).toMatchObject({ firstTriedAt: null });
  });
});

describe('the pace of a destination', () => {
  test('is kept by every process, and holds up no other destination', async () => {
    const { store, file } = await storeWithMessages(
      ['a1', person('a')],
      ['a2', person('a')],
      ['b1', person('b')],
    );
    const other = await openTestStore(file);
    const first = await claimOne(store, 0);
    await store.settleOutbox(first.id, 1, { outcome: 'SENT', channel: 'D1', ts: '1.1' }, at(5));
    expect(await keysOf(claim(other, 4))).toEqual(['b1']);
    expect(await keysOf(claim(other, 5))).toEqual(['a2']);
  });

  test('is set by who holds the message alone', async () => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    const lost = await claimOne(store, 0);
    const again = await claimOne(store, 60);
    await store.settleOutbox(lost.id, lost.attempt, { outcome: 'DEAD', error: 'x' }, at(900));
    await store.settleOutbox(again.id, again.attempt, { ...RETRY_AT_ONCE });
    expect(await keysOf(claim(store, 61))).toEqual(['a1']);
  });
});

const RETRY_AT_ONCE = { outcome: 'RETRY', notBefore: at(0), error: 'x', doubtful: false } as const;

describe('when something may next be sent', () => {
  const EVER = new Date(0).toISOString();
  const next = (store: Store) => store.nextOutboxAt(60);

  test('never, when nothing waits', async () => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    const { id } = await claimOne(store, 0);
    await store.settleOutbox(id, 1, { outcome: 'SENT', channel: 'D1', ts: '1.1' }, at(5));
    expect(await next(store)).toBeNull();
  });

  test('at once, what was never tried', async () => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    expect(await next(store)).toBe(EVER);
  });

  test('at the end of the claim, what somebody holds', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
    await claimOne(store, 7);
    expect(await next(store)).toBe(at(67));
    expect(await keysOf(claim(store, 66.999))).toEqual([]);
    expect(await keysOf(claim(store, 67))).toEqual(['a1']);
  });

  test.each([
    { why: 'its own time', notBefore: at(9), nextAt: at(3), expected: at(9) },
    { why: 'its destination’s', notBefore: at(3), nextAt: at(9), expected: at(9) },
  ])('at the later of both: $why', async ({ notBefore, nextAt, expected }) => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    const { id } = await claimOne(store, 0);
    await store.settleOutbox(id, 1, { ...RETRY_AT_ONCE, notBefore }, nextAt);
    expect(await next(store)).toBe(expected);
  });

  test('the earliest of all destinations', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['b1', person('b')]);
    for (const { id, key } of await claim(store, 0)) {
      await store.settleOutbox(id, 1, { ...RETRY_AT_ONCE, notBefore: key === 'a1' ? at(9) : at(4) });
    }
    expect(await next(store)).toBe(at(4));
  });
});

/** As if messages had been sent, tried and claimed, and the clock then set back by hours or days. */
describe('once the machine’s clock was set back', () => {
  test.each([
    { why: 'the rest of a destination', ahead: 61, free: true },
    { why: 'a rest that may be one', ahead: 60, free: false },
  ])('$why, $ahead s ahead: sent at once: $free', async ({ ahead, free }) => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
    const { id } = await claimOne(store, 0);
    await store.settleOutbox(id, 1, { outcome: 'SENT', channel: 'D1', ts: '1.1' }, at(ahead));
    expect(await keysOf(claim(store, 0))).toEqual(free ? ['a2'] : []);
  });

  test.each([
    { why: 'a next try', ahead: 86_401, free: true },
    { why: 'a next try that Slack may have asked for', ahead: 86_400, free: false },
  ])('$why, $ahead s ahead: sent at once: $free', async ({ ahead, free }) => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    const { id } = await claimOne(store, 0);
    await store.settleOutbox(id, 1, { ...RETRY_AT_ONCE, notBefore: at(ahead) });
    expect(await keysOf(claim(store, 0))).toEqual(free ? ['a1'] : []);
  });

  test.each([
    { why: 'a claim', ahead: 61, free: true },
    { why: 'a claim that somebody may hold', ahead: 60, free: false },
  ])('$why, $ahead s ahead: sent at once: $free', async ({ ahead, free }) => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    await claimOne(store, ahead);
    expect(await keysOf(claim(store, 0))).toEqual(free ? ['a1'] : []);
  });

  test.each([
    { why: 'the rest of a destination', nextAt: 3_600, notBefore: 0 },
    { why: 'a next try', nextAt: 0, notBefore: 90_000 },
  ])('nobody waits for $why', async ({ nextAt, notBefore }) => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
    const { id } = await claimOne(store, 0);
    await store.settleOutbox(id, 1, { ...RETRY_AT_ONCE, notBefore: inSeconds(notBefore) }, inSeconds(nextAt));
    const next = await store.nextOutboxAt(60);
    expect(Date.parse(next ?? '')).toBeLessThanOrEqual(Date.now());
  });

  test('nor for a claim', async () => {
    const { store } = await storeWithMessages(['a1', person('a')]);
    const now = new Date(Date.now() + 3_600_000).toISOString();
    await store.claimOutbox({ now, clockNow: now, limit: 1, claimSeconds: 60 });
    expect(await store.nextOutboxAt(60)).toBe(new Date(0).toISOString());
  });
});

describe('refused for want of access', () => {
  test('holds back what follows it, whichever process would send that, until it is put back', async () => {
    const { store, file } = await storeWithMessages(
      ['a1', person('a')],
      ['a2', person('a')],
      ['b1', person('b')],
    );
    const other = await openTestStore(file);
    const first = await claimOne(store, 0);
    await store.settleOutbox(first.id, 1, { outcome: 'DEAD', error: 'token_revoked' });
    expect(await keysOf(claim(other, 1))).toEqual(['b1']);
    expect(await other.nextOutboxAt(60)).toBe(at(61));
    await store.requeueMessage(first.id);
    const [again] = await claim(other, 2);
    expect(again).toMatchObject({ key: 'a1', firstTriedAt: null });
    await other.settleOutbox(first.id, 2, { outcome: 'SENT', channel: 'D1', ts: '1.1' });
    expect(await keysOf(claim(other, 3))).toEqual(['a2']);
  });

  test('taken off the list, it holds back nothing', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
    const { id } = await claimOne(store, 0);
    await store.settleOutbox(id, 1, { outcome: 'DEAD', error: 'token_revoked' });
    expect(await keysOf(claim(store, 1))).toEqual([]);
    expect(await store.dismissMessage(id)).toBe(true);
    expect(await store.dismissMessage(id)).toBe(false);
    expect(await keysOf(claim(store, 1))).toEqual(['a2']);
  });
});

describe('put back', () => {
  test('a dead message is sent with its next attempt, before what follows it, and fences the older ones', async () => {
    const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')], ['b1', person('b')]);
    const first = await claimOne(store, 0);
    await store.settleOutbox(first.id, 1, { outcome: 'DEAD', error: 'channel_not_found' });
    expect(await store.listUnsettledMessages(10)).toMatchObject([
      { id: first.id, key: 'a1', destination: person('a'), attempt: 1, error: 'channel_not_found' },
    ]);
    expect(await store.requeueMessage(first.id)).toBe(true);
    expect(await store.requeueMessage(first.id)).toBe(false);
    expect(await store.listUnsettledMessages(10)).toEqual([]);
    expect(await claim(store, 1, 1)).toMatchObject([{ key: 'a1', attempt: 2 }]);
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
    expect((await store.listUnsettledMessages(1)).map(({ key }) => key)).toEqual(['a1']);
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
    lane: 'CONVERSATION D1',
  },
  {
    destination: { kind: 'CONVERSATION', team: 'T1', channel: 'D1', threadTs: null } as const,
    lane: 'CONVERSATION T1 D1',
  },
  {
    destination: { kind: 'CONVERSATION', team: 'T1', channel: 'D1', threadTs: '1.2' } as const,
    lane: 'CONVERSATION T1 D1',
  },
])('$destination → $lane', ({ destination, lane }) => {
  expect(laneOf(destination)).toBe(lane);
});

test('what there was nothing to send of is neither sent again nor anybody’s trouble', async () => {
  const { store } = await storeWithMessages(['a1', person('a')], ['a2', person('a')]);
  const { id, attempt } = await claimOne(store, 0);
  expect(await store.settleOutbox(id, attempt, { outcome: 'NOTHING_TO_SEND' })).toBe(true);
  expect(await store.countOutbox()).toEqual({ pending: 1, dead: 0, doubtful: 0 });
  expect(await store.listUnsettledMessages(10)).toEqual([]);
  expect(await store.requeueMessage(id)).toBe(false);
  expect(await keysOf(claim(store, 1))).toEqual(['a2']);
});
