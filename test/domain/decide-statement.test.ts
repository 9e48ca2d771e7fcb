/** Every answer that a statement can get, on ARTI's own plan. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { dayOf, decideStatement } from '../../src/domain/decide-statement.ts';
import type { DecidedFact } from '../../src/domain/decided-fact.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Refusal, RefusalCode } from '../../src/domain/refusal.ts';
import { NOTE_LIMIT, refersToLast, type SaidFigure, type Statement } from '../../src/domain/statement.ts';
import {
  ARTI,
  actor,
  DIREZIONE_STAFF,
  LAVORO_STAFF,
  MANAGER,
  OSRU_STAFF,
  PLANNING_OFFICE,
  statement,
  TODAY,
} from '../helpers/context.ts';
import {
  buildGoal,
  buildIndicator,
  buildPlan,
  decimal,
  measuredRatio,
  type Said as SaidBefore,
  standingOf,
} from '../helpers/figures.ts';

const percent = (text: string): SaidFigure => ({ kind: 'PERCENT', percent: decimal(text) });
const count = (text: string, unit: string | null = null): SaidFigure => ({
  kind: 'NUMBER',
  number: decimal(text),
  unit,
});
const fraction = (numerator: string, denominator: string): SaidFigure => ({
  kind: 'RATIO',
  numerator: decimal(numerator),
  denominator: decimal(denominator),
});
const DONE: SaidFigure = { kind: 'DONE' };
const UNCHANGED: SaidFigure = { kind: 'UNCHANGED' };

type Input = Partial<Statement> & {
  readonly by?: typeof DIREZIONE_STAFF;
  readonly plan?: Plan;
  readonly before?: SaidBefore;
};

function decide(item: string, { by = PLANNING_OFFICE, plan = ARTI, before = {}, ...parts }: Input) {
  const said = statement(item, parts);
  return decideStatement(said, {
    plan,
    actor: by,
    source: 'SLACK',
    today: TODAY,
    standing: standingOf(dayOf(said, TODAY), before),
  });
}

/** A fact in a line: `1.1.3 6000bps`, `1.4.4 6200u complete blocked: why`, `3.1 8006/20015`. */
function told(fact: DecidedFact): string {
  if (fact.kind === 'MEASUREMENT') {
    const { goal, numerator, denominator, value } = fact.measurement;
    return value === null ? `${goal} ${numerator}/${denominator}` : `${goal} ${value}`;
  }
  const { phase, percentBps, units, completes, blockedBecause } = fact.report;
  return [
    phase,
    ...(percentBps === null ? [] : [`${percentBps}bps`]),
    ...(units === null ? [] : [`${units}u`]),
    ...(completes ? ['complete'] : []),
    ...(blockedBecause === null ? [] : [`blocked: ${blockedBecause}`]),
  ].join(' ');
}

type Accepted = { readonly why: string; readonly item: string; readonly says: string } & Input;

const sixty: SaidBefore = { reports: { '1.1.3': { percent: 60, reportedOn: '2020-09-01' } } };
const sixtyBlocked: SaidBefore = {
  reports: { '1.1.3': { percent: 60, reportedOn: '2020-09-01', blockedBecause: 'manca il parere' } },
};
const measured: SaidBefore = {
  measurements: [
    measuredRatio('3.1', '5000/20015', '2020-06-30'),
    measuredRatio('3.1', '8006/20015', '2020-09-01'),
  ],
};
const counted: SaidBefore = {
  reports: { '1.4.4': { percent: null, units: 6_200, reportedOn: '2020-09-01' } },
};

