/** Reports and measurements as they came, by whatever a dashboard seeks them. */
import type { Actor } from '../../domain/actor.ts';
import { compareCodes, type GoalCode, type ItemCode, type PhaseCode } from '../../domain/codes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Measurement, Source, StatusReport } from '../../domain/facts.ts';
import type { Plan } from '../../domain/plan.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import type { FactOrder, FactPosition, FactsQuery, SeekedPage } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';
import { resolveStructure } from '../read-structure.ts';
import type { AskedView } from '../views/asked-view.ts';
import { type StructureReference, structureReferences } from '../views/reference-view.ts';
import { type MeasurementView, measurementView, type ReportView, reportView } from '../views/report-view.ts';
import { type FiguresOf, findGoalAnywhere, findItems, type ItemFilter } from './item-filter.ts';
import type { ListPage } from './list-page.ts';
import { loadSpeakers, type Speakers } from './load-speakers.ts';

export type { FactOrder, FactPosition } from '../../store/port.ts';

export type FactFilter = ItemFilter & {
  /** Code of a goal that somebody named: one that never has such facts is refused, not answered with none. */
  readonly goal: string | null;
  /** Code, name or alias of a structure of the person, or of the key, that said it. */
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

/** Refused: NO_PLAN, NO_BASELINE, UNKNOWN_STRUCTURE, UNKNOWN_CODE, NOT_A_GOAL, NOT_A_PHASE, MEASURED_BY_FIGURES. */
export const listReports = (
  context: Context,
  actor: Actor,
  query: FactListQuery<ReportFilter>,
): Promise<Result<ListPage<ListedReport, FactPlace>>> =>
  list<StatusReport, PhaseCode, ListedReport>(context, actor, query, {
    kind: 'PHASE',
    page: (planId, facts) =>
      context.store.pageReports(planId, { ...facts, blockedOnly: query.filter.blockedOnly }),
    view: (plan, report, saidBy, asked) => ({ ...reportView(plan, report, asked), saidBy }),
  });

/** Refused: NO_PLAN, NO_BASELINE, UNKNOWN_STRUCTURE, UNKNOWN_CODE, NOT_A_GOAL, NOT_MEASURED_BY_FIGURES. */
export const listMeasurements = (
  context: Context,
  actor: Actor,
  query: FactListQuery<FactFilter>,
): Promise<Result<ListPage<ListedMeasurement, FactPlace>>> =>
  list<Measurement, GoalCode, ListedMeasurement>(context, actor, query, {
    kind: 'GOAL',
    page: (planId, facts) => context.store.pageMeasurements(planId, facts),
    view: (plan, measurement, saidBy, asked) => ({ ...measurementView(plan, measurement, asked), saidBy }),
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
    readonly view: (plan: Plan, fact: Fact, saidBy: readonly StructureReference[], asked: AskedView) => View;
  },
): Promise<Result<ListPage<View, FactPlace>>> {
  const stored = await findPlan(context, of.year);
  if (!stored.ok) return stored;
  const { id, plan } = stored.value;
  const asked: AskedView = { ...of, year: plan.year };
  const named = filter.goal === null ? accepted(null) : findGoalWithFacts(plan, filter.goal, kind);
  if (!named.ok) return named;
  const found = await findItems(context, actor, {
    plan,
    of: asked,
    filter: { ...filter, goals: [...filter.goals, ...(named.value === null ? [] : [named.value])] },
    frozen: after?.items ?? null,
    kind,
  });
  if (!found.ok) return found;
  const speakers = await loadSpeakers(context);
  const actors = actorsOf(plan, speakers, filter.saidBy);
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
      row: view(plan, fact, structuresOf(plan, speakers, fact.actor), asked),
      place: placeOf(fact),
    })),
    more,
    reached: reached && placeOf(reached),
  });
}

/** By whichever baseline measures it so. Refused: UNKNOWN_CODE, NOT_A_GOAL, MEASURED_BY_FIGURES, NOT_MEASURED_BY_FIGURES. */
function findGoalWithFacts(plan: Plan, text: string, kind: 'GOAL' | 'PHASE'): Result<GoalCode> {
  const found = findGoalAnywhere(plan, text);
  if (!found.ok) return found;
  const all = plan.baselines.flatMap(({ goals }) => goals);
  const wanted = kind === 'GOAL' ? 'FIGURES' : 'SCHEDULE';
  if (all.some(({ code, measuredBy }) => code === found.value && measuredBy === wanted)) return found;
  if (kind === 'PHASE') return refused({ code: 'MEASURED_BY_FIGURES', goal: found.value });
  const byFigures = new Set(all.flatMap(({ code, measuredBy }) => (measuredBy === wanted ? [code] : [])));
  const goals = [...byFigures].sort(compareCodes);
  return refused({ code: 'NOT_MEASURED_BY_FIGURES', item: found.value, goals });
}

/** As of a day there is nothing that speaks of a later one (rule 9). */
const earlier = (day: IsoDate | null, other: IsoDate | null): IsoDate | null =>
  day === null || (other !== null && other < day) ? other : day;

/** Keys of those who speak for the structure; null where nobody asked. Refused: UNKNOWN_STRUCTURE. */
function actorsOf(
  plan: Plan,
  speakers: Speakers,
  structure: string | null,
): Result<readonly string[] | null> {
  if (structure === null) return accepted(null);
  const found = resolveStructure(plan, structure);
  if (!found.ok) return found;
  const { code } = found.value;
  return accepted([...speakers].flatMap(([key, structures]) => (structures.includes(code) ? [key] : [])));
}

/** None of whoever has left the directory. */
export const structuresOf = (plan: Plan, speakers: Speakers, actor: string): readonly StructureReference[] =>
  structureReferences(plan, speakers.get(actor) ?? []);
