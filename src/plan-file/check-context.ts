import type { IsoDate } from '../domain/dates.ts';
import type { FilePhase, PlanFile } from './plan-schema.ts';
import type { NoticeRule, Rule } from './problems.ts';
import type { Report } from './report.ts';
import type { Doubts } from './salvage.ts';

/** What every check of a plan file has at hand. */
export type CheckContext = {
  readonly problems: Report<Rule>;
  readonly notices: Report<NoticeRule>;
  readonly doubts: Doubts;
  readonly structures: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  /** Of phases that a re-modulation changed: where each changed field stands. See {@link fieldOf}. */
  readonly changedFields: WeakMap<FilePhase, ReadonlyMap<string, string>>;
  /** Days of the plan's year, and of a year before and after it: a date beyond is a slip of the pen. */
  readonly reach: { readonly from: IsoDate; readonly to: IsoDate };
};

export const createCheckContext = (
  file: PlanFile,
  problems: Report<Rule>,
  notices: Report<NoticeRule>,
  doubts: Doubts,
): CheckContext => ({
  problems,
  notices,
  doubts,
  structures: new Set(file.structures.map((structure) => structure.code)),
  areas: new Set(file.areas.map((area) => area.code)),
  changedFields: new WeakMap(),
  reach: { from: `${file.year - 1}-01-01` as IsoDate, to: `${file.year + 1}-12-31` as IsoDate },
});

/** Where a field of a phase was last written: a fault of the first baseline is not one of each later one too. */
export const fieldOf = (context: CheckContext, phase: FilePhase, field: keyof FilePhase): string =>
  context.changedFields.get(phase)?.get(field) ?? `${phase['@']}/${field}`;

export function checkReach(context: CheckContext, date: IsoDate, pointer: string): void {
  const { from, to } = context.reach;
  if (context.doubts.at(pointer) || context.doubts.at('/year')) return;
  if (date < from || date > to) context.problems.add({ code: 'DATE_OUT_OF_REACH', date, from, to }, pointer);
}

export function checkStructures(context: CheckContext, codes: readonly string[], pointer: string): void {
  if (context.doubts.about('', 'structures', 'code')) return;
  for (const [i, structure] of codes.entries()) {
    if (context.structures.has(structure)) continue;
    const known = [...context.structures];
    context.problems.add({ code: 'UNKNOWN_STRUCTURE', structure, known }, `${pointer}/${i}`);
  }
}

/** Says of every value given before that it is there twice. */
export function checkUnique(
  context: Pick<CheckContext, 'problems'>,
  owner: Extract<Rule, { code: 'DUPLICATE_CODE' }>['owner'],
  entries: readonly { readonly value: string; readonly pointer: string }[],
): void {
  const first = new Map<string, string>();
  for (const { value, pointer } of entries) {
    const before = first.get(value);
    if (before === undefined) first.set(value, pointer);
    else {
      const firstLine = context.problems.lineOf(before);
      context.problems.add({ code: 'DUPLICATE_CODE', owner, value, firstLine }, pointer);
    }
  }
}
