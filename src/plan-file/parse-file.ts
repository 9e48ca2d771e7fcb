import type { z } from 'zod';
import { decodeFile } from './decode.ts';
import type { FileProblem, Rule } from './problems.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { placeRules, Report } from './report.ts';
import { Doubts, type Salvaged, salvage } from './salvage.ts';
import { isTreeMap, kindOf, type Tree, WrittenNumber } from './tree.ts';
import { pointerOf, shapeFaults } from './zod-issues.ts';

type ReadYaml = Extract<YamlFile, { ok: true }>;

/** A file of the right shape, or what can be checked of one that is not, with the problems found so far. */
export type ShapedFile<T> =
  | { readonly ok: false; readonly problems: readonly FileProblem[] }
  | {
      readonly ok: true;
      readonly value: T;
      readonly yaml: ReadYaml;
      readonly problems: Report<Rule>;
      readonly doubts: Doubts;
    };

/** Everything that files of every format have in common: bytes, YAML, format, shape. */
export function parseShape<S extends z.ZodType>(
  bytes: Uint8Array,
  file: string,
  format: string,
  schema: S,
): ShapedFile<z.output<S>> {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return { ok: false, problems: placeRules(file, [decoded]) };
  const yaml = readYaml(decoded.text);
  if (!yaml.ok) return { ok: false, problems: placeRules(file, yaml.found) };
  const problems = new Report<Rule>(file, yaml.offsets, yaml.lines);
  const { tree } = yaml;

  // Against the wrong schema every field would be a problem: the format is told first, and alone.
  if (!isTreeMap(tree)) {
    problems.add({ code: 'WRONG_TYPE', expected: 'FIELDS', found: kindOf(tree) }, '');
    return { ok: false, problems: problems.list() };
  }
  if (tree.format !== format) {
    const found = tree.format instanceof WrittenNumber ? tree.format.text : tree.format;
    const text = typeof found === 'string' ? found : null;
    problems.add({ code: 'WRONG_FORMAT', found: text, accepted: format }, '/format');
    return { ok: false, problems: problems.list() };
  }
  const checked = checkShape(tree, schema, problems);
  return checked === undefined
    ? { ok: false, problems: problems.list() }
    : { ok: true, ...checked, yaml, problems };
}

/**
 * What of `tree`, which may be changed, can be checked further, once everything that is wrong with its shape is
 * among the problems. Undefined when nothing can. `named` gives a field the name that it has in the file.
 */
export function checkShape<S extends z.ZodType>(
  tree: Tree,
  schema: S,
  problems: Report<Rule>,
  named: (field: string) => string = (field) => field,
): Salvaged<z.output<S>> | undefined {
  const parsed = schema.safeParse(tree);
  if (parsed.success) return { value: parsed.data, doubts: new Doubts() };
  const faults = shapeFaults(parsed.error.issues, tree);
  for (const { rule, steps, at } of faults) {
    problems.add('field' in rule ? { ...rule, field: named(rule.field) } : rule, pointerOf(steps), at);
  }
  return salvage(schema, tree, faults);
}
