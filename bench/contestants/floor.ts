/**
 * The floor of the dashboard query: `node:http`, five prepared statements, rows put together in plain JavaScript. It
 * knows the one query, checks nothing, and rounds as floating point does.
 */
import Sqlite from 'better-sqlite3';
import { readAll, serveBare, setting } from './contestant-process.ts';

type Report = { percent: number | null; units: number | null; note: string | null; reportedOn: string };
type PhaseRow = Report & {
  code: string;
  goal: string;
  description: string | null;
  start: string;
  end: string;
  weightBps: number;
  unitsTarget: number | null;
};
type GoalRow = {
  code: string;
  area: string;
  title: string;
  weightBps: number;
  measuredBy: string;
  scheduleUnknown: string | null;
  operator: string | null;
  target: string | null;
  actual: number | null;
};
type StructureRow = { code: string; name: string; phases: string; goals: string };
/** Sums of weight and of weight × progress. */
type Sums = { weight: number; done: number };

const client = new Sqlite(setting('ARTI_DATABASE'), { readonly: true });
const today = setting('ARTI_TODAY');
const plan = client.prepare<[string], { id: number; year: number; title: string; baseline: number }>(
  `SELECT id, year, title, (
    SELECT max(number) FROM baselines WHERE plan_id = plans.id AND effective_from <= ?
  ) AS baseline FROM plans ORDER BY year DESC LIMIT 1`,
);
const areas = client.prepare<[number], { code: string; title: string }>(
  'SELECT code, title FROM areas WHERE plan_id = ? ORDER BY position',
);
const goals = client.prepare<[Record<string, string | number>], GoalRow>(
  `SELECT g.code, g.area_code AS area, g.title, g.weight_bps AS weightBps, g.measured_by AS measuredBy,
     g.schedule_unknown AS scheduleUnknown, t.operator, t.value AS target,
     CASE i.accumulation WHEN 'SUM' THEN (
       SELECT coalesce(sum(m.value), 100.0 * sum(m.numerator) / sum(m.denominator)) FROM measurements AS m
       WHERE m.plan_id = @plan AND m.goal = g.code AND m.reported_on <= @today
     ) ELSE (
       SELECT coalesce(m.value + 0.0, 100.0 * m.numerator / m.denominator) FROM measurements AS m
       WHERE m.plan_id = @plan AND m.goal = g.code AND m.reported_on <= @today
       ORDER BY m.reported_on DESC, m.sequence DESC LIMIT 1
     ) END AS actual
   FROM goals AS g
   JOIN indicators AS i ON i.plan_id = g.plan_id AND i.baseline = g.baseline AND i.goal = g.code
   LEFT JOIN targets AS t ON t.plan_id = g.plan_id AND t.baseline = g.baseline AND t.goal = g.code
     AND @year BETWEEN t.from_year AND t.to_year
   WHERE g.plan_id = @plan AND g.baseline = @baseline ORDER BY g.position`,
);
const phases = client.prepare<[Record<string, string | number>], PhaseRow>(
  `SELECT p.code, p.goal, p.description_text AS description, p.start_on AS start, p.end_on AS "end",
     p.weight_bps AS weightBps, p.units_target AS unitsTarget,
     r.percent_bps / 100.0 AS percent, r.units, r.note, r.reported_on AS reportedOn
   FROM phases AS p LEFT JOIN reports AS r ON r.plan_id = @plan AND r.sequence = (
     SELECT l.sequence FROM reports AS l WHERE l.plan_id = @plan AND l.phase = p.code AND l.reported_on <= @today
     ORDER BY l.reported_on DESC, l.sequence DESC LIMIT 1)
   WHERE p.plan_id = @plan AND p.baseline = @baseline ORDER BY p.position`,
);
const structures = client.prepare<[Record<string, string | number>], StructureRow>(
  `SELECT s.code, s.name, (
     SELECT json_group_array(phase) FROM phase_structures AS p
     WHERE p.plan_id = @plan AND p.baseline = @baseline AND p.structure = s.code
   ) AS phases, (
     SELECT json_group_array(goal) FROM goal_structures AS g
     WHERE g.plan_id = @plan AND g.baseline = @baseline AND g.structure = s.code
   ) AS goals
   FROM structures AS s WHERE s.plan_id = @plan ORDER BY s.position`,
);

