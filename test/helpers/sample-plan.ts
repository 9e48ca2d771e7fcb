/** A small plan made by hand, with every field of the types in use somewhere. Not ARTI's: that one is a file. */
import type { GoalCode, StructureCode } from '../../src/domain/codes.ts';
import { phaseCode } from '../../src/domain/codes.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { Decimal } from '../../src/domain/decimal.ts';
import type { Baseline, Goal, Indicator, Phase, Plan, Target } from '../../src/domain/plan.ts';

export const goalCode = (text: string): GoalCode => text as GoalCode;
export const structureCode = (text: string): StructureCode => text as StructureCode;
export const decimal = (text: string): Decimal => text as Decimal;

export const DIRECTION = structureCode('DIR');
export const LABOUR = structureCode('LAV');
export const OSRU = structureCode('OSRU');

export const sampleTarget = (overrides: Partial<Target> = {}): Target => ({
  fromYear: 2020,
  toYear: 2020,
  operator: 'GTE',
  value: decimal('100'),
  reference: null,
  ...overrides,
});

export const sampleIndicator = (overrides: Partial<Indicator> = {}): Indicator => ({
  description: 'Realizzazione secondo il cronoprogramma',
  measure: 'VALUE',
  accumulation: 'LATEST',
  unit: '%',
  startingValue: null,
  targets: [sampleTarget()],
  ...overrides,
});

export const samplePhase = (goal: string, number: number, overrides: Partial<Phase> = {}): Phase => ({
  code: phaseCode(goalCode(goal), number),
  number,
  description: { text: `Fase ${number}` },
  output: { text: `Prodotto ${number}` },
  structures: [DIRECTION],
  start: isoDate('2020-01-01'),
  end: isoDate('2020-12-31'),
  weightBps: 10_000,
  creditRule: 'PERCENT_COMPLETE',
  units: null,
  neutralised: null,
  notes: [],
  ...overrides,
});

/** By schedule, with the phases given. */
export const sampleGoal = (code: string, phases: readonly Phase[], overrides: Partial<Goal> = {}): Goal => ({
  code: goalCode(code),
  areaCode: code.split('.')[0] ?? '',
  title: `Obiettivo ${code}`,
  weightBps: 1_000,
  expectedOutcome: null,
  sharing: 'OWN',
  structures: [DIRECTION],
  programmingLink: null,
  remarks: null,
  indicator: sampleIndicator(),
  measuredBy: 'SCHEDULE',
  schedule: { known: true, name: `CRONO ${code}`, deadline: isoDate('2020-12-31'), phases },
  neutralised: null,
  notes: [],
  ...overrides,
});

/** By figures. */
export const sampleFigureGoal = (
  code: string,
  indicator: Partial<Indicator>,
  overrides: Partial<Goal> = {},
): Goal =>
  sampleGoal(code, [], {
    indicator: sampleIndicator(indicator),
    measuredBy: 'FIGURES',
    schedule: null,
    ...overrides,
  });

/** One phase of each credit rule, one of them neutralised and one with an unknown wording. */
function everyCreditRule(): readonly Phase[] {
  return [
    samplePhase('1.1', 1, {
      structures: [LABOUR, DIRECTION, OSRU],
      end: isoDate('2020-05-31'),
      weightBps: 4_000,
      notes: ['La fine è dedotta.', 'Due note, in ordine.'],
    }),
    samplePhase('1.1', 2, { creditRule: 'ZERO_HUNDRED', weightBps: 2_500 }),
    samplePhase('1.1', 3, {
      creditRule: 'FIFTY_FIFTY',
      weightBps: 1_500,
      description: { unknown: 'il testo precedente non è riportato' },
      output: { unknown: 'idem' },
    }),
    samplePhase('1.1', 4, {
      creditRule: 'UNITS',
      units: { target: 10_000, name: 'colloqui' },
      weightBps: 2_000,
      neutralised: { from: isoDate('2020-06-01'), by: 'DGR 900/2020', because: 'emergenza sanitaria' },
    }),
  ];
}

function approvedBaseline(): Baseline {
  return {
    number: 0,
    act: 'DGR 153 del 17/02/2020',
    adoptedOn: isoDate('2020-02-17'),
    effectiveFrom: isoDate('2020-01-01'),
    goals: [
      sampleGoal('1.1', everyCreditRule(), {
        expectedOutcome: 'Servizi migliori',
        sharing: 'SHARED',
        structures: [OSRU, DIRECTION],
        programmingLink: 'Progetto DEFR n. 11',
        remarks: { text: 'Si veda il cronoprogramma' },
        notes: ['Nota sull’obiettivo.'],
      }),
      sampleFigureGoal(
        '3.1',
        {
          description: 'Imprese servite / imprese servite l’anno prima',
          measure: 'RATIO',
          unit: '%',
          startingValue: '20.015',
          targets: [
            sampleTarget({ value: decimal('105') }),
            sampleTarget({ fromYear: 2021, toYear: 2022, value: null, reference: 'dato anno precedente' }),
          ],
        },
        { weightBps: 1_500, remarks: { unknown: 'la nota di prima non è riportata' } },
      ),
      sampleFigureGoal('3.3', { accumulation: 'SUM', unit: 'eventi' }, { weightBps: 800 }),
    ],
    changes: [],
    notes: ['Date dell’atto da fuori dell’allegato.'],
  };
}

function remodulatedBaseline(): Baseline {
  const [first, second, third, fourth] = everyCreditRule() as [Phase, Phase, Phase, Phase];
  return {
    number: 1,
    act: 'DGR 1095 del 03/08/2020',
    adoptedOn: isoDate('2020-08-03'),
    effectiveFrom: isoDate('2020-08-03'),
    goals: [
      // Not in order of code: the order of the act is kept.
      sampleGoal('3.4', [], {
        weightBps: 800,
        sharing: 'CROSS_CUTTING',
        schedule: { known: false, name: 'CRONO 4', because: 'citato e non allegato' },
      }),
      sampleGoal('1.1', [{ ...first, end: isoDate('2020-09-30') }, second, third, fourth]),
      sampleFigureGoal(
        '3.1',
        { measure: 'RATIO', targets: [sampleTarget({ operator: 'LTE', value: decimal('40.5') })] },
        {
          weightBps: 1_500,
          neutralised: { from: isoDate('2020-10-01'), by: 'DGR 1200/2020', because: 'sospesa' },
        },
      ),
    ],
    changes: [
      { goal: goalCode('3.4'), kind: 'INSERT', into: null, motivation: 'Covid-19', notes: ['a', 'b'] },
      { goal: goalCode('1.1'), kind: 'MODIFY', into: null, motivation: 'slittamento', notes: [] },
      { goal: goalCode('3.3'), kind: 'MERGE', into: goalCode('3.1'), motivation: 'accorpato', notes: [] },
    ],
    notes: [],
  };
}

export const samplePlan = (overrides: Partial<Plan> = {}): Plan => ({
  year: 2020,
  agency: { code: 'ARTI', name: 'Agenzia di prova' },
  title: 'PQPO 2020',
  structures: [
    { code: OSRU, name: 'Organizzazione e Sviluppo Risorse Umane', aliases: ['Settore OSRU', 'osru'] },
    { code: DIRECTION, name: 'Direzione', aliases: [] },
    { code: LABOUR, name: 'Direzione regionale Lavoro', aliases: ['Lavoro'] },
  ],
  areas: [
    { code: '3', title: 'Imprese' },
    { code: '1', title: 'Persone' },
  ],
  baselines: [approvedBaseline(), remodulatedBaseline()],
  notes: ['Mancano 14 punti.'],
  ...overrides,
});
