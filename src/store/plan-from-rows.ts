/**
 * A plan put together from the rows of the definition tables, each list in its order. What the types promise
 * (a code, a day, a decimal) was proved by the plan file's parser before the rows were written.
 */
import type { GoalCode, PhaseCode, StructureCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Decimal } from '../domain/decimal.ts';
import type {
  Baseline,
  Change,
  Goal,
  Indicator,
  Neutralisation,
  Phase,
  Plan,
  Schedule,
  Target,
  Wording,
} from '../domain/plan.ts';
import type { DefinitionRows } from './plan-to-rows.ts';
import type { plans } from './schema/plans.ts';

type Row<Table extends keyof DefinitionRows> = DefinitionRows[Table][number];

type Key = string | number | null;

/** A finder of the rows below one parent, in the order in which they were read. */
function groupBy<Item>(
  rows: readonly Item[],
  parentOf: (row: Item) => readonly Key[],
): (...parent: readonly Key[]) => readonly Item[] {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const parent = JSON.stringify(parentOf(row));
    const group = groups.get(parent);
    if (group) group.push(row);
    else groups.set(parent, [row]);
  }
  return (...parent) => groups.get(JSON.stringify(parent)) ?? [];
}

function wording(text: string | null, unknown: string | null): Wording | null {
  if (text !== null) return { text };
  return unknown === null ? null : { unknown };
}

/** @throws Error for a row that a CHECK constraint does not let in. */
function knownOrNot(text: string | null, unknown: string | null): Wording {
  const found = wording(text, unknown);
  if (found === null) throw new Error('a wording is neither known nor said to be unknown');
  return found;
}

function neutralisation(row: Row<'goals'> | Row<'phases'>): Neutralisation | null {
  const { neutralisedFrom, neutralisedBy, neutralisedBecause } = row;
  if (neutralisedFrom === null || neutralisedBy === null || neutralisedBecause === null) return null;
  return { from: neutralisedFrom as IsoDate, by: neutralisedBy, because: neutralisedBecause };
}

function schedule(row: Row<'goals'>, phases: readonly Phase[]): Schedule | null {
  const { scheduleName: name, scheduleDeadline, scheduleUnknown } = row;
  if (name === null) return null;
  if (scheduleUnknown !== null) return { known: false, name, because: scheduleUnknown };
  return { known: true, name, deadline: scheduleDeadline as IsoDate, phases };
}

const target = (row: Row<'targets'>): Target => ({
  fromYear: row.fromYear,
  toYear: row.toYear,
  operator: row.operator,
  value: row.value as Decimal | null,
  reference: row.reference,
});

const structureCodes = (rows: readonly { structure: string }[]): readonly StructureCode[] =>
  rows.map((row) => row.structure as StructureCode);

/** Finds the rows below any row; made once for a plan. */
function childFinders(rows: DefinitionRows) {
  const ofGoal = <T extends { baseline: number; goal: string }>(list: readonly T[]) =>
    groupBy(list, (row) => [row.baseline, row.goal]);
  const notes = groupBy(rows.notes, (row) => [row.subject, row.baseline, row.item]);
  return {
    aliases: groupBy(rows.structureAliases, (row) => [row.structure]),
    changes: groupBy(rows.changes, (row) => [row.baseline]),
    goals: groupBy(rows.goals, (row) => [row.baseline]),
    goalStructures: ofGoal(rows.goalStructures),
    indicators: ofGoal(rows.indicators),
    targets: ofGoal(rows.targets),
    phases: ofGoal(rows.phases),
    phaseStructures: groupBy(rows.phaseStructures, (row) => [row.baseline, row.phase]),
    notes: (subject: Row<'notes'>['subject'], baseline: number | null, item: string | null) =>
      notes(subject, baseline, item).map((note) => note.text),
  };
}
type Finders = ReturnType<typeof childFinders>;

const phase = (row: Row<'phases'>, find: Finders): Phase => ({
  code: row.code as PhaseCode,
  number: row.number,
  description: knownOrNot(row.descriptionText, row.descriptionUnknown),
  output: knownOrNot(row.outputText, row.outputUnknown),
  structures: structureCodes(find.phaseStructures(row.baseline, row.code)),
  start: row.start as IsoDate,
  end: row.end as IsoDate,
  weightBps: row.weightBps,
  creditRule: row.creditRule,
  units:
    row.unitsTarget === null || row.unitsName === null
      ? null
      : { target: row.unitsTarget, name: row.unitsName },
  neutralised: neutralisation(row),
  notes: find.notes('PHASE', row.baseline, row.code),
});

function indicator(row: Row<'goals'>, find: Finders): Indicator {
  const [found] = find.indicators(row.baseline, row.code);
  if (!found) throw new Error(`goal ${row.code} of baseline ${row.baseline} has no indicator`);
  const { description, measure, accumulation, unit, startingValue } = found;
  const targets = find.targets(row.baseline, row.code).map(target);
  return { description, measure, accumulation, unit, startingValue, targets };
}

const goal = (row: Row<'goals'>, find: Finders): Goal => ({
  code: row.code as GoalCode,
  areaCode: row.areaCode,
  title: row.title,
  weightBps: row.weightBps,
  expectedOutcome: row.expectedOutcome,
  sharing: row.sharing,
  structures: structureCodes(find.goalStructures(row.baseline, row.code)),
  programmingLink: row.programmingLink,
  remarks: wording(row.remarksText, row.remarksUnknown),
  indicator: indicator(row, find),
  measuredBy: row.measuredBy,
  schedule: schedule(
    row,
    find.phases(row.baseline, row.code).map((phaseRow) => phase(phaseRow, find)),
  ),
  neutralised: neutralisation(row),
  notes: find.notes('GOAL', row.baseline, row.code),
});

const change = (row: Row<'changes'>, find: Finders): Change => ({
  goal: row.goal as GoalCode,
  kind: row.kind,
  into: row.intoGoal as GoalCode | null,
  motivation: row.motivation,
  notes: find.notes('CHANGE', row.baseline, String(row.position)),
});

const baseline = (row: Row<'baselines'>, find: Finders): Baseline => ({
  number: row.number,
  act: row.act,
  adoptedOn: row.adoptedOn as IsoDate,
  effectiveFrom: row.effectiveFrom as IsoDate,
  goals: find.goals(row.number).map((goalRow) => goal(goalRow, find)),
  changes: find.changes(row.number).map((changeRow) => change(changeRow, find)),
  notes: find.notes('BASELINE', row.number, null),
});

/** `rows` come ordered by position. */
export function planFromRows(head: typeof plans.$inferSelect, rows: DefinitionRows): Plan {
  const find = childFinders(rows);
  return {
    year: head.year,
    agency: { code: head.agencyCode, name: head.agencyName },
    title: head.title,
    structures: rows.structures.map(({ code, name }) => ({
      code: code as StructureCode,
      name,
      aliases: find.aliases(code).map((row) => row.alias),
    })),
    areas: rows.areas.map(({ code, title }) => ({ code, title })),
    baselines: rows.baselines.map((row) => baseline(row, find)),
    notes: find.notes('PLAN', null, null),
  };
}
