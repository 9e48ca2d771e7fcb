/** Asked on Monday, reminded on Wednesday, the head told on Thursday; on the next Monday what is left, once more. */
import { expect, test } from 'vitest';
import { actorOf } from '../../../src/domain/actor.ts';
import { skipCheckIn } from '../../../src/services/skip-check-in.ts';
import { personOf } from '../../helpers/context.ts';
import {
  answer,
  askedOf,
  checkInKeys,
  MONDAY,
  NEXT_MONDAY,
  openRhythm,
  THURSDAY,
  WEDNESDAY,
} from './rhythm.ts';
import { historyOf, tellRun } from './support.ts';

test('two weeks, with two processes: everybody is asked once, and what is not answered is not forgotten', async () => {
  const context = await openRhythm();
  const told = () =>
    context.messages().flatMap(({ notice }) => (notice.kind === 'ESCALATION' ? [notice] : []));
  expect(await context.at('2020-09-14T07:29:00.000Z')).toEqual([]);

  // The first check-in asks about everything that has started.
  expect(await context.at(MONDAY)).toEqual(checkInKeys('2020-09-14', 'direzione', 'lavoro', 'osru'));
  expect(await askedOf(context, '2020-09-14', 'osru')).toEqual(['1.1.6', '1.1.1', '1.1.2', '1.1.3']);
  expect(await context.at('2020-09-14T07:31:00.000Z')).toEqual([]);

  context.setTime('2020-09-15T08:00:00.000Z');
  await answer(context, 'referente.osru', ['1.1.1', '1.1.3']);
  // What several structures were asked about is answered for all of them by any.
  const open = ['1.1.6', '1.1.2'];
  const others = (await askedOf(context, '2020-09-14', 'direzione'))?.filter((item) => !open.includes(item));
  await answer(context, 'referente.direzione', others ?? []);
  const lavoro = actorOf(personOf('referente.lavoro'));
  const skipped = await skipCheckIn(context, lavoro, `2020-2020-09-14-${lavoro.key}`, 'a fine mese', null);
  expect(skipped.ok).toBe(true);

  // Lavoro has given a reason.
  expect(await context.at(WEDNESDAY)).toEqual(
    ['direzione', 'osru'].map((of) => `check-in-again/${WEDNESDAY}/2020-2020-09-14-referente.${of}`),
  );
  expect(await context.at('2020-09-16T07:31:00.000Z')).toEqual([]);
  // Direzione has no head: the planning office is told.
  expect(await context.at(THURSDAY)).toEqual([
    'escalation/2020/DIREZIONE/2020-W38/programmazione',
    'escalation/2020/OSRU/2020-W38/responsabile.osru',
  ]);
  expect(told().slice(1)).toEqual([
    {
      kind: 'ESCALATION',
      structure: 'OSRU',
      day: '2020-09-17',
      late: null,
      unanswered: [{ person: 'referente.osru', askedOn: '2020-09-14', items: open }],
    },
  ]);

  // Only what is near its end or past it, and what has no answer: 1.1.2 ends on 30/10 and waits, 1.1.3 was answered.
  const asked = await context.at(NEXT_MONDAY);
  expect(asked.filter((key) => key.startsWith('check-in/'))).toEqual(
    checkInKeys('2020-09-21', 'direzione', 'lavoro', 'osru'),
  );
  expect(await askedOf(context, '2020-09-21', 'osru')).toEqual(['1.1.6', '1.1.1', '1.1.2']);
  expect(await askedOf(context, '2020-09-21', 'direzione')).toEqual(['1.1.5', '1.1.6', '1.1.1', '1.1.2']);
  // Lavoro had skipped 1.1.2.
  expect(await askedOf(context, '2020-09-21', 'lavoro')).toEqual(['1.1.5', '1.1.6', '1.1.1']);

  expect(await context.at('2020-09-23T07:30:00.000Z')).toHaveLength(3);
  await context.at('2020-09-24T13:00:00.000Z');
  // Each since the first time that it was asked: 1.1.1 was answered in between.
  expect(
    told().find(({ structure, day }) => structure === 'OSRU' && day === '2020-09-24')?.unanswered,
  ).toEqual([{ person: 'referente.osru', askedOn: '2020-09-14', items: ['1.1.6', '1.1.1', '1.1.2'] }]);

  // Two weeks after the first, everything again.
  await context.at('2020-09-28T07:30:00.000Z');
  expect(await askedOf(context, '2020-09-28', 'osru')).toEqual(['1.1.6', '1.1.1', '1.1.3', '1.1.2']);

  const history = await historyOf(context);
  expect(
    history.filter(({ structure }) => structure === 'OSRU').map((each) => [tellRun(each), each.messages]),
  ).toEqual(
    expect.arrayContaining([
      ['ON_TIME CHECK_IN OSRU 2020-W38', 1],
      ['ON_TIME REMINDER OSRU 2020-W38', 1],
      ['ON_TIME ESCALATION OSRU 2020-W38', 1],
      ['ON_TIME CHECK_IN OSRU 2020-W39', 1],
      ['ON_TIME CHECK_IN OSRU 2020-W40', 1],
    ]),
  );
  const checkIns = history.filter(({ kind, structure }) => kind === 'CHECK_IN' && structure === 'OSRU');
  expect(checkIns.map(({ full }) => full)).toEqual([true, false, true]);
  const silent = history.filter(
    ({ kind, structure, period }) => kind === 'ESCALATION' && structure === 'LAVORO' && period === '2020-W38',
  );
  expect(silent.map(({ outcome, messages }) => [outcome, messages])).toEqual([['ON_TIME', 0]]);

  const audit = context
    .audit()
    .filter(({ kind }) => kind !== 'STATUS_REPORTED' && kind !== 'MEASUREMENT_RECORDED');
  expect(JSON.stringify(audit.map(({ body }) => body))).not.toMatch(/referente|responsabile/);
  expect(audit.find(({ kind }) => kind === 'UNANSWERED_ESCALATED')?.body).toEqual({
    structure: 'DIREZIONE',
    period: '2020-W38',
    people: 1,
    items: ['1.1.6', '1.1.2'],
  });
});
