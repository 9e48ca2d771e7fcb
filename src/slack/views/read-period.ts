import { type IsoDate, parseIsoDate } from '../../domain/dates.ts';
import { FROM_FIELD, UNTIL_FIELD } from '../blocks/home-modals.ts';
import type { Voice } from '../blocks/voice.ts';
import { fieldText } from './field-errors.ts';
import type { Submission } from './submission.ts';

/** Both days included; the last is not before the first. */
export type Period = { readonly from: IsoDate; readonly until: IsoDate };

/** The two days chosen in a form, or what is wrong with them, by field. */
export function readPeriod(
  { values }: Pick<Submission, 'values'>,
  voice: Voice,
): Period | { readonly errors: Readonly<Record<string, string>> } {
  const given = (field: string) => values[field]?.[field]?.selected_date ?? '';
  const missing = (field: string) => ({
    errors: { [field]: fieldText({ code: 'DATE_INVALID', given: given(field) }, voice) },
  });
  const from = parseIsoDate(given(FROM_FIELD));
  const until = parseIsoDate(given(UNTIL_FIELD));
  if (from === undefined) return missing(FROM_FIELD);
  if (until === undefined) return missing(UNTIL_FIELD);
  return until < from ? { errors: { [UNTIL_FIELD]: voice.t.homePeriodReversed } } : { from, until };
}