const saidOf = ({ percent, units, unitsTarget }: PhaseRow): number | null =>
  units !== null && unitsTarget !== null ? (100 * units) / unitsTarget : percent;

const add = (sums: Sums, weight: number, percent: number | null): void => {
  sums.weight += weight;
  sums.done += weight * (percent ?? 0);
};
const progressOf = ({ weight, done }: Sums) => ({ percent: weight === 0 ? null : done / weight });

function progressByFigures({ operator, target, actual }: GoalRow): number | null {
  const wanted = Number(target);
  if (target === null || wanted === 0) return null;
  if (actual === null) return 0;
  if (operator === 'GTE') return Math.min(100, (100 * actual) / wanted);
  return actual <= 0 ? 100 : Math.min(100, (100 * wanted) / actual);
}

/** One snapshot, as whoever shows figures side by side must take it. */
const readRows = client.transaction(() => {
  const head = plan.get(today);
  if (!head) throw new Error('no plan');
  const { id, year, baseline } = head;
  return {
    head,
    areas: areas.all(id),
    goals: goals.all({ plan: id, baseline, today, year }),
    phases: phases.all({ plan: id, baseline, today }),
    structures: structures.all({ plan: id, baseline }),
  };
});

function dashboard() {
  const rows = readRows();
  const byGoal = groupBy(rows.phases, ({ goal }) => goal);
  const whole: Sums = { weight: 0, done: 0 };
  const percentOf = new Map<string, { weight: number; percent: number | null }>();
  const sumsOf = new Map<string, Sums>(rows.areas.map(({ code }) => [code, { weight: 0, done: 0 }]));
  const shown = rows.goals.map((goal) => {
    const sums: Sums = { weight: 0, done: 0 };
    const own = (byGoal.get(goal.code) ?? []).map((phase) => {
      const said = saidOf(phase);
      const percent = Math.min(100, said ?? 0);
      add(sums, phase.weightBps, percent);
      percentOf.set(phase.code, { weight: (goal.weightBps * phase.weightBps) / 10_000, percent });
      const { code, description, start, end, weightBps, note, reportedOn } = phase;
      return {
        code,
        description,
        start,
        end,
        weightBps,
        progress: { percent },
        lastReport: reportedOn === null ? null : { percent: said, note, reportedOn },
      };
    });
    const progress =
      goal.measuredBy === 'FIGURES'
        ? { percent: progressByFigures(goal) }
        : goal.scheduleUnknown === null
          ? progressOf(sums)
          : { percent: null };
    add(whole, goal.weightBps, progress.percent);
    const area = sumsOf.get(goal.area);
    if (area) add(area, goal.weightBps, progress.percent);
    if (own.length === 0) percentOf.set(goal.code, { weight: goal.weightBps, percent: progress.percent });
    const { code, title, weightBps } = goal;
    return { area: goal.area, shown: { code, title, weightBps, progress, phases: own } };
  });
  return {
    year: rows.head.year,
    title: rows.head.title,
    progress: progressOf(whole),
    areas: rows.areas.map(({ code, title }) => {
      const sums = sumsOf.get(code) ?? { weight: 0, done: 0 };
      const goalsOfArea = shown.filter(({ area }) => area === code).map((each) => each.shown);
      return { code, title, weightBps: sums.weight, progress: progressOf(sums), goals: goalsOfArea };
    }),
    structures: rows.structures.map(({ code, name, phases: ownPhases, goals: ownGoals }) => {
      const sums: Sums = { weight: 0, done: 0 };
      for (const item of [...JSON.parse(ownPhases), ...JSON.parse(ownGoals)]) {
        const part = percentOf.get(item);
        if (part) add(sums, part.weight, part.percent);
      }
      return { code, name, progress: progressOf(sums) };
    }),
  };
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

await serveBare((request, response) => {
  readAll(request, () => {
    const body = Buffer.from(JSON.stringify({ data: { plan: dashboard() } }));
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
    });
    response.end(body);
  });
});
