import type { Actor } from '../domain/actor.ts';
import { assess } from '../domain/assess.ts';
import { type CheckIn, closedSince, waitsToAsk } from '../domain/check-in.ts';
import type { ItemCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import { dayOf, decideStatement } from '../domain/decide-statement.ts';
import type { DecidedFact } from '../domain/decided-fact.ts';
import type { Source, Standing } from '../domain/facts.ts';
import { type LastSaid, lastSaidIn } from '../domain/last-said.ts';
import type { Destination, RecordedItem, RefusedLine } from '../domain/notice.ts';
import { baselineInForce } from '../domain/plan.ts';
import { type Progressed, recordedItems } from '../domain/recorded-items.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { findItem } from '../domain/resolve.ts';
import { type Said, withFacts } from '../domain/standing.ts';
import { refersToLast, type Statement } from '../domain/statement.ts';
import type { NewAuditEntry, NewOutboxMessage, StoredPlan } from '../store/port.ts';
import type { Context } from './context.ts';
import { findRepeat, type InboxKey } from './find-repeat.ts';
import { foreseeStandings, type StandingOn } from './foresee-standings.ts';
import { findPlan } from './load-figures.ts';
import { redrawCheckIn } from './redraw-check-in.ts';
import { textHashes } from './text-hashes.ts';
import { untilCommitted } from './until-committed.ts';

export type RecordStatements = {
  readonly statements: readonly Statement[];
  /** The line each statement was read from, for the answer; same length. */
  readonly lines: readonly string[];
  /** What could not even be read as a statement: nothing is recorded, and the rest is judged all the same. */
  readonly unread?: readonly RefusedLine[];
  readonly actor: Actor;
  readonly source: Source;
  readonly year: number | null;
  /** Makes a delivery or request have one effect; null only where repeating it is harmless. */
  readonly inbox: InboxKey | null;
  /** The check-in that it answers: once that is closed it takes no more, though what it took stands. */
  readonly answers?: CheckIn | undefined;
  /** Where the answer goes through the outbox; null when the caller answers by itself. */
  readonly replyTo: Destination | null;
  /** False where the caller says nothing of progress: shares, and what stands instead, are null then. */
  readonly tellsProgress?: boolean;
};

export type Recorded = {
  /** Of the plan of which it was said: by the time of a repetition another may be the current one. */
  readonly year: number;
  readonly items: readonly RecordedItem[];
  /** The same as it stands in the history. */
  readonly said: Said;
  /** True when the same key had been committed before: nothing was written this time. */
  readonly duplicate: boolean;
};

export type RecordOutcome =
  | { readonly ok: true; readonly value: Recorded }
  | { readonly ok: false; readonly lines: readonly RefusedLine[] };

/**
 * Records what somebody said: all the statements in one commit, or none of them with the reason for each that
 * was refused. The answer, and the check-in messages that show it, leave with the same commit.
 */
export async function recordStatements(context: Context, input: RecordStatements): Promise<RecordOutcome> {
  return untilCommitted(() => attempt<never>(context, input, async () => null));
}

/** What somebody said with the last reports before their eyes, as a button or a form showed them. */
export type RecordShown = RecordStatements & {
  /** Of each item that was shown the sequence of its last report; 0 where there was none. */
  readonly expects: ReadonlyMap<string, number>;
  /** The day as of which it was shown; left out, today. */
  readonly shownAsOf?: IsoDate;
};

/** What was said last of items, after what was shown of them. */
export type SaidMeanwhile = {
  readonly ok: 'SAID_MEANWHILE';
  readonly said: readonly (LastSaid & { readonly item: ItemCode })[];
};

/**
 * The same, unless something newer was said meanwhile of an item that is expected to stand as it was shown: then
 * nothing is recorded. It is checked against what the commit is decided upon, so that nothing slips in between.
 */
export async function recordShown(
  context: Context,
  input: RecordShown,
): Promise<RecordOutcome | SaidMeanwhile> {
  return untilCommitted(() =>
    attempt(context, input, (stored, standingOn) => saidMeanwhile(context, stored, standingOn, input)),
  );
}

async function saidMeanwhile(
  { clock }: Context,
  { plan }: StoredPlan,
  standingOn: StandingOn,
  { expects, shownAsOf }: Pick<RecordShown, 'expects' | 'shownAsOf'>,
): Promise<SaidMeanwhile | null> {
  if (expects.size === 0) return null;
  const today = clock.today();
  const day = shownAsOf ?? today;
  const standing = await standingOn(day);
  const said = [...expects].flatMap(([code, sequence]) => {
    // What was reported on before an act inserted it is in the baseline of today alone.
    const item = findItem(baselineInForce(plan, day), code) ?? findItem(baselineInForce(plan, today), code);
    const last = item ? lastSaidIn(standing, item) : null;
    return item && last && last.sequence > sequence ? [{ ...last, item: item.code }] : [];
  });
  return said.length > 0 ? { ok: 'SAID_MEANWHILE', said } : null;
}

/** @param stop what is to be answered instead, by the plan that is decided upon */
async function attempt<Stopped>(
  context: Context,
  input: RecordStatements,
  stop: (stored: StoredPlan, standingOn: StandingOn) => Promise<Stopped | null>,
): Promise<RecordOutcome | Stopped | 'CONFLICT'> {
  const repeat = input.inbox && (await findRepeat(context, input.inbox));
  if (repeat) return repeat;
  const closedOn = input.answers ? closedSince(input.answers, context.clock.today()) : null;
  if (closedOn !== null)
    return { ok: false, lines: [{ line: '', refusal: { code: 'CHECK_IN_CLOSED', closedOn } }] };
  const found = await findPlan(context, input.year);
  if (!found.ok) return { ok: false, lines: [{ line: input.lines.join('\n'), refusal: found.refusal }] };
  const stored = found.value;
  const { foreseen, standingOn } = await foreseeStandings(context, stored);
  /** No commit tells whether it was rightly judged, or upon its own twin. */
  const refuse = async <Answer>(answer: Answer) => {
    if (!(await foreseen.isWritten())) return 'CONFLICT';
    return (input.inbox && (await findRepeat(context, input.inbox))) ?? answer;
  };
  const stopped = await stop(stored, standingOn);
  if (stopped !== null) return refuse(stopped);
  const decided = await decideAll(context, stored, standingOn, input);
  if (!decided.ok) return refuse(decided);
  const { facts } = decided;
  const place = await describe(context, stored, standingOn, facts, input.tellsProgress !== false);
  const checkIns = await context.store.listUnclosedCheckIns(stored.id);
  let hasMessages = false;
  const recordedAt = context.clock.now().toISOString();
  const result = await context.store.commit({
    planId: stored.id,
    revision: stored.revision,
    lastSequence: foreseen.lastSequence,
    upon: foreseen,
    recordedAt,
    inbox: input.inbox,
    reports: facts.flatMap((fact) => (fact.kind === 'STATUS' ? [fact.report] : [])),
    measurements: facts.flatMap((fact) => (fact.kind === 'MEASUREMENT' ? [fact.measurement] : [])),
    outbox(sequences) {
      const messages = outboxOf(stored.id, input, place(sequences), checkIns);
      hasMessages = messages.length > 0;
      return messages;
    },
    audit: facts.map((fact) => auditOf(fact, input)),
  });
  // Or committed under the same key by another request meanwhile: the next attempt finds it.
  if (result.outcome !== 'COMMITTED') return 'CONFLICT';
  if (hasMessages) context.wakeDelivery();
  const { sequences } = result;
  const said = saidOf(facts, recordedAt, sequences);
  return {
    ok: true,
    value: { year: stored.plan.year, items: place(sequences), said, duplicate: false },
  };
}

/** As the store numbers them: reports first, then measurements. */
function saidOf(facts: readonly DecidedFact[], recordedAt: string, sequences: readonly number[]): Said {
  const numbers = sequences.values();
  const placed = () => ({ recordedAt, sequence: numbers.next().value ?? 0 });
  return {
    reports: facts.flatMap((fact) => (fact.kind === 'STATUS' ? [{ ...fact.report, ...placed() }] : [])),
    measurements: facts.flatMap((fact) =>
      fact.kind === 'MEASUREMENT' ? [{ ...fact.measurement, ...placed() }] : [],
    ),
  };
}

/**
 * What the answer says of `facts`, but for their sequences: assessing a plan is too much to be done while the
 * transaction keeps everybody else from writing.
 */
async function describe(
  context: Context,
  stored: StoredPlan,
  standingOn: StandingOn,
  facts: readonly DecidedFact[],
  tellsProgress: boolean,
): Promise<(sequences: readonly number[]) => readonly RecordedItem[]> {
  const progressed = tellsProgress ? await foreseeProgress(context, stored, standingOn, facts) : null;
  const items = recordedItems(facts, [], progressed);
  return (sequences) => {
    const ordered = inOrderOfFacts(facts, sequences);
    return items.map((item, index) => ({ ...item, sequence: ordered[index] ?? 0 }));
  };
}

/** Of the goals alone that `facts` speak of. */
async function foreseeProgress(
  { clock, rules }: Context,
  { plan }: StoredPlan,
  standingOn: StandingOn,
  facts: readonly DecidedFact[],
): Promise<Progressed> {
  const today = clock.today();
  const before = await standingOn(today);
  const baseline = baselineInForce(plan, today);
  const touched = new Set(facts.map(({ goal }) => goal.code));
  const goals = baseline.goals.filter(({ code }) => touched.has(code));
  const figures = (standing: Standing) =>
    assess({ ...plan, areas: [], structures: [] }, { ...baseline, goals }, standing, rules);
  return { before: figures(before), after: figures(withFacts(before, facts)) };
}

type Decided =
  | { readonly ok: true; readonly facts: readonly DecidedFact[] }
  | { readonly ok: false; readonly lines: readonly RefusedLine[] };

/** Each statement sees the ones before it in the same reply. */
async function decideAll(
  { clock }: Context,
  { plan }: StoredPlan,
  standingOn: StandingOn,
  input: RecordStatements,
): Promise<Decided> {
  const facts: DecidedFact[] = [];
  const lines: RefusedLine[] = [...(input.unread ?? [])];
  const today = clock.today();
  /** Of each day, with so many of the facts: of hundreds each is put on once. */
  const known = new Map<IsoDate, { readonly standing: Standing; readonly count: number }>();
  const knownOn = async (day: IsoDate): Promise<Standing> => {
    const { standing: before, count } = known.get(day) ?? { standing: await standingOn(day), count: 0 };
    const standing = withFacts(before, facts.slice(count));
    known.set(day, { standing, count: facts.length });
    return standing;
  };
  for (const [index, statement] of input.statements.entries()) {
    const day = dayOf(statement, today);
    // A year of figures speaks of hundreds of days, and none of them by what was known then.
    const standing = refersToLast(statement) ? await knownOn(day) : nothingKnown(day);
    const { actor, source } = input;
    const result = decideStatement(statement, { plan, actor, source, today, standing });
    if (result.ok) facts.push(result.value);
    else lines.push({ line: input.lines[index] ?? '', refusal: result.refusal });
  }
  return lines.length > 0 ? { ok: false, lines } : { ok: true, facts };
}

const nothingKnown = (day: IsoDate): Standing => ({ day, phases: new Map(), measurements: new Map() });

/** The store numbers reports first, then measurements; a reply may mix them. */
function inOrderOfFacts(facts: readonly DecidedFact[], sequences: readonly number[]): readonly number[] {
  const reports = facts.filter((fact) => fact.kind === 'STATUS');
  const measurements = facts.filter((fact) => fact.kind === 'MEASUREMENT');
  const numbered = new Map<DecidedFact, number>(
    [...reports, ...measurements].map((fact, index) => [fact, sequences[index] ?? 0]),
  );
  return facts.map((fact) => numbered.get(fact) ?? 0);
}

const NAMED_SEQUENCES = 20;

/** Keys go along with messages, where there is no room for hundreds; the first of a commit is no other commit's. */
const named = (sequences: readonly number[]): readonly (number | string)[] =>
  sequences.length <= NAMED_SEQUENCES ? sequences : [Math.min(...sequences), 'to', Math.max(...sequences)];

function outboxOf(
  planId: number,
  input: RecordStatements,
  items: readonly RecordedItem[],
  checkIns: readonly CheckIn[],
): readonly NewOutboxMessage[] {
  const key = [planId, ...named(items.map((item) => item.sequence))].join('-');
  const touched = new Set<ItemCode>(items.map((item) => item.item));
  const refreshed = checkIns.filter(
    (each) => !waitsToAsk(each) && each.items.some((item) => touched.has(item)),
  );
  const answer: readonly NewOutboxMessage[] =
    input.replyTo === null
      ? []
      : [{ key: `recorded-${key}`, destination: input.replyTo, notice: { kind: 'RECORDED', items } }];
  return [...answer, ...refreshed.flatMap((each) => redrawCheckIn(each, key))];
}

/**
 * What the chain keeps of a fact. Texts that people write freely may name somebody, and what is in the chain can
 * never be taken out: they stand there as their SHA-256, which still proves what the report said while it is kept.
 * A link is such a text too.
 */
function auditOf(fact: DecidedFact, { actor, source }: RecordStatements): NewAuditEntry {
  if (fact.kind === 'STATUS') {
    const { actor: _, note, evidence, blockedBecause, ...body } = fact.report;
    const texts = textHashes({ note, evidence, blockedBecause });
    return { kind: 'STATUS_REPORTED', actor: actor.key, body: { ...body, ...texts, source } };
  }
  const { actor: _, note, evidence, ...body } = fact.measurement;
  const texts = textHashes({ note, evidence });
  return { kind: 'MEASUREMENT_RECORDED', actor: actor.key, body: { ...body, ...texts, source } };
}

/** For edges that take one statement at a time. */
export const firstRefusal = (outcome: RecordOutcome): Result<Recorded> => {
  if (outcome.ok) return accepted(outcome.value);
  const [line] = outcome.lines;
  if (!line) throw new Error('a refusal without a reason');
  return refused(line.refusal);
};
