import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import { apiRefusalText } from '../../messages/api-refusals.ts';
import type { Language } from '../../messages/language.ts';
import { builder } from '../builder.ts';

/** Every code of the product: an edge added later must not make one unspeakable here. */
const REFUSAL_CODES: Readonly<Record<RefusalCode, { readonly description: string }>> = {
  NO_PLAN: { description: 'No plan of that year, or none at all.' },
  NO_BASELINE: { description: 'The plan has no baseline of that number.' },
  UNKNOWN_CODE: { description: 'No baseline of the plan has that code.' },
  NOT_IN_BASELINE: { description: 'The code belongs to another baseline.' },
  NOT_A_PHASE: { description: 'A phase was expected, a goal was given.' },
  NOT_A_GOAL: { description: 'A goal was expected, a phase was given.' },
  MEASURED_BY_FIGURES: { description: 'The goal is measured by figures: it has measurements, no reports.' },
  NOT_MEASURED_BY_FIGURES: { description: 'The goal is measured by its schedule.' },
  NOT_YOURS: { description: 'Other structures answer for it.' },
  ROLE_MAY_NOT: { description: 'The role of whoever asks does not allow it.' },
  UNKNOWN_PERSON: { description: 'Not in the directory.' },
  NOTHING_SAID: { description: 'No figure and no block was given.' },
  BLOCK_REASON_MISSING: { description: 'A block was given without its reason.' },
  NOT_UNDERSTOOD: { description: 'What was given makes no figure; it is never guessed.' },
  MISSING_CODE: { description: 'A figure was given without the code of its item.' },
  SEVERAL_FIGURES: { description: 'More than one figure was given.' },
  ONE_FIGURE_EXPECTED: {
    description: 'Exactly one of percent, units and done, or the reason of a block, alone or beside it.',
  },
  NUMBER_INVALID: { description: 'Not a number of at most 15 digits and 6 decimals.' },
  NUMBER_DOUBTFUL: { description: 'Thousands in one language, decimals in the other.' },
  PERCENT_OUT_OF_RANGE: { description: 'A percentage is from 0 to 100.' },
  PERCENT_TOO_PRECISE: { description: 'A percentage has at most 2 decimals.' },
  UNITS_INVALID: { description: 'A count is an integer from 0.' },
  UNITS_NOT_COUNTED: { description: 'The phase does not count units.' },
  NOTHING_TO_REPEAT: { description: 'Nothing was ever said of it.' },
  PERCENT_NOT_WHOLE_UNITS: {
    description: 'The phase counts units, and that percentage is not a whole count.',
  },
  RATIO_EXPECTED: { description: 'The indicator takes numerator and denominator.' },
  VALUE_EXPECTED: { description: 'The indicator takes one value.' },
  INDICATOR_NOT_BLOCKED: { description: 'A goal measured by figures cannot be blocked.' },
  DENOMINATOR_NOT_POSITIVE: { description: 'The denominator must be greater than 0.' },
  NEGATIVE_FIGURE: { description: 'A figure cannot be negative.' },
  DATE_INVALID: { description: 'Not a day that exists.' },
  DATE_IN_FUTURE: { description: 'The day lies ahead of today.' },
  DATE_BEFORE_PLAN: { description: 'The day is before the plan’s year.' },
  TEXT_TOO_LONG: { description: 'A text exceeds its limit.' },
  LINK_INVALID: { description: 'Not an http or https address.' },
  CHECK_IN_CLOSED: { description: 'The check-in takes no more answers.' },
  NOT_YOUR_CHECK_IN: { description: 'The check-in was sent to somebody else.' },
  NOBODY_TO_ASK: { description: 'Nobody has anything open to answer for.' },
  IDEMPOTENCY_KEY_INVALID: { description: 'A key has 1 to 200 characters.' },
  IDEMPOTENCY_KEY_REUSED: { description: 'The key belongs to a request that said something else.' },
  ALREADY_SUBMITTED: { description: 'The same form, pressed again with other values.' },
  DAY_NOT_MOVABLE: { description: 'The day is the real one, or fixed by configuration.' },
  UNKNOWN_COLLEAGUE: { description: 'Whoever was named is not in the directory.' },
  NOT_YOUR_PEOPLE: { description: 'Whoever was named works in structures of others.' },
  NOT_IN_STRUCTURE: { description: 'Whoever was named works in no structure of the item.' },
  CANNOT_TAKE_OVER: { description: 'Whoever was named cannot take the item over.' },
  NOT_DELEGATED: { description: 'No delegation of the item is in force.' },
  NOT_ASSIGNED: { description: 'The item is not assigned to that person.' },
  DATE_IN_PAST: { description: 'The day has passed.' },
  DATE_TOO_FAR: { description: 'The day lies too far ahead.' },
  HOURS_INVALID: { description: 'Not a span of hours of one day.' },
  TIME_ZONE_INVALID: { description: 'Not an IANA time zone.' },
  PERIOD_INVALID: { description: 'Not a number of days or weeks.' },
  ABSENCE_STANDS: { description: 'Another absence is set, apart from the one given.' },
  SNOOZE_AFTER_CLOSE: { description: 'The day lies after the last one on which the check-in takes answers.' },
  SKIP_REASON_MISSING: { description: 'A check-in is left out only with a reason.' },
  UNKNOWN_STRUCTURE: { description: 'The plan has no structure of that code.' },
  UNKNOWN_CHANNEL: { description: 'The workspace has no such channel that the app can see.' },
  UNKNOWN_GROUP: { description: 'The workspace has no such group, or nobody is in it.' },
  UNKNOWN_CHECK_IN: { description: 'No check-in has that id.' },
  UNKNOWN_MESSAGE: { description: 'No undelivered message has that number.' },
  UNKNOWN_KEY: { description: 'No API key has that id.' },
  KEY_NAME_INVALID: { description: 'The name of a key is missing or too long.' },
  KEY_SCOPES_INVALID: { description: 'A key has one or more of the known scopes.' },
  KEY_STRUCTURES_MISSING: { description: 'A key that reports names its structures.' },
  KEY_STRUCTURES_UNUSED: { description: 'A key that administers has no structures.' },
  PERSON_EXPECTED: { description: 'A key acts for a person, and none was named.' },
  NEWCOMER_INVALID: { description: 'Somebody new without name, title or e-mail address.' },
  UNKNOWN_REPORT: { description: 'No report or measurement has that sequence.' },
  SAID_MEANWHILE: { description: 'Something newer was said of the item; nothing was recorded.' },
  BULK_SIZE_INVALID: { description: 'None, or more than one request may hold.' },
  RANGE_INVALID: { description: 'The first day is later than the last.' },
  RANGE_TOO_LONG: { description: 'More points than one series may hold.' },
  NOT_YOUR_SCHEDULE: {
    description: 'The schedule is changed by the planning office, or by the structure’s head.',
  },
  UNKNOWN_SCHEDULE_ENTRY: { description: 'Neither a structure nor anything that a schedule sets.' },
  SCHEDULE_UNCLEAR: { description: 'Not a rule of that kind; the message says what is accepted.' },
  NOT_OF_STRUCTURE: { description: 'It is of the whole plan: no structure has a rule of its own.' },
  USAGE: { description: 'What was typed does not fit; the message says how it is written.' },
};

