/** Objects found again by their ids, whatever they are. */
import { type Result, refused } from '../../domain/refusal.ts';
import {
  type FindRow,
  findAuditRow,
  findBaselineRow,
  findCheckInRow,
  findDeliveryRow,
  findMeasurementRow,
  findReportRow,
  findSlotRunRow,
  findSummaryRow,
} from '../../services/lists/find-row.ts';
import { loadFigures } from '../../services/load-figures.ts';
import { type AskedFigures, withAsked } from '../../services/views/asked-view.ts';
import { findArea, findGoal, findPhase, findStructureByName } from '../../services/views/find-figures.ts';
import { goalView } from '../../services/views/goal-view.ts';
import { indicatorView } from '../../services/views/indicator-view.ts';
import { phaseView } from '../../services/views/phase-view.ts';
import { areaView, planView } from '../../services/views/plan-view.ts';
import { structureView } from '../../services/views/structure-view.ts';
import { summaryView } from '../../services/views/summary-view.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { FIELD_COSTS } from '../limits/field-cost.ts';
import { type FactType, type FiguresType, type NodeKey, parseNodeId, type RowType } from '../node-id.ts';
import { invalidInput } from '../page.ts';
import { accept } from '../refusal-error.ts';
import { NodeType } from './node.ts';

/** What is looked up at once. */
const MOST_IDS = 100;

type View = object;

const ROWS: Readonly<Record<FactType | RowType, FindRow<View>>> = {
  Baseline: findBaselineRow,
  StatusReport: findReportRow,
  Measurement: findMeasurementRow,
  CheckIn: findCheckInRow,
  Delivery: findDeliveryRow,
  AuditEntry: findAuditRow,
  Summary: findSummaryRow,
  SlotRun: findSlotRunRow,
};

const viewOf = <Found>(found: Result<Found>, view: (found: Found) => View): View | null =>
  found.ok ? view(found.value) : null;

/** Other spellings of a code name the same, but are no ids of ours: what is found has the id that was asked for. */
const isSpelled = (view: View, key: string): boolean =>
  key === ('code' in view ? view.code : 'goalCode' in view ? view.goalCode : '');

function figuresNode(
  type: FiguresType,
  figures: AskedFigures,
  key: string,
  { services }: GraphqlContext,
): View | null {
  switch (type) {
    case 'Plan':
      return key === '' ? planView(figures, services.clock.today()) : null;
    case 'Area':
      return viewOf(findArea(figures, key), (area) => areaView(figures, area));
    case 'Goal':
      return viewOf(findGoal(figures, key), (goal) => goalView(figures, goal));
    case 'Phase':
      return viewOf(findPhase(figures, key), (phase) => phaseView(figures, phase));
    case 'Structure':
      return viewOf(findStructureByName(figures, key), (each) => structureView(figures, each));
    case 'Indicator':
      return viewOf(findGoal(figures, key), (goal) => indicatorView(figures, goal));
  }
}

async function findNode(id: string, context: GraphqlContext): Promise<View | null> {
  const named = parseNodeId(id);
  if (!named) throw invalidInput('ID_INVALID', (texts) => texts.idExpected(id.slice(0, 100)));
  const found = await findNamed(named, context);
  if (found === null) return null;
  if (named.type !== 'Summary') return { ...found, __typename: named.type };
  const summary = summaryView(found as Parameters<typeof summaryView>[0]);
  return { ...summary, __typename: summary.kind === 'STRUCTURE_WEEK' ? 'StructureSummary' : 'PlanSummary' };
}

async function findNamed({ type, key, ...asked }: NodeKey, context: GraphqlContext): Promise<View | null> {
  const { services, actor } = context;
  if (type in ROWS) {
    const row = await ROWS[type as FactType | RowType](services, actor, asked.year, key);
    // What was said leads to figures: those that its id is of.
    return row && 'asked' in row ? { ...row, asked } : row;
  }
  const loaded = await loadFigures(services, asked);
  if (!loaded.ok) return null;
  const view = figuresNode(type as FiguresType, withAsked(loaded.value.figures, asked), key, context);
  return view && isSpelled(view, key) ? view : null;
}

builder.queryField('node', (t) =>
  t.field({
    type: NodeType,
    nullable: true,
    description:
      'The object with this id, as it stands now or on the day in the id; null when there is none, or when its rows may not be read. Errors: ID_INVALID for what is no id.',
    args: { id: t.arg.id({ required: true, description: 'The `id` of whatever has one.' }) },
    resolve: (_root, { id }, context) => findNode(id, context),
  }),
);

/** Figures of one day and baseline are computed once, however many of the ids are of them. */
function costOfIds({ ids }: { readonly ids: readonly string[] }) {
  const named = ids.slice(0, MOST_IDS).map(parseNodeId);
  const ofFigures = named.filter((each) => each !== undefined && !(each.type in ROWS));
  const computed = new Set(ofFigures.map((each) => `${each?.year}/${each?.asOf}/${each?.baseline}`));
  const cost = computed.size * FIELD_COSTS.figures + named.length * FIELD_COSTS.read;
  return { field: 1 + cost, multiplier: named.length };
}

builder.queryField('nodes', (t) =>
  t.field({
    type: [NodeType],
    nullable: { list: true, items: true },
    description: `The objects with these ids, in their order; null for each that \`node\` finds none for. What is no id is null too, with an error ID_INVALID at its place. At most ${MOST_IDS} at once, else the error BULK_SIZE_INVALID.`,
    args: {
      ids: t.arg.idList({ required: true, description: `Ids of whatever has one, at most ${MOST_IDS}.` }),
    },
    complexity: costOfIds,
    resolve: async (_root, { ids }, context) => {
      if (ids.length > MOST_IDS) {
        const refusal = { code: 'BULK_SIZE_INVALID', given: ids.length, limit: MOST_IDS } as const;
        return accept<View[]>(refused(refusal), context.language);
      }
      return ids.map((id) => findNode(id, context));
    },
  }),
);
