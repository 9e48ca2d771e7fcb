import type { RefusalCode } from '../../domain/refusal.ts';
import { delegateItem } from '../../services/delegate-item.ts';
import { COLLEAGUE_FIELD, FROM_FIELD, readHomeForm, UNTIL_FIELD } from '../blocks/home-modals.ts';
import type { Environment } from '../environment.ts';
import { findPeople } from '../find-colleagues.ts';
import { refreshHome } from '../home/publish-home.ts';
import { identify } from '../identify.ts';
import { refuseAt } from './field-errors.ts';
import { readPeriod } from './read-period.ts';
import { CLOSE, type Submission, type ViewAnswer } from './submission.ts';

/** Leaves the item that the form is about to the colleague chosen. */
export async function submitDelegation(
  environment: Environment,
  submission: Submission,
): Promise<ViewAnswer> {
  const { context, voice } = environment;
  const { home: page, about: item } = readHomeForm(submission.privateMetadata);
  const caller = await identify(environment, submission.user);
  if (!caller.ok) return refuseAt(COLLEAGUE_FIELD, caller.refusal, voice);
  const id = submission.values[COLLEAGUE_FIELD]?.[COLLEAGUE_FIELD]?.selected_user ?? '';
  const found = await findPeople(environment, [{ kind: 'USER', id, given: `@${id}` }]);
  if (!found.ok) return refuseAt(COLLEAGUE_FIELD, found.refusal, voice);
  const period = readPeriod(submission, voice);
  if ('errors' in period) return { kind: 'ERRORS', errors: period.errors };
  const [to] = found.value;
  const request = { item, from: null, to: to?.key ?? '', startsOn: period.from, endsOn: period.until };
  const inbox = { key: `slack/view/${submission.id}`, fingerprint: JSON.stringify(request) };
  const done = await delegateItem(context, caller.value.actor, request, inbox);
  if (!done.ok) return refuseAt(fieldOf(done.refusal.code), done.refusal, voice);
  await refreshHome(environment, { user: submission.user, page, hash: null });
  return CLOSE;
}

function fieldOf(code: RefusalCode): string {
  switch (code) {
    case 'DATE_IN_PAST':
      return FROM_FIELD;
    case 'DATE_TOO_FAR':
    case 'PERIOD_INVALID':
      return UNTIL_FIELD;
    default:
      return COLLEAGUE_FIELD;
  }
}
