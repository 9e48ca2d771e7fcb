/** From what names an item by its code to the item itself, with its figures. */
import { loadFigures } from '../../services/load-figures.ts';
import { type AskedFigures, type AskedView, withAsked } from '../../services/views/asked-view.ts';
import { findGoal, findPhase } from '../../services/views/find-figures.ts';
import { type GoalView, goalView } from '../../services/views/goal-view.ts';
import { type PhaseView, phaseView } from '../../services/views/phase-view.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { GoalType } from './goal.ts';
import { IndicatorType } from './indicator.ts';
import { MeasurementType } from './measurement.ts';
import { RecordedReportType } from './mutations/recorded-reports.ts';
import { PhaseType } from './phase.ts';
import { StatusReportType } from './status-report.ts';

/** The rows of a page have the same figures above them, which are mostly at hand: together they cost about what one figure does. */
const COST = 5;

/** What is being loaded: all rows of a page ask in the same moment, and later ones must see what was said meanwhile. */
const coming = new WeakMap<GraphqlContext, Map<string, Promise<AskedFigures | null>>>();

function figuresOf(asked: AskedView, context: GraphqlContext): Promise<AskedFigures | null> {
  const ofRequest = coming.get(context) ?? new Map<string, Promise<AskedFigures | null>>();
  coming.set(context, ofRequest);
  const key = `${asked.year}/${asked.asOf}/${asked.baseline}`;
  const known = ofRequest.get(key);
  if (known) return known;
  const loading = loadFigures(context.services, asked)
    .then((loaded) => (loaded.ok ? withAsked(loaded.value.figures, asked) : null))
    .finally(() => ofRequest.delete(key));
  ofRequest.set(key, loading);
  return loading;
}

async function goalOf(asked: AskedView, code: string, context: GraphqlContext): Promise<GoalView | null> {
  const figures = await figuresOf(asked, context);
  if (figures === null) return null;
  const found = findGoal(figures, code);
  return found.ok ? goalView(figures, found.value) : null;
}

async function phaseOf(asked: AskedView, code: string, context: GraphqlContext): Promise<PhaseView | null> {
  const figures = await figuresOf(asked, context);
  if (figures === null) return null;
  const found = findPhase(figures, code);
  return found.ok ? phaseView(figures, found.value) : null;
}

const AS_ABOVE = 'as of the day and in the baseline asked for above it';

builder.objectField(StatusReportType, 'phase', (t) =>
  t.field({
    type: PhaseType,
    nullable: true,
    description: `The phase, ${AS_ABOVE}; null where an act has taken it out, as \`phaseCode\` is not.`,
    complexity: COST,
    resolve: ({ asked, phaseCode }, _args, context) => phaseOf(asked, phaseCode, context),
  }),
);

builder.objectField(MeasurementType, 'goal', (t) =>
  t.field({
    type: GoalType,
    nullable: true,
    description: `The goal whose indicator it measures, ${AS_ABOVE}; null where an act has taken it out.`,
    complexity: COST,
    resolve: ({ asked, goalCode }, _args, context) => goalOf(asked, goalCode, context),
  }),
);

builder.objectField(IndicatorType, 'goal', (t) =>
  t.field({
    type: GoalType,
    nullable: true,
    description: `The goal that it measures, ${AS_ABOVE}; null once a new definition of the plan has it no more.`,
    complexity: COST,
    resolve: ({ asked, goalCode }, _args, context) => goalOf(asked, goalCode, context),
  }),
);

builder.objectField(PhaseType, 'goal', (t) =>
  t.field({
    type: GoalType,
    nullable: true,
    description: `Its goal, ${AS_ABOVE}; null once a new definition of the plan has it no more.`,
    complexity: COST,
    resolve: ({ asked, goalCode }, _args, context) => goalOf(asked, goalCode, context),
  }),
);

const now = (year: number): AskedView => ({ year, asOf: null, baseline: null });

builder.objectField(RecordedReportType, 'phase', (t) =>
  t.field({
    type: PhaseType,
    nullable: true,
    description: 'The phase with today’s figures; null of a measurement, and where an act has taken it out.',
    complexity: COST,
    resolve: ({ kind, item, year }, _args, context) =>
      kind === 'STATUS' ? phaseOf(now(year), item, context) : null,
  }),
);

builder.objectField(RecordedReportType, 'goal', (t) =>
  t.field({
    type: GoalType,
    nullable: true,
    description: 'Its goal with today’s figures; null where an act has taken it out.',
    complexity: COST,
    resolve: ({ goal, year }, _args, context) => goalOf(now(year), goal, context),
  }),
);
