import type { CheckIn } from '../../domain/check-in.ts';
import { accepted, type Result } from '../../domain/refusal.ts';
import { findItemLine } from '../../services/find-item-line.ts';
import type { CheckInLine } from '../../services/read-check-in.ts';
import type { ReportForm } from '../blocks/report-form.ts';
import type { Environment } from '../environment.ts';
import { type Caller, identify } from '../identify.ts';
import { findOwnCheckIn } from './find-own-check-in.ts';

/** What a form is about as it stands now, for the one person who may answer it. */
export type FormSubject = {
  readonly caller: Caller;
  /** Null for an item outside of any check-in. */
  readonly checkIn: CheckIn | null;
  readonly year: number;
  readonly lines: readonly CheckInLine[];
};

/** Refused: UNKNOWN_PERSON, NOT_YOUR_CHECK_IN; of an item outside of any check-in, what `findItemLine` refuses. */
export async function findFormSubject(
  environment: Environment,
  slackUser: string,
  { checkInId, lines: [first], year }: ReportForm,
): Promise<Result<FormSubject>> {
  if (checkInId !== null) {
    const own = await findOwnCheckIn(environment, slackUser, checkInId);
    if (!own.ok) return own;
    const { caller, state } = own.value;
    return accepted({ caller, checkIn: state.checkIn, year: state.year, lines: state.lines });
  }
  const caller = await identify(environment, slackUser);
  if (!caller.ok) return caller;
  const code = first?.item ?? '';
  const found = await findItemLine(environment.context, caller.value.actor, { code, year });
  if (!found.ok) return found;
  const { line } = found.value;
  return accepted({ caller: caller.value, checkIn: null, year, lines: [line] });
}
