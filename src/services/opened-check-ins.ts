/** A round of check-ins, by hand or at a slot: whom it asks, and what is written and sent for it. */

import type { Actor } from '../domain/actor.ts';
import { type CheckIn, checkInKey, waitsToAsk } from '../domain/check-in.ts';
import type { RoundInput } from '../domain/check-in-outcome.ts';
import type { IsoDate } from '../domain/dates.ts';
import { type OpenedCheckIns, openCheckIns } from '../domain/open-check-ins.ts';
import type { Commit, NewAuditEntry, NewOutboxMessage } from '../store/port.ts';
import type { Context } from './context.ts';
import type { Responsibilities } from './load-responsibilities.ts';
import { redrawCheckIn } from './redraw-check-in.ts';

/** What a round asks about, and how it goes on. */
export type Round = Pick<RoundInput, 'asks' | 'postponeUntil' | 'remindAfterDays'>;

export async function decideRound(
  { store, clock, calendar, checkInDays, restDays }: Context,
  { stored, figures, people, arrangements }: Responsibilities,
  round: Round,
): Promise<OpenedCheckIns> {
  const unclosed = await store.listUnclosedCheckIns(stored.id);
  const now = clock.now();
  const among = (known: readonly CheckIn[]) =>
    openCheckIns({
      figures,
      people,
      arrangements,
      calendar,
      known,
      lastSequence: stored.lastSequence,
      now,
      daysOpen: checkInDays,
      restDays,
      ...round,
    });
  const decided = among(unclosed);
  const found = await Promise.all(decided.opened.map(({ id }) => store.findCheckIn(id)));
  const taken = found.filter((each) => each !== undefined);
  return taken.length === 0 ? decided : among([...unclosed, ...taken]);
}

/** @param lateOf the instant for which a check-in that comes late was planned; null of one in time */
export const changesOf = (
  decided: OpenedCheckIns,
  today: IsoDate,
  actor: Actor,
  lateOf: (checkIn: CheckIn) => string | null,
): Required<Pick<Commit, 'openedCheckIns' | 'closedCheckIns' | 'outbox' | 'audit'>> => ({
  openedCheckIns: decided.opened,
  closedCheckIns: decided.closed.map(({ id }) => ({ id, closedOn: today })),
  outbox: () => messagesOf(decided, lateOf),
  audit: decided.opened.map((each) => openedEntry(each, actor)),
});

export const openedEntry = ({ openedOn, closesOn, items }: CheckIn, actor: Actor): NewAuditEntry => ({
  kind: 'CHECK_IN_OPENED',
  actor: actor.key,
  body: { openedOn, closesOn, items },
});

const messagesOf = (
  { opened, closed }: OpenedCheckIns,
  lateOf: (checkIn: CheckIn) => string | null,
): readonly NewOutboxMessage[] => [
  ...closed.filter((each) => !waitsToAsk(each)).flatMap((each) => redrawCheckIn(each, 'closed')),
  ...opened.filter((each) => !waitsToAsk(each)).map((each) => questionOf(each, lateOf(each))),
];

function questionOf(checkIn: CheckIn, late: string | null): NewOutboxMessage {
  const { id, person } = checkIn;
  return {
    key: checkInKey(id),
    destination: { kind: 'PERSON', person },
    notice: { kind: 'CHECK_IN', checkInId: id, ...(late === null ? {} : { late }) },
  };
}
