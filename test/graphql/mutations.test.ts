import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { ARTI, openTestContext } from '../helpers/context.ts';
import { structureCode } from '../helpers/figures.ts';
import { importSample } from '../store/support.ts';
import { type Api, openApi, operation } from './support.ts';

const REPORT = operation('report-status');
const MEASURE = operation('record-measurement');

const report = async (api: Api, input: object) =>
  (await api.ask(REPORT, { input: { idempotencyKey: 'k-1', ...input } })).data.reportStatus;

const measure = async (api: Api, input: object) =>
  (await api.ask(MEASURE, { input: { idempotencyKey: 'k-1', ...input } })).data.recordMeasurement;

/** Everything that was recorded, however it is dated. */
async function recordedCount({ context }: Api): Promise<number> {
  return (await context.store.findPlan(2020))?.lastSequence ?? 0;
}

test('the mutations that scripts use', async () => {
  const api = await openApi();
  const status = await api.ask(
    `mutation { reportStatus(input: { phase: "1.1.3", percent: 60, note: "bando pubblicato", reportedOn: "2020-09-14", idempotencyKey: "a" }) {
      ... on ReportStatusSuccess { duplicate report { percent note reportedOn source } phase { progress { percent } } goal { progress { percent coverage } } } } }`,
  );
  expect(status.data.reportStatus).toEqual({
    duplicate: false,
    report: { percent: 60, note: 'bando pubblicato', reportedOn: '2020-09-14', source: 'GRAPHQL' },
    phase: { progress: { percent: 60 } },
    goal: { progress: { percent: 15, coverage: 25 } },
  });
  const measured = await api.ask(
    `mutation { recordMeasurement(input: { goal: "3.1", numerator: 8006, denominator: 20015, reportedOn: "2020-09-14", idempotencyKey: "b" }) {
      ... on RecordMeasurementSuccess { goal { achievement { actual uncappedPercent } progress { percent points } } } } }`,
  );
  expect(measured.data.recordMeasurement.goal).toEqual({
    achievement: { actual: 40, uncappedPercent: 100 },
    progress: { percent: 100, points: 10 },
  });
  const { data } = await api.ask(
    '{ plan { progress { percent points } } goal(code: "1.1") { phases { code lastReport { percent note reportedOn } } } }',
  );
  expect(data.plan.progress.points).toBeCloseTo(12 * 0.15 + 10, 10);
  expect(data.goal.phases[2].lastReport).toEqual({
    percent: 60,
    note: 'bando pubblicato',
    reportedOn: '2020-09-14',
  });
});

describe('each way of saying it', () => {
  test.each([
    {
      why: 'done',
      input: { phase: '1.1.5', done: true },
      report: { percent: 100 },
      progress: { percent: 100 },
    },
    {
      why: 'a count',
      input: { phase: '1.4.4', units: 6200 },
      report: { units: 6200, percent: 62 },
      progress: { percent: 62 },
    },
    {
      why: 'a percentage of a count',
      input: { phase: '1.4.4', percent: 50 },
      report: { units: 5000, percent: 50 },
      progress: { percent: 50 },
    },
    {
      why: 'only a block',
      input: { phase: '1.1.1', blockedBecause: 'manca il parere' },
      report: { percent: null, blockedBecause: 'manca il parere' },
      progress: { health: 'BLOCKED' },
    },
    {
      why: 'a block beside a figure',
      input: { phase: '1.1.1', percent: 20, blockedBecause: 'manca il parere' },
      report: { percent: 20, blockedBecause: 'manca il parere' },
      progress: { percent: 20, health: 'BLOCKED' },
    },
    { why: 'a code with zeros', input: { phase: '1.04.04', units: 1 }, report: { units: 1 }, progress: {} },
    { why: 'zero', input: { phase: '1.1.1', percent: 0 }, report: { percent: 0 }, progress: { percent: 0 } },
  ])('$why', async ({ input, report: said, progress }) => {
    const result = await report(await openApi(), input);
    expect(result).toMatchObject({
      __typename: 'ReportStatusSuccess',
      report: said,
      phase: { progress },
    });
  });
});

