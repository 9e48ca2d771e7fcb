import {
  type BaselineDiff,
  type DiffValue,
  type FieldDiff,
  type GoalDiff,
  type PhaseDiff,
  type Presence,
  sidesOf,
} from '../../domain/baseline-diff.ts';
import { type Bps, findBaseline, type Plan } from '../../domain/plan.ts';
import { type ChangeView, changeView } from './change-view.ts';
import { type BaselineView, baselineView } from './plan-view.ts';
import { type StructureReference, structureReferences, type TitledReference } from './reference-view.ts';

/** What stood, or stands, in a field; `structures` of one that names them. */
export type DiffValueView = { readonly value: DiffValue; readonly structures: readonly StructureReference[] };

export type FieldDiffView = {
  readonly field: FieldDiff['field'];
  /** Of a target: the years it is for. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** Null on the side where it was not there. */
  readonly old: DiffValueView | null;
  readonly new: DiffValueView | null;
};

export type PhaseDiffView = {
  readonly code: string;
  readonly presence: Presence;
  readonly fields: readonly FieldDiffView[];
};

/** What an act between the two said of a goal. */
export type ActChangeView = { readonly baseline: number; readonly act: string; readonly change: ChangeView };

export type GoalDiffView = {
  readonly goal: TitledReference;
  readonly presence: Presence;
  readonly changes: readonly ActChangeView[];
  readonly fields: readonly FieldDiffView[];
  readonly phases: readonly PhaseDiffView[];
};

export type BaselineDiffView = {
  readonly from: BaselineView;
  readonly to: BaselineView;
  readonly oldWeightBps: Bps;
  readonly newWeightBps: Bps;
  readonly goals: readonly GoalDiffView[];
};

export const baselineDiffView = (plan: Plan, diff: BaselineDiff): BaselineDiffView => ({
  from: baselineView(plan, diff.before),
  to: baselineView(plan, diff.after),
  oldWeightBps: diff.weightBps.before,
  newWeightBps: diff.weightBps.after,
  goals: diff.goals.map((goal) => goalDiffView(plan, goal)),
});

const goalDiffView = (
  plan: Plan,
  { goal, title, presence, changes, fields, phases }: GoalDiff,
): GoalDiffView => ({
  goal: { code: goal, title },
  presence,
  changes: changes.flatMap((change): readonly ActChangeView[] => {
    const by = findBaseline(plan, change.baseline);
    return by ? [{ baseline: by.number, act: by.act, change: changeView(plan, by, change) }] : [];
  }),
  fields: fields.map((field) => fieldDiffView(plan, field)),
  phases: phases.map((phase) => phaseDiffView(plan, phase)),
});

const phaseDiffView = (plan: Plan, { phase, presence, fields }: PhaseDiff): PhaseDiffView => ({
  code: phase,
  presence,
  fields: fields.map((field) => fieldDiffView(plan, field)),
});

function fieldDiffView(plan: Plan, diff: FieldDiff): FieldDiffView {
  const { before, after } = sidesOf(diff);
  const years = diff.field === 'TARGET' ? diff : { fromYear: null, toYear: null };
  return {
    field: diff.field,
    fromYear: years.fromYear,
    toYear: years.toYear,
    old: before && valueView(plan, before),
    new: after && valueView(plan, after),
  };
}

const valueView = (plan: Plan, value: DiffValue): DiffValueView => ({
  value,
  structures: value.kind === 'STRUCTURES' ? structureReferences(plan, value.codes) : [],
});