test.each<Accepted>([
  // Roles
  {
    why: 'staff on a phase of their own',
    item: '1.1.3',
    by: OSRU_STAFF,
    figure: percent('60'),
    says: '1.1.3 6000bps',
  },
  {
    why: 'staff on a phase shared with others',
    item: '1.1.1',
    by: LAVORO_STAFF,
    figure: percent('60'),
    says: '1.1.1 6000bps',
  },
  {
    why: 'a head on a phase of the structure',
    item: '1.1.3',
    by: actor('HEAD', 'OSRU'),
    figure: percent('60'),
    says: '1.1.3 6000bps',
  },
  {
    why: 'somebody of two structures',
    item: '1.1.4',
    by: actor('STAFF', 'OSRU', 'LAVORO'),
    figure: percent('60'),
    says: '1.1.4 6000bps',
  },
  {
    why: 'the planning office on anything',
    item: '1.1.4',
    by: PLANNING_OFFICE,
    figure: percent('60'),
    says: '1.1.4 6000bps',
  },
  {
    why: 'staff on an indicator of their own',
    item: '3.1',
    by: DIREZIONE_STAFF,
    figure: fraction('8006', '20015'),
    says: '3.1 8006/20015',
  },
  // Percentages
  { why: 'nothing done yet', item: '1.1.3', figure: percent('0'), says: '1.1.3 0bps' },
  { why: 'the whole completes', item: '1.1.3', figure: percent('100'), says: '1.1.3 10000bps complete' },
  { why: 'almost the whole does not', item: '1.1.3', figure: percent('99.99'), says: '1.1.3 9999bps' },
  { why: 'two decimals', item: '1.1.3', figure: percent('12.34'), says: '1.1.3 1234bps' },
  {
    why: 'zeros at the end are no decimals',
    item: '1.1.3',
    figure: percent('12.5000'),
    says: '1.1.3 1250bps',
  },
  { why: 'done is the whole', item: '1.1.3', figure: DONE, says: '1.1.3 10000bps complete' },
  // Units
  { why: 'a count', item: '1.4.4', figure: count('6200', 'colloqui'), says: '1.4.4 6200u' },
  { why: 'a count without its unit', item: '1.4.4', figure: count('6200'), says: '1.4.4 6200u' },
  { why: 'the unit in capitals', item: '1.4.4', figure: count('6200', 'Colloqui'), says: '1.4.4 6200u' },
  { why: 'none yet', item: '1.4.4', figure: count('0'), says: '1.4.4 0u' },
  { why: 'the target completes', item: '1.4.4', figure: count('10000'), says: '1.4.4 10000u complete' },
  {
    why: 'more than the target is kept as said',
    item: '1.4.4',
    figure: count('12000'),
    says: '1.4.4 12000u complete',
  },
  { why: 'a percentage that is whole units', item: '1.4.4', figure: percent('62.01'), says: '1.4.4 6201u' },
  { why: 'done is the target', item: '1.4.4', figure: DONE, says: '1.4.4 10000u complete' },
  // What the last report said
  { why: 'unchanged repeats it', item: '1.1.3', before: sixty, figure: UNCHANGED, says: '1.1.3 6000bps' },
  {
    why: 'unchanged keeps the block',
    item: '1.1.3',
    before: sixtyBlocked,
    figure: UNCHANGED,
    says: '1.1.3 6000bps blocked: manca il parere',
  },
  {
    why: 'unchanged and another block',
    item: '1.1.3',
    before: sixtyBlocked,
    figure: UNCHANGED,
    blockedBecause: 'ricorso',
    says: '1.1.3 6000bps blocked: ricorso',
  },
  { why: 'unchanged units', item: '1.4.4', before: counted, figure: UNCHANGED, says: '1.4.4 6200u' },
  {
    why: 'a figure lifts the block',
    item: '1.1.3',
    before: sixtyBlocked,
    figure: percent('70'),
    says: '1.1.3 7000bps',
  },
  {
    why: 'a mere block keeps the figure',
    item: '1.1.3',
    before: sixty,
    blockedBecause: 'ricorso',
    says: '1.1.3 6000bps blocked: ricorso',
  },
  {
    why: 'a mere block keeps units',
    item: '1.4.4',
    before: counted,
    blockedBecause: 'sede chiusa',
    says: '1.4.4 6200u blocked: sede chiusa',
  },
  {
    why: 'a mere block of what was never reported',
    item: '1.1.3',
    blockedBecause: 'ricorso',
    says: '1.1.3 blocked: ricorso',
  },
  {
    why: 'a figure and a block',
    item: '1.1.3',
    figure: percent('40'),
    blockedBecause: 'ricorso',
    says: '1.1.3 4000bps blocked: ricorso',
  },
  {
    why: 'unchanged completion stays complete',
    item: '1.1.3',
    before: { reports: { '1.1.3': 100 } },
    figure: UNCHANGED,
    says: '1.1.3 10000bps complete',
  },
  // Measurements
  {
    why: 'unchanged repeats the last figure',
    item: '3.1',
    before: measured,
    figure: UNCHANGED,
    says: '3.1 8006/20015',
  },
  { why: 'a numerator of 0', item: '3.1', figure: fraction('0', '20015'), says: '3.1 0/20015' },
  { why: 'over the target', item: '3.1', figure: fraction('30000', '20015'), says: '3.1 30000/20015' },
  {
    why: 'a goal asked for by its figure',
    item: '3.1',
    expects: 'GOAL',
    figure: fraction('8006', '20015'),
    says: '3.1 8006/20015',
  },
  // Codes
  { why: 'zeros in the code', item: '1.04.2', figure: percent('60'), says: '1.4.2 6000bps' },
  { why: 'a point after the code', item: '1.1.3.', figure: percent('60'), says: '1.1.3 6000bps' },
  { why: 'a phase asked for', item: '1.1.3', expects: 'PHASE', figure: percent('60'), says: '1.1.3 6000bps' },
  // Days
  {
    why: 'the plan’s first day',
    item: '1.1.3',
    reportedOn: isoDate('2020-01-01'),
    figure: percent('5'),
    says: '1.1.3 500bps',
  },
  { why: 'today itself', item: '1.1.3', reportedOn: TODAY, figure: percent('60'), says: '1.1.3 6000bps' },
  {
    why: 'CRONO 5 began before the act that inserted it',
    item: '1.4.2',
    reportedOn: isoDate('2020-04-15'),
    figure: percent('20'),
    says: '1.4.2 2000bps',
  },
  {
    why: '3.3 had its days in baseline 0',
    item: '3.3',
    reportedOn: isoDate('2020-06-30'),
    figure: fraction('1', '2'),
    says: '3.3 1/2',
  },
  {
    why: '3.3 on the eve of its elimination',
    item: '3.3',
    reportedOn: isoDate('2020-08-02'),
    figure: fraction('1', '2'),
    says: '3.3 1/2',
  },
  {
    why: 'an address and a note as long as they may be',
    item: '1.1.3',
    figure: percent('1'),
    note: 'n'.repeat(NOTE_LIMIT),
    evidence: 'https://example.org/atto',
    says: '1.1.3 100bps',
  },
])('takes it: $why → $says', ({ item, says, why: _why, ...input }) => {
  const result = decide(item, input);
  expect(result.ok ? told(result.value) : result.refusal).toBe(says);
});

