/** A check-in answered, put off and left out by programs and by people. */
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../src/domain/actor.ts';
import { PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { openApi } from '../support.ts';
import { type Asked, openAsked } from './support.ts';

const OSRU = actorOf(personOf('referente.osru'));
const LAVORO = actorOf(personOf('referente.lavoro'));
const HEAD = actorOf(personOf('responsabile.osru'));

async function openCheckedIn(): Promise<Asked> {
  const asked = await openAsked();
  for (const phase of ['1.1.1', '1.1.2']) {
    await asked.send('report-status', { idempotencyKey: phase, phase, percent: 30 });
  }
  await asked.send('ask-check-ins', { idempotencyKey: 'ask' });
  return asked;
}

const itemsOf = (result: { readonly recorded: readonly { index: number | null; itemCode: string }[] }) =>
  result.recorded.map(({ index, itemCode }) => [index, itemCode]);

test('several answers and the rest unchanged, in one commit', async () => {
  const { context, send } = await openCheckedIn();
  const version = await context.store.planVersion(context.planId);
  const answers = [
    { item: '1.1.3', percent: 60, note: 'bando' },
    { item: '1.01.2', done: true },
  ];
  const result = await send('answer-check-in', { answers, othersUnchanged: true }, OSRU);
  expect(itemsOf(result)).toEqual([
    [0, '1.1.3'],
    [1, '1.1.2'],
    [null, '1.1.1'],
  ]);
  expect(await context.store.planVersion(context.planId)).toBe(version + 1);
  const { phases } = await context.store.loadStanding(context.planId, context.clock.today());
  expect([...phases].map(([code, { latest }]) => [code, latest.percentBps]).sort()).toEqual([
    ['1.1.1', 3000],
    ['1.1.2', 10000],
    ['1.1.3', 6000],
  ]);
});

test('all unchanged, pressed again with another key: nothing waits any more', async () => {
  const { send, left } = await openCheckedIn();
  expect(itemsOf(await send('answer-check-in', { othersUnchanged: true }, OSRU))).toEqual([
    [null, '1.1.1'],
    [null, '1.1.2'],
  ]);
  const before = await left();
  const again = await send('answer-check-in', { idempotencyKey: 'k-2', othersUnchanged: true }, OSRU);
  expect(again).toMatchObject({ recorded: [], duplicate: false });
  expect(await left()).toEqual(before);
  expect(await send('answer-check-in', { idempotencyKey: 'k-2', othersUnchanged: true }, OSRU)).toMatchObject(
    {
      duplicate: true,
    },
  );
});

test('one bad answer records none, and each is told', async () => {
  const { send, left } = await openCheckedIn();
  const start = await left();
  const answers = [
    { item: '1.1.1', percent: 50 },
    { item: '1.1.3', unchanged: true },
    { item: '1.1.2', percent: 50, units: 3 },
    { item: '1.1.2', numerator: 1, blockedBecause: 'x' },
    { item: '1.1.2', value: 3 },
    { item: '4.9.9', percent: 3 },
  ];
  const result = await send('answer-check-in', { answers, othersUnchanged: true }, OSRU);
  expect(
    result.problems.map(({ index, code, field }: Record<string, unknown>) => [index, code, field]),
  ).toEqual([
    [1, 'NOTHING_TO_REPEAT', 'answers.1.unchanged'],
    [2, 'ONE_FIGURE_EXPECTED', 'answers.2'],
    [3, 'ONE_FIGURE_EXPECTED', 'answers.3'],
    [4, 'UNITS_NOT_COUNTED', 'answers.4.value'],
    [5, 'UNKNOWN_CODE', 'answers.5.item'],
  ]);
  expect(await left()).toEqual(start);
});

test('once it is closed it takes no more', async () => {
  const { context, send } = await openCheckedIn();
  const api = await openApi({ context, actor: OSRU });
  const { data } = await api.ask('{ plan { checkIns { nodes { id structures { code } } } } }');
  const { id } = data.plan.checkIns.nodes.find(
    ({ structures }: { structures: { code: string }[] }) => structures[0]?.code === 'OSRU',
  );
  context.goTo('2020-10-14');
  const input = { checkIn: id, othersUnchanged: true };
  expect(await send('answer-check-in', input, OSRU)).toMatchObject({
    code: 'CHECK_IN_CLOSED',
    field: 'checkIn',
  });
  expect(await send('answer-check-in', { othersUnchanged: true }, OSRU)).toMatchObject({
    code: 'UNKNOWN_CHECK_IN',
    messageIt: 'Non c’è una richiesta di aggiornamento che accetti risposte.',
  });
});

describe('whose it is', () => {
  test.each([
    { why: 'the person asked', who: OSRU, onBehalfOf: undefined, answer: 'CheckInSuccess' },
    { why: 'the head of the structure', who: HEAD, onBehalfOf: 'referente.osru', answer: 'CheckInSuccess' },
    {
      why: 'a key that administers',
      who: PLANNING_OFFICE,
      onBehalfOf: 'referente.osru@arti.example',
      answer: 'CheckInSuccess',
    },
    { why: 'a colleague', who: LAVORO, onBehalfOf: 'referente.osru', answer: 'NOT_YOUR_PEOPLE' },
    { why: 'nobody', who: PLANNING_OFFICE, onBehalfOf: 'x@y', answer: 'UNKNOWN_COLLEAGUE' },
  ])('$why → $answer', async ({ who, onBehalfOf, answer }) => {
    const { send } = await openCheckedIn();
    const result = await send('skip-check-in', { because: 'ferie', onBehalfOf }, who);
    expect(result.code ?? result.__typename).toBe(answer);
  });

  test('named by its id, it needs no name, and of others it is refused', async () => {
    const { context, send } = await openCheckedIn();
    const api = await openApi({ context, actor: PLANNING_OFFICE });
    const { data } = await api.ask('{ plan { checkIns { nodes { id structures { code } } } } }');
    const { id: checkIn } = data.plan.checkIns.nodes.find(
      ({ structures }: { structures: { code: string }[] }) => structures[0]?.code === 'OSRU',
    );
    const input = { checkIn, until: { hours: 2 } };
    expect(await send('snooze-check-in', input, LAVORO)).toMatchObject({
      code: 'NOT_YOUR_CHECK_IN',
      field: 'checkIn',
    });
    expect(await send('snooze-check-in', { ...input, onBehalfOf: 'referente.lavoro' })).toMatchObject({
      code: 'NOT_YOUR_CHECK_IN',
    });
    expect(await send('snooze-check-in', { ...input, idempotencyKey: 'k-2' })).toMatchObject({
      nextAt: expect.stringMatching(/^2020-09-14T10:00/),
    });
  });
});
