/** One example of each refusal: a code without one does not compile. */
import { describe, expect, test } from 'vitest';
import type { ActorRole, Permission } from '../../src/domain/actor.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { Change } from '../../src/domain/plan.ts';
import type { Refusal, RefusalCode, ScheduleExpectation } from '../../src/domain/refusal.ts';
import { apiRefusalText } from '../../src/messages/api-refusals.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { refusalText } from '../../src/messages/refusals.ts';
import { goalCode, phaseCodeOf, structureCode } from '../helpers/figures.ts';

type Of<C extends RefusalCode> = Extract<Refusal, { readonly code: C }>;

const change: Change = {
  goal: goalCode('3.3'),
  kind: 'MERGE',
  into: goalCode('1.3'),
  motivation: 'accorpato.',
  notes: [],
};
const day = isoDate('2020-09-30');
const phase = phaseCodeOf('1.1.3');

const EXAMPLES: { readonly [C in RefusalCode]: Of<C> } = {
  NO_PLAN: { code: 'NO_PLAN', year: 2021, years: [2020] },
  NO_BASELINE: { code: 'NO_BASELINE', given: 2, known: [0, 1] },
  UNKNOWN_CODE: { code: 'UNKNOWN_CODE', given: '1.4.9', near: ['1.4', '1.4.1'] },
  NOT_IN_BASELINE: { code: 'NOT_IN_BASELINE', item: '3.3', baseline: 1, readableIn: 0, change },
  NOT_A_PHASE: { code: 'NOT_A_PHASE', goal: goalCode('1.1'), phases: [phase] },
  NOT_A_GOAL: { code: 'NOT_A_GOAL', phase, goal: goalCode('1.1') },
  MEASURED_BY_FIGURES: { code: 'MEASURED_BY_FIGURES', goal: goalCode('3.1') },
  NOT_MEASURED_BY_FIGURES: { code: 'NOT_MEASURED_BY_FIGURES', item: '1.1', goals: [goalCode('3.1')] },
  NOT_YOURS: { code: 'NOT_YOURS', item: phase, structures: [structureCode('OSRU')] },
  ROLE_MAY_NOT: { code: 'ROLE_MAY_NOT', role: 'STAFF', permission: 'ASK_CHECK_INS' },
  UNKNOWN_PERSON: { code: 'UNKNOWN_PERSON', given: 'U0STRANGER', contacts: ['Ufficio programmazione'] },
  NOTHING_SAID: { code: 'NOTHING_SAID', item: '1.1.3' },
  BLOCK_REASON_MISSING: { code: 'BLOCK_REASON_MISSING', item: '1.1.3' },
  NOT_UNDERSTOOD: { code: 'NOT_UNDERSTOOD', given: '1.1.3 quasi fatto' },
  MISSING_CODE: { code: 'MISSING_CODE', given: '60%', example: '1.1.2 60%' },
  SEVERAL_FIGURES: { code: 'SEVERAL_FIGURES', given: '1.1.3 60% e poi 80%', figures: ['60%', '80%'] },
  ONE_FIGURE_EXPECTED: { code: 'ONE_FIGURE_EXPECTED' },
  NUMBER_INVALID: { code: 'NUMBER_INVALID', given: '12,5,7' },
  NUMBER_DOUBTFUL: { code: 'NUMBER_DOUBTFUL', given: '8,006' },
  PERCENT_OUT_OF_RANGE: { code: 'PERCENT_OUT_OF_RANGE', given: '150' },
  PERCENT_TOO_PRECISE: { code: 'PERCENT_TOO_PRECISE', given: '12.345' },
  UNITS_INVALID: { code: 'UNITS_INVALID', given: '-5', unit: 'colloqui', target: 10_000 },
  UNITS_NOT_COUNTED: { code: 'UNITS_NOT_COUNTED', item: phase, given: '60' },
  NOTHING_TO_REPEAT: { code: 'NOTHING_TO_REPEAT', item: phase },
  PERCENT_NOT_WHOLE_UNITS: { code: 'PERCENT_NOT_WHOLE_UNITS', item: phase, unit: 'colloqui', target: 10_000 },
  RATIO_EXPECTED: { code: 'RATIO_EXPECTED', goal: goalCode('3.1'), indicator: 'Imprese servite' },
  VALUE_EXPECTED: { code: 'VALUE_EXPECTED', goal: goalCode('3.1'), indicator: 'Spesa', unit: 'euro' },
  INDICATOR_NOT_BLOCKED: { code: 'INDICATOR_NOT_BLOCKED', goal: goalCode('3.1') },
  DENOMINATOR_NOT_POSITIVE: { code: 'DENOMINATOR_NOT_POSITIVE', given: '0' },
  NEGATIVE_FIGURE: { code: 'NEGATIVE_FIGURE', given: '-0.5' },
  DATE_INVALID: { code: 'DATE_INVALID', given: '31/02' },
  DATE_IN_FUTURE: { code: 'DATE_IN_FUTURE', given: day, today: isoDate('2020-09-14') },
  DATE_BEFORE_PLAN: { code: 'DATE_BEFORE_PLAN', given: isoDate('2019-12-31'), first: isoDate('2020-01-01') },
  TEXT_TOO_LONG: { code: 'TEXT_TOO_LONG', length: 10_000, limit: 2_000 },
  LINK_INVALID: { code: 'LINK_INVALID', given: 'ftp://x' },
  CHECK_IN_CLOSED: { code: 'CHECK_IN_CLOSED', closedOn: day },
  NOT_YOUR_CHECK_IN: { code: 'NOT_YOUR_CHECK_IN' },
  NOBODY_TO_ASK: { code: 'NOBODY_TO_ASK' },
  IDEMPOTENCY_KEY_INVALID: { code: 'IDEMPOTENCY_KEY_INVALID', limit: 200 },
  IDEMPOTENCY_KEY_REUSED: { code: 'IDEMPOTENCY_KEY_REUSED', key: 'k-1' },
  ALREADY_SUBMITTED: { code: 'ALREADY_SUBMITTED' },
  DAY_NOT_MOVABLE: { code: 'DAY_NOT_MOVABLE' },
  UNKNOWN_COLLEAGUE: { code: 'UNKNOWN_COLLEAGUE', given: '@nessuno' },
  NOT_YOUR_PEOPLE: { code: 'NOT_YOUR_PEOPLE', person: 'Referente OSRU', structures: [structureCode('OSRU')] },
  NOT_IN_STRUCTURE: {
    code: 'NOT_IN_STRUCTURE',
    person: 'Referente OSRU',
    item: phase,
    structures: [structureCode('LAVORO')],
  },
  CANNOT_TAKE_OVER: { code: 'CANNOT_TAKE_OVER', person: 'Dirigente', self: false },
  NOT_DELEGATED: { code: 'NOT_DELEGATED', item: '1.1.3' },
  NOT_ASSIGNED: { code: 'NOT_ASSIGNED', item: phase, person: 'Referente OSRU' },
  DATE_IN_PAST: { code: 'DATE_IN_PAST', given: isoDate('2020-09-01'), today: isoDate('2020-09-14') },
  DATE_TOO_FAR: { code: 'DATE_TOO_FAR', given: isoDate('2031-09-01'), last: isoDate('2021-09-14') },
  HOURS_INVALID: { code: 'HOURS_INVALID', given: '14-8' },
  TIME_ZONE_INVALID: { code: 'TIME_ZONE_INVALID', given: 'Toscana' },
  PERIOD_INVALID: { code: 'PERIOD_INVALID', given: 'presto' },
  ABSENCE_STANDS: { code: 'ABSENCE_STANDS', from: isoDate('2020-09-14'), until: isoDate('2020-09-25') },
  SNOOZE_AFTER_CLOSE: {
    code: 'SNOOZE_AFTER_CLOSE',
    given: isoDate('2020-10-01'),
    closesOn: isoDate('2020-09-18'),
  },
  SKIP_REASON_MISSING: { code: 'SKIP_REASON_MISSING' },
  UNKNOWN_STRUCTURE: { code: 'UNKNOWN_STRUCTURE', given: 'ORSU', known: [structureCode('OSRU')] },
  UNKNOWN_CHANNEL: { code: 'UNKNOWN_CHANNEL', given: '#nessuno' },
  UNKNOWN_GROUP: { code: 'UNKNOWN_GROUP', given: '@gruppo' },
  UNKNOWN_CHECK_IN: { code: 'UNKNOWN_CHECK_IN', given: 'c-1' },
  UNKNOWN_MESSAGE: { code: 'UNKNOWN_MESSAGE', given: '12' },
  UNKNOWN_KEY: { code: 'UNKNOWN_KEY', given: 'k3f9' },
  KEY_NAME_INVALID: { code: 'KEY_NAME_INVALID', limit: 80 },
  KEY_SCOPES_INVALID: { code: 'KEY_SCOPES_INVALID', given: 'write', known: ['read', 'report'] },
  KEY_STRUCTURES_MISSING: { code: 'KEY_STRUCTURES_MISSING', known: [structureCode('OSRU')] },
  KEY_STRUCTURES_UNUSED: { code: 'KEY_STRUCTURES_UNUSED' },
  PERSON_EXPECTED: { code: 'PERSON_EXPECTED' },
  NEWCOMER_INVALID: { code: 'NEWCOMER_INVALID', part: 'NAME', limit: 200 },
  UNKNOWN_REPORT: { code: 'UNKNOWN_REPORT', given: '12' },
  SAID_MEANWHILE: { code: 'SAID_MEANWHILE', item: phase, reportedOn: day },
  BULK_SIZE_INVALID: { code: 'BULK_SIZE_INVALID', given: 501, limit: 500 },
  RANGE_INVALID: { code: 'RANGE_INVALID', from: isoDate('2020-02-01'), to: isoDate('2020-01-01') },
  RANGE_TOO_LONG: { code: 'RANGE_TOO_LONG', points: 1001, limit: 1000 },
  NOT_YOUR_SCHEDULE: {
    code: 'NOT_YOUR_SCHEDULE',
    structure: structureCode('LAVORO'),
    own: [structureCode('OSRU')],
  },
  UNKNOWN_SCHEDULE_ENTRY: {
    code: 'UNKNOWN_SCHEDULE_ENTRY',
    given: 'chekin',
    structures: [structureCode('OSRU')],
  },
  SCHEDULE_UNCLEAR: { code: 'SCHEDULE_UNCLEAR', given: '25:00', expects: 'TIME' },
  NOT_OF_STRUCTURE: { code: 'NOT_OF_STRUCTURE', kind: 'MONTHLY_DIGEST', structure: structureCode('OSRU') },
  USAGE: { code: 'USAGE', given: '1.1.2', usage: '/arti assegna 1.1.2 @nome' },
};

