import { type IsoDate, parseIsoDate } from '../../domain/dates.ts';
import { canRepeat } from '../../domain/last-said.ts';
import type { RefusedLine } from '../../domain/notice.ts';
import type { Statement } from '../../domain/statement.ts';
import { findRepeat, type InboxKey } from '../../services/find-repeat.ts';
import { type CheckInLine, readCheckIn } from '../../services/read-check-in.ts';
import { type RecordOutcome, recordShown, type SaidMeanwhile } from '../../services/record-statements.ts';
import { type FormSubject, findFormSubject } from '../actions/find-form-subject.ts';
import { unchangedStatement } from '../actions/unchanged-statement.ts';
import { fieldId, REPORT_FIELDS, type Typed } from '../blocks/report-fields.ts';
import { type FormLine, type ReportForm, readForm } from '../blocks/report-form.ts';
import { DAY_FIELD, nextPage, OTHERS_ACTION, othersId, reportModal } from '../blocks/report-modal.ts';
import type { Voice } from '../blocks/voice.ts';
import type { Environment } from '../environment.ts';
import { refreshHome } from '../home/publish-home.ts';
import { fieldText, refuseAt } from './field-errors.ts';
import { type FieldFault, fieldOf, figureFieldOf, isStale, readLine } from './read-line.ts';
import { readTyped } from './read-typed.ts';
import { redrawReport } from './redraw-report.ts';
import { CLOSE, type Submission, type ViewAnswer } from './submission.ts';
import { threadOf } from './thread-of.ts';

/** A page of the form as it was submitted. */
type Page = {
  /** Slack's id of who submitted it. */
  readonly user: string;
  readonly form: ReportForm;
  readonly subject: FormSubject;
  /** Those of the page that the plan in force still holds. */
  readonly lines: readonly { readonly formed: FormLine; readonly line: CheckInLine }[];
  readonly typed: Typed;
  readonly day: IsoDate | null;
  /** Whether the lines left alone are said to be unchanged. */
  readonly othersUnchanged: boolean;
  /** `block_id` of the first input, for what concerns no other. */
  readonly firstField: string;
};

/**
 * Records what a page of the form holds: the lines that were touched, all in one commit or none of them. Pressed or
 * delivered twice, a page is recorded once. Where something was said meanwhile that a line would undo, the page says so
 * first, and records when it is submitted again. The next page follows where there is one.
 */
export async function submitReport(environment: Environment, submission: Submission): Promise<ViewAnswer> {
  const { context, voice } = environment;
  const form = readForm(submission.privateMetadata);
  const subject = await findFormSubject(environment, submission.user, form);
  if (!subject.ok) return refuseAt(reportErrorField(submission), subject.refusal, voice);
  const page = pageOf(form, subject.value, submission);
  const inbox = { key: `slack/view/${submission.id}/${form.page}`, fingerprint: fingerprintOf(page) };
  const repeat = await findRepeat(context, inbox);
  if (repeat) return answerTo(repeat, environment, page);
  const read = readPage(page, voice);
  if ('errors' in read) return { kind: 'ERRORS', errors: read.errors };
  if (read.statements.length === 0) {
    const over = form.page === 0 && form.left === 0;
    return over
      ? { kind: 'ERRORS', errors: { [page.firstField]: voice.t.modalNothing } }
      : follow(environment, page, []);
  }
  const outcome = await record(environment, page, read, inbox);
  return outcome.ok === 'SAID_MEANWHILE'
    ? warn(environment, submission, page, outcome)
    : answerTo(outcome, environment, page);
}

/** `block_id` of an input that the form has, whatever becomes of the rest. */
export function reportErrorField({ values }: Submission): string {
  const fields = Object.keys(values);
  return fields.find((field) => field.startsWith(fieldId('note', ''))) ?? fields[0] ?? DAY_FIELD;
}

function pageOf(form: ReportForm, subject: FormSubject, { user, values }: Submission): Page {
  const lines = form.lines.flatMap((formed) => {
    const line = subject.lines.find(({ item }) => item === formed.item);
    return line ? [{ formed, line }] : [];
  });
  const [first] = lines;
  return {
    user,
    form,
    subject,
    lines,
    typed: readTyped(values),
    day: parseIsoDate(values[DAY_FIELD]?.[DAY_FIELD]?.selected_date ?? '') ?? null,
    othersUnchanged: (values[othersId(form.page)]?.[OTHERS_ACTION]?.selected_options ?? []).length > 0,
    firstField: first ? fieldId(figureFieldOf(first.line), first.line.item) : DAY_FIELD,
  };
}

