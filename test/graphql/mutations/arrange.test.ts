/** What people arrange, by programs that act for them and by people themselves. */
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../src/domain/actor.ts';
import { PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { openTimedContext } from '../../helpers/timed-context.ts';
import { openApi, operation } from '../support.ts';
import { openAsked } from './support.ts';

const OSRU = actorOf(personOf('referente.osru'));

test('of one’s own hours what is left out stays, and null goes back to Slack’s', async () => {
  const { send } = await openAsked();
  const both = { hours: { from: '08:00', to: '14:00' }, timeZone: 'Atlantic/Azores' };
  await send('set-hours', { idempotencyKey: 'a', ...both }, OSRU);
  expect(await send('set-hours', { idempotencyKey: 'b' }, OSRU)).toMatchObject(both);
  expect(await send('set-hours', { idempotencyKey: 'c', hours: null }, OSRU)).toMatchObject({
    ...both,
    hours: null,
  });
  expect(await send('set-hours', { idempotencyKey: 'd', timeZone: null }, OSRU)).toMatchObject({
    hours: null,
    timeZone: 'Europe/Rome',
  });
});

test('a late repetition of what changed nothing changes nothing', async () => {
  const { context, send } = await openAsked();
  const monday = { change: { rule: { kind: 'CHECK_IN', weekday: 1 } } };
  expect(await send('change-schedule', { idempotencyKey: 'a', ...monday })).toMatchObject({
    changed: false,
    duplicate: false,
  });
  const tuesday = { change: { rule: { kind: 'CHECK_IN', weekday: 2 } } };
  await send('change-schedule', { idempotencyKey: 'b', ...tuesday });
  const version = await context.store.planVersion(context.planId);
  expect(await send('change-schedule', { idempotencyKey: 'a', ...monday })).toMatchObject({
    duplicate: true,
    after: expect.stringContaining('martedì'),
  });
  expect(await context.store.planVersion(context.planId)).toBe(version);
});

describe('each thing of a schedule', () => {
  test.each([
    { change: { off: 'REMINDER' }, entry: 'REMINDER', followsPlan: false },
    { change: { cadence: { nearDays: 30 } }, entry: 'CADENCE', followsPlan: false },
    { change: { place: { town: 'pisa' } }, entry: 'PLACE', followsPlan: false },
    { change: { place: {} }, entry: 'PLACE', followsPlan: false },
    { change: { standard: 'CHECK_IN' }, entry: 'CHECK_IN', followsPlan: true },
    { change: { on: 'CHECK_IN' }, entry: 'CHECK_IN', followsPlan: true },
  ])('$change', async ({ change, entry, followsPlan }) => {
    const { send } = await openAsked();
    expect(await send('change-schedule', { structure: 'osru', change })).toMatchObject({
      entry,
      structure: 'OSRU',
      followsPlan,
    });
  });

  test('a yearly rule keeps its days in order, each once', async () => {
    const { send } = await openAsked();
    const change = { rule: { kind: 'INTERIM_REVIEW', days: ['10-31', '06-30', '10-31'], time: '18:00' } };
    const { after, before } = await send('change-schedule', { change });
    expect(before).toContain('30/09');
    expect(after).toMatch(/30\/06.*31\/10/);
    expect(after).not.toContain('30/09');
  });
});

test('what cannot be left keeps nobody from leaving the rest, and is told', async () => {
  const { send } = await openAsked();
  const result = await send(
    'delegate-items',
    {
      of: { items: ['1.1.3', '1.2.1'] },
      to: 'responsabile.osru',
      startsOn: '2020-09-14',
      endsOn: '2020-09-20',
    },
    OSRU,
  );
  expect(result).toMatchObject({
    delegated: [{ item: '1.1.3' }],
    notDelegated: [{ item: '1.2.1', code: 'NOT_YOURS', field: 'of.items.1' }],
  });
});

test('all that somebody left ends at once', async () => {
  const { context, send } = await openAsked();
  const left = {
    of: { everything: true },
    to: 'responsabile.osru',
    startsOn: '2020-09-14',
    endsOn: '2020-09-20',
  };
  const { delegated } = await send('delegate-items', { idempotencyKey: 'a', ...left }, OSRU);
  expect(delegated.length).toBeGreaterThan(1);
  const { ended } = await send('end-delegations', { of: { everything: true } }, OSRU);
  expect(ended).toEqual(delegated);
  expect((await context.store.loadArrangements(context.planId)).delegations).toEqual([]);
});

test('somebody without the right learns nothing of the directory', async () => {
  const { send } = await openAsked();
  const reader = { key: 'key:reader00', role: 'READER', structures: [] } as const;
  const answers = await Promise.all(
    ['referente.osru@arti.example', 'nessuno@arti.example'].map((onBehalfOf) =>
      send('end-absence', { onBehalfOf }, reader),
    ),
  );
  expect(answers[0]).toEqual(answers[1]);
});

test('asked again on another day, a repeated request asks nobody', async () => {
  const { context, send } = await openAsked();
  const first = await send('ask-check-ins', {});
  expect(first.asked).toBeGreaterThan(0);
  context.goTo('2020-09-21');
  const messages = context.messages().length;
  expect(await send('ask-check-ins', {})).toMatchObject({ asked: 0, duplicate: true });
  expect(context.messages()).toHaveLength(messages);
});

test('who was asked is named to whoever may read who has not answered', async () => {
  const { send } = await openAsked();
  const { groups } = await send('ask-check-ins', {});
  expect(groups[0]).toMatchObject({ outcome: 'ASKED', names: expect.arrayContaining(['Referente OSRU']) });
});

test('the real day is nobody’s to move', async () => {
  const context = await openTimedContext('2020-09-14T08:00:00.000Z');
  const api = await openApi({ context, actor: PLANNING_OFFICE });
  const input = { idempotencyKey: 'k', day: '2020-09-30' };
  expect((await api.ask(operation('move-day'), { input })).data.moveDay).toMatchObject({
    code: 'DAY_NOT_MOVABLE',
    field: 'day',
  });
});

test('the day goes where it was asked once, not back again', async () => {
  const { context, send } = await openAsked();
  await send('move-day', { idempotencyKey: 'a', day: '2020-09-30' });
  await send('move-day', { idempotencyKey: 'b', day: '2020-10-05' });
  expect(await send('move-day', { idempotencyKey: 'a', day: '2020-09-30' })).toMatchObject({
    day: '2020-10-05',
    duplicate: true,
  });
  expect(context.clock.today()).toBe('2020-10-05');
});