type Refused = { readonly why: string; readonly item: string; readonly refusal: Refusal } & Input;

const NOW = { given: isoDate('2020-09-15'), today: TODAY };
const phasesOf11 = ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5', '1.1.6'] as never;
const byFigures = ['1.5', '3.1', '3.2', '4.1', '4.2'] as never;
const merged = ARTI.baselines[1]?.changes.find(({ kind }) => kind === 'MERGE') ?? null;
const ratioOf31 = ARTI.baselines[1]?.goals.find(({ code }) => code === '3.1')?.indicator.description ?? '';
const money = buildPlan([
  buildGoal('3.1', 10, {
    indicator: buildIndicator({ measure: 'VALUE', unit: 'euro', description: 'Spesa' }),
  }),
]);

const refusals: readonly Refused[] = [
  // Roles
  {
    why: 'somebody else’s phase',
    item: '1.1.4',
    by: OSRU_STAFF,
    figure: percent('60'),
    refusal: { code: 'NOT_YOURS', item: '1.1.4' as never, structures: ['LAVORO'] as never },
  },
  {
    why: 'somebody else’s indicator',
    item: '3.1',
    by: LAVORO_STAFF,
    figure: fraction('1', '2'),
    refusal: { code: 'NOT_YOURS', item: '3.1' as never, structures: ['DIREZIONE'] as never },
  },
  {
    why: 'a head, of another structure',
    item: '1.1.4',
    by: actor('HEAD', 'OSRU'),
    figure: percent('60'),
    refusal: { code: 'NOT_YOURS', item: '1.1.4' as never, structures: ['LAVORO'] as never },
  },
  {
    why: 'staff of nothing',
    item: '1.1.3',
    by: actor('STAFF'),
    figure: percent('60'),
    refusal: { code: 'NOT_YOURS', item: '1.1.3' as never, structures: ['DIREZIONE', 'OSRU'] as never },
  },
  {
    why: 'a manager reads',
    item: '1.1.3',
    by: MANAGER,
    figure: percent('60'),
    refusal: { code: 'ROLE_MAY_NOT', role: 'MANAGER', permission: 'REPORT_OWN_STRUCTURES' },
  },
  {
    why: 'a manager reads, of whatever structure',
    item: '1.1.3',
    by: actor('MANAGER', 'OSRU'),
    figure: percent('60'),
    refusal: { code: 'ROLE_MAY_NOT', role: 'MANAGER', permission: 'REPORT_OWN_STRUCTURES' },
  },
  // Nothing, or what cannot be repeated
  { why: 'nothing said of a phase', item: '1.1.3', refusal: { code: 'NOTHING_SAID', item: '1.1.3' } },
  { why: 'only a note', item: '1.1.3', note: 'in corso', refusal: { code: 'NOTHING_SAID', item: '1.1.3' } },
  { why: 'nothing said of an indicator', item: '3.1', refusal: { code: 'NOTHING_SAID', item: '3.1' } },
  {
    why: 'unchanged since never',
    item: '1.1.3',
    figure: UNCHANGED,
    refusal: { code: 'NOTHING_TO_REPEAT', item: '1.1.3' as never },
  },
  {
    why: 'an indicator unchanged since never',
    item: '3.1',
    figure: UNCHANGED,
    refusal: { code: 'NOTHING_TO_REPEAT', item: '3.1' as never },
  },
  // Percentages
  {
    why: '150%',
    item: '1.1.3',
    figure: percent('150'),
    refusal: { code: 'PERCENT_OUT_OF_RANGE', given: '150' },
  },
  {
    why: 'a hair over 100',
    item: '1.1.3',
    figure: percent('100.01'),
    refusal: { code: 'PERCENT_OUT_OF_RANGE', given: '100.01' },
  },
  {
    why: '-5%',
    item: '1.1.3',
    figure: percent('-5'),
    refusal: { code: 'PERCENT_OUT_OF_RANGE', given: '-5' },
  },
  {
    why: 'three decimals',
    item: '1.1.3',
    figure: percent('12.345'),
    refusal: { code: 'PERCENT_TOO_PRECISE', given: '12.345' },
  },
  {
    why: '150% of units',
    item: '1.4.4',
    figure: percent('150'),
    refusal: { code: 'PERCENT_OUT_OF_RANGE', given: '150' },
  },
  {
    why: 'a bare number of a percentage phase',
    item: '1.1.3',
    figure: count('60'),
    refusal: { code: 'UNITS_NOT_COUNTED', item: '1.1.3' as never, given: '60' },
  },
  {
    why: '-5 of a percentage phase',
    item: '1.1.3',
    figure: count('-5'),
    refusal: { code: 'UNITS_NOT_COUNTED', item: '1.1.3' as never, given: '-5' },
  },
  {
    why: 'a ratio of a phase',
    item: '1.1.3',
    figure: fraction('1', '2'),
    refusal: { code: 'NOT_UNDERSTOOD', given: '1.1.3 1/2' },
  },
  // Units
  {
    why: '-5 units',
    item: '1.4.4',
    figure: count('-5'),
    refusal: { code: 'UNITS_INVALID', given: '-5', unit: 'colloqui', target: 10_000 },
  },
  {
    why: 'half a unit',
    item: '1.4.4',
    figure: count('6.5'),
    refusal: { code: 'UNITS_INVALID', given: '6.5', unit: 'colloqui', target: 10_000 },
  },
  {
    why: 'other units',
    item: '1.4.4',
    figure: count('6200', 'imprese'),
    refusal: { code: 'UNITS_INVALID', given: '6200 imprese', unit: 'colloqui', target: 10_000 },
  },
  {
    why: 'more than anybody counts',
    item: '1.4.4',
    figure: count('10000001'),
    refusal: { code: 'UNITS_INVALID', given: '10000001', unit: 'colloqui', target: 10_000 },
  },
  // Measurements
  {
    why: 'a denominator of 0',
    item: '3.1',
    figure: fraction('8006', '0'),
    refusal: { code: 'DENOMINATOR_NOT_POSITIVE', given: '0' },
  },
  {
    why: 'a denominator under 0',
    item: '3.1',
    figure: fraction('8006', '-1'),
    refusal: { code: 'DENOMINATOR_NOT_POSITIVE', given: '-1' },
  },
  {
    why: 'a numerator under 0',
    item: '3.1',
    figure: fraction('-1', '20015'),
    refusal: { code: 'NEGATIVE_FIGURE', given: '-1' },
  },
  {
    why: 'a percentage of a ratio',
    item: '3.1',
    figure: percent('40'),
    refusal: { code: 'RATIO_EXPECTED', goal: '3.1' as never, indicator: ratioOf31 },
  },
  {
    why: 'done, of a ratio',
    item: '3.1',
    figure: DONE,
    refusal: { code: 'RATIO_EXPECTED', goal: '3.1' as never, indicator: ratioOf31 },
  },
  {
    why: 'an indicator cannot be blocked',
    item: '3.1',
    blockedBecause: 'ricorso',
    refusal: { code: 'INDICATOR_NOT_BLOCKED', goal: '3.1' as never },
  },
  {
    why: 'a ratio of a value',
    item: '3.1',
    plan: money,
    figure: fraction('1', '2'),
    refusal: { code: 'VALUE_EXPECTED', goal: '3.1' as never, indicator: 'Spesa', unit: 'euro' },
  },
  {
    why: 'a value under 0',
    item: '3.1',
    plan: money,
    figure: count('-0.5'),
    refusal: { code: 'NEGATIVE_FIGURE', given: '-0.5' },
  },
  // Items
  {
    why: 'a code that never was',
    item: '9.9',
    figure: percent('60'),
    refusal: { code: 'UNKNOWN_CODE', given: '9.9', near: [] },
  },
  {
    why: 'a phase that never was',
    item: '1.4.9',
    figure: percent('60'),
    refusal: { code: 'UNKNOWN_CODE', given: '1.4.9', near: ['1.4', '1.4.1', '1.4.2', '1.4.3', '1.4.4'] },
  },
  {
    why: 'a goal by schedule',
    item: '1.1',
    figure: percent('60'),
    refusal: { code: 'NOT_A_PHASE', goal: '1.1' as never, phases: phasesOf11 },
  },
  {
    why: 'a goal whose schedule is not attached',
    item: '4.3',
    figure: percent('60'),
    refusal: { code: 'NOT_A_PHASE', goal: '4.3' as never, phases: [] },
  },
  {
    why: 'a phase asked for, an indicator given',
    item: '3.1',
    expects: 'PHASE',
    figure: percent('60'),
    refusal: { code: 'NOT_A_PHASE', goal: '3.1' as never, phases: [] },
  },
  {
    why: 'an indicator asked for, a phase given',
    item: '1.1.3',
    expects: 'GOAL',
    figure: fraction('1', '2'),
    refusal: { code: 'NOT_MEASURED_BY_FIGURES', item: '1.1.3', goals: byFigures },
  },
  {
    why: 'an indicator asked for, a goal by schedule given',
    item: '1.1',
    expects: 'GOAL',
    figure: fraction('1', '2'),
    refusal: { code: 'NOT_MEASURED_BY_FIGURES', item: '1.1', goals: byFigures },
  },
  {
    why: '3.3 is no longer in the plan',
    item: '3.3',
    figure: fraction('1', '2'),
    refusal: { code: 'NOT_IN_BASELINE', item: '3.3', baseline: 1, change: merged, readableIn: 0 },
  },
  {
    why: '3.3 on the day of its elimination',
    item: '3.3',
    reportedOn: isoDate('2020-08-03'),
    figure: fraction('1', '2'),
    refusal: { code: 'NOT_IN_BASELINE', item: '3.3', baseline: 1, change: merged, readableIn: 0 },
  },
  // Days
  {
    why: 'tomorrow',
    item: '1.1.3',
    reportedOn: NOW.given,
    figure: percent('60'),
    refusal: { code: 'DATE_IN_FUTURE', ...NOW },
  },
  {
    why: 'before the plan',
    item: '1.1.3',
    reportedOn: isoDate('2019-12-31'),
    figure: percent('60'),
    refusal: { code: 'DATE_BEFORE_PLAN', given: isoDate('2019-12-31'), first: isoDate('2020-01-01') },
  },
  // Texts
  {
    why: 'a note too long',
    item: '1.1.3',
    figure: percent('60'),
    note: 'n'.repeat(NOTE_LIMIT + 1),
    refusal: { code: 'TEXT_TOO_LONG', length: NOTE_LIMIT + 1, limit: NOTE_LIMIT },
  },
  {
    why: 'a reason too long',
    item: '1.1.3',
    blockedBecause: 'n'.repeat(NOTE_LIMIT + 1),
    refusal: { code: 'TEXT_TOO_LONG', length: NOTE_LIMIT + 1, limit: NOTE_LIMIT },
  },
  {
    why: 'a link that is none',
    item: '1.1.3',
    figure: percent('60'),
    evidence: 'ftp://example.org',
    refusal: { code: 'LINK_INVALID', given: 'ftp://example.org' },
  },
  {
    why: 'a link with a space',
    item: '1.1.3',
    figure: percent('60'),
    evidence: 'https://example.org/a b',
    refusal: { code: 'LINK_INVALID', given: 'https://example.org/a b' },
  },
  {
    why: 'a script is no link',
    item: '1.1.3',
    figure: percent('60'),
    evidence: 'javascript:alert(1)',
    refusal: { code: 'LINK_INVALID', given: 'javascript:alert(1)' },
  },
];

