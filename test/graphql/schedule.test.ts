/** The rhythm of a plan, what became of its slots, and what was not delivered, as programs read them. */
import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/domain/directory.ts';
import type { Destination } from '../../src/domain/notice.ts';
import { changeSchedule } from '../../src/services/schedule/change-schedule.ts';
import { actor, PLANNING_OFFICE } from '../helpers/context.ts';
import { LAVORO } from '../helpers/figures.ts';
import { openTimedContext } from '../helpers/timed-context.ts';
import { settle, weeklyRuns } from '../services/schedule/support.ts';
import { openApi, operation } from './support.ts';

const open = async () => {
  const context = await openTimedContext('2020-09-14T10:00:00.000Z');
  return { context, api: await openApi({ context }) };
};

test('the rules, in data and in words, with the next moment and the last', async () => {
  const { context, api } = await open();
  const wish = { kind: 'RULE', recurrence: { every: 'WEEK', weekday: 2 }, time: '10:00' } as const;
  const input = { structure: 'OSRU', wanted: { name: 'CHECK_IN', wish } } as const;
  await changeSchedule(context, PLANNING_OFFICE, input, null);
  await settle(context, context.planId, {});
  const { data, errors } = await api.ask(operation('plan-schedule'));
  expect(errors).toEqual([]);
  const { rules, cadences, places } = data.plan.schedule;
  expect(rules).toHaveLength(9);
  expect(rules.at(-1)).toEqual({
    kind: 'CHECK_IN',
    structure: 'OSRU',
    isOff: false,
    recurrence: 'WEEK',
    weekday: 2,
    dayOfMonth: null,
    days: [],
    time: '10:00',
    inWords: 'ogni martedì alle 10:00',
    since: '2020-09-14T10:00:00.000Z',
    next: {
      at: '2020-09-22T08:00:00.000Z',
      day: '2020-09-22',
      period: '2020-W39',
      movedFrom: null,
      movedBecause: null,
    },
    last: {
      period: '2020-W38',
      inWords: 'in orario',
      outcome: 'ON_TIME',
      settledAt: '2020-09-14T07:30:05.000Z',
    },
  });
  expect(rules[6]).toMatchObject({
    kind: 'QUARTERLY_DIGEST',
    dayOfMonth: 10,
    next: { movedFrom: '2020-10-10' },
  });
  expect(rules[7]).toMatchObject({ kind: 'INTERIM_REVIEW', days: ['06-30', '09-30'], structure: null });
  expect(cadences).toMatchObject([{ structure: null, nearDays: 21, everyWeeks: 2 }]);
  expect(places).toMatchObject([{ structure: null, place: 'Firenze' }]);
});

test('words in the language asked for', async () => {
  const { api } = await open();
  const { data } = await api.ask('{ plan { schedule { rules { inWords(language: EN) } } } }');
  expect(data.plan.schedule.rules[0].inWords).toBe('every Monday at 09:30');
});

test('what became of the slots, a page after the other', async () => {
  const { context, api } = await open();
  await settle(context, context.planId, ...weeklyRuns(3), {
    structure: LAVORO,
    outcome: 'SKIPPED',
    because: 'STALE',
    messages: 0,
  });
  const page = async (variables: object) =>
    (await api.ask(operation('plan-schedule'), variables)).data.plan.slotRuns;
  const first = await page({ first: 2 });
  expect(first.nodes[0]).toEqual({
    kind: 'CHECK_IN',
    structure: 'LAVORO',
    period: '2020-W38',
    at: '2020-09-14T07:30:00.000Z',
    asOf: '2020-09-14',
    settledAt: '2020-09-14T07:30:05.000Z',
    outcome: 'SKIPPED',
    because: 'STALE',
    messages: 0,
    inWords: 'saltata: non più utile',
  });
  expect(first.pageInfo.hasNextPage).toBe(true);
  const second = await page({ first: 2, after: first.pageInfo.endCursor });
  expect(second.nodes.map((run: { period: string }) => run.period)).toEqual(['2020-W02', '2020-W01']);
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect((await page({ structure: 'osru', kind: 'CHECK_IN' })).nodes).toHaveLength(3);
  expect((await page({ kind: 'REMINDER' })).nodes).toEqual([]);
});

test.each([
  { args: 'structure: "X"', code: 'UNKNOWN_STRUCTURE' },
  { args: 'first: 0', code: 'PAGE_SIZE_INVALID' },
  { args: 'after: "x"', code: 'CURSOR_INVALID' },
])('$args: $code', async ({ args, code }) => {
  const { api } = await open();
  const { errors } = await api.ask(`{ plan { slotRuns(${args}) { nodes { period } } } }`);
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual([code]);
});

describe('what was not delivered', () => {
  test('refused and doubtful ones, without anybody’s name', async () => {
    const { context, api } = await open();
    const destinations: readonly Destination[] = [
      { kind: 'CHANNEL', name: 'osru' },
      { kind: 'PERSON', person: 'referente.osru' },
      { kind: 'CHANNEL', name: 'lavoro' },
    ];
    await context.store.commit({
      planId: context.planId,
      revision: null,
      lastSequence: null,
      recordedAt: '2020-09-14T10:00:00.000Z',
      inbox: null,
      outbox: () =>
        destinations.map((destination, index) => ({
          key: `k${index}`,
          destination,
          notice: { kind: 'STRUCTURE_SUMMARY', structure: LAVORO, summaryId: 's1' },
        })),
    });
    const now = '2020-09-14T10:00:00.000Z';
    const claimed = await context.store.claimOutbox({ now, clockNow: now, limit: 2, claimSeconds: 60 });
    const outcomes = [
      { outcome: 'DEAD', error: 'is_archived' },
      { outcome: 'DOUBTFUL', error: 'timeout' },
    ] as const;
    for (const [index, { id, attempt }] of claimed.entries()) {
      const settlement = outcomes[index];
      if (settlement) await context.store.settleOutbox(id, attempt, settlement);
    }
    const { data, text } = await api.ask(operation('outbox'));
    expect(data.outbox).toMatchObject({
      pending: 1,
      refused: 1,
      doubtful: 1,
      messages: [
        { number: 1, state: 'REFUSED', kind: 'STRUCTURE_SUMMARY', channel: 'osru', error: 'is_archived' },
        { number: 2, state: 'DOUBTFUL', channel: null, error: 'timeout' },
      ],
    });
    expect(text).not.toContain('referente');
    expect((await api.ask(operation('outbox'), { first: 1 })).data.outbox.messages).toHaveLength(1);
  });

  test.each<{ role: Role; code: string | undefined }>([
    { role: 'PLANNING', code: undefined },
    { role: 'MANAGER', code: 'ROLE_MAY_NOT' },
    { role: 'HEAD', code: 'ROLE_MAY_NOT' },
    { role: 'STAFF', code: 'ROLE_MAY_NOT' },
  ])('$role: $code', async ({ role, code }) => {
    const { context } = await open();
    const api = await openApi({ context, actor: actor(role, 'OSRU') });
    const { errors } = await api.ask('{ outbox { pending } }');
    expect(errors[0]?.extensions?.code).toBe(code);
  });
});
