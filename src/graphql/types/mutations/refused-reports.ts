import type { RefusedLine } from '../../../domain/notice.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import type { Language } from '../../../messages/language.ts';
import { builder } from '../../builder.ts';
import { RefusalCodeType, type RefusedView, refusedView } from '../refused-result.ts';

type ReportProblem = RefusedView & {
  /** In the list of the input, from 0; null of what it does not hold. */
  readonly index: number | null;
};

export type RefusedReports = { readonly problems: readonly ReportProblem[] };

const ReportProblemType = builder.objectRef<ReportProblem>('ReportProblem').implement({
  description: 'Why one of several statements was refused; the message says what is accepted.',
  fields: (t) => ({
    index: t.exposeInt('index', {
      nullable: true,
      description: 'Which of the list it is, from 0; null of an item that the input meant without naming it.',
    }),
    code: t.expose('code', { type: RefusalCodeType, description: 'For programs.' }),
    message: t.exposeString('message', { description: 'For people, in the configured language.' }),
    messageIt: t.exposeString('messageIt', { description: 'For people, in Italian.' }),
    messageEn: t.exposeString('messageEn', { description: 'For people, in English.' }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'What of the input is at fault, as a path from it: `reports.3.status.percent`.',
    }),
  }),
});

export const RefusedReportsType = builder.objectRef<RefusedReports>('RefusedReports').implement({
  description: 'Some of what was said was refused, and nothing of it was recorded.',
  fields: (t) => ({
    problems: t.expose('problems', {
      type: [ReportProblemType],
      description: 'Every one of them, in the order of the input.',
    }),
  }),
});

/** How statements of a list are told from what is refused as a whole, whose line is none of theirs. */
export const lineAt = (index: number): string => `statement ${index}`;
const indexOf = (line: string): number | null => {
  const found = /^statement (\d+)$/.exec(line)?.[1];
  return found === undefined ? null : Number(found);
};

/** @param fieldOf path of the field of the statement at `index` that a refusal is about */
export function refusedReports(
  lines: readonly RefusedLine[],
  fieldOf: (refusal: Refusal, index: number) => string,
  language: Language,
): RefusedReports {
  const problems = lines.map(({ line, refusal }): ReportProblem => {
    const index = indexOf(line);
    const field = index === null ? null : fieldOf(refusal, index);
    return { ...refusedView(refusal, field, language), index };
  });
  return { problems: problems.sort((a, b) => (a.index ?? Infinity) - (b.index ?? Infinity)) };
}
