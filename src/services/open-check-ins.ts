import { type Actor, may } from '../domain/actor.ts';
import {
  type CheckIn,
  checkInId,
  checkInKey,
  openCheckIns as decideCheckIns,
  type OpenedCheckIns,
} from '../domain/check-in.ts';
import type { Person } from '../domain/directory.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { CURRENT, loadFigures } from './load-figures.ts';
import { untilCommitted } from './until-committed.ts';

/**
 * Asks everybody who answers for something open, with one message each; earlier check-ins of the same people
 * close. Who was asked today already is not asked twice, whoever asks and from whichever process. Refused: ROLE_MAY_NOT, NO_PLAN, NOBODY_TO_ASK.
 */
export async function openCheckIns(context: Context, actor: Actor): Promise<Result<OpenedCheckIns>> {
  if (!may(actor, 'ASK_CHECK_INS')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ASK_CHECK_INS' });
  }
  return untilCommitted(() => attempt(context, actor));
}

async function attempt(context: Context, actor: Actor): Promise<Result<OpenedCheckIns> | 'CONFLICT'> {
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const { stored, figures } = loaded.value;
  const people = await context.store.listPeople();
  const decided = decideCheckIns({
    figures,
    people,
    known: await knownCheckIns(context, stored.id, figures, people),
    lastSequence: stored.lastSequence,
    daysOpen: context.checkInDays,
  });
  if (decided.opened.length + decided.askedToday.length === 0) return refused({ code: 'NOBODY_TO_ASK' });
  if (decided.opened.length === 0) return accepted(decided);
  const today = context.clock.today();
  const result = await context.store.commit({
    planId: stored.id,
    revision: stored.revision,
    lastSequence: stored.lastSequence,
    recordedAt: context.clock.now().toISOString(),
    // The ids say who was asked on which day: another round that asks any of them first is a conflict, and the
    // next attempt finds those people asked.
    inbox: null,
    reports: [],
    measurements: [],
    openedCheckIns: decided.opened,
    closedCheckIns: decided.closed.map((each) => ({ id: each.id, closedOn: today })),
    summaries: [],
    outbox: () => [
      ...decided.closed.map((each) => ({
        key: `check-in-refresh-${each.id}-closed`,
        destination: { kind: 'PERSON', person: each.person } as const,
        notice: { kind: 'CHECK_IN_REFRESH', checkInId: each.id } as const,
      })),
      ...decided.opened.map((each) => ({
        key: checkInKey(each.id),
        destination: { kind: 'PERSON', person: each.person } as const,
        notice: { kind: 'CHECK_IN', checkInId: each.id } as const,
      })),
    ],
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

async function knownCheckIns(
  { store }: Context,
  planId: number,
  { plan, day }: PlanFigures,
  people: readonly Person[],
): Promise<readonly CheckIn[]> {
  const unclosed = await store.listUnclosedCheckIns(planId);
  const today = await Promise.all(
    people.map((person) => store.findCheckIn(checkInId(plan.year, day, person))),
  );
  const others = today.filter((each) => each !== undefined && !unclosed.some(({ id }) => id === each.id));
  return [...unclosed, ...others.filter((each) => each !== undefined)];
}
