/** With which day each summary of the plan compares, and how far it looks ahead. */
import { expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import { planSummarySpan } from '../../../src/domain/summaries/plan-summary-span.ts';

const REVIEWS = ['06-30', '09-30'];

test.each([
  { why: 'a week', kind: 'PLAN_WEEK', day: '2020-09-18', since: '2020-09-11', until: '2020-10-02' },
  {
    why: 'the year’s first week',
    kind: 'PLAN_WEEK',
    day: '2020-01-03',
    since: '2019-12-27',
    until: '2020-01-17',
  },
  { why: 'August', kind: 'PLAN_MONTH', day: '2020-08-31', since: '2020-07-31', until: '2020-09-30' },
  { why: 'January', kind: 'PLAN_MONTH', day: '2020-01-31', since: '2019-12-31', until: '2020-02-29' },
  {
    why: 'February of a leap year',
    kind: 'PLAN_MONTH',
    day: '2020-02-29',
    since: '2020-01-31',
    until: '2020-03-31',
  },
  { why: 'November', kind: 'PLAN_MONTH', day: '2020-11-30', since: '2020-10-31', until: '2020-12-31' },
  {
    why: 'December looks into the next year',
    kind: 'PLAN_MONTH',
    day: '2020-12-31',
    since: '2020-11-30',
    until: '2021-01-31',
  },
  {
    why: 'in the middle of a month',
    kind: 'PLAN_MONTH',
    day: '2020-08-10',
    since: '2020-07-31',
    until: '2020-09-30',
  },
  {
    why: 'the first quarter',
    kind: 'PLAN_QUARTER',
    day: '2020-03-31',
    since: '2019-12-31',
    until: '2020-06-30',
  },
  {
    why: 'the second quarter',
    kind: 'PLAN_QUARTER',
    day: '2020-06-30',
    since: '2020-03-31',
    until: '2020-09-30',
  },
  {
    why: 'the last quarter',
    kind: 'PLAN_QUARTER',
    day: '2020-12-31',
    since: '2020-09-30',
    until: '2021-03-31',
  },
  {
    why: 'the first review',
    kind: 'INTERIM_REVIEW',
    day: '2020-06-30',
    since: '2019-12-31',
    until: '2020-09-30',
  },
  {
    why: 'the second review',
    kind: 'INTERIM_REVIEW',
    day: '2020-09-30',
    since: '2020-06-30',
    until: '2020-12-31',
  },
  {
    why: 'a review on another day',
    kind: 'INTERIM_REVIEW',
    day: '2020-07-15',
    since: '2020-06-30',
    until: '2020-09-30',
  },
] as const)('$why', ({ kind, day, since, until }) => {
  expect(planSummarySpan(kind, isoDate(day), 2020, REVIEWS)).toEqual({ since, until });
});

test.each([
  { why: 'none planned: the whole year', days: [], since: '2019-12-31', until: '2020-12-31' },
  { why: 'out of order', days: ['09-30', '03-31'], since: '2020-03-31', until: '2020-09-30' },
  {
    why: 'a day that the year does not have',
    days: ['02-30', '11-31'],
    since: '2019-12-31',
    until: '2020-12-31',
  },
])('review days: $why', ({ days, since, until }) => {
  expect(planSummarySpan('INTERIM_REVIEW', isoDate('2020-06-30'), 2020, days)).toEqual({ since, until });
});