export const RefusalCodeType = builder.enumType('RefusalCode', {
  description: 'What the product refuses, expected and by name.',
  values: REFUSAL_CODES,
});

export type RefusedView = {
  readonly code: RefusalCode;
  readonly message: string;
  readonly messageIt: string;
  readonly messageEn: string;
  readonly field: string | null;
};

export const refusedView = (refusal: Refusal, field: string | null, language: Language): RefusedView => ({
  code: refusal.code,
  message: apiRefusalText(refusal, language),
  messageIt: apiRefusalText(refusal, 'it'),
  messageEn: apiRefusalText(refusal, 'en'),
  field,
});

export const RefusedResultType = builder.objectRef<RefusedView>('RefusedResult').implement({
  description: 'What was asked was refused and nothing changed; the message says what is accepted.',
  fields: (t) => ({
    code: t.expose('code', { type: RefusalCodeType, description: 'For programs.' }),
    message: t.exposeString('message', { description: 'For people, in the configured language.' }),
    messageIt: t.exposeString('messageIt', { description: 'For people, in Italian.' }),
    messageEn: t.exposeString('messageEn', { description: 'For people, in English.' }),
    field: t.exposeString('field', {
      nullable: true,
      description:
        'The field of the input at fault, as a path from it: `percent`, `statements.3.percent`; null where it is no single one.',
    }),
  }),
});