test.each(refusals)('refuses it: $why → $refusal.code', ({ item, refusal, why: _why, ...input }) => {
  const result = decide(item, input);
  expect(result.ok ? told(result.value) : result.refusal).toEqual(refusal);
});

test('an indicator that sums its figures cannot be unchanged: the last one would count twice', () => {
  const plan = JSON.parse(JSON.stringify(ARTI).replaceAll('"LATEST"', '"SUM"')) as Plan;
  expect(decide('3.1', { plan, before: measured, figure: UNCHANGED })).toMatchObject({
    refusal: { code: 'RATIO_EXPECTED', goal: '3.1' },
  });
});

test.each([
  { figure: percent('60'), item: '1.1.3', refers: false },
  { figure: DONE, item: '1.1.3', refers: false },
  { figure: count('6200'), item: '1.4.4', refers: false },
  { figure: fraction('1', '2'), item: '3.1', refers: false },
  { figure: percent('60'), blockedBecause: 'parere', item: '1.1.3', refers: false },
  { figure: null, blockedBecause: 'parere', item: '1.1.3', refers: true },
  { figure: UNCHANGED, item: '1.1.3', refers: true },
  { figure: UNCHANGED, item: '3.1', refers: true },
])('only what refers to what was said last is judged by it: $item $figure.kind → $refers', (said) => {
  const { item, refers, ...parts } = said;
  const before: SaidBefore = { ...measured, reports: { '1.1.3': 3000, '1.4.4': 3000 } };
  expect(refersToLast(parts)).toBe(refers);
  const isSame = JSON.stringify(decide(item, parts)) === JSON.stringify(decide(item, { ...parts, before }));
  expect(isSame).toBe(!refers);
});

