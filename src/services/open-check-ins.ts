import { type Actor, may } from '../domain/actor.ts';
import { type CheckIn, checkInKey, waitsToAsk } from '../domain/check-in.ts';
import { openCheckIns as decideCheckIns, type OpenedCheckIns } from '../domain/open-check-ins.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { NewOutboxMessage } from '../store/port.ts';
import type { Context } from './context.ts';
import { loadResponsibilities, type Responsibilities } from './load-responsibilities.ts';
import { untilCommitted } from './until-committed.ts';

/**
 * Asks everybody who answers for something open and can be asked, with one message each: at once, or at the start of
 * their hours. Earlier check-ins of who is asked at once close. Who was asked today already is not asked twice, whoever
 * asks and from whichever process. Refused: ROLE_MAY_NOT, NO_PLAN, NOBODY_TO_ASK.
 */
export async function openCheckIns(context: Context, actor: Actor): Promise<Result<OpenedCheckIns>> {
  if (!may(actor, 'ASK_CHECK_INS')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ASK_CHECK_INS' });
  }
  return untilCommitted(() => attempt(context, actor));
}

async function attempt(context: Context, actor: Actor): Promise<Result<OpenedCheckIns> | 'CONFLICT'> {
  const loaded = await loadResponsibilities(context);
  if (!loaded.ok) return loaded;
  const { stored } = loaded.value;
  const decided = await decide(context, loaded.value);
  if (nobodyAnswers(decided)) return refused({ code: 'NOBODY_TO_ASK' });
  if (decided.opened.length === 0) return accepted(decided);
  const today = context.clock.today();
  const result = await context.store.commit({
    planId: stored.id,
    revision: stored.revision,
    lastSequence: stored.lastSequence,
    version: stored.version,
    recordedAt: context.clock.now().toISOString(),
    // The ids say who was asked on which day: another round that asks any of them first is a conflict, and the
    // next attempt finds those people asked.
    inbox: null,
    openedCheckIns: decided.opened,
    closedCheckIns: decided.closed.map((each) => ({ id: each.id, closedOn: today })),
    outbox: () => messagesOf(decided),
    audit: decided.opened.map((each) => ({
      kind: 'CHECK_IN_OPENED',
      actor: actor.key,
      body: { openedOn: each.openedOn, closesOn: each.closesOn, items: each.items },
    })),
  });
  if (result.outcome !== 'COMMITTED') return 'CONFLICT';
  context.wakeDelivery();
  return accepted(decided);
}

async function decide(
  { store, clock, calendar, checkInDays, restDays, remindAfterDays }: Context,
  { stored, figures, people, arrangements }: Responsibilities,
): Promise<OpenedCheckIns> {
  const unclosed = await store.listUnclosedCheckIns(stored.id);
  const now = clock.now();
  const among = (known: readonly CheckIn[]) =>
    decideCheckIns({
      figures,
      people,
      arrangements,
      calendar,
      known,
      lastSequence: stored.lastSequence,
      now,
      daysOpen: checkInDays,
      restDays,
      remindAfterDays,
    });
  const decided = among(unclosed);
  const found = await Promise.all(decided.opened.map(({ id }) => store.findCheckIn(id)));
  const taken = found.filter((each) => each !== undefined);
  return taken.length === 0 ? decided : among([...unclosed, ...taken]);
}

/** Nobody has anything to answer, not even who is left alone today. */
const nobodyAnswers = (decided: OpenedCheckIns): boolean =>
  [
    decided.opened,
    decided.askedToday,
    decided.snoozed,
    decided.away,
    decided.onHoliday,
    decided.recentlyReported,
    decided.unreachable,
  ].every((people) => people.length === 0);

const messagesOf = ({ opened, closed }: OpenedCheckIns): readonly NewOutboxMessage[] => [
  ...closed
    .filter((each) => !waitsToAsk(each))
    .map(
      ({ id, person }): NewOutboxMessage => ({
        key: `check-in-refresh-${id}-closed`,
        destination: { kind: 'PERSON', person },
        notice: { kind: 'CHECK_IN_REFRESH', checkInId: id },
      }),
    ),
  ...opened
    .filter((each) => !waitsToAsk(each))
    .map(
      ({ id, person }): NewOutboxMessage => ({
        key: checkInKey(id),
        destination: { kind: 'PERSON', person },
        notice: { kind: 'CHECK_IN', checkInId: id },
      }),
    ),
];
