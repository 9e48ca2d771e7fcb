/** How an input names a check-in. */
import { parseIsoDate } from '../../../domain/dates.ts';
import type { CheckInActedOn } from '../../../services/find-check-in-acted-on.ts';
import { fieldByCode } from '../../mutate-once.ts';
import { parseNodeId } from '../../node-id.ts';
import type { InputFields } from './input-fields.ts';

export const checkInField = (t: InputFields) =>
  t.id({
    description:
      'The `id` of the check-in, as `checkIns` lists it; without it, the latest that takes answers of whoever it is for.',
  });

type Named = {
  readonly checkIn?: string | null | undefined;
  readonly onBehalfOf?: string | null | undefined;
};

/** What names none names one that there is not. */
export function namedCheckIn({ checkIn, onBehalfOf }: Named): CheckInActedOn {
  if ((checkIn ?? null) === null) return { named: null, onBehalfOf: onBehalfOf ?? null };
  const id = parseNodeId(checkIn ?? '');
  const key = id?.type === 'CheckIn' ? id.key : '';
  const openedOn = parseIsoDate(key.slice(0, 10));
  const named =
    id && openedOn ? { year: id.year, openedOn, handle: key.slice(11) } : { given: checkIn ?? '' };
  return { named, onBehalfOf: onBehalfOf ?? null };
}

export const checkInFieldAtFault = fieldByCode({
  UNKNOWN_CHECK_IN: 'checkIn',
  NOT_YOUR_CHECK_IN: 'checkIn',
  CHECK_IN_CLOSED: 'checkIn',
  PERSON_EXPECTED: 'onBehalfOf',
  ROLE_MAY_NOT: 'onBehalfOf',
  UNKNOWN_COLLEAGUE: 'onBehalfOf',
  NOT_YOUR_PEOPLE: 'onBehalfOf',
});
