import { expect, test } from 'vitest';
import { structureRows, YEAR_END } from '../../../src/web/dashboard/parts/structure-rows.ts';

type Structure = Parameters<typeof structureRows>[0];
type Phase = Structure['phases'][number];
type Goal = Structure['goalsWithoutPhases'][number];

const OSRU = { code: 'OSRU', name: 'Settore OSRU' };
const DIREZIONE = { code: 'DIREZIONE', name: 'Direzione' };

const phase = (code: string, more: Partial<Phase> = {}): Phase => ({
  id: code,
  code,
  goalCode: code.split('.').slice(0, 2).join('.'),
  description: `fase ${code}`,
  output: 'atto',
  start: '2020-01-01',
  end: '2020-09-30',
  completedOn: null,
  units: null,
  progress: { percent: 50, health: 'ON_TRACK', variance: { linear: -3.5 } },
  structures: [DIREZIONE, OSRU],
  lastReport: { percent: 50, units: null, note: 'a metà', reportedOn: '2020-09-01' },
  ...more,
});

const goal = (code: string, more: Partial<Goal> = {}): Goal => ({
  id: code,
  code,
  title: `obiettivo ${code}`,
  scheduleUnknown: null,
  deadline: null,
  measuredBy: 'FIGURES',
  indicator: { description: 'imprese servite', measure: 'RATIO', unit: '%' },
  structures: [OSRU],
  progress: { percent: 100, reason: null, health: 'COMPLETED', variance: { linear: 29.5 } },
  lastMeasurement: null,
  ...more,
});

const structure = (phases: readonly Phase[], goalsWithoutPhases: readonly Goal[]): Structure => ({
  id: 'OSRU',
  year: 2020,
  code: 'OSRU',
  name: OSRU.name,
  aliases: [],
  channel: null,
  members: null,
  progress: {
    percent: 60,
    reason: null,
    coverage: 100,
    atMost: 60,
    planned: { byDeadline: 0, linear: 50 },
    variance: { byDeadline: 60, linear: 10 },
    health: 'ON_TRACK',
    healthPart: null,
    explain: { terms: [] },
  },
  phases,
  goalsWithoutPhases,
});

test('phases and goals stand in the order of the plan, the tenth after the ninth', () => {
  const rows = structureRows(
    structure([phase('1.1.10'), phase('1.1.9'), phase('4.1.1')], [goal('3.1'), goal('1.2')]),
  );
  expect(rows.map(({ code }) => code)).toEqual(['1.1.9', '1.1.10', '1.2', '3.1', '4.1.1']);
});

test('a phase leads to its goal, a goal to itself', () => {
  const rows = structureRows(structure([phase('1.1.1')], [goal('3.1')]));
  expect(rows.map(({ goalCode }) => goalCode)).toEqual(['1.1', '3.1']);
});

test('a phase without a description is known by its output, or by nothing', () => {
  const rows = structureRows(
    structure(
      [phase('1.1.1', { description: null }), phase('1.1.2', { description: null, output: null })],
      [],
    ),
  );
  expect(rows.map(({ title }) => title)).toEqual(['atto', null]);
});

test.each([
  { why: 'its own deadline', more: { deadline: '2020-11-30' }, end: '2020-11-30' },
  { why: 'the end of the year, where it is measured over it', more: {}, end: YEAR_END },
  { why: 'none, where its schedule is not known', more: { scheduleUnknown: 'non allegato' }, end: null },
])('the deadline of a goal is $why', ({ more, end }) => {
  expect(structureRows(structure([], [goal('4.3', more)]))[0]?.end).toBe(end);
});

test('what was said last is a report of a phase, a measurement of a goal', () => {
  const measured = goal('3.1', { lastMeasurement: { note: null, reportedOn: '2020-09-10' } });
  const rows = structureRows(structure([phase('1.1.1'), phase('1.1.2', { lastReport: null })], [measured]));
  expect(rows.map(({ lastReportedOn, note }) => [lastReportedOn, note])).toEqual([
    ['2020-09-01', 'a metà'],
    [null, null],
    ['2020-09-10', null],
  ]);
});

test('the others are those who answer for it too', () => {
  const rows = structureRows(structure([phase('1.1.1')], [goal('3.1')]));
  expect(rows.map(({ others }) => others)).toEqual([['DIREZIONE'], []]);
});

test('a row keeps what it is of, for the form about it', () => {
  const [phaseRow, goalRow] = structureRows(structure([phase('1.1.1')], [goal('3.1')]));
  expect(phaseRow?.of).toEqual({ phase: phase('1.1.1') });
  expect(goalRow?.of).toEqual({ goal: goal('3.1') });
});
