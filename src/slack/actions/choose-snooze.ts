import { addDays } from '../../domain/dates.ts';
import { snoozeCheckIn } from '../../services/snooze-check-in.ts';
import { SNOOZES } from '../blocks/check-in-controls.ts';
import type { Environment } from '../environment.ts';
import { findOwnCheckIn } from './find-own-check-in.ts';
import { openSnoozeModal } from './open-check-in-modals.ts';
import type { Press } from './press.ts';
import { tellRefused } from './tell-refused.ts';

/** A choice in the snooze menu: snoozes at once, or asks until which day. */
export async function chooseSnooze(environment: Environment, press: Press): Promise<void> {
  const slash = press.value.indexOf('/');
  const snooze = SNOOZES.find((each) => each === press.value.slice(0, slash));
  const checkInId = press.value.slice(slash + 1);
  if (snooze === undefined) return;
  if (snooze === 'DAY') return openSnoozeModal(environment, press, checkInId);
  const { context } = environment;
  const own = await findOwnCheckIn(environment, press.user, checkInId);
  if (!own.ok) return tellRefused(environment, press, own.refusal);
  const until =
    snooze === 'HOUR'
      ? ({ kind: 'HOURS', hours: 1 } as const)
      : ({ kind: 'DAY', day: addDays(context.clock.today(), 1) } as const);
  const done = await snoozeCheckIn(context, own.value.caller.actor, checkInId, until, {
    key: `slack/check-in/${checkInId}/snooze/${press.actionTs || press.triggerId}`,
    fingerprint: snooze,
  });
  if (!done.ok) await tellRefused(environment, press, done.refusal);
}
