/** Many statements at once: all of them or none, and everything that is wrong told. */
import { describe, expect, test } from 'vitest';
import { addDays, isoDate } from '../../../src/domain/dates.ts';
import { BULK_LIMIT } from '../../../src/graphql/types/mutations/record-reports.ts';
import { OSRU_STAFF } from '../../helpers/context.ts';
import { openAsked } from './support.ts';

const status = (phase: string, said: object) => ({ status: { phase, ...said } });
const measurement = (goal: string, said: object) => ({ measurement: { goal, ...said } });

/** As many as may be: phases and an indicator, on every day of the plan up to today. */
const manyReports = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const reportedOn = addDays(isoDate('2020-01-01'), index % 250);
    return index % 5 === 0
      ? measurement('3.1', { numerator: index, denominator: 20015, reportedOn })
      : status(`1.1.${(index % 6) + 1}`, { percent: index % 101, reportedOn });
  });

test('reports and measurements mixed, in one commit, each at its place', async () => {
  const { context, send } = await openAsked();
  const version = await context.store.planVersion(context.planId);
  const reports = [
    measurement('3.1', { numerator: 8006, denominator: 20015 }),
    status('1.1.3', { percent: 60 }),
    status('1.4.4', { units: 6200, note: 'colloqui' }),
    status('1.1.3', { percent: 70 }),
  ];
  const result = await send('record-reports', { reports });
  expect(result).toMatchObject({
    duplicate: false,
    count: 4,
    recorded: [
      { index: 0, kind: 'MEASUREMENT', itemCode: '3.1', goalCode: '3.1', sequence: 4 },
      { index: 1, kind: 'STATUS', itemCode: '1.1.3', sequence: 1 },
      { index: 2, kind: 'STATUS', itemCode: '1.4.4', sequence: 2, itemPercent: 62 },
      { index: 3, kind: 'STATUS', itemCode: '1.1.3', sequence: 3, itemPercent: 70 },
    ],
  });
  expect(await context.store.planVersion(context.planId)).toBe(version + 1);
  const again = await send('record-reports', { reports });
  expect(
    again.recorded.map(({ index, sequence }: { index: number; sequence: number }) => [index, sequence]),
  ).toEqual([
    [0, 4],
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(again.duplicate).toBe(true);
});

test('everything that is wrong is told with its place and field, and nothing is recorded', async () => {
  const { left, send } = await openAsked();
  const start = await left();
  const result = await send('record-reports', {
    reports: [
      status('1.1.3', { percent: 60 }),
      status('1.1.3', { percent: 150 }),
      status('9.9.9', { percent: 10 }),
      measurement('3.1', { value: 4 }),
      status('1.1.3', {}),
      measurement('3.1', { numerator: 1, denominator: 0 }),
      status('1.1.3', { percent: 1, reportedOn: '2020-12-01' }),
    ],
  });
  expect(result.__typename).toBe('RefusedReports');
  expect(
    result.problems.map(({ index, code, field }: Record<string, unknown>) => [index, code, field]),
  ).toEqual([
    [1, 'PERCENT_OUT_OF_RANGE', 'reports.1.status.percent'],
    [2, 'UNKNOWN_CODE', 'reports.2.status.phase'],
    [3, 'RATIO_EXPECTED', 'reports.3.measurement.numerator'],
    [4, 'ONE_FIGURE_EXPECTED', 'reports.4.status'],
    [5, 'DENOMINATOR_NOT_POSITIVE', 'reports.5.measurement.denominator'],
    [6, 'DATE_IN_FUTURE', 'reports.6.status.reportedOn'],
  ]);
  expect(result.problems[0].messageIt).not.toBe(result.problems[0].messageEn);
  expect(await left()).toEqual(start);
});

test('a block beside what stands takes the figure that was said before it in the same request', async () => {
  const { context, send } = await openAsked();
  const day = '2020-09-01';
  const reports = [
    status('1.1.3', { percent: 60, reportedOn: day }),
    status('1.1.3', { blockedBecause: 'manca il parere', reportedOn: day }),
    status('1.1.3', { percent: 20, reportedOn: '2020-08-01' }),
    status('1.1.3', { blockedBecause: 'manca la firma', reportedOn: '2020-08-15' }),
  ];
  expect(await send('record-reports', { reports })).toMatchObject({ count: 4 });
  for (const [asOf, percentBps] of [
    ['2020-09-14', 6000],
    ['2020-08-20', 2000],
  ] as const) {
    const { phases } = await context.store.loadStanding(context.planId, isoDate(asOf));
    const latest = [...phases].find(([code]) => code === '1.1.3')?.[1].latest;
    expect(latest).toMatchObject({ percentBps, blockedBecause: expect.stringContaining('manca') });
  }
});

test('what is of others is refused one by one', async () => {
  const { left, send } = await openAsked();
  const start = await left();
  const reports = [status('1.1.3', { percent: 60 }), status('1.2.1', { percent: 60 })];
  const result = await send('record-reports', { reports }, OSRU_STAFF);
  expect(result.problems).toMatchObject([{ index: 1, code: 'NOT_YOURS', field: 'reports.1.status.phase' }]);
  expect(await left()).toEqual(start);
});

describe('how many', () => {
  test(`${BULK_LIMIT} are recorded, each day as a naive reading has it`, async () => {
    const { context, send } = await openAsked();
    const reports = manyReports(BULK_LIMIT);
    const result = await send('record-reports', { reports });
    expect(result).toMatchObject({ count: BULK_LIMIT });
    expect(result.recorded.map(({ index }: { index: number }) => index)).toEqual(
      reports.map((_, index) => index),
    );
    const { phases } = await context.store.loadStanding(context.planId, isoDate('2020-09-14'));
    for (const phase of [1, 2, 3, 4, 5, 6]) {
      const said = reports.flatMap((each) =>
        'status' in each && each.status.phase === `1.1.${phase}` ? [each.status] : [],
      );
      const days = said.map((each) => (each as unknown as { reportedOn: string }).reportedOn).sort();
      const latest = said.findLast(
        (each) => (each as unknown as { reportedOn: string }).reportedOn === days.at(-1),
      );
      const found = [...phases].find(([code]) => code === `1.1.${phase}`)?.[1].latest.percentBps;
      expect(found, `1.1.${phase}`).toBe((latest as unknown as { percent: number }).percent * 100);
    }
  });

  test(`${BULK_LIMIT + 1} are not`, async () => {
    const { left, send } = await openAsked();
    const start = await left();
    expect(await send('record-reports', { reports: manyReports(BULK_LIMIT + 1) })).toMatchObject({
      code: 'BULK_SIZE_INVALID',
      field: 'reports',
      messageEn: expect.stringContaining('501'),
    });
    expect(await left()).toEqual(start);
  });
});

test('neither of two, and both, are no report', async () => {
  const { send } = await openAsked();
  const both = { ...status('1.1.3', { percent: 1 }), ...measurement('3.1', { value: 1 }) };
  await expect(send('record-reports', { reports: [both] })).rejects.toThrow(/ReportInput/);
  await expect(send('record-reports', { reports: [{}] })).rejects.toThrow(/ReportInput/);
});
