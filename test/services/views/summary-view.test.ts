/** Why a frozen summary has no figure, as far as that was kept. */
import { expect, test } from 'vitest';
import type { SummaryFigure, SummaryIndicator } from '../../../src/domain/summary.ts';
import { summaryView } from '../../../src/services/views/summary-view.ts';
import { CURVE, INDICATOR, NOTHING, NOW, structureSummary } from '../../helpers/summaries.ts';

const viewOf = (parts: Parameters<typeof structureSummary>[0]) =>
  summaryView({
    id: 'x',
    position: 1,
    recordedAt: '2020-09-18T08:00:00.000Z',
    summary: structureSummary(parts),
  });

test.each<{ why: string; figure: SummaryFigure; reason: string | null }>([
  { why: 'a figure has none', figure: NOW, reason: null },
  { why: 'the reason that was kept', figure: { ...NOTHING, because: 'NEUTRALISED' }, reason: 'NEUTRALISED' },
  { why: 'frozen before reasons were kept', figure: NOTHING, reason: null },
])('$why → $reason', ({ figure, reason }) => {
  expect(viewOf({ now: figure }).now.reason).toBe(reason);
});

const unknown = { ...INDICATOR, achievement: null };

test.each<{ why: string; indicator: SummaryIndicator; reason: string | null }>([
  { why: 'measured against its target', indicator: INDICATOR, reason: null },
  {
    why: 'nothing measured',
    indicator: { ...unknown, actual: null, measuredOn: null },
    reason: 'NOT_MEASURED',
  },
  {
    why: 'the reason that was kept, whether or not something was measured',
    indicator: { ...unknown, actual: null, target: null, because: 'NO_TARGET' },
    reason: 'NO_TARGET',
  },
  { why: 'frozen before reasons were kept', indicator: { ...unknown, target: null }, reason: null },
])('an indicator, $why → $reason', ({ indicator, reason }) => {
  expect(viewOf({ indicators: [indicator] }).indicators[0]?.reason).toBe(reason);
});

test('a curve after the day of the summary is only planned', () => {
  const { curve } = viewOf({ curve: CURVE });
  expect(curve?.points.map(({ reason }) => reason)).toEqual([null, null, null, 'NOT_YET']);
});
