import { PLACES } from '../domain/places.ts';
import type { Refusal, ScheduleExpectation } from '../domain/refusal.ts';
import { brief, list } from './brief.ts';
import { formatDay, formatNumber } from './format.ts';
import { scheduleEn } from './schedule-en.ts';

const ROLES = {
  READER: 'programs that only read',
  STAFF: 'staff',
  HEAD: 'heads of structures',
  MANAGER: 'managers, who read',
  PLANNING: 'the planning office',
} as const;

const PERMISSIONS = {
  READ: 'Reading the plan',
  READ_MISSING: 'Seeing who has not answered',
  REPORT_OWN_STRUCTURES: 'Recording status reports and measurements',
  REPORT_ALL: 'Recording for every structure',
  ARRANGE_OWN_STRUCTURES: 'Arranging absences, delegations and assignments of others',
  ADMINISTER: 'Administering people, structures and channels',
  ASK_CHECK_INS: 'Sending check-ins',
  SEND_SUMMARIES: 'Sending summaries and looking after deliveries',
  MOVE_THE_DAY: 'Moving the simulated day',
  IMPORT: 'Importing plans',
  MANAGE_KEYS: 'Making and revoking the keys of programs',
  READ_AUDIT: 'Reading the history of changes',
} as const;

const { CHECK_IN, REMINDER, ESCALATION, STRUCTURE_SUMMARY, CADENCE, PLACE } = scheduleEn.words;
const STRUCTURE_WORDS = [CHECK_IN, REMINDER, ESCALATION, STRUCTURE_SUMMARY, CADENCE, PLACE];

const SCHEDULE_EXPECTS: Readonly<Record<ScheduleExpectation, string>> = {
  WEEK: 'Write a day from Monday to Friday, a time, or both: `monday 9:30`; or `off`, `on`, `default`',
  MONTH: 'Write a day of the month from 1 to 28, a time, or both: `5 9:00`; or `off`, `on`, `default`',
  QUARTER:
    'Write a day from 1 to 28 of the month after the quarter, a time, or both: `10 9:00`; or `off`, `on`, `default`',
  YEAR: 'Write one or more days (day/month) that every year has, a time, or both: `30/06 30/09 18:00`; or `off`, `on`, `default`',
  TIME: 'A time is from 00:00 to 23:59: write, for example, `9:30`',
  WORKING_WEEKDAY: 'Days from Monday to Friday are accepted, because nobody is written to at the weekend',
  CADENCE:
    'Write within how many days of the planned end to ask every week (0 to 180), and every how many weeks otherwise (1 to 13): `30 days 2 weeks`; or `default`',
  PLACE: `Write one of these towns: ${list(PLACES)}; or \`none\``,
};

