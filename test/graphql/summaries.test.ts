/** Summaries as data: what was sent, with the same figures as in Slack, whatever is said later. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { multiply, ratio, readRatio } from '../../src/domain/ratio.ts';
import { parseNodeId, rowId } from '../../src/graphql/node-id.ts';
import { formatDecimals } from '../../src/messages/format.ts';
import { planSummaryMessage } from '../../src/slack/blocks/plan-summary-blocks.ts';
import { summaryMessage } from '../../src/slack/blocks/summary-blocks.ts';
import { voiceOf } from '../../src/slack/blocks/voice.ts';
import { textsOf } from '../helpers/slack-messages.ts';
import { keepSummary, planSummary, structureSummary } from '../helpers/summaries.ts';
import { type Api, openApi, operation } from './support.ts';

async function withSummaries(): Promise<Api> {
  const api = await openApi();
  const { context } = api;
  await keepSummary(context, 'week-1', structureSummary({ day: isoDate('2020-09-11') }));
  await keepSummary(context, 'month', planSummary({ kind: 'PLAN_MONTH' }), '2020-09-01T07:00:00.000Z');
  await keepSummary(
    context,
    'week-2',
    structureSummary({ slot: { at: '2020-09-18T10:00:00.000Z', late: true } }),
    '2020-09-18T11:30:00.000Z',
  );
  return api;
}

const idOf = (name: string): string => rowId('Summary', 2020, name);
const nameOf = (id: string): string => parseNodeId(id)?.key ?? '';
const ids = (page: { nodes: readonly { id: string }[] }) => page.nodes.map(({ id }) => nameOf(id));

/** With the two decimals that people read. */
const shown = (percent: number): string => percent.toFixed(2).replace('.', ',').replace('-', '−');