/** Of everything that was typed: the same page with anything else in it is another request. */
const fingerprintOf = ({ lines, typed, day, othersUnchanged }: Page): string =>
  JSON.stringify([
    lines.map(({ line }) => REPORT_FIELDS.map((field) => typed(field, line.item) ?? null)),
    day,
    othersUnchanged,
  ]);

type Errors = Readonly<Record<string, string>>;

type ReadPage = {
  readonly statements: readonly Statement[];
  /** Of each line that takes the place of what was said last, the sequence of what it was filled in with. */
  readonly expects: ReadonlyMap<string, number>;
};

function readPage(page: Page, voice: Voice): ReadPage | { readonly errors: Errors } {
  const { form, typed, day } = page;
  const statements: Statement[] = [];
  const expects = new Map<string, number>();
  const errors: Record<string, string> = {};
  for (const { formed, line } of page.lines) {
    const { language } = voice;
    const read = readLine({ formed, line, typed, day, language, alone: form.scope === 'ONE' });
    if (read.kind === 'STATEMENT') {
      statements.push(read.statement);
      if (!read.adds) expects.set(line.item, formed.sequence);
    } else if (read.kind === 'FAULT') {
      errors[fieldId(read.fault.field, line.item)] = faultText(read.fault, voice);
    } else if (page.othersUnchanged && isUnchanged(formed, line)) {
      statements.push(unchangedStatement(line.item, day));
    }
  }
  return Object.keys(errors).length > 0 ? { errors } : { statements, expects };
}

/** Of a line about which something newer was said meanwhile, nothing is said. */
const isUnchanged = (formed: FormLine, line: CheckInLine): boolean =>
  line.answer === null && line.answerable && canRepeat(line) && !isStale(formed, line);

const faultText = ({ because }: FieldFault, voice: Voice): string =>
  because === 'ONE_DOCUMENT' ? voice.t.modalOneDocument : fieldText(because, voice);

async function record(
  environment: Environment,
  { subject: { caller, checkIn, year } }: Page,
  { statements, expects }: ReadPage,
  inbox: InboxKey,
): Promise<RecordOutcome | SaidMeanwhile> {
  return recordShown(environment.context, {
    statements,
    expects,
    // By its item a line that is refused is found again.
    lines: statements.map(({ item }) => item),
    actor: caller.actor,
    source: 'SLACK',
    year,
    answers: checkIn ?? undefined,
    inbox,
    replyTo: checkIn ? await threadOf(environment, checkIn) : { kind: 'PERSON', person: caller.person.key },
  });
}

/** The same page with what was said meanwhile under its lines; what was typed stays. */
async function warn(
  environment: Environment,
  submission: Submission,
  { form, typed, day, othersUnchanged }: Page,
  { said }: SaidMeanwhile,
): Promise<ViewAnswer> {
  const { context, voice } = environment;
  // Read anew: it may have been said after the page was.
  const state = await findFormSubject(environment, submission.user, form);
  if (!state.ok) return refuseAt(reportErrorField(submission), state.refusal, voice);
  const redrawn = { form, state: state.value, day: day ?? context.clock.today(), typed, othersUnchanged };
  return { kind: 'UPDATE', view: redrawReport(redrawn, said, voice) };
}

async function answerTo(outcome: RecordOutcome, environment: Environment, page: Page): Promise<ViewAnswer> {
  if (!outcome.ok) return { kind: 'ERRORS', errors: errorsOf(outcome.lines, page, environment.voice) };
  return follow(
    environment,
    page,
    outcome.value.items.map(({ item }) => item),
  );
}

function errorsOf(refused: readonly RefusedLine[], page: Page, voice: Voice): Errors {
  const errors: Record<string, string> = {};
  for (const { line: item, refusal } of refused) {
    const found = page.lines.find(({ line }) => line.item === item);
    const field = found && fieldOf(refusal, found.line, page.typed);
    const blockId =
      field === undefined ? page.firstField : field === 'day' ? DAY_FIELD : fieldId(field, item);
    errors[blockId] = fieldText(refusal, voice);
  }
  return errors;
}

/** The next page, drawn from what is known now; or the end. */
async function follow(
  environment: Environment,
  { form, day, user }: Page,
  recorded: readonly string[],
): Promise<ViewAnswer> {
  const { context, voice } = environment;
  // Not waited for: Slack waits for the answer to the form, and the home tab is no part of it.
  if (form.home !== null) void refreshHome(environment, { user, page: form.home, hash: null });
  if (form.scope === 'ONE' || form.checkInId === null) return CLOSE;
  const state = await readCheckIn(context, form.checkInId);
  const next = state ? nextPage(form, recorded, state, voice) : null;
  if (!state || !next) return CLOSE;
  const view = reportModal({ form: next, state, day: day ?? context.clock.today() }, voice);
  return { kind: 'UPDATE', view };
}
