/** Small plans, reports and standings in memory, for tests of the domain; and figures as text to compare. */
import { assess } from '../../src/domain/assess.ts';
import { type GoalCode, type PhaseCode, phaseCode, type StructureCode } from '../../src/domain/codes.ts';
import { addDays, type IsoDate, isoDate } from '../../src/domain/dates.ts';
import { type Decimal, parseDecimal } from '../../src/domain/decimal.ts';
import type { Measurement, PhaseStanding, Standing, StatusReport } from '../../src/domain/facts.ts';
import type { Figure } from '../../src/domain/figure.ts';
import { DEFAULT_HEALTH_RULES, type Health, type HealthRules } from '../../src/domain/health.ts';
import type {
  Baseline,
  Goal,
  Indicator,
  Neutralisation,
  Phase,
  Plan,
  Structure,
  Target,
} from '../../src/domain/plan.ts';
import type { PlanFigures } from '../../src/domain/plan-figures.ts';
import { printRatio, type Ratio, ratio, roundHalfUp } from '../../src/domain/ratio.ts';

export const goalCode = (text: string): GoalCode => text as GoalCode;
export const structureCode = (text: string): StructureCode => text as StructureCode;
export const phaseCodeOf = (text: string): PhaseCode => text as PhaseCode;

/** @throws for text that is not a decimal, so that a slip in a test does not pass for one. */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new RangeError(`not a decimal: ${text}`);
  return parsed;
}

/** `percent(12.5)` is 1/8: percent points with at most 2 decimals, as a share. */
export const percent = (points: number): Ratio => ratio(Math.round(points * 100), 10_000);

export const bpsOf = (points: number): number => Math.round(points * 100);

export const neutralisedFrom = (day: string): Neutralisation => ({
  from: isoDate(day),
  by: 'DGR 1095/2020',
  because: 'emergenza sanitaria',
});

// The plan

export const DIREZIONE = structureCode('DIREZIONE');
export const LAVORO = structureCode('LAVORO');
export const OSRU = structureCode('OSRU');

export const THREE_STRUCTURES: readonly Structure[] = [
  { code: DIREZIONE, name: 'Direzione', aliases: [] },
  { code: LAVORO, name: 'Direzione regionale Lavoro', aliases: [] },
  { code: OSRU, name: 'Organizzazione e Sviluppo Risorse Umane', aliases: [] },
];

/** A phase of weight 100 % over the whole of 2020 unless told otherwise; its code comes from the goal. */
export type PhaseInput = Partial<Omit<Phase, 'code' | 'number' | 'start' | 'end' | 'weightBps'>> & {
  readonly start?: string;
  readonly end?: string;
  /** Percent of the goal. */
  readonly weight?: number;
};

export function buildPhase(goal: GoalCode, number: number, input: PhaseInput = {}): Phase {
  const { start = '2020-01-01', end = '2020-12-31', weight = 100, ...rest } = input;
  return {
    number,
    code: phaseCode(goal, number),
    start: isoDate(start),
    end: isoDate(end),
    weightBps: bpsOf(weight),
    description: { text: `Fase ${number}` },
    output: { text: 'Documento' },
    structures: [DIREZIONE],
    creditRule: 'PERCENT_COMPLETE',
    units: null,
    neutralised: null,
    notes: [],
    ...rest,
  };
}

export const buildTarget = (input: Partial<Target> = {}): Target => ({
  fromYear: 2020,
  toYear: 2020,
  operator: 'GTE',
  value: decimal('40'),
  reference: null,
  ...input,
});

export const buildIndicator = (input: Partial<Indicator> = {}): Indicator => ({
  description: 'Imprese servite / imprese servite nell’anno precedente',
  measure: 'RATIO',
  accumulation: 'LATEST',
  unit: '%',
  startingValue: null,
  targets: [buildTarget()],
  ...input,
});

type GoalInput = Partial<Omit<Goal, 'code' | 'weightBps'>>;

/** A goal by figures (`≥ 40 %`, of the Direzione) unless told otherwise; `weight` in percent of the plan. */
export const buildGoal = (code: string, weight: number, input: GoalInput = {}): Goal => ({
  code: goalCode(code),
  areaCode: code.split('.')[0] ?? code,
  title: `Obiettivo ${code}`,
  weightBps: bpsOf(weight),
  expectedOutcome: null,
  sharing: 'OWN',
  structures: [DIREZIONE],
  programmingLink: null,
  remarks: null,
  indicator: buildIndicator(),
  measuredBy: 'FIGURES',
  schedule: null,
  neutralised: null,
  notes: [],
  ...input,
});

/** A goal by schedule; phases are numbered from 1. */
export function scheduledGoal(
  code: string,
  weight: number,
  phases: readonly PhaseInput[],
  input: GoalInput = {},
): Goal {
  const built = phases.map((each, index) => buildPhase(goalCode(code), index + 1, each));
  return buildGoal(code, weight, {
    measuredBy: 'SCHEDULE',
    schedule: { known: true, name: `ARTI CRONO ${code}`, deadline: isoDate('2020-12-31'), phases: built },
    ...input,
  });
}

/** Like CRONO 4: cited and not attached. */
export const unattachedGoal = (code: string, weight: number, input: GoalInput = {}): Goal =>
  buildGoal(code, weight, {
    measuredBy: 'SCHEDULE',
    schedule: { known: false, name: 'ARTI CRONO 4', because: 'non allegato' },
    ...input,
  });