export function refusalEn(refusal: Refusal): string {
  switch (refusal.code) {
    case 'NO_PLAN':
      if (refusal.years.length === 0) return 'No plan has been imported yet: `arti import FILE`.';
      return `There is no plan for ${refusal.year}. Years available: ${list(refusal.years)}.`;
    case 'NO_BASELINE':
      return `The plan has no baseline ${refusal.given}. Baselines available: ${list(refusal.known)} (0 is the plan as approved).`;
    case 'UNKNOWN_CODE':
      return `There is no “${brief(refusal.given)}”. Write the code of a goal (1.4), of a phase (1.1.3), of a structure (OSRU) or of an area (3).${refusal.near.length > 0 ? ` Perhaps: ${list(refusal.near)}.` : ''}`;
    case 'NOT_IN_BASELINE':
      return notInBaseline(refusal);
    case 'NOT_A_PHASE':
      if (refusal.phases.length === 0) return `Goal ${refusal.goal} has no known phases to report on.`;
      return `${refusal.goal} is a goal: report on one of its phases (${list(refusal.phases)}), for example \`${refusal.phases[0]} 60%\`.`;
    case 'NOT_A_GOAL':
      return `${refusal.phase} is a phase of goal ${refusal.goal}: give the goal here, ${refusal.goal}.`;
    case 'MEASURED_BY_FIGURES':
      return `Goal ${refusal.goal} is measured by figures: it has no status reports, but measurements.`;
    case 'NOT_MEASURED_BY_FIGURES':
      return `${refusal.item} is not measured by figures. Goals that are: ${list(refusal.goals)}.`;
    case 'NOT_YOURS':
      return `${refusal.item} is answered for by ${list(refusal.structures)}: somebody who works there may update it, or the planning office.`;
    case 'ROLE_MAY_NOT':
      return `${PERMISSIONS[refusal.permission]} is not open to your role (${ROLES[refusal.role]}). Ask the planning office.`;
    case 'UNKNOWN_PERSON':
      return refusal.contacts.length === 0
        ? 'You are not in the directory of this plan. Ask the planning office to add you.'
        : `You are not in the directory of this plan. Ask: ${list(refusal.contacts)}.`;
    case 'NOTHING_SAID':
      return refusal.item === null
        ? 'There is no figure to record in the message. To report progress, write the code and the figure, for example `1.1.3 60% call published`.'
        : `The figure for ${refusal.item} is missing. For a phase, for example, \`${refusal.item} 60%\`, \`${refusal.item} done\` or \`${refusal.item} blocked: why\`; for an indicator \`${refusal.item} 8006/20015\`.`;
    case 'BLOCK_REASON_MISSING':
      return `The reason why ${refusal.item} is blocked is missing. Write for example \`${refusal.item} blocked: opinion missing\`.`;
    case 'NOT_UNDERSTOOD':
      return `It is not clear what to record in “${brief(refusal.given)}”. Write the code, then the figure: \`1.1.3 60% call published\`, \`1.4.4 6200 colloqui\`, \`3.1 8006/20015\`, \`1.1.5 done on 28/04\`, \`1.1.1 blocked: opinion missing\`.`;
    case 'MISSING_CODE':
      return `The code is missing in “${brief(refusal.given)}”: which item is it about? Write for example \`${refusal.example}\`.`;
    case 'SEVERAL_FIGURES':
      return `There are several figures in “${brief(refusal.given)}” (${list(refusal.figures)}): write one a line. A note that holds numbers goes after a colon: \`1.1.3 60%: 10% of the signatures missing\`.`;
    case 'NUMBER_INVALID':
      if (refusal.given === '') return 'A number is missing: write for example 60, 12.5 or 20,015.';
      return `“${brief(refusal.given)}” is not a valid number. Write for example 60, 12.5 or 20,015 (at most 6 decimals).`;
    case 'NUMBER_DOUBTFUL':
      return `“${refusal.given}” can be read as ${refusal.given.replace('.', '')} or as a decimal: write ${refusal.given.replace('.', '')}, or ${refusal.given}0 if it is a decimal indeed.`;
    case 'PERCENT_OUT_OF_RANGE':
      return `A percentage is between 0 and 100: “${brief(refusal.given)}” is not accepted.`;
    case 'PERCENT_TOO_PRECISE':
      return `A percentage has at most two decimals: “${brief(refusal.given)}” is not accepted.`;
    case 'UNITS_INVALID':
      return `“${brief(refusal.given)}” does not fit this phase, which counts ${refusal.unit}: write a whole number from 0 up (target ${formatNumber(refusal.target, 'en')}), for example \`6200 ${refusal.unit}\`.`;
    case 'UNITS_NOT_COUNTED':
      return `${refusal.item} is reported as a percentage and counts no units (“${brief(refusal.given)}”): write for example \`${refusal.item} 60%\`.`;
    case 'NOTHING_TO_REPEAT':
      return `Nothing was ever reported of ${refusal.item}: there is no value to confirm. Write for example \`${refusal.item} 0%\`.`;
    case 'PERCENT_NOT_WHOLE_UNITS':
      return `${refusal.item} counts ${refusal.unit} (target ${formatNumber(refusal.target, 'en')}): write how many, for example \`${refusal.item} 6200 ${refusal.unit}\`.`;
    case 'ONE_FIGURE_EXPECTED':
      return 'Give one figure and only one (a percentage, a number of units or completion), or the reason of a block, alone or beside it.';
    case 'RATIO_EXPECTED':
      return `The indicator of ${refusal.goal} (“${refusal.indicator}”) is given as numerator and denominator, for example \`${refusal.goal} 8006/20015\`.`;
    case 'VALUE_EXPECTED':
      return `The indicator of ${refusal.goal} (“${refusal.indicator}”) is given as a value in ${refusal.unit}, for example \`${refusal.goal} 120\`.`;
    case 'INDICATOR_NOT_BLOCKED':
      return `${refusal.goal} is measured by figures and cannot be blocked: give the figure, with the reason as a note, for example \`${refusal.goal} 8006/20015: figures of one office missing\`.`;
    case 'DENOMINATOR_NOT_POSITIVE':
      return `The denominator must be greater than 0: “${brief(refusal.given)}” is not accepted.`;
    case 'NEGATIVE_FIGURE':
      return `A figure cannot be negative: “${brief(refusal.given)}” is not accepted.`;
    case 'DATE_INVALID':
      return `“${brief(refusal.given)}” is not a valid day. Write day/month/year, for example 30/09/2020.`;
    case 'DATE_IN_FUTURE':
      return `${formatDay(refusal.given)} is still to come (today is ${formatDay(refusal.today)}): report what has happened.`;
    case 'DATE_BEFORE_PLAN':
      return `${formatDay(refusal.given)} comes before the plan, which starts on ${formatDay(refusal.first)}.`;
    case 'TEXT_TOO_LONG':
      return `The text has ${formatNumber(refusal.length, 'en')} characters: at most ${formatNumber(refusal.limit, 'en')} are accepted.`;
    case 'LINK_INVALID':
      return `“${brief(refusal.given)}” is not a valid address: it must start with https:// or http:// and hold no spaces.`;
    case 'CHECK_IN_CLOSED':
      return `This check-in was closed on ${formatDay(refusal.closedOn)} and takes no more answers. To report now: \`/arti update 1.1.3 60%\`, or a direct message with code and figure.`;
    case 'NOT_YOUR_CHECK_IN':
      return 'This check-in was sent to somebody else: only they can answer it.';
    case 'NOBODY_TO_ASK':
      return 'Nobody has anything open to answer for today.';
    case 'IDEMPOTENCY_KEY_INVALID':
      return `An idempotency key is a text of 1 to ${refusal.limit} characters.`;
    case 'IDEMPOTENCY_KEY_REUSED':
      return `The idempotency key “${refusal.key}” was already used for another request: a new request needs a new key.`;
    case 'ALREADY_SUBMITTED':
      return 'This form was recorded already, with other values. To report again, close it and open it anew.';
    case 'DAY_NOT_MOVABLE':
      return 'The day can be moved in the local workspace only.';
    case 'UNKNOWN_COLLEAGUE':
      return `“${brief(refusal.given)}” is not in the directory. Write @name as in Slack, or the e-mail address; the planning office adds who is missing.`;
    case 'NOT_YOUR_PEOPLE':
      return refusal.structures.length === 0
        ? `${brief(refusal.person)} does not work in a structure that you head: the planning office can do it.`
        : `${brief(refusal.person)} works in ${list(refusal.structures)}: its head can do it, or the planning office.`;
    case 'NOT_IN_STRUCTURE':
      return `${brief(refusal.person)} does not work in a structure that answers for ${refusal.item} (${list(refusal.structures)}). To add them: \`/arti structure ${refusal.structures[0] ?? 'CODE'} add @name\`.`;
    case 'CANNOT_TAKE_OVER':
      return refusal.self
        ? 'Nobody can delegate to themselves: name somebody else.'
        : `${brief(refusal.person)} may only read the plan: name somebody who works on it.`;
    case 'NOT_DELEGATED':
      return `No delegation of ${brief(refusal.item)} is in force.`;
    case 'NOT_ASSIGNED':
      return `${refusal.item} is not assigned to ${brief(refusal.person)}.`;
    case 'DATE_IN_PAST':
      return `${formatDay(refusal.given)} has passed (today is ${formatDay(refusal.today)}): give a day from today on.`;
    case 'DATE_TOO_FAR':
      return `${formatDay(refusal.given)} is too far away: give a day up to ${formatDay(refusal.last)}.`;
    case 'HOURS_INVALID':
      return `“${brief(refusal.given)}” is not a span of hours. Write from-to, for example 8:30-14:00, the end after the start.`;
    case 'TIME_ZONE_INVALID':
      return `“${brief(refusal.given)}” is not a time zone. Write for example Europe/Rome or Atlantic/Azores.`;
    case 'PERIOD_INVALID':
      return `“${brief(refusal.given)}” is not a period. Write a number of days or weeks, from 1 to 366 days, for example 30d or 2w.`;
    case 'ABSENCE_STANDS':
      return `An absence is set already, from ${formatDay(refusal.from)} to ${formatDay(refusal.until)}, and only one is kept. Give a period that touches it, and the two are joined; or end it first (\`/arti away off\`, of others \`/arti away @name off\`).`;
    case 'SNOOZE_AFTER_CLOSE':
      return `The check-in takes answers until ${formatDay(refusal.closesOn)}: it can be put off until then at the latest (given: ${formatDay(refusal.given)}).`;
    case 'SKIP_REASON_MISSING':
      return 'To skip this check-in give the reason, in a few words.';
    case 'UNKNOWN_STRUCTURE':
      return `The plan has no structure “${brief(refusal.given)}”. Structures: ${list(refusal.known)}.`;
    case 'UNKNOWN_CHANNEL':
      return `The channel “${brief(refusal.given)}” cannot be found. Write #name of a public channel to which the app was invited.`;
    case 'UNKNOWN_CHECK_IN':
      return refusal.given === ''
        ? 'There is no check-in that takes answers.'
        : `There is no check-in “${brief(refusal.given)}”.`;
    case 'UNKNOWN_MESSAGE':
      return `No undelivered message has the number “${brief(refusal.given)}”: \`/arti outbox\` lists them.`;
    case 'UNKNOWN_KEY':
      return `There is no key “${brief(refusal.given)}”: \`/arti key\` lists them.`;
    case 'KEY_NAME_INVALID':
      return `The name of a key says what it is for, in 1–${refusal.limit} characters: “Dashboard of the Region”.`;
    case 'KEY_SCOPES_INVALID':
      return refusal.given === ''
        ? `What the key allows is missing. Accepted: ${list(refusal.known)}.`
        : `“${brief(refusal.given)}” is no scope. Accepted: ${list(refusal.known)}.`;
    case 'KEY_STRUCTURES_MISSING':
      return `A key that reports does so for one or more structures. Accepted: ${list(refusal.known)}.`;
    case 'KEY_STRUCTURES_UNUSED':
      return 'A key that administers is for the whole plan: leave the structures out.';
    case 'PERSON_EXPECTED':
      return 'A key acts for a person: name them in onBehalfOf, by e-mail address or by key of the directory.';
    case 'NEWCOMER_INVALID':
      return refusal.part === 'ADDRESS'
        ? 'Whoever is not in the directory is entered with their e-mail address, for example name.surname@agency.it.'
        : `Whoever is not in the directory is entered with a ${refusal.part === 'NAME' ? 'name' : 'title'} of 1 to ${formatNumber(refusal.limit, 'en')} characters.`;
    case 'UNKNOWN_REPORT':
      return `Nothing of that kind is “${brief(refusal.given)}”: give the field id or sequence of what is to be corrected.`;
    case 'SAID_MEANWHILE':
      return `Something newer was said of ${refusal.item} meanwhile, about ${formatDay(refusal.reportedOn)}: read it, and if need be ask again with a new key.`;
    case 'BULK_SIZE_INVALID':
      return `From 1 to ${formatNumber(refusal.limit, 'en')} entries are accepted at once: ${formatNumber(refusal.given, 'en')} were given.`;
    case 'RANGE_INVALID':
      return `The range begins on ${formatDay(refusal.from)} and ends before that, on ${formatDay(refusal.to)}: the first day cannot be later than the second.`;
    case 'RANGE_TOO_LONG':
      return `The range has ${formatNumber(refusal.points, 'en')} days to show: at most ${formatNumber(refusal.limit, 'en')} are accepted. Choose a shorter range or a longer step.`;
    case 'UNKNOWN_GROUP':
      return `The group “${brief(refusal.given)}” cannot be found or has no members. Write @group as in Slack.`;
    case 'NOT_YOUR_SCHEDULE':
      if (refusal.structure !== null) {
        return `The schedule of ${refusal.structure} is changed by whoever heads it, or by the planning office.`;
      }
      return refusal.own.length === 0
        ? 'The schedule of the plan is changed by the planning office: ask there.'
        : `The schedule of the plan is changed by the planning office. For the structures that you head, write the code first: \`/arti schedule ${refusal.own[0]} checkin tuesday 10\`.`;
    case 'UNKNOWN_SCHEDULE_ENTRY':
      return `“${brief(refusal.given)}” is neither a structure (${list(refusal.structures)}) nor an entry of the schedule (${list(Object.values(scheduleEn.words))}, history).`;
    case 'SCHEDULE_UNCLEAR':
      return refusal.given === ''
        ? `${SCHEDULE_EXPECTS[refusal.expects]}.`
        : `“${brief(refusal.given)}” is not accepted. ${SCHEDULE_EXPECTS[refusal.expects]}.`;
    case 'NOT_OF_STRUCTURE':
      return `The ${scheduleEn.names[refusal.kind]} is of the whole plan, not of ${refusal.structure} alone. What a structure can set: ${list(STRUCTURE_WORDS)}.`;
    case 'USAGE':
      return refusal.given === ''
        ? `Write \`${refusal.usage}\`.`
        : `“${brief(refusal.given)}” is not clear. Write \`${refusal.usage}\`.`;
  }
}

function notInBaseline({
  item,
  baseline,
  change,
  readableIn,
}: Extract<Refusal, { code: 'NOT_IN_BASELINE' }>): string {
  if (change?.kind === 'MERGE') {
    return `${item} was merged into ${change.into} by baseline ${baseline}. It can still be read in baseline ${readableIn} (\`/arti status ${item} baseline ${readableIn}\`). Motivation: ${change.motivation}`;
  }
  if (change) {
    return `${item} was eliminated by baseline ${baseline}. It can still be read in baseline ${readableIn} (\`/arti status ${item} baseline ${readableIn}\`). Motivation: ${change.motivation}`;
  }
  return `${item} is not part of baseline ${baseline}: it stands in baseline ${readableIn}.`;
}
