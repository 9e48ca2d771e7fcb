/** Corrections: a newer report of the same day, unless something newer was said of that day meanwhile. */
import { expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { factId } from '../../../src/graphql/node-id.ts';
import { structureCode } from '../../helpers/figures.ts';
import { openAsked } from './support.ts';

const NOW = { year: 2020, asOf: null, baseline: null };

const report = (said: object) => ({ phase: '1.1.3', ...said });

test('an older day is corrected, though a later one was spoken of since', async () => {
  const { send } = await openAsked();
  await send('report-status', report({ idempotencyKey: 'a', percent: 40, reportedOn: '2020-09-01' }));
  await send('report-status', report({ idempotencyKey: 'b', percent: 60, reportedOn: '2020-09-10' }));
  const corrects = factId('StatusReport', NOW, 1);
  expect(await send('correct-report', { corrects, percent: 45 })).toMatchObject({
    report: { percent: 45, reportedOn: '2020-09-01', sequence: 3 },
    phase: { progress: { percent: 60 } },
  });
});

test('what was corrected before is not corrected again unseen', async () => {
  const { send, left } = await openAsked();
  await send('report-status', report({ idempotencyKey: 'a', percent: 40 }));
  await send('correct-report', { idempotencyKey: 'b', corrects: '1', percent: 45 });
  const start = await left();
  expect(await send('correct-report', { idempotencyKey: 'c', corrects: '1', percent: 50 })).toMatchObject({
    code: 'SAID_MEANWHILE',
    field: 'corrects',
    messageEn: expect.stringContaining('1.1.3'),
  });
  expect(await left()).toEqual(start);
  expect(await send('correct-report', { idempotencyKey: 'd', corrects: '2', percent: 50 })).toMatchObject({
    report: { percent: 50 },
  });
});

test('of two who correct the same at once, one does', async () => {
  const { send } = await openAsked();
  await send('report-status', report({ idempotencyKey: 'a', percent: 40 }));
  const results = await Promise.all(
    [50, 60].map((percent) =>
      send('correct-report', { idempotencyKey: `b-${percent}`, corrects: '1', percent }),
    ),
  );
  expect(results.map(({ __typename, code }) => code ?? __typename).sort()).toEqual([
    'ReportStatusSuccess',
    'SAID_MEANWHILE',
  ]);
});

test('what an act has taken out of the plan since is corrected in its own days', async () => {
  const { send } = await openAsked();
  const said = { goal: '3.3', numerator: 5, denominator: 10, reportedOn: '2020-07-01' };
  await send('record-measurement', { idempotencyKey: 'a', ...said });
  expect(await send('correct-measurement', { corrects: '1', numerator: 6, denominator: 10 })).toMatchObject({
    measurement: { numerator: 6, reportedOn: '2020-07-01' },
    goal: { code: '3.3' },
  });
  expect(
    await send('correct-measurement', { idempotencyKey: 'c', corrects: '1', numerator: 7, denominator: 10 }),
  ).toMatchObject({ code: 'SAID_MEANWHILE' });
});

test('a report is no measurement, and that of others is not told apart from none', async () => {
  const { send } = await openAsked();
  await send('report-status', report({ idempotencyKey: 'a', percent: 40 }));
  const asMeasurement = { corrects: factId('StatusReport', NOW, 1), numerator: 1, denominator: 2 };
  expect(await send('correct-measurement', asMeasurement)).toMatchObject({ code: 'UNKNOWN_REPORT' });
  const lavoro = [structureCode('LAVORO')];
  const key: Actor = { key: 'key:lavoro00', role: 'STAFF', structures: lavoro, rowsOf: lavoro };
  expect(await send('correct-report', { corrects: '1', percent: 5 }, key)).toMatchObject({
    code: 'UNKNOWN_REPORT',
    field: 'corrects',
  });
});
