/** Refusals as the API words them in English; `api-refusal-it.ts` says why some have a wording of their own. */
import { KEY_SCOPES } from '../domain/api-key.ts';
import { PLACES } from '../domain/places.ts';
import type { ScheduleExpectation } from '../domain/refusal.ts';
import type { ApiWording } from './api-refusal-it.ts';
import { brief, list } from './brief.ts';
import { formatDay, formatNumber } from './format.ts';
import { scheduleEn } from './schedule-en.ts';

const SCHEDULE_EXPECTS: Readonly<Record<ScheduleExpectation, string>> = {
  WEEK: 'Give “weekday”, from 1 (Monday) to 5 (Friday), “time”, or both',
  MONTH: 'Give “dayOfMonth”, from 1 to 28, “time”, or both',
  QUARTER: 'Give “dayOfMonth”, from 1 to 28, of the month after the quarter, “time”, or both',
  YEAR: 'Give “days”, one or more of MM-DD that exist every year (such as "06-30"), “time”, or both',
  TIME: '“time” is from "00:00" to "23:59"',
  WORKING_WEEKDAY: '“weekday” is from 1 (Monday) to 5 (Friday): nobody is written to at the weekend',
  CADENCE: 'Give “nearDays”, from 0 to 180, “everyWeeks”, from 1 to 13, or both',
  PLACE: `“town” is one of these: ${list(PLACES)}; without it national holidays alone count`,
};