describe('a bad report is refused by name, and nothing changes', () => {
  test.each([
    { input: { phase: '9.9.9', percent: 60 }, code: 'UNKNOWN_CODE', field: 'phase' },
    { input: { phase: '1.1', percent: 60 }, code: 'NOT_A_PHASE', field: 'phase' },
    { input: { phase: '1.1.3', percent: 150 }, code: 'PERCENT_OUT_OF_RANGE', field: 'percent' },
    { input: { phase: '1.1.3', percent: -5 }, code: 'PERCENT_OUT_OF_RANGE', field: 'percent' },
    { input: { phase: '1.1.3', percent: 33.333 }, code: 'PERCENT_TOO_PRECISE', field: 'percent' },
    { input: { phase: '1.1.3', percent: 1e-9 }, code: 'NUMBER_INVALID', field: 'percent' },
    { input: { phase: '1.1.3', units: 5 }, code: 'UNITS_NOT_COUNTED', field: 'units' },
    { input: { phase: '1.4.4', units: -1 }, code: 'UNITS_INVALID', field: 'units' },
    { input: { phase: '1.1.3' }, code: 'ONE_FIGURE_EXPECTED', field: null },
    { input: { phase: '1.1.3', done: false }, code: 'ONE_FIGURE_EXPECTED', field: null },
    { input: { phase: '1.1.3', percent: 60, done: true }, code: 'ONE_FIGURE_EXPECTED', field: null },
    { input: { phase: '1.4.4', percent: 60, units: 6 }, code: 'ONE_FIGURE_EXPECTED', field: null },
    { input: { phase: '1.1.3', blockedBecause: ' ' }, code: 'BLOCK_REASON_MISSING', field: 'blockedBecause' },
    {
      input: { phase: '1.1.3', percent: 60, reportedOn: '2020-09-15' },
      code: 'DATE_IN_FUTURE',
      field: 'reportedOn',
    },
    {
      input: { phase: '1.1.3', percent: 60, reportedOn: '2019-12-31' },
      code: 'DATE_BEFORE_PLAN',
      field: 'reportedOn',
    },
    { input: { phase: '1.1.3', percent: 60, note: 'x'.repeat(2001) }, code: 'TEXT_TOO_LONG', field: 'note' },
    {
      input: { phase: '1.1.3', percent: 60, evidence: 'javascript:alert(1)' },
      code: 'LINK_INVALID',
      field: 'evidence',
    },
    { input: { phase: '1.1.3', percent: 60, year: 2019 }, code: 'NO_PLAN', field: 'year' },
    {
      input: { phase: '1.1.3', percent: 60, idempotencyKey: ' ' },
      code: 'IDEMPOTENCY_KEY_INVALID',
      field: 'idempotencyKey',
    },
    {
      input: { phase: '1.1.3', percent: 60, idempotencyKey: 'k'.repeat(201) },
      code: 'IDEMPOTENCY_KEY_INVALID',
      field: 'idempotencyKey',
    },
  ])('$code: $input', async ({ input, code, field }) => {
    const api = await openApi();
    const result = await report(api, input);
    expect(result).toMatchObject({ __typename: 'RefusedResult', code, field });
    expect(result.message).toBe(result.messageIt);
    expect(result.messageEn).not.toBe(result.messageIt);
    expect(await recordedCount(api)).toBe(0);
  });

  test('a date that does not exist never reaches the mutation', async () => {
    const api = await openApi();
    const input = { phase: '1.1.3', percent: 60, reportedOn: '2020-02-30', idempotencyKey: 'k' };
    const { errors } = await api.ask(REPORT, { input });
    expect(errors[0]?.extensions?.code).toBe('DATE_INVALID');
    expect(await recordedCount(api)).toBe(0);
  });
});

describe('a bad measurement is refused by name, and nothing changes', () => {
  test.each([
    {
      input: { goal: '3.1', numerator: 8006, denominator: 0 },
      code: 'DENOMINATOR_NOT_POSITIVE',
      field: 'denominator',
    },
    { input: { goal: '3.1', numerator: -5, denominator: 10 }, code: 'NEGATIVE_FIGURE', field: 'numerator' },
    { input: { goal: '3.1', numerator: 8006 }, code: 'NOT_UNDERSTOOD', field: 'denominator' },
    { input: { goal: '3.1', denominator: 20015 }, code: 'NOT_UNDERSTOOD', field: 'numerator' },
    { input: { goal: '3.1', value: 40 }, code: 'RATIO_EXPECTED', field: 'numerator' },
    { input: { goal: '3.1', value: 1, numerator: 1, denominator: 2 }, code: 'SEVERAL_FIGURES', field: null },
    { input: { goal: '3.1' }, code: 'NOTHING_SAID', field: null },
    { input: { goal: '3.1', numerator: 1e20, denominator: 2 }, code: 'NUMBER_INVALID', field: 'numerator' },
    { input: { goal: '1.1', numerator: 1, denominator: 2 }, code: 'NOT_MEASURED_BY_FIGURES', field: 'goal' },
    {
      input: { goal: '1.1.3', numerator: 1, denominator: 2 },
      code: 'NOT_MEASURED_BY_FIGURES',
      field: 'goal',
    },
    { input: { goal: '9.9', numerator: 1, denominator: 2 }, code: 'UNKNOWN_CODE', field: 'goal' },
  ])('$code: $input', async ({ input, code, field }) => {
    const api = await openApi();
    expect(await measure(api, input)).toMatchObject({ __typename: 'RefusedResult', code, field });
    expect(await recordedCount(api)).toBe(0);
  });
});