test('a percentage of units that is not a whole number of them is refused', () => {
  const plan = JSON.parse(JSON.stringify(ARTI).replaceAll('"target":10000', '"target":3')) as Plan;
  expect(decide('1.4.4', { plan, figure: percent('50') })).toEqual({
    ok: false,
    refusal: { code: 'PERCENT_NOT_WHOLE_UNITS', item: '1.4.4', unit: 'colloqui', target: 3 },
  });
  expect(decide('1.4.4', { plan, figure: percent('100') }).ok).toBe(true);
});

/** What a decision can be refused for; every other code belongs to an edge or a service. */
const ELSEWHERE = [
  'NO_PLAN',
  'NO_BASELINE',
  'UNKNOWN_PERSON',
  'BLOCK_REASON_MISSING',
  'MISSING_CODE',
  'SEVERAL_FIGURES',
  'ONE_FIGURE_EXPECTED',
  'NUMBER_INVALID',
  'DATE_INVALID',
  'CHECK_IN_CLOSED',
  'NOT_YOUR_CHECK_IN',
  'NOBODY_TO_ASK',
  'IDEMPOTENCY_KEY_INVALID',
  'IDEMPOTENCY_KEY_REUSED',
  'ALREADY_SUBMITTED',
  'NUMBER_DOUBTFUL',
  'DAY_NOT_MOVABLE',
  'UNKNOWN_COLLEAGUE',
  'NOT_YOUR_PEOPLE',
  'NOT_IN_STRUCTURE',
  'CANNOT_TAKE_OVER',
  'NOT_DELEGATED',
  'NOT_ASSIGNED',
  'DATE_IN_PAST',
  'DATE_TOO_FAR',
  'HOURS_INVALID',
  'TIME_ZONE_INVALID',
  'PERIOD_INVALID',
  'ABSENCE_STANDS',
  'SNOOZE_AFTER_CLOSE',
  'SKIP_REASON_MISSING',
  'UNKNOWN_STRUCTURE',
  'UNKNOWN_CHANNEL',
  'UNKNOWN_GROUP',
  'UNKNOWN_CHECK_IN',
  'UNKNOWN_MESSAGE',
  'UNKNOWN_KEY',
  'KEY_NAME_INVALID',
  'KEY_SCOPES_INVALID',
  'KEY_STRUCTURES_MISSING',
  'KEY_STRUCTURES_UNUSED',
  'PERSON_EXPECTED',
  'NEWCOMER_INVALID',
  'NOT_A_GOAL',
  'MEASURED_BY_FIGURES',
  'UNKNOWN_REPORT',
  'SAID_MEANWHILE',
  'BULK_SIZE_INVALID',
  'RANGE_INVALID',
  'RANGE_TOO_LONG',
  'NOT_YOUR_SCHEDULE',
  'UNKNOWN_SCHEDULE_ENTRY',
  'SCHEDULE_UNCLEAR',
  'NOT_OF_STRUCTURE',
  'USAGE',
] as const satisfies readonly RefusalCode[];
type Decidable = Exclude<RefusalCode, (typeof ELSEWHERE)[number]>;
/** One that is missing here does not compile. */
const DECIDABLE: Readonly<Record<Decidable, true>> = {
  UNKNOWN_CODE: true,
  NOT_IN_BASELINE: true,
  NOT_A_PHASE: true,
  NOT_MEASURED_BY_FIGURES: true,
  NOT_YOURS: true,
  ROLE_MAY_NOT: true,
  NOTHING_SAID: true,
  NOT_UNDERSTOOD: true,
  PERCENT_OUT_OF_RANGE: true,
  PERCENT_TOO_PRECISE: true,
  UNITS_INVALID: true,
  UNITS_NOT_COUNTED: true,
  NOTHING_TO_REPEAT: true,
  PERCENT_NOT_WHOLE_UNITS: true,
  RATIO_EXPECTED: true,
  VALUE_EXPECTED: true,
  INDICATOR_NOT_BLOCKED: true,
  DENOMINATOR_NOT_POSITIVE: true,
  NEGATIVE_FIGURE: true,
  DATE_IN_FUTURE: true,
  DATE_BEFORE_PLAN: true,
  TEXT_TOO_LONG: true,
  LINK_INVALID: true,
};

