import { setHoursAndTimeZone } from '../../services/change-settings.ts';
import type { FieldValue } from '../actions/press.ts';
import {
  HOURS_FIELD,
  HOURS_FROM_FIELD,
  HOURS_TO_FIELD,
  OWN_HOURS,
  readHomeForm,
  ZONE_FIELD,
  ZONE_OF_SLACK,
} from '../blocks/home-modals.ts';
import type { Environment } from '../environment.ts';
import { refreshHome } from '../home/publish-home.ts';
import { identify } from '../identify.ts';
import { refuseAt } from './field-errors.ts';
import { CLOSE, type Submission, type ViewAnswer } from './submission.ts';

/** Sets one's own hours and time zone. */
export async function submitSettings(environment: Environment, submission: Submission): Promise<ViewAnswer> {
  const { context, voice } = environment;
  const { home: page } = readHomeForm(submission.privateMetadata);
  const caller = await identify(environment, submission.user);
  if (!caller.ok) return refuseAt(HOURS_FIELD, caller.refusal, voice);
  const { actor } = caller.value;
  const field = (id: string): FieldValue => submission.values[id]?.[id] ?? {};
  const own = field(HOURS_FIELD).selected_option?.value === OWN_HOURS;
  const hours = own
    ? { from: field(HOURS_FROM_FIELD).selected_time ?? '', to: endOf(field(HOURS_TO_FIELD).selected_time) }
    : null;
  const zone = field(ZONE_FIELD).selected_option?.value ?? ZONE_OF_SLACK;
  const timeZone = zone === ZONE_OF_SLACK ? null : zone;
  const wanted = { hours, timeZone };
  const inbox = { key: `slack/view/${submission.id}`, fingerprint: JSON.stringify(wanted) };
  const set = await setHoursAndTimeZone(context, actor, wanted, inbox);
  if (!set.ok) {
    const { code } = set.refusal;
    if (code === 'TIME_ZONE_INVALID') return refuseAt(ZONE_FIELD, set.refusal, voice);
    return refuseAt(own ? HOURS_TO_FIELD : HOURS_FIELD, set.refusal, voice);
  }
  await refreshHome(environment, { user: submission.user, page, hash: null });
  return CLOSE;
}

/** A picker knows no midnight at the end of a day: its last minute stands for it. */
const endOf = (time: string | null | undefined): string => (time === '23:59' ? '24:00' : (time ?? ''));
