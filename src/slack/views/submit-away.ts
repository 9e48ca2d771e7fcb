import { setAway } from '../../services/change-settings.ts';
import { FROM_FIELD, readHomeForm, UNTIL_FIELD } from '../blocks/home-modals.ts';
import type { Environment } from '../environment.ts';
import { refreshHome } from '../home/publish-home.ts';
import { identify } from '../identify.ts';
import { refuseAt } from './field-errors.ts';
import { readPeriod } from './read-period.ts';
import { CLOSE, type Submission, type ViewAnswer } from './submission.ts';

/** Sets an absence: one's own, or of somebody for whom one arranges. */
export async function submitAway(environment: Environment, submission: Submission): Promise<ViewAnswer> {
  const { context, voice } = environment;
  const { home: page, about: person } = readHomeForm(submission.privateMetadata);
  const caller = await identify(environment, submission.user);
  if (!caller.ok) return refuseAt(FROM_FIELD, caller.refusal, voice);
  const period = readPeriod(submission, voice);
  if ('errors' in period) return { kind: 'ERRORS', errors: period.errors };
  const inbox = { key: `slack/view/${submission.id}`, fingerprint: JSON.stringify({ person, ...period }) };
  const set = await setAway(context, caller.value.actor, person, period, inbox);
  if (!set.ok) return refuseAt(UNTIL_FIELD, set.refusal, voice);
  await refreshHome(environment, { user: submission.user, page, hash: null });
  return CLOSE;
}