const ROLES: readonly ActorRole[] = ['READER', 'STAFF', 'HEAD', 'MANAGER', 'PLANNING'];
const PERMISSIONS: { readonly [P in Permission]: P } = {
  READ: 'READ',
  READ_MISSING: 'READ_MISSING',
  REPORT_OWN_STRUCTURES: 'REPORT_OWN_STRUCTURES',
  REPORT_ALL: 'REPORT_ALL',
  ARRANGE_OWN_STRUCTURES: 'ARRANGE_OWN_STRUCTURES',
  ADMINISTER: 'ADMINISTER',
  ASK_CHECK_INS: 'ASK_CHECK_INS',
  SEND_SUMMARIES: 'SEND_SUMMARIES',
  MOVE_THE_DAY: 'MOVE_THE_DAY',
  IMPORT: 'IMPORT',
  MANAGE_KEYS: 'MANAGE_KEYS',
  READ_AUDIT: 'READ_AUDIT',
};

const SCHEDULE_EXPECTATIONS = [
  'WEEK',
  'MONTH',
  'QUARTER',
  'YEAR',
  'TIME',
  'WORKING_WEEKDAY',
  'CADENCE',
  'PLACE',
] as const satisfies readonly ScheduleExpectation[];

/** Whatever else the facts of a refusal may be. */
const VARIANTS: readonly Refusal[] = [
  { code: 'NO_PLAN', year: null, years: [] },
  { code: 'UNKNOWN_CODE', given: '', near: [] },
  {
    code: 'NOT_IN_BASELINE',
    item: '3.3',
    baseline: 1,
    readableIn: 0,
    change: { ...change, kind: 'ELIMINATE', into: null },
  },
  { code: 'NOT_IN_BASELINE', item: '1.4.2', baseline: 0, readableIn: 1, change: null },
  { code: 'NOT_A_PHASE', goal: goalCode('4.3'), phases: [] },
  { code: 'NOT_YOUR_SCHEDULE', structure: null, own: [] },
  { code: 'NOT_YOUR_SCHEDULE', structure: null, own: [structureCode('OSRU')] },
  ...SCHEDULE_EXPECTATIONS.map((expects): Refusal => ({ code: 'SCHEDULE_UNCLEAR', given: '', expects })),
  { code: 'NOTHING_SAID', item: null },
  { code: 'NOT_MEASURED_BY_FIGURES', item: '1.1', goals: [] },
  { code: 'NOT_YOURS', item: phase, structures: [] },
  ...ROLES.flatMap((role) =>
    Object.values(PERMISSIONS).map((permission): Refusal => ({ code: 'ROLE_MAY_NOT', role, permission })),
  ),
];

