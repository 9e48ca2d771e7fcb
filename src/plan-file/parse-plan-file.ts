import type { Plan } from '../domain/plan.ts';
import { buildPlan } from './build-plan.ts';
import { createCheckContext } from './check-context.ts';
import { checkPlan } from './check-plan.ts';
import { parseShape } from './parse-file.ts';
import { PLAN_FORMAT, planFileSchema } from './plan-schema.ts';
import type { FileNotice, FileProblem, NoticeRule } from './problems.ts';
import { Report } from './report.ts';

export type PlanFileResult =
  | { readonly ok: true; readonly plan: Plan; readonly notices: readonly FileNotice[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * The plan that a file describes, or every problem it has, in the order of the file: never a part of a plan.
 * `fileName` is only repeated in problems and notices. Never throws for any bytes.
 */
export function parsePlanFile(bytes: Uint8Array, fileName: string): PlanFileResult {
  const shaped = parseShape(bytes, fileName, PLAN_FORMAT, planFileSchema);
  if (!shaped.ok) return shaped;
  const { value, yaml, problems, doubts } = shaped;
  const notices = new Report<NoticeRule>(fileName, yaml.offsets, yaml.lines);
  const resolved = checkPlan(createCheckContext(value, problems, notices, doubts), value);
  if (!problems.isEmpty) return { ok: false, problems: problems.list() };
  return { ok: true, plan: buildPlan(value, resolved), notices: notices.list() };
}
