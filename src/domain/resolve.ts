/** From what somebody wrote to what they meant: a goal, a phase, a structure, an area. Never by guessing. */
import { canonicalCode, compareCodes, type GoalCode, type ItemCode } from './codes.ts';
import { type Baseline, type Goal, type Phase, type Plan, phasesOf, type Structure } from './plan.ts';
import { accepted, type Result, refused } from './refusal.ts';

export type Item =
  | { readonly kind: 'GOAL'; readonly code: GoalCode; readonly goal: Goal }
  | { readonly kind: 'PHASE'; readonly code: Phase['code']; readonly goal: Goal; readonly phase: Phase };

export type Subject = Item | { readonly kind: 'STRUCTURE'; readonly structure: Structure };

const NEAR_LIMIT = 5;

export function findItem(baseline: Baseline, text: string): Item | undefined {
  const code = canonicalCode(text);
  if (code === undefined) return undefined;
  for (const goal of baseline.goals) {
    if (goal.code === code) return { kind: 'GOAL', code: goal.code, goal };
    if (!code.startsWith(`${goal.code}.`)) continue;
    const phase = phasesOf(goal).find((each) => each.code === code);
    if (phase) return { kind: 'PHASE', code: phase.code, goal, phase };
  }
  return undefined;
}

/** By code, name or alias, whatever the case and the spaces. */
export function findStructure(plan: Plan, text: string): Structure | undefined {
  const wanted = folded(text);
  return plan.structures.find((structure) =>
    [structure.code, structure.name, ...structure.aliases].some((name) => folded(name) === wanted),
  );
}

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('it');

/** An item of `baseline`, or the reason why it is not there: an amending act, or a code that never was. */
export function resolveItem(plan: Plan, baseline: Baseline, text: string): Result<Item> {
  const found = findItem(baseline, text);
  if (found) return accepted(found);
  const holder = plan.baselines.findLast((each) => findItem(each, text) !== undefined);
  const elsewhere = holder && findItem(holder, text);
  if (holder && elsewhere) {
    const change = plan.baselines
      .filter((each) => each.number <= baseline.number)
      .flatMap((each) => each.changes)
      .findLast((each) => each.goal === elsewhere.goal.code);
    return refused({
      code: 'NOT_IN_BASELINE',
      item: elsewhere.code,
      baseline: baseline.number,
      change: change && (change.kind === 'ELIMINATE' || change.kind === 'MERGE') ? change : null,
      readableIn: holder.number,
    });
  }
  return refused({ code: 'UNKNOWN_CODE', given: text.trim(), near: nearCodes(baseline, text) });
}

export function resolveSubject(plan: Plan, baseline: Baseline, text: string): Result<Subject> {
  const structure = findStructure(plan, text);
  return structure ? accepted({ kind: 'STRUCTURE', structure }) : resolveItem(plan, baseline, text);
}

/** Codes that share the longest beginning with what was written: what the person may have meant. */
function nearCodes(baseline: Baseline, text: string): readonly ItemCode[] {
  const wanted = canonicalCode(text)?.split('.');
  const codes = baseline.goals
    .flatMap((goal): ItemCode[] => [goal.code, ...phasesOf(goal).map((phase) => phase.code)])
    .sort(compareCodes);
  if (!wanted) return [];
  for (let length = wanted.length; length > 0; length--) {
    const beginning = wanted.slice(0, length).join('.');
    const near = codes.filter((code) => code === beginning || code.startsWith(`${beginning}.`));
    if (near.length > 0) return near.slice(0, NEAR_LIMIT);
  }
  return [];
}
