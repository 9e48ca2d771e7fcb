/** Frozen summaries written by hand: what a test does not speak of is ordinary. */
import type { GoalCode, ItemCode, StructureCode } from '../../src/domain/codes.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type {
  PlanSummary,
  StructureSummary,
  Summary,
  SummaryCurve,
  SummaryFigure,
  SummaryIndicator,
  SummaryItem,
} from '../../src/domain/summary.ts';
import type { Context } from '../../src/services/context.ts';

export const NOTHING: SummaryFigure = {
  share: null,
  coverage: null,
  plannedByDeadline: null,
  plannedLinear: null,
};

/** 40 %, 65 % known, 55 % and 62,50 % planned. */
export const NOW: SummaryFigure = {
  share: '2/5',
  coverage: '13/20',
  plannedByDeadline: '11/20',
  plannedLinear: '5/8',
};

export const BEFORE: SummaryFigure = { ...NOW, share: '1/3' };

export const itemOf = (code: string, parts: Partial<SummaryItem> = {}): SummaryItem => ({
  item: code as ItemCode,
  goal: code.split('.').slice(0, 2).join('.') as GoalCode,
  title: `Attività ${code}`,
  health: 'ON_TRACK',
  share: '3/5',
  shareBefore: '2/5',
  end: isoDate('2020-09-30'),
  daysLate: 0,
  blockedBecause: null,
  lastReportedOn: isoDate('2020-09-16'),
  ...parts,
});

export const CURVE: SummaryCurve = {
  points: ['2020-01-31', '2020-05-29', '2020-09-18', '2020-12-31'].map((day, index) => ({
    day: isoDate(day),
    actual: day <= '2020-09-18' ? `${index}/5` : null,
    plannedByDeadline: `${index}/4`,
    plannedLinear: `${index}/3`,
  })),
  rebaselinings: [{ day: isoDate('2020-08-03'), baseline: 1 }],
};

export const INDICATOR: SummaryIndicator = {
  goal: '3.1' as GoalCode,
  title: 'Servizi alle imprese',
  actual: { kind: 'RATIO', numerator: '8006', denominator: '20015' },
  target: { operator: 'GTE', value: '40' },
  unit: '%',
  achievement: '1/1',
  measuredOn: isoDate('2020-09-15'),
};

export const LATE = itemOf('1.1.3', { health: 'OVERDUE', end: isoDate('2020-09-10'), daysLate: 8 });
export const BLOCKED = itemOf('1.2.1', { health: 'BLOCKED', blockedBecause: 'manca il parere' });

export const structureSummary = (parts: Partial<StructureSummary> = {}): StructureSummary => ({
  kind: 'STRUCTURE_WEEK',
  structure: 'OSRU' as StructureCode,
  structureName: 'OSRU',
  year: 2020,
  baseline: 1,
  day: isoDate('2020-09-18'),
  weekAgo: isoDate('2020-09-11'),
  now: NOW,
  before: BEFORE,
  moved: [itemOf('1.1.1'), itemOf('1.1.2', { shareBefore: null })],
  lateOrBlocked: [LATE, BLOCKED],
  unreported: [itemOf('1.3.1', { lastReportedOn: null })],
  notAnswered: ['1.1.4', '1.1.5', '3.2'].map((code) => code as ItemCode),
  dueSoon: [itemOf('1.4.2'), itemOf('1.1.6', { end: isoDate('2020-09-25') })],
  indicators: [INDICATOR],
  curve: CURVE,
  slot: null,
  ...parts,
});

/** A week in which nothing moved, nothing is late, blocked or unanswered, and nothing falls due. */
export const QUIET = { moved: [], lateOrBlocked: [], notAnswered: [], dueSoon: [] } as const;

export const planSummary = (parts: Partial<PlanSummary> = {}): PlanSummary => ({
  kind: 'PLAN_WEEK',
  year: 2020,
  title: 'Piano 2020 di ARTI',
  baseline: 1,
  day: isoDate('2020-09-18'),
  since: isoDate('2020-09-11'),
  now: NOW,
  before: BEFORE,
  weightBps: 8600,
  structures: [
    {
      structure: 'LAVORO' as StructureCode,
      name: 'Direzione regionale Lavoro',
      now: { ...NOW, share: '1/5' },
      before: { ...BEFORE, share: '1/5' },
      late: 2,
      blocked: 0,
      notAnswered: 3,
    },
    {
      structure: 'OSRU' as StructureCode,
      name: 'OSRU',
      now: NOW,
      before: BEFORE,
      late: 1,
      blocked: 1,
      notAnswered: 0,
    },
    {
      structure: 'ALTRA' as StructureCode,
      name: 'Altra',
      now: NOTHING,
      before: NOTHING,
      late: 0,
      blocked: 0,
      notAnswered: 0,
    },
  ],
  goals: [
    {
      goal: '1.1' as GoalCode,
      title: 'Innovare i servizi',
      weightBps: 1200,
      now: NOW,
      before: BEFORE,
      health: 'OVERDUE',
      neutralisedBecause: null,
    },
    {
      goal: '4.3' as GoalCode,
      title: 'Cronoprogramma non noto',
      weightBps: 1000,
      now: NOTHING,
      before: NOTHING,
      health: null,
      neutralisedBecause: null,
    },
    {
      goal: '1.5' as GoalCode,
      title: 'Formazione',
      weightBps: 500,
      now: NOTHING,
      before: NOW,
      health: null,
      neutralisedBecause: 'sospeso per l’emergenza',
    },
  ],
  completed: [itemOf('1.1.7', { share: '1/1', health: 'COMPLETED', daysLate: 5 })],
  moved: [itemOf('1.1.1'), itemOf('1.1.7', { share: '1/1', health: 'COMPLETED', daysLate: 5 })],
  lateOrBlocked: [LATE, BLOCKED],
  dueSoon: [itemOf('1.4.2')],
  indicators: [INDICATOR],
  curve: CURVE,
  slot: null,
  ...parts,
});

/** Kept in the store as if it had been sent then. */
export async function keepSummary(
  { store }: Pick<Context, 'store'>,
  id: string,
  summary: Summary,
  recordedAt = '2020-09-18T10:00:00.000Z',
): Promise<void> {
  const plan = await store.findPlan(summary.year);
  if (!plan) throw new Error(`there is no plan ${summary.year}`);
  const { outcome } = await store.commit({
    planId: plan.id,
    revision: null,
    lastSequence: null,
    recordedAt,
    inbox: null,
    summaries: [{ id, summary }],
  });
  if (outcome !== 'COMMITTED') throw new Error(outcome);
}