const everyOne = [...Object.values(EXAMPLES), ...VARIANTS];

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(everyOne.map((refusal) => [refusal.code, refusal] as const))(
    '%s is a sentence',
    (_code, refusal) => {
      const text = refusalText(refusal, language);
      expect(text.trim()).toBe(text);
      expect(text).toMatch(/^[A-ZÈ“«\d].*[.!]$/s);
      expect(text).not.toMatch(/undefined|\[object|NaN|\bnull\b|\(\)| {2}|, ,/);
      expect(text.length).toBeLessThan(500);
    },
  );

  /** Of the chat alone: the API can't be asked for what they refuse. */
  const OF_THE_CHAT: readonly RefusalCode[] = [
    'UNKNOWN_PERSON',
    'NUMBER_DOUBTFUL',
    'UNKNOWN_SCHEDULE_ENTRY',
    'USAGE',
  ];

  test.each(
    everyOne
      .filter(({ code }) => !OF_THE_CHAT.includes(code))
      .map((refusal) => [refusal.code, refusal] as const),
  )('%s is a sentence of the API too, which tells nobody to type anything', (_code, refusal) => {
    const text = apiRefusalText(refusal, language);
    expect(text).toMatch(/^[A-ZÈ“«"\d].*[.!]$/s);
    expect(text).not.toMatch(/undefined|\[object|NaN|\(\)| {2}|, ,/);
    expect(text).not.toMatch(/`|\/arti|@nome|@name|#nome|#name|Si scrive (?!AAAA|ad esempio "|HH)|Write /);
    expect(text.length).toBeLessThan(500);
  });
});

test('the two languages do not say the same words', () => {
  for (const refusal of Object.values(EXAMPLES)) {
    expect(refusalText(refusal, 'it'), refusal.code).not.toBe(refusalText(refusal, 'en'));
  }
});

describe('what was given, and what is accepted', () => {
  test.each([
    { refusal: EXAMPLES.PERCENT_OUT_OF_RANGE, it: ['«150»', '0 a 100'], en: ['“150”', '0 and 100'] },
    {
      refusal: EXAMPLES.PERCENT_TOO_PRECISE,
      it: ['«12,345»', 'due decimali'],
      en: ['“12.345”', 'two decimals'],
    },
    {
      refusal: EXAMPLES.UNITS_INVALID,
      it: ['«-5»', '10.000', '6200 colloqui'],
      en: ['“-5”', '10,000', '6200 colloqui'],
    },
    {
      refusal: EXAMPLES.DENOMINATOR_NOT_POSITIVE,
      it: ['«0»', 'maggiore di 0'],
      en: ['“0”', 'greater than 0'],
    },
    { refusal: EXAMPLES.NEGATIVE_FIGURE, it: ['«-0,5»'], en: ['“-0.5”'] },
    { refusal: EXAMPLES.DATE_INVALID, it: ['«31/02»', '30/09/2020'], en: ['“31/02”', '30/09/2020'] },
    { refusal: EXAMPLES.DATE_IN_FUTURE, it: ['30/09/2020', '14/09/2020'], en: ['30/09/2020', '14/09/2020'] },
    { refusal: EXAMPLES.SEVERAL_FIGURES, it: ['60%, 80%', 'due punti'], en: ['60%, 80%', 'colon'] },
    { refusal: EXAMPLES.TEXT_TOO_LONG, it: ['10.000', '2.000'], en: ['10,000', '2,000'] },
    { refusal: EXAMPLES.UNKNOWN_CODE, it: ['«1.4.9»', '1.4, 1.4.1'], en: ['“1.4.9”', '1.4, 1.4.1'] },
    {
      refusal: EXAMPLES.NOT_IN_BASELINE,
      it: ['3.3', '1.3', 'baseline 0', 'accorpato'],
      en: ['3.3', '1.3', 'baseline 0', 'accorpato'],
    },
    {
      refusal: EXAMPLES.CHECK_IN_CLOSED,
      it: ['30/09/2020', '/arti aggiorna'],
      en: ['30/09/2020', '/arti update'],
    },
    { refusal: EXAMPLES.NOT_A_PHASE, it: ['`1.1.3 60%`'], en: ['`1.1.3 60%`'] },
  ])('$refusal.code', ({ refusal, it, en }) => {
    for (const part of it) expect(refusalText(refusal, 'it')).toContain(part);
    for (const part of en) expect(refusalText(refusal, 'en')).toContain(part);
  });
});