describe('a list', () => {
  test.each([
    { why: 'all, newest first', variables: {}, expected: ['week-2', 'month', 'week-1'] },
    { why: 'of a kind', variables: { kind: 'PLAN_MONTH' }, expected: ['month'] },
    {
      why: 'of a structure, whatever the case',
      variables: { structure: 'osru' },
      expected: ['week-2', 'week-1'],
    },
    { why: 'of a structure without any', variables: { structure: 'DIREZIONE' }, expected: [] },
    { why: 'of both', variables: { structure: 'OSRU', kind: 'PLAN_MONTH' }, expected: [] },
  ])('$why', async ({ variables, expected }) => {
    const api = await withSummaries();
    const { data, errors } = await api.ask(operation('summaries'), { year: 2020, ...variables });
    expect(errors).toEqual([]);
    expect(ids(data.plan.summaries)).toEqual(expected);
    expect(data.plan.summaries.pageInfo.hasNextPage).toBe(false);
  });

  test('goes on where the page before ended', async () => {
    const api = await withSummaries();
    const page = async (after: string | null) =>
      (await api.ask(operation('summaries'), { first: 2, after })).data.plan.summaries;
    const first = await page(null);
    expect(ids(first)).toEqual(['week-2', 'month']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await page(first.pageInfo.endCursor);
    expect([ids(second), second.pageInfo.hasNextPage]).toEqual([['week-1'], false]);
  });

  test('of a structure, from the structure', async () => {
    const api = await withSummaries();
    const { data } = await api.ask('{ structure(code: "OSRU") { summaries(first: 1) { nodes { id } } } }');
    expect(ids(data.structure.summaries)).toEqual(['week-2']);
  });

  test.each([
    { why: 'no such structure', variables: { structure: 'NESSUNA' }, code: 'UNKNOWN_STRUCTURE' },
    { why: 'none', variables: { first: 0 }, code: 'PAGE_SIZE_INVALID' },
    { why: 'too many', variables: { first: 101 }, code: 'PAGE_SIZE_INVALID' },
    { why: 'no cursor', variables: { after: 'x' }, code: 'CURSOR_INVALID' },
    { why: 'a number', variables: { after: '9'.repeat(16) }, code: 'CURSOR_INVALID' },
    { why: 'no such plan', variables: { year: 1999 }, code: 'NO_PLAN' },
  ])('$why is refused: $code', async ({ variables, code }) => {
    const api = await withSummaries();
    const { errors } = await api.ask(operation('summaries'), variables);
    expect(errors[0]?.extensions).toMatchObject({
      code,
      messageIt: expect.stringMatching(/./),
      messageEn: expect.stringMatching(/./),
    });
  });
});

describe('one', () => {
  test('of a structure, whole', async () => {
    const api = await withSummaries();
    const { data, errors } = await api.ask(operation('summary-detail'), { id: idOf('week-2') });
    expect(errors).toEqual([]);
    expect(data.summary).toMatchObject({
      id: idOf('week-2'),
      kind: 'STRUCTURE_WEEK',
      asOf: '2020-09-18',
      since: '2020-09-11',
      sentAt: '2020-09-18T11:30:00.000Z',
      slot: { plannedAt: '2020-09-18T10:00:00.000Z', late: true },
      structure: { code: 'OSRU', name: 'OSRU' },
      now: {
        percent: 40,
        coverage: 65,
        atMost: 75,
        planned: { byDeadline: 55, linear: 62.5 },
        variance: { byDeadline: -15, linear: -22.5 },
        exact: { share: '2/5', coverage: '13/20', plannedByDeadline: '11/20', plannedLinear: '5/8' },
      },
      notAnswered: ['1.1.4', '1.1.5', '3.2'],
      lateOrBlocked: [
        { code: '1.1.3', health: 'OVERDUE', daysLate: 8 },
        { code: '1.2.1', health: 'BLOCKED', blockedBecause: 'manca il parere' },
      ],
      indicators: [{ numerator: '8006', denominator: '20015', operator: 'GTE', target: 40, percent: 100 }],
      curve: { rebaselinings: [{ day: '2020-08-03', baseline: 1 }] },
    });
    expect(data.summary.curve.points.at(-1)).toMatchObject({ day: '2020-12-31', percent: null });
  });

  test('of the plan, with its structures as they were ranked', async () => {
    const api = await withSummaries();
    const { data, errors } = await api.ask(operation('summary-detail'), { id: idOf('month') });
    expect(errors).toEqual([]);
    expect(data.summary).toMatchObject({ kind: 'PLAN_MONTH', weightBps: 8600, slot: null });
    expect(
      data.summary.structures.map((each: { structure: { code: string } }) => each.structure.code),
    ).toEqual(['LAVORO', 'OSRU', 'ALTRA']);
    expect(data.summary.structures[2].now.percent).toBeNull();
    expect(data.summary.goals[2]).toMatchObject({
      neutralisedBecause: 'sospeso per l’emergenza',
      health: null,
    });
  });

  test('that never was is null', async () => {
    const api = await withSummaries();
    expect((await api.ask(`{ summary(id: "${idOf('none')}") { id } }`)).data).toEqual({ summary: null });
    const { errors } = await api.ask('{ summary(id: "none") { id } }');
    expect(errors[0]?.extensions?.code).toBe('ID_INVALID');
  });
});

describe('its figures are those that Slack shows', () => {
  test.each([
    { id: 'week-2', message: summaryMessage(structureSummary(), voiceOf('it')) },
    { id: 'month', message: planSummaryMessage(planSummary({ kind: 'PLAN_MONTH' }), voiceOf('it')) },
  ])('$id', async ({ id, message }) => {
    const api = await withSummaries();
    const { summary } = (await api.ask(operation('summary-detail'), { id: idOf(id) })).data;
    const text = textsOf(message.blocks).join('\n');
    const { now, before } = summary;
    for (const percent of [
      now.percent,
      now.coverage,
      now.atMost,
      now.planned.byDeadline,
      now.planned.linear,
      before.percent,
    ]) {
      expect(text).toContain(`${shown(percent)}\u00a0%`);
    }
    for (const points of [now.variance.byDeadline, now.variance.linear])
      expect(text).toContain(shown(points));
    expect(text).toContain(`(avanzamento possibile: al più ${shown(now.atMost)}`);
    const exact = formatDecimals(multiply(readRatio(now.exact.share), ratio(100)), 'it');
    expect(text).toContain(`*${exact}\u00a0%*`);
    for (const { code } of summary.lateOrBlocked) expect(text).toContain(`*${code}*`);
    for (const { goal, percent } of summary.indicators) {
      expect(text).toMatch(new RegExp(`\\*${goal.code}\\*.*raggiunto ${shown(percent)}`));
    }
  });
});
