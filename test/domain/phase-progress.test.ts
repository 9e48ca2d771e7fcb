import { describe, expect, test } from 'vitest';
import { creditedShare, saysComplete } from '../../src/domain/phase-progress.ts';
import type { CreditRule, Phase } from '../../src/domain/plan.ts';
import { bpsOf, print } from '../helpers/figures.ts';

const by = (creditRule: CreditRule): Pick<Phase, 'creditRule' | 'units'> => ({ creditRule, units: null });
const interviews: Pick<Phase, 'creditRule' | 'units'> = {
  creditRule: 'UNITS',
  units: { target: 10_000, name: 'colloqui' },
};
const percent = (points: number) => ({ percentBps: bpsOf(points), units: null });
const units = (count: number) => ({ percentBps: null, units: count });
const NO_FIGURE = { percentBps: null, units: null };

describe('rule 1: what a report earns by the credit rule of its phase', () => {
  test.each([
    { why: 'nothing', phase: by('PERCENT_COMPLETE'), said: percent(0), share: '0/1', complete: false },
    { why: 'as said', phase: by('PERCENT_COMPLETE'), said: percent(60), share: '3/5', complete: false },
    {
      why: 'to the hundredth',
      phase: by('PERCENT_COMPLETE'),
      said: percent(99.99),
      share: '9999/10000',
      complete: false,
    },
    { why: 'all', phase: by('PERCENT_COMPLETE'), said: percent(100), share: '1/1', complete: true },

    { why: 'nothing', phase: by('ZERO_HUNDRED'), said: percent(0), share: '0/1', complete: false },
    {
      why: 'nothing until completed',
      phase: by('ZERO_HUNDRED'),
      said: percent(99.99),
      share: '0/1',
      complete: false,
    },
    { why: 'completed', phase: by('ZERO_HUNDRED'), said: percent(100), share: '1/1', complete: true },

    { why: 'not started', phase: by('FIFTY_FIFTY'), said: percent(0), share: '0/1', complete: false },
    { why: 'just started', phase: by('FIFTY_FIFTY'), said: percent(0.01), share: '1/2', complete: false },
    {
      why: 'half and no more until completed',
      phase: by('FIFTY_FIFTY'),
      said: percent(99.99),
      share: '1/2',
      complete: false,
    },
    { why: 'completed', phase: by('FIFTY_FIFTY'), said: percent(100), share: '1/1', complete: true },

    { why: 'none yet', phase: interviews, said: units(0), share: '0/1', complete: false },
    { why: 'count ÷ target', phase: interviews, said: units(4_000), share: '2/5', complete: false },
    { why: 'one short', phase: interviews, said: units(9_999), share: '9999/10000', complete: false },
    { why: 'the target', phase: interviews, said: units(10_000), share: '1/1', complete: true },
    { why: 'at most 100 %', phase: interviews, said: units(12_000), share: '1/1', complete: true },
    {
      why: 'a percentage where units are counted',
      phase: interviews,
      said: percent(25),
      share: '1/4',
      complete: false,
    },
    {
      why: 'the count decides when both are there',
      phase: interviews,
      said: { percentBps: 9_000, units: 4_000 },
      share: '2/5',
      complete: false,
    },
  ])('$phase.creditRule, $why → $share', ({ phase, said, share, complete }) => {
    expect(print(creditedShare(phase, said))).toBe(share);
    expect(saysComplete(phase, said)).toBe(complete);
  });

  test.each(['PERCENT_COMPLETE', 'ZERO_HUNDRED', 'FIFTY_FIFTY', 'UNITS'] as const)(
    '%s: a report without a figure earns no figure, which is not 0',
    (creditRule) => {
      const phase = creditRule === 'UNITS' ? interviews : by(creditRule);
      expect(creditedShare(phase, NO_FIGURE)).toBeNull();
      expect(saysComplete(phase, NO_FIGURE)).toBe(false);
    },
  );

  test('a count says nothing of a phase that counts no units', () => {
    expect(creditedShare(by('PERCENT_COMPLETE'), units(5))).toBeNull();
  });

  test('a target of three units is a third each, exactly', () => {
    const phase = { ...interviews, units: { target: 3, name: 'incontri' } };
    expect(print(creditedShare(phase, units(1)))).toBe('1/3');
  });
});
