/** Reports and measurements as they came, by whatever a dashboard seeks them. */
import type { Actor } from '../../domain/actor.ts';
import type { GoalCode, ItemCode, PhaseCode } from '../../domain/codes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Person } from '../../domain/directory.ts';
import type { Measurement, Source, StatusReport } from '../../domain/facts.ts';
import type { Plan } from '../../domain/plan.ts';
import { accepted, type Result } from '../../domain/refusal.ts';
import type { FactOrder, FactPosition, FactsQuery, SeekedPage } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';
import { resolveStructure } from '../read-structure.ts';
import { type StructureReference, structureReferences } from '../views/reference-view.ts';
import { type MeasurementView, measurementView, type ReportView, reportView } from '../views/report-view.ts';
import { type FiguresOf, findItems, type ItemFilter } from './item-filter.ts';
import type { ListPage } from './list-page.ts';

export type { FactOrder, FactPosition } from '../../store/port.ts';

export type FactFilter = ItemFilter & {
  /** Code, name or alias of a structure of the person of the directory who said it. */
  readonly saidBy: string | null;
  readonly reportedOn: { readonly from: IsoDate | null; readonly to: IsoDate | null };
  /** Instants, ISO 8601 in UTC. */
  readonly recordedAt: { readonly from: string | null; readonly to: string | null };
  readonly source: Source | null;
};

export type ReportFilter = FactFilter & { readonly blockedOnly: boolean };

export const EVERY_DAY = { from: null, to: null } as const;

/** Where a page ended, and what the next one is given so that it fits. */
export type FactPlace = FactPosition & {
  /** The items that fitted when the first page was read; null where none can change. */
  readonly items: readonly string[] | null;
};

export type FactListQuery<Filter extends FactFilter> = {
  /** The plan, and the figures by which its items are chosen. */
  readonly of: Omit<FiguresOf, 'year'> & { readonly year: number | null };
  readonly filter: Filter;
  readonly order: FactOrder;
  readonly after: FactPlace | null;
  /** 1–100. */
  readonly limit: number;
};

/** Who said it, by the structures in which they work: never by name. */
type Said = { readonly saidBy: readonly StructureReference[] };
export type ListedReport = ReportView & Said;
export type ListedMeasurement = MeasurementView & Said;

/** Refused: NO_PLAN, NO_BASELINE, UNKNOWN_STRUCTURE, UNKNOWN_CODE, NOT_A_PHASE. */
export const listReports = (
  context: Context,
  actor: Actor,
  query: FactListQuery<ReportFilter>,
): Promise<Result<ListPage<ListedReport, FactPlace>>> =>
  list<StatusReport, PhaseCode, ListedReport>(context, actor, query, {
    kind: 'PHASE',
    page: (planId, facts) =>
      context.store.pageReports(planId, { ...facts, blockedOnly: query.filter.blockedOnly }),
    view: (plan, report, saidBy) => ({ ...reportView(plan, report), saidBy }),
  });

/** Refused: NO_PLAN, NO_BASELINE, UNKNOWN_STRUCTURE, UNKNOWN_CODE. */
export const listMeasurements = (
  context: Context,
  actor: Actor,
  query: FactListQuery<FactFilter>,
): Promise<Result<ListPage<ListedMeasurement, FactPlace>>> =>
  list<Measurement, GoalCode, ListedMeasurement>(context, actor, query, {
    kind: 'GOAL',
    page: (planId, facts) => context.store.pageMeasurements(planId, facts),
    view: (plan, measurement, saidBy) => ({ ...measurementView(plan, measurement), saidBy }),
  });

async function list<Fact extends StatusReport | Measurement, Code extends PhaseCode | GoalCode, View>(
  context: Context,
  actor: Actor,
  { of, filter, order, after, limit }: FactListQuery<FactFilter>,
  {
    kind,
    page,
    view,
  }: {
    readonly kind: 'GOAL' | 'PHASE';
    readonly page: (planId: number, facts: FactsQuery<Code>) => Promise<SeekedPage<Fact>>;
    readonly view: (plan: Plan, fact: Fact, saidBy: readonly StructureReference[]) => View;
  },
): Promise<Result<ListPage<View, FactPlace>>> {
  const stored = await findPlan(context, of.year);
  if (!stored.ok) return stored;
  const { id, plan } = stored.value;
  const found = await findItems(context, actor, {
    plan,
    of: { ...of, year: plan.year },
    filter,
    frozen: after?.items ?? null,
    kind,
  });
  if (!found.ok) return found;
  const people = await context.store.listPeople();
  const actors = actorsOf(plan, people, filter.saidBy);
  if (!actors.ok) return actors;
  const { rows, more, reached } = await page(id, {
    items: found.value.items as readonly ItemCode[] as readonly Code[] | null,
    actors: actors.value,
    reportedOn: { ...filter.reportedOn, to: earlier(filter.reportedOn.to, of.asOf) },
    recordedAt: filter.recordedAt,
    source: filter.source,
    order,
    after,
    limit,
  });
  const { frozen } = found.value;
  const placeOf = ({ reportedOn, sequence }: Fact): FactPlace => ({ reportedOn, sequence, items: frozen });
  return accepted({
    rows: rows.map((fact) => ({
      row: view(plan, fact, structuresOf(plan, people, fact.actor)),
      place: placeOf(fact),
    })),
    more,
    reached: reached && placeOf(reached),
  });
}

/** As of a day there is nothing that speaks of a later one (rule 9). */
const earlier = (day: IsoDate | null, other: IsoDate | null): IsoDate | null =>
  day === null || (other !== null && other < day) ? other : day;

/** Keys of those who work in the structure; null where nobody asked. Refused: UNKNOWN_STRUCTURE. */
function actorsOf(
  plan: Plan,
  people: readonly Person[],
  structure: string | null,
): Result<readonly string[] | null> {
  if (structure === null) return accepted(null);
  const found = resolveStructure(plan, structure);
  if (!found.ok) return found;
  const { code } = found.value;
  return accepted(people.filter(({ structures }) => structures.includes(code)).map(({ key }) => key));
}

/** None of a program, nor of somebody who has left the directory. */
export const structuresOf = (
  plan: Plan,
  people: readonly Person[],
  actor: string,
): readonly StructureReference[] =>
  structureReferences(plan, people.find(({ key }) => key === actor)?.structures ?? []);
