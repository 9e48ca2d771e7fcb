import { z } from 'zod';
import { actorOf } from '../../domain/actor.ts';
import type { CheckIn } from '../../domain/check-in.ts';
import { parseIsoDate } from '../../domain/dates.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { Destination } from '../../domain/notice.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { SaidFigure, Statement } from '../../domain/statement.ts';
import { isDoubtfulNumber, parseNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import { refusalText } from '../../messages/refusals.ts';
import { checkInMessageOf, readCheckIn } from '../../services/read-check-in.ts';
import { recordStatements } from '../../services/record-statements.ts';
import { FIELD_ACTION, REPORT_FIELDS, type ReportModalContext } from '../blocks/report-modal.ts';
import type { Environment } from '../environment.ts';
import { identify } from '../identify.ts';

export type Submission = {
  readonly viewId: string;
  readonly user: string;
  readonly privateMetadata: string;
  /** Slack's `view.state.values`. */
  readonly values: Readonly<
    Record<string, Readonly<Record<string, { value?: unknown; selected_date?: unknown }>>>
  >;
};

/** Sentences by `block_id`, or null when the answer was recorded. */
export type SubmissionErrors = Readonly<Record<string, string>> | null;

const modalContext = z.object({ item: z.string(), checkInId: z.string() });

/** Records what the modal holds, once for a view: pressed or delivered twice, it is one report. */
export async function submitReport(
  environment: Environment,
  submission: Submission,
): Promise<SubmissionErrors> {
  const { context, voice } = environment;
  const { item, checkInId }: ReportModalContext = modalContext.parse(JSON.parse(submission.privateMetadata));
  const fields = fieldsOf(submission);
  const fail = (refusal: Refusal) => ({
    [fieldOf(refusal, fields)]: unmarked(refusalText(refusal, voice.language)),
  });
  const person = await identify(environment, submission.user);
  if (!person.ok) return fail(person.refusal);
  const checkIn = await readCheckIn(context, checkInId);
  if (!checkIn) throw new Error(`no check-in ${checkInId}`);
  const statement = toStatement(item, fields, voice.language);
  if ('code' in statement) return fail(statement);
  const outcome = await recordStatements(context, {
    statements: [statement],
    lines: [''],
    actor: actorOf(person.value),
    source: 'SLACK',
    year: checkIn.year,
    answers: checkIn.checkIn,
    inbox: { key: `slack/view/${submission.viewId}`, fingerprint: JSON.stringify(fields) },
    replyTo: await threadOf(environment, checkIn.checkIn),
  });
  if (outcome.ok) return null;
  const [first] = outcome.lines;
  if (!first) return null;
  return fail(
    first.refusal.code === 'IDEMPOTENCY_KEY_REUSED' ? { code: 'ALREADY_SUBMITTED' } : first.refusal,
  );
}

/** An error under a field is plain text: what is code elsewhere stands in quotes. */
const unmarked = (text: string): string => text.replaceAll(/`([^`]*)`/g, '“$1”');

type Fields = Partial<Record<keyof typeof REPORT_FIELDS, string>>;

function fieldsOf({ values }: Submission): Fields {
  const fields: Fields = {};
  for (const name of Object.keys(REPORT_FIELDS) as (keyof typeof REPORT_FIELDS)[]) {
    const element = values[REPORT_FIELDS[name]]?.[FIELD_ACTION];
    const text = element?.value ?? element?.selected_date;
    if (typeof text === 'string' && text.trim() !== '') fields[name] = text.trim();
    else if (element !== undefined) fields[name] = '';
  }
  return fields;
}

function toStatement(item: string, fields: Fields, language: Language): Statement | Refusal {
  const figure = toFigure(fields, language);
  if (figure !== null && 'code' in figure) return figure;
  const day = fields.day ? parseIsoDate(fields.day) : null;
  if (day === undefined) return { code: 'DATE_INVALID', given: fields.day ?? '' };
  return {
    item,
    expects: 'ITEM',
    figure,
    blockedBecause: fields.blocked || null,
    note: fields.note || null,
    evidence: null,
    reportedOn: day,
  };
}

function toFigure(fields: Fields, language: Language): SaidFigure | Refusal | null {
  if (fields.numerator !== undefined || fields.denominator !== undefined) {
    const numerator = toCount(fields.numerator ?? '', language);
    if (typeof numerator !== 'string') return numerator;
    const denominator = toCount(fields.denominator ?? '', language);
    return typeof denominator === 'string' ? { kind: 'RATIO', numerator, denominator } : denominator;
  }
  if (fields.percent) {
    const percent = parseNumber(fields.percent.replace(/\s*%$/, ''), language);
    return percent ? { kind: 'PERCENT', percent } : { code: 'NUMBER_INVALID', given: fields.percent };
  }
  const written = fields.units || fields.value;
  if (!written) return null;
  const number = toCount(written, language);
  return typeof number === 'string' ? { kind: 'NUMBER', number, unit: null } : number;
}

function toCount(text: string, language: Language): Decimal | Refusal {
  if (isDoubtfulNumber(text, language)) return { code: 'NUMBER_DOUBTFUL', given: text };
  return parseNumber(text, language) ?? { code: 'NUMBER_INVALID', given: text };
}

/** The input at fault; the figure's own for whatever concerns no other. */
function fieldOf(refusal: Refusal, fields: Fields): string {
  const figure = (['percent', 'units', 'numerator', 'value'] as const).find(
    (name) => fields[name] !== undefined,
  );
  switch (refusal.code) {
    case 'DATE_INVALID':
    case 'DATE_IN_FUTURE':
    case 'DATE_BEFORE_PLAN':
      return REPORT_FIELDS.day;
    case 'DENOMINATOR_NOT_POSITIVE':
      return REPORT_FIELDS.denominator;
    case 'NUMBER_INVALID':
    case 'NUMBER_DOUBTFUL':
      return fields.denominator === refusal.given
        ? REPORT_FIELDS.denominator
        : REPORT_FIELDS[figure ?? 'note'];
    default:
      return REPORT_FIELDS[figure ?? 'note'];
  }
}

/** The answer stands in the thread of the check-in that was answered. */
async function threadOf({ context }: Environment, { id, person }: CheckIn): Promise<Destination> {
  const sent = await checkInMessageOf(context, id);
  return sent
    ? { kind: 'CONVERSATION', channel: sent.channel, threadTs: sent.ts }
    : { kind: 'PERSON', person };
}