describe('an idempotency key', () => {
  test('sent twice is one report', async () => {
    const api = await openApi();
    const first = await report(api, { phase: '1.1.3', percent: 60 });
    const again = await report(api, { phase: '1.01.3', percent: 60.0, note: '' });
    expect(again).toMatchObject({ duplicate: true, report: { sequence: first.report.sequence } });
    expect(await recordedCount(api)).toBe(1);
  });

  test('sent many times at once is one report', async () => {
    const api = await openApi();
    const results = await Promise.all(
      Array.from({ length: 8 }, () => report(api, { phase: '1.1.3', percent: 60 })),
    );
    expect(results.filter((result) => !result.duplicate)).toHaveLength(1);
    expect(await recordedCount(api)).toBe(1);
  });

  test.each([
    { phase: '1.1.3', percent: 61 },
    { phase: '1.1.1', percent: 60 },
    { phase: '1.1.3', percent: 60, note: 'altro' },
    { phase: '1.1.3', percent: 60, reportedOn: '2020-09-13' },
  ])('with other words is refused: %o', async (input) => {
    const api = await openApi();
    await report(api, { phase: '1.1.3', percent: 60 });
    expect(await report(api, input)).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      field: 'idempotencyKey',
      message: expect.stringContaining('«k-1»'),
    });
    expect(await recordedCount(api)).toBe(1);
  });

  test('is not shared by mutations, nor by those who ask', async () => {
    const api = await openApi();
    await report(api, { phase: '1.1.3', percent: 60 });
    expect(await measure(api, { goal: '3.1', numerator: 1, denominator: 2 })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    const other = await openApi({
      context: api.context,
      actor: { key: 'altro', role: 'PLANNING', structures: [] },
    });
    expect(await report(other, { phase: '1.1.3', percent: 60 })).toMatchObject({ duplicate: false });
  });
});

describe('who may report', () => {
  const staff = (structure: string): Actor => ({
    key: 'referente.segreto',
    role: 'STAFF',
    structures: [structureCode(structure)],
  });

  test.each([
    { actor: staff('OSRU'), answer: { __typename: 'ReportStatusSuccess' } },
    { actor: staff('LAVORO'), answer: { code: 'NOT_YOURS', field: 'phase' } },
    { actor: { ...staff('OSRU'), role: 'MANAGER' } as const, answer: { code: 'ROLE_MAY_NOT' } },
  ])('$actor.role of $actor.structures', async ({ actor, answer }) => {
    expect(await report(await openApi({ actor }), { phase: '1.1.3', percent: 60 })).toMatchObject(answer);
  });

  test('nobody’s key is in any answer', async () => {
    const api = await openApi({ actor: staff('OSRU') });
    const input = { phase: '1.1.3', percent: 60, idempotencyKey: 'k' };
    const answers = [
      await api.ask(REPORT, { input }),
      await api.ask(REPORT, { input: { ...input, percent: 70 } }),
      await api.ask(operation('plan-overview')),
      await api.ask(operation('goal-detail'), { code: '1.1' }),
    ];
    for (const { text, errors } of answers) {
      expect(errors).toEqual([]);
      expect(text).not.toContain('segreto');
    }
  });
});

test('a report of a day under the first baseline, on a goal that has left the plan since', async () => {
  const api = await openApi();
  const input = { goal: '3.3', numerator: 5, denominator: 10, reportedOn: '2020-07-01' };
  expect(await measure(api, input)).toMatchObject({
    __typename: 'RecordMeasurementSuccess',
    goal: { code: '3.3', progress: { percent: 50 } },
  });
});

test('a correction is a newer report, and the older day stays as it was', async () => {
  const api = await openApi();
  await report(api, { phase: '1.1.3', percent: 60, reportedOn: '2020-09-10', idempotencyKey: 'a' });
  await report(api, { phase: '1.1.3', percent: 55, reportedOn: '2020-09-12', idempotencyKey: 'b' });
  await report(api, { phase: '1.1.3', percent: 10, reportedOn: '2020-09-01', idempotencyKey: 'c' });
  const { data } = await api.ask(`{ now: phase(code: "1.1.3") { progress { percent } }
    tenth: phase(code: "1.1.3", asOf: "2020-09-11") { progress { percent } } }`);
  expect(data).toEqual({ now: { progress: { percent: 55 } }, tenth: { progress: { percent: 60 } } });
});

test('a repetition in the new year is answered with the report of the old one', async () => {
  const context = await openTestContext();
  await importSample(context.store, { ...ARTI, year: 2021 }, 'sha-2021');
  const said = { phase: '1.1.3', percent: 60 };
  const first = await report(await openApi({ context }), said);
  context.goTo('2021-01-01');
  const again = await report(await openApi({ context }), said);
  expect(again).toMatchObject({ duplicate: true, report: { sequence: first.report.sequence, percent: 60 } });
});
