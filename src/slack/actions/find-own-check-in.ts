import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { type CheckInLine, type CheckInState, readCheckIn } from '../../services/read-check-in.ts';
import type { Environment } from '../environment.ts';
import { type Caller, identify } from '../identify.ts';

export type OwnCheckIn = { readonly caller: Caller; readonly state: CheckInState };

/** The check-in, for the one person it was sent to. Refused: UNKNOWN_PERSON, NOT_YOUR_CHECK_IN. */
export async function findOwnCheckIn(
  environment: Environment,
  slackUser: string,
  checkInId: string,
): Promise<Result<OwnCheckIn>> {
  const caller = await identify(environment, slackUser);
  if (!caller.ok) return caller;
  const state = await readCheckIn(environment.context, checkInId);
  if (!state || state.checkIn.person !== caller.value.person.key) {
    return refused({ code: 'NOT_YOUR_CHECK_IN' });
  }
  return accepted({ caller: caller.value, state });
}

/** The same while it takes answers. Refused too: CHECK_IN_CLOSED. */
export async function findOpenCheckIn(
  environment: Environment,
  slackUser: string,
  checkInId: string,
): Promise<Result<OwnCheckIn>> {
  const own = await findOwnCheckIn(environment, slackUser, checkInId);
  const closedOn = own.ok ? own.value.state.closedSince : null;
  return closedOn === null ? own : refused({ code: 'CHECK_IN_CLOSED', closedOn });
}

/** Refused: UNKNOWN_CODE for an item that the plan in force does not hold any more. */
export function findLine({ lines }: CheckInState, item: string): Result<CheckInLine> {
  const line = lines.find((each) => each.item === item);
  return line ? accepted(line) : refused({ code: 'UNKNOWN_CODE', given: item, near: [] });
}