test('each refusal that a decision can give has a case', () => {
  const covered = new Set<string>([
    ...refusals.map(({ refusal }) => refusal.code),
    'PERCENT_NOT_WHOLE_UNITS',
  ]);
  expect([...covered].sort()).toEqual(Object.keys(DECIDABLE).sort());
});

describe('what a fact carries', () => {
  test('a report: who, when, from where, and the words as said', () => {
    const result = decide('1.1.3', {
      by: OSRU_STAFF,
      figure: percent('60'),
      note: 'bando pubblicato',
      evidence: 'https://example.org',
      reportedOn: isoDate('2020-09-10'),
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        kind: 'STATUS',
        goal: { code: '1.1' },
        phase: { code: '1.1.3' },
        report: {
          reportedOn: '2020-09-10',
          note: 'bando pubblicato',
          evidence: 'https://example.org',
          actor: 'test.staff',
          source: 'SLACK',
        },
        said: { kind: 'PERCENT', percentBps: 6_000 },
      },
    });
  });

  test('of a value: the unit of its indicator', () => {
    expect(decide('3.1', { plan: money, figure: count('120.5') })).toMatchObject({
      ok: true,
      value: { measurement: { value: '120.5', numerator: null }, said: { kind: 'VALUE', unit: 'euro' } },
    });
  });

  test('the day is the one said, or today', () => {
    expect(dayOf(statement('1.1.3'), TODAY)).toBe(TODAY);
    expect(dayOf(statement('1.1.3', { reportedOn: isoDate('2020-01-02') }), TODAY)).toBe('2020-01-02');
  });

  test('a fact on a past day is of the phase as it stood in the baseline of that day', () => {
    const may = decide('1.1.1', { figure: percent('60'), reportedOn: isoDate('2020-05-15') });
    const now = decide('1.1.1', { figure: percent('60') });
    const endOf = (result: typeof may) =>
      result.ok && result.value.kind === 'STATUS' ? result.value.phase.end : null;
    expect([endOf(may), endOf(now)]).toEqual(['2020-05-31', '2020-09-30']);
  });
});
