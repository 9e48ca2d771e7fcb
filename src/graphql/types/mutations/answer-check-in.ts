import { canonicalCode } from '../../../domain/codes.ts';
import type { RefusedLine } from '../../../domain/notice.ts';
import { accepted, type Refusal, refused } from '../../../domain/refusal.ts';
import { answerCheckIn } from '../../../services/answer-check-in.ts';
import { findCheckInActedOn } from '../../../services/find-check-in-acted-on.ts';
import type { Recorded } from '../../../services/record-statements.ts';
import { builder } from '../../builder.ts';
import type { GraphqlContext } from '../../context.ts';
import { fieldAtFault } from '../../field-at-fault.ts';
import { mutateOnce } from '../../mutate-once.ts';
import { parseAnswerInput } from '../../parse-input.ts';
import { RefusedResultType, type RefusedView, refusedView } from '../refused-result.ts';
import { checkInField, checkInFieldAtFault, namedCheckIn } from './check-in-input.ts';
import { keyField, onBehalfOfField } from './input-fields.ts';
import { BULK_LIMIT } from './record-reports.ts';
import { type RecordedReport, RecordedReportType } from './recorded-reports.ts';
import { lineAt, type RefusedReports, RefusedReportsType, refusedReports } from './refused-reports.ts';
import { DUPLICATE } from './result-type.ts';
import {
  besideFigureFields,
  measuredFigureFields,
  reportedOnField,
  statusFigureFields,
} from './said-fields.ts';

const AnswerInputType = builder.inputType('AnswerInput', {
  description:
    'What is said of one item: exactly one figure, of a phase or of an indicator; or of a phase `blockedBecause`, alone or beside it.',
  fields: (t) => ({
    item: t.string({
      required: true,
      description: 'Code of the phase, as `1.1.3`, or of the goal measured by figures, as `3.1`.',
    }),
    unchanged: t.boolean({ description: 'True: it stands as it was said last; false says nothing.' }),
    ...statusFigureFields(t),
    ...measuredFigureFields(t),
    ...besideFigureFields(t),
    reportedOn: reportedOnField(t),
  }),
});

const AnswerCheckInInputType = builder.inputType('AnswerCheckInInput', {
  description: 'Answers to a check-in: all of it is recorded, or nothing.',
  fields: (t) => ({
    checkIn: checkInField(t),
    onBehalfOf: onBehalfOfField(t),
    answers: t.field({ type: [AnswerInputType], description: `At most ${BULK_LIMIT}; may be none.` }),
    othersUnchanged: t.boolean({
      description:
        'True: every other item that still waits, and was spoken of before, stands as it was said last. What somebody answers meanwhile is left as it is.',
    }),
    idempotencyKey: keyField(t),
  }),
});

type Answered = { readonly recorded: readonly RecordedReport[] };
type AnswerCheckInSuccess = Answered & { readonly duplicate: boolean };

const AnswerCheckInSuccessType = builder.objectRef<AnswerCheckInSuccess>('AnswerCheckInSuccess').implement({
  description: 'The answers are recorded and durable; the check-in in Slack shows them.',
  fields: (t) => ({
    recorded: t.expose('recorded', {
      type: [RecordedReportType],
      description: 'What was recorded; nothing where all had been answered before.',
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

type Answer = AnswerCheckInSuccess | RefusedReports | RefusedView;

const AnswerCheckInResultType = builder.unionType('AnswerCheckInResult', {
  description: 'What was recorded; or what is wrong with which of the answers; or why all of it was refused.',
  types: [AnswerCheckInSuccessType, RefusedReportsType, RefusedResultType],
  resolveType: (result: Answer) =>
    'recorded' in result
      ? AnswerCheckInSuccessType
      : 'problems' in result
        ? RefusedReportsType
        : RefusedResultType,
});

type Input = typeof AnswerCheckInInputType.$inferInput;

async function answer(context: GraphqlContext, input: Input): Promise<Answer> {
  const { actor, language } = context;
  const answers = input.answers ?? [];
  if (answers.length > BULK_LIMIT) {
    const refusal = { code: 'BULK_SIZE_INVALID', given: answers.length, limit: BULK_LIMIT } as const;
    return refusedView(refusal, 'answers', language);
  }
  const read = answers.map(parseAnswerInput);
  /** What is wrong with single answers. */
  let problems: readonly RefusedLine[] = [];
  const result = await mutateOnce<Answered>(context, {
    name: 'answerCheckIn',
    input,
    fieldOf: checkInFieldAtFault,
    act: async (services, inbox) => {
      const found = await findCheckInActedOn(services, actor, namedCheckIn(input));
      if (!found.ok) return found;
      const outcome = await answerCheckIn(services, {
        checkIn: found.value,
        actor,
        source: 'GRAPHQL',
        statements: read.flatMap((each) => (each.ok ? [each.value] : [])),
        lines: read.flatMap((each, index) => (each.ok ? [lineAt(index)] : [])),
        unread: read.flatMap((each, index): RefusedLine[] =>
          each.ok ? [] : [{ line: lineAt(index), refusal: each.refusal }],
        ),
        othersUnchanged: input.othersUnchanged === true,
        inbox,
      });
      if (outcome.ok) return accepted({ recorded: placed(outcome.value, answers) });
      const [first] = outcome.lines;
      if (!first) throw new Error('a refusal without a reason');
      if (!isWhole(first.refusal)) problems = outcome.lines;
      return refused(first.refusal);
    },
  });
  if (problems.length === 0) return result;
  const fieldOf = (refusal: Refusal, index: number) => {
    const at = answers[index];
    const field = at ? fieldAtFault(refusal, at) : null;
    return ['answers', index, ...(field === null ? [] : [field])].join('.');
  };
  return refusedReports(problems, fieldOf, language);
}

const isWhole = ({ code }: Refusal): boolean =>
  code === 'CHECK_IN_CLOSED' ||
  code === 'UNKNOWN_CHECK_IN' ||
  code === 'NO_PLAN' ||
  code === 'IDEMPOTENCY_KEY_REUSED';

/** By the code that was written: what was meant by “others” is none of the list. */
function placed(
  { items, year }: Pick<Recorded, 'items' | 'year'>,
  answers: readonly { readonly item: string }[],
): readonly RecordedReport[] {
  const codes = answers.map(({ item }) => canonicalCode(item));
  const taken = new Set<number>();
  return items.map((item): RecordedReport => {
    const index = codes.findIndex((code, at) => code === item.item && !taken.has(at));
    if (index < 0) return { ...item, year, index: null };
    taken.add(index);
    return { ...item, year, index };
  });
}

builder.mutationField('answerCheckIn', (t) =>
  t.field({
    type: AnswerCheckInResultType,
    description:
      'Answers a check-in, several items at once, in one write. Each is judged by what whoever asks may report on.',
    args: {
      input: t.arg({ type: AnswerCheckInInputType, required: true, description: 'What is answered.' }),
    },
    resolve: (_root, { input }, context) => answer(context, input),
  }),
);