export const apiRefusalEn: ApiWording = {
  NO_PLAN: ({ year, years }) =>
    years.length === 0
      ? 'No plan has been imported yet: importFile does so.'
      : `There is no plan for ${year}. Years available: ${list(years)}.`,
  UNKNOWN_CODE: ({ given, near }) =>
    `There is no code “${brief(given)}”. Codes are such as 3 of an area, 1.4 of a goal, 1.1.3 of a phase.${near.length > 0 ? ` Perhaps: ${list(near)}.` : ''}`,
  NOT_IN_BASELINE: ({ item, baseline, change, readableIn }) => {
    const where = `It can still be read with the argument baseline: ${readableIn}`;
    if (change?.kind === 'MERGE') {
      return `${item} was merged into ${change.into} by baseline ${baseline}. ${where}. Motivation: ${change.motivation}`;
    }
    return change
      ? `${item} was eliminated by baseline ${baseline}. ${where}. Motivation: ${change.motivation}`
      : `${item} is not part of baseline ${baseline}. ${where}.`;
  },
  NOT_A_PHASE: ({ goal, phases }) =>
    phases.length === 0
      ? `${goal} is a goal without known phases: ask for it by goal(code: "${goal}").`
      : `${goal} is a goal, asked for by goal(code: "${goal}"): give one of its phases here (${list(phases)}).`,
  NOT_A_GOAL: ({ phase, goal }) =>
    `${phase} is a phase of goal ${goal}, asked for by phase(code: "${phase}"): give the goal here, "${goal}".`,
  MEASURED_BY_FIGURES: ({ goal }) =>
    `Goal ${goal} is measured by figures: it has no status reports, but measurements, asked for by “measurements”.`,
  NOTHING_SAID: ({ item }) =>
    `The figure${item === null ? '' : ` for ${item}`} is missing. Of a phase give “percent”, “units” or “done”, or “blockedBecause”; of an indicator “numerator” and “denominator”, or “value”.`,
  BLOCK_REASON_MISSING: ({ item }) =>
    `The reason why ${item} is blocked is missing: “blockedBecause” cannot be empty.`,
  NOT_UNDERSTOOD: ({ given }) =>
    `It is not clear what to record (${brief(given)}): “numerator” and “denominator” go together.`,
  MISSING_CODE: ({ given }) => `The code that “${brief(given)}” is about is missing.`,
  SEVERAL_FIGURES: ({ figures }) =>
    `There are several figures (${list(figures)}): give “numerator” and “denominator”, or “value”.`,
  NUMBER_INVALID: ({ given }) =>
    `“${brief(given)}” is not a valid number: at most 15 digits are accepted, 6 of them decimals.`,
  UNITS_INVALID: ({ given, unit, target }) =>
    `“${brief(given)}” does not fit this phase, which counts ${unit}: “units” is a whole number from 0 up (target ${formatNumber(target, 'en')}).`,
  UNITS_NOT_COUNTED: ({ item, given }) =>
    `${item} is reported as a percentage and counts no units (“${brief(given)}”): give “percent”.`,
  NOTHING_TO_REPEAT: ({ item }) =>
    `Nothing was ever reported of ${item}: there is no value to confirm, give the figure.`,
  PERCENT_NOT_WHOLE_UNITS: ({ item, unit, target }) =>
    `${item} counts ${unit} (target ${formatNumber(target, 'en')}), and that percentage is no whole number of them: give “units”.`,
  RATIO_EXPECTED: ({ goal, indicator }) =>
    `The indicator of ${goal} (“${indicator}”) is given as “numerator” and “denominator”.`,
  VALUE_EXPECTED: ({ goal, indicator, unit }) =>
    `The indicator of ${goal} (“${indicator}”) is given as “value”, in ${unit}.`,
  INDICATOR_NOT_BLOCKED: ({ goal }) =>
    `${goal} is measured by figures and cannot be blocked: give the figure, with the reason in “note”.`,
  DATE_INVALID: ({ given }) =>
    `“${brief(given)}” is not a valid day: it is written YYYY-MM-DD, as in "2020-09-30".`,
  CHECK_IN_CLOSED: ({ closedOn }) =>
    `This check-in was closed on ${formatDay(closedOn)} and takes no more answers. To report now, use reportStatus, or recordMeasurement.`,
  ALREADY_SUBMITTED: () =>
    'The same request was recorded already, with other values: a new one needs a new idempotency key.',
  UNKNOWN_COLLEAGUE: ({ given }) =>
    `“${brief(given)}” is not in the directory: give the e-mail address, or the key of the directory. changeMembers adds who is missing.`,
  NOT_IN_STRUCTURE: ({ person, item, structures }) =>
    `${brief(person)} does not work in a structure that answers for ${item} (${list(structures)}): changeMembers adds them.`,
  HOURS_INVALID: ({ given }) =>
    `“${brief(given)}” is not a span of hours: “from” and “to” are written HH:MM, the end after the start.`,
  TIME_ZONE_INVALID: ({ given }) =>
    `“${brief(given)}” is not a time zone: give an IANA name, such as "Europe/Rome".`,
  PERIOD_INVALID: ({ given }) =>
    `“${brief(given)}” is not a period: it begins before it ends, or on the same day, and lasts 366 days at most; in hours, 1 or more.`,
  ABSENCE_STANDS: ({ from, until }) =>
    `An absence is set already, from ${formatDay(from)} to ${formatDay(until)}, and only one is kept. Give a period that touches it, and the two are joined; or end it first, by endAbsence.`,
  UNKNOWN_CHANNEL: ({ given }) =>
    `“${brief(given)}” is no name of a channel: give a public channel to which the app was invited, in small letters, digits, “-” and “_”, as "osru".`,
  UNKNOWN_GROUP: ({ given }) => `The group “${brief(given)}” cannot be found or has no members.`,
  UNKNOWN_MESSAGE: ({ given }) =>
    `No undelivered message has the number “${brief(given)}”: “outbox” lists them.`,
  UNKNOWN_KEY: ({ given }) => `There is no key “${brief(given)}”: “apiKeys” lists them.`,
  KEY_SCOPES_INVALID: ({ given }) => {
    const accepted = `Accepted: ${list(KEY_SCOPES.map((scope) => scope.toUpperCase()))}; at least one other than INTROSPECT`;
    return given === ''
      ? `What the key allows is missing. ${accepted}.`
      : `“${brief(given)}” is no scope. ${accepted}.`;
  },
  NOT_YOUR_SCHEDULE: ({ structure, own }) => {
    if (structure !== null) {
      return `The schedule of ${structure} is changed by whoever heads it, or by the planning office.`;
    }
    return `The schedule of the plan is changed by the planning office alone.${own.length === 0 ? '' : ` Of the structures that you head, give the code in “structure”: ${list(own)}.`}`;
  },
  SCHEDULE_UNCLEAR: ({ given, expects }) =>
    given === ''
      ? `${SCHEDULE_EXPECTS[expects]}.`
      : `“${brief(given)}” is not accepted. ${SCHEDULE_EXPECTS[expects]}.`,
  NOT_OF_STRUCTURE: ({ kind, structure }) =>
    `The ${scheduleEn.names[kind]} is of the whole plan, not of ${structure} alone: leave “structure” out.`,
};
