/** What a catalogue of plan-file sentences must hold: one for every rule and every notice, no more. */
import type { FileNotice, FileProblem, NoticeRule, Rule } from '../plan-file/problems.ts';

export type Sentences<R extends { readonly code: string }> = {
  readonly [C in R['code']]: (facts: Extract<R, { readonly code: C }>) => string;
};

export type PlanFileCatalogue = {
  readonly problems: Sentences<Rule>;
  readonly notices: Sentences<NoticeRule>;
};

function sentence<R extends { readonly code: string }>(sentences: Sentences<R>, facts: R): string {
  // A rule's code picks the sentence that takes its facts: TypeScript can't follow the two together.
  const tell: (facts: never) => string = sentences[facts.code as R['code']];
  return tell(facts as never);
}

/** What is wrong, and what is accepted; without the place, see {@link placed}. */
export const problemSentence = (catalogue: PlanFileCatalogue, problem: Rule): string =>
  sentence<Rule>(catalogue.problems, problem);

export const noticeSentence = (catalogue: PlanFileCatalogue, notice: NoticeRule): string =>
  sentence<NoticeRule>(catalogue.notices, notice);

/** `plans/arti-2020.yaml:58:5`: the form that terminals and editors make a link of. */
export const placed = ({ file, line, column }: FileProblem | FileNotice): string =>
  `${file}:${line}:${column}`;
