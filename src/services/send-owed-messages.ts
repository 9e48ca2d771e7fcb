import { type CheckIn, checkInAgainKey, checkInKey, waitsToAsk } from '../domain/check-in.ts';
import { decideOwed, lateSince, movedCheckIn, type OwedDecision } from '../domain/owed-messages.ts';
import { ruleEntryFor } from '../domain/schedule/schedule.ts';
import type { Commit, NewOutboxMessage } from '../store/port.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';
import { loadReach } from './load-responsibilities.ts';
import { openedEntry } from './opened-check-ins.ts';
import { isUnanswered, readCheckIn } from './read-check-in.ts';
import { redrawCheckIn } from './redraw-check-in.ts';
import { SCHEDULER } from './slots/slot-work.ts';
import { untilCommitted } from './until-committed.ts';

/**
 * Sends, puts off or drops every message that is owed by now, each once, whichever process comes first; the number
 * sent. It is harmless to call it at any time.
 * @throws AggregateError once all others were seen to, when some could not be
 */
export async function sendOwedMessages(context: Context): Promise<number> {
  let sent = 0;
  const failures: unknown[] = [];
  for (const year of await context.store.listYears()) {
    for (const id of await listDue(context, year)) {
      try {
        const { outcome } = await untilCommitted(() => attempt(context, year, id));
        if (outcome === 'SENT') sent += 1;
      } catch (error) {
        // Nobody waits for ever behind somebody else's trouble.
        failures.push(error);
      }
    }
  }
  if (sent > 0) context.wakeDelivery();
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} owed messages failed`);
  return sent;
}

async function listDue(context: Context, year: number): Promise<readonly string[]> {
  const plan = await findPlan(context, year);
  if (!plan.ok) return [];
  const now = context.clock.now().toISOString();
  const unclosed = await context.store.listUnclosedCheckIns(plan.value.id);
  const due = unclosed.filter(({ owed }) => owed !== null && owed.at <= now);
  // Questions first: nobody is reminded of what a new one replaces in the same minute.
  return [...due.filter(waitsToAsk), ...due.filter((each) => !waitsToAsk(each))].map(({ id }) => id);
}

type Attempted = { readonly outcome: 'SENT' | 'NOT_SENT' };

const NOT_SENT: Attempted = { outcome: 'NOT_SENT' };

async function attempt(context: Context, year: number, id: string): Promise<Attempted | 'CONFLICT'> {
  // Read before what was said: an answer that comes meanwhile is a conflict.
  const plan = await findPlan(context, year);
  const state = await readCheckIn(context, id);
  if (!plan.ok || !state) return NOT_SENT;
  const { checkIn } = state;
  const now = context.clock.now();
  const unclosed = await context.store.listUnclosedCheckIns(plan.value.id);
  const decision = decideOwed(checkIn, {
    now,
    today: context.clock.today(),
    unanswered: isUnanswered(state),
    earlier: unclosed.filter((each) => each.person === checkIn.person && each.id !== id && !waitsToAsk(each)),
    reach: await loadReach(context, plan.value.id, checkIn.person),
    remindAfterDays: await remindAfterDaysOf(context, plan.value.id, checkIn),
  });
  if (decision === null) return NOT_SENT;
  const result = await context.store.commit({
    planId: plan.value.id,
    revision: null,
    lastSequence: plan.value.lastSequence,
    version: plan.value.version,
    recordedAt: now.toISOString(),
    inbox: { key: owedKey(checkIn), fingerprint: decision.kind },
    ...(decision.kind === 'MOVE'
      ? await moveOf(context, year, checkIn, decision.at)
      : changesOf(checkIn, decision, now, context.clock.today())),
  });
  if (result.outcome === 'CONFLICT') return 'CONFLICT';
  // Anything else but COMMITTED: another process came first.
  return result.outcome === 'COMMITTED' && decision.kind === 'SEND' ? { outcome: 'SENT' } : NOT_SENT;
}

/**
 * Who is asked later than a slot's round would miss the slot that reminds: such a question has a reminder of its own,
 * unless the schedule has switched reminders off for all of the person's structures.
 */
async function remindAfterDaysOf(
  { store, remindAfterDays }: Context,
  planId: number,
  { person }: CheckIn,
): Promise<number | null> {
  const schedule = await store.loadSchedule(planId);
  const structures = (await store.listPeople()).find(({ key }) => key === person)?.structures ?? [];
  const rules = (structures.length === 0 ? [null] : structures).map((structure) =>
    ruleEntryFor(schedule, 'REMINDER', structure),
  );
  return rules.every((rule) => rule?.value === null) ? null : remindAfterDays;
}

/** Asked already on that day, by whatever came first: then it only ends. */
async function moveOf(
  { store, clock }: Context,
  year: number,
  checkIn: CheckIn,
  at: Date,
): Promise<Pick<Commit, 'openedCheckIns' | 'closedCheckIns' | 'audit'>> {
  const closedCheckIns = [{ id: checkIn.id, closedOn: clock.today() }];
  const person = (await store.listPeople()).find(({ key }) => key === checkIn.person);
  if (!person) return { closedCheckIns };
  const moved = movedCheckIn(checkIn, year, person, at);
  if (await store.findCheckIn(moved.id)) return { closedCheckIns };
  return { closedCheckIns, openedCheckIns: [moved], audit: [openedEntry(moved, SCHEDULER)] };
}

/** The same for all who would see to the same message. A second snooze until the same instant is another one. */
const owedKey = ({ id, owed, remindedAt }: CheckIn): string =>
  ['owed', id, owed?.kind, owed?.at, remindedAt ?? 'first'].join('/');

function changesOf(
  checkIn: CheckIn,
  decision: Exclude<OwedDecision, { kind: 'MOVE' }>,
  now: Date,
  today: CheckIn['openedOn'],
): Pick<Commit, 'checkInProgress' | 'closedCheckIns' | 'outbox'> {
  if (decision.kind === 'CLOSE') return { closedCheckIns: [{ id: checkIn.id, closedOn: today }] };
  const replaced = decision.kind === 'SEND' ? decision.replaced : [];
  // Its message says until when it is snoozed; those of what is replaced, that they are closed.
  const redrawn = [...(checkIn.owed?.kind === 'AGAIN' ? [checkIn] : []), ...replaced];
  return {
    closedCheckIns: replaced.map(({ id }) => ({ id, closedOn: today })),
    checkInProgress: [{ id: checkIn.id, ...decision.progress }],
    outbox: () => [
      ...(decision.kind === 'SEND' ? [messageOf(checkIn, decision.message, now)] : []),
      ...redrawn.flatMap((each) => redrawCheckIn(each, `owed-${now.toISOString()}`)),
    ],
  };
}

function messageOf(
  checkIn: CheckIn,
  message: 'CHECK_IN' | 'SNOOZE' | 'REMINDER',
  now: Date,
): NewOutboxMessage {
  const { id, person } = checkIn;
  const destination = { kind: 'PERSON', person } as const;
  if (message === 'CHECK_IN') {
    return { key: checkInKey(id), destination, notice: { kind: 'CHECK_IN', checkInId: id } };
  }
  const late = lateSince(checkIn, now);
  return {
    key: checkInAgainKey(id, now.toISOString()),
    destination,
    notice: {
      kind: 'CHECK_IN_AGAIN',
      checkInId: id,
      because: message,
      ...(late === null ? {} : { late }),
    },
  };
}
