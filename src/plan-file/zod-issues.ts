/** zod's issues as rules of our own: nothing of zod's wording goes further than this file. */
import type { z } from 'zod';
import type { FieldRule } from './problems.ts';
import { isTreeMap, kindOf, pointerStep, type Tree, WrittenNumber } from './tree.ts';

type Issue = z.core.$ZodIssue;

/** What an issue says, and where: steps from the root of the tree. */
export type ShapeFault = {
  readonly rule: FieldRule;
  readonly steps: readonly (string | number)[];
  readonly at: 'KEY' | 'VALUE';
};

export const pointerOf = (steps: readonly (string | number)[]): string => steps.map(pointerStep).join('');

export function valueAt(tree: Tree, steps: readonly (string | number)[]): Tree | undefined {
  let value: Tree | undefined = tree;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as { readonly [key: string]: Tree | undefined })[step];
  }
  return value;
}

export const shapeFaults = (issues: readonly Issue[], tree: Tree): readonly ShapeFault[] =>
  issues.flatMap((issue) => faultsOf(issue, [], tree)).map((fault) => insideNumber(fault, tree) ?? fault);

/** zod takes a number of the tree, which is an object, for a map with odd fields. */
function insideNumber({ steps }: ShapeFault, tree: Tree): ShapeFault | undefined {
  const outer = steps.slice(0, -1);
  if (!(valueAt(tree, outer) instanceof WrittenNumber)) return undefined;
  return { rule: { code: 'WRONG_TYPE', expected: 'FIELDS', found: 'NUMBER' }, steps: outer, at: 'VALUE' };
}

function faultsOf(issue: Issue, prefix: readonly (string | number)[], tree: Tree): ShapeFault[] {
  const steps = [...prefix, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'unrecognized_keys') {
    const accepted = issue.message.split(' ');
    return issue.keys.map((field) => ({
      rule: { code: 'UNKNOWN_FIELD', field, accepted },
      steps: [...steps, field],
      at: 'KEY',
    }));
  }
  const value = valueAt(tree, steps);
  const field = String(steps.at(-1) ?? '');
  if (value === undefined) return [{ rule: missing(field, steps), steps, at: 'VALUE' }];
  if (value === null) return [{ rule: { code: 'EMPTY_FIELD', field }, steps, at: 'VALUE' }];
  if (issue.code === 'invalid_union') {
    const branch = isTreeMap(value) ? closestBranch(issue.errors) : issue.errors[0];
    if (branch !== undefined) return branch.flatMap((inner) => faultsOf(inner, steps, tree));
  }
  return [{ rule: valueRule(issue, value, field), steps, at: 'VALUE' }];
}

/** A target's operator has a rule of its own: without it “40 %” could be a floor or a ceiling. */
function missing(field: string, steps: readonly (string | number)[]): FieldRule {
  return field === 'operator' && steps.includes('targets')
    ? { code: 'TARGET_WITHOUT_OPERATOR' }
    : { code: 'MISSING_FIELD', field };
}

function valueRule(issue: Issue, value: Tree, field: string): FieldRule {
  if (issue.code === 'custom' && isFieldRule(issue.params?.rule)) {
    const { rule } = issue.params;
    return rule.code === 'EMPTY_FIELD' ? { ...rule, field } : rule;
  }
  if (issue.code === 'too_small') return { code: 'EMPTY_FIELD', field };
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    const found = typeof value === 'string' ? value : '';
    return { code: 'NOT_ONE_OF', found, accepted: issue.options.map(String) };
  }
  const expected = issue.code === 'invalid_type' && issue.expected === 'array' ? 'LIST' : 'FIELDS';
  return { code: 'WRONG_TYPE', expected, found: kindOf(value) };
}

const isFieldRule = (value: unknown): value is FieldRule =>
  typeof value === 'object' && value !== null && 'code' in value;

/** The alternative that a map was probably meant for: one of maps, then the one to which fewest fields are odd. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const cost = (issues: readonly Issue[]): number => {
    const isWrongType = issues.some((issue) => issue.path.length === 0 && issue.code !== 'unrecognized_keys');
    if (isWrongType) return Number.POSITIVE_INFINITY;
    const isOdd = issues.some((issue) => issue.path.length === 0);
    return isOdd ? issues.filter((issue) => issue.path.length <= 1).length : 0;
  };
  return [...branches].sort((a, b) => Math.sign(cost(a) - cost(b)) || 0)[0];
}