export const buildBaseline = (
  number: number,
  goals: readonly Goal[],
  input: Partial<Baseline> = {},
): Baseline => ({
  number,
  act: number === 0 ? 'DGR 153/2020' : 'DGR 1095/2020',
  adoptedOn: isoDate(number === 0 ? '2020-02-17' : '2020-08-03'),
  effectiveFrom: isoDate(number === 0 ? '2020-01-01' : '2020-08-03'),
  goals,
  changes: [],
  notes: [],
  ...input,
});

/** A plan of 2020 with one baseline per list of goals, and an area for each that a goal names. */
export function buildPlan(...baselines: readonly (readonly Goal[])[]): Plan {
  const areas = [...new Set(baselines.flat().map((goal) => goal.areaCode))].sort();
  return {
    year: 2020,
    agency: { code: 'ARTI', name: 'Agenzia regionale toscana per l’impiego' },
    title: 'PQPO 2020',
    structures: THREE_STRUCTURES,
    areas: areas.map((code) => ({ code, title: `Ambito ${code}` })),
    baselines: baselines.map((goals, number) => buildBaseline(number, goals)),
    notes: [],
  };
}

// What was said

export type ReportInput = Partial<Omit<StatusReport, 'phase' | 'percentBps' | 'reportedOn'>> & {
  readonly percent?: number | null;
  readonly reportedOn?: string;
  /** The day from which all reports say complete. */
  readonly completedOn?: string | null;
};

const provenance = (reportedOn: string) => ({
  sequence: 1,
  reportedOn: isoDate(reportedOn),
  recordedAt: `${reportedOn}T10:00:00.000Z`,
  actor: 'referente.direzione',
  source: 'SLACK' as const,
  note: null,
  evidence: null,
});

/** As the latest report of a phase; of 60 % and of the day asked for, unless told otherwise. */
function standingOfPhase(code: string, day: string, input: ReportInput): PhaseStanding {
  const { percent: points = 60, reportedOn = day, completedOn = null, ...rest } = input;
  return {
    latest: {
      ...provenance(reportedOn),
      phase: phaseCodeOf(code),
      percentBps: points === null ? null : bpsOf(points),
      units: null,
      completes: points !== null && points >= 100,
      blockedBecause: null,
      ...rest,
    },
    completedOn: completedOn === null ? null : isoDate(completedOn),
  };
}

/** `measuredRatio('3.1', '8006/20015')` */
export function measuredRatio(goal: string, fraction: string, reportedOn = '2020-09-14'): Measurement {
  const [numerator = '', denominator = ''] = fraction.split('/');
  return {
    ...provenance(reportedOn),
    goal: goalCode(goal),
    numerator: decimal(numerator),
    denominator: decimal(denominator),
    value: null,
  };
}

export const measuredValue = (goal: string, value: string, reportedOn = '2020-09-14'): Measurement => ({
  ...provenance(reportedOn),
  goal: goalCode(goal),
  numerator: null,
  denominator: null,
  value: decimal(value),
});

/** By phase code, a percentage or a whole report; by goal code, measurements oldest first. */
export type Said = {
  readonly reports?: Readonly<Record<string, number | ReportInput>>;
  readonly measurements?: readonly Measurement[];
};

export function standingOf(day: string, { reports = {}, measurements = [] }: Said = {}): Standing {
  return {
    day: isoDate(day),
    phases: new Map(
      Object.entries(reports).map(([code, said]) => [
        phaseCodeOf(code),
        standingOfPhase(code, day, typeof said === 'number' ? { percent: said } : said),
      ]),
    ),
    measurements: new Map(
      measurements.map(({ goal }) => [goal, measurements.filter((each) => each.goal === goal)]),
    ),
  };
}

export function firstBaseline(plan: Plan): Baseline {
  const [baseline] = plan.baselines;
  if (!baseline) throw new Error('a plan in a test needs a baseline');
  return baseline;
}

/** The figures of one list of goals on a day. */
export function assessGoals(
  goals: readonly Goal[],
  day: string,
  said: Said = {},
  rules: HealthRules = DEFAULT_HEALTH_RULES,
): PlanFigures {
  const plan = buildPlan(goals);
  return assess(plan, firstBaseline(plan), standingOf(day, said), rules);
}

/** One of many, which must be there. */
export function only<T>(items: readonly T[], index = 0): T {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index} of ${items.length}`);
  return item;
}

// Figures as text

export const print = (value: Ratio | null | undefined): string | null =>
  value === null || value === undefined ? null : printRatio(value);

export type PrintedFigure = {
  readonly share: string | null;
  readonly because: string | null;
  readonly coverage: string | null;
  readonly atMost: string | null;
  readonly byDeadline: string | null;
  readonly linear: string | null;
  readonly health: Health | null;
};

/** Everything in a figure that does not name a part, exact. */
export const printFigure = ({
  share,
  because,
  coverage,
  atMost,
  planned,
  health,
}: Figure): PrintedFigure => ({
  share: print(share),
  because,
  coverage: print(coverage),
  atMost: print(atMost),
  byDeadline: print(planned?.byDeadline),
  linear: print(planned?.linear),
  health: health?.health ?? null,
});

/** As people read it: percent with two decimals, `73.35`. */
export function displayPercent(share: Ratio | null | undefined): string | null {
  if (share === null || share === undefined) return null;
  const hundredths = roundHalfUp(share, 10_000);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

export const dayAfter = (day: string, days = 1): IsoDate => addDays(isoDate(day), days);
