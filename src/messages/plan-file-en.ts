/** Problems and notices of plan and directory files, in English. */
import { type IsoDate, parseIsoDate } from '../domain/dates.ts';
import type { CodeOwner, SyntaxKind, ValueKind } from '../plan-file/problems.ts';
import { formatBps, formatDay, formatNumber } from './format.ts';
import type { PlanFileCatalogue } from './plan-file-catalogue.ts';

const bps = (value: number): string => formatBps(value, 'en');
const points = (value: number): string => bps(value).replace(/\s*%$/, '');
const day = (text: string): string => formatDay((parseIsoDate(text) ?? text) as IsoDate);
const list = (values: readonly string[]): string => values.join(', ');
const quoted = (text: string): string => `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;

const KINDS: Readonly<Record<ValueKind, string>> = {
  TEXT: 'a text',
  NUMBER: 'a number',
  BOOLEAN: 'a true/false',
  LIST: 'a list',
  FIELDS: 'a group of fields',
};

const SYNTAX: Readonly<Record<SyntaxKind, string>> = {
  INDENTATION: 'the indentation does not add up: fields of one group must be aligned',
  TAB: 'indentation takes spaces, not tabs',
  QUOTES: 'a text starts with, or contains, characters that need quotes around it',
  MISSING_CHARACTER: 'a closing character is missing, or the colon after a field’s name',
  ANCHOR: 'an anchor (&name) or an alias (*name) is not written well',
  TAG: 'type tags (!name) are not accepted',
  OTHER: 'the text is not valid YAML here',
};

const OWNERS: Readonly<Record<CodeOwner, string>> = {
  GOAL: 'The goal code',
  AREA: 'The area code',
  STRUCTURE: 'The structure code',
  STRUCTURE_NAME: 'The structure name',
  PHASE: 'The phase code',
  PERSON: 'The person key',
  EMAIL: 'The address',
  CHANNEL: 'The channel name',
};

export const planFileEn: PlanFileCatalogue = {
  problems: {
    FILE_TOO_LARGE: ({ bytes, limit }) =>
      `The file has ${formatNumber(bytes, 'en')} bytes: at most ${formatNumber(limit, 'en')} (5 MB) are accepted.`,
    NOT_UTF8: () => 'The file is not UTF-8 from this line on: save it in UTF-8.',
    CONTROL_CHARACTER: ({ codePoint }) =>
      `There is a control character (code ${codePoint}): only text, tabs and line ends are accepted.`,
    EMPTY_FILE: () =>
      'The file is empty: a plan is due in YAML, or a list of people and channels in YAML or CSV.',
    YAML_SYNTAX: ({ kind }) => `Syntax error: ${SYNTAX[kind]}.`,
    MULTIPLE_DOCUMENTS: () => 'The file holds several documents separated by “---”: only one is accepted.',
    DUPLICATE_KEY: ({ key, firstLine }) =>
      `The field ${quoted(key)} is there already, on line ${firstLine}: each field is written once.`,
    KEY_NOT_TEXT: () => 'The name of a field must be plain text, other than “@”.',
    UNRESOLVED_ALIAS: ({ alias }) => `The alias *${alias} has no anchor &${alias} before it in the file.`,
    TOO_MANY_ALIASES: ({ limit }) => `There are too many aliases (*name): at most ${limit} are accepted.`,
    TOO_DEEP: ({ limit }) => `It nests too deep: at most ${limit} levels are accepted.`,
    TOO_MANY_VALUES: ({ limit }) =>
      `With its aliases expanded the file holds too many values: at most ${formatNumber(limit, 'en')} are accepted.`,
    WRONG_FORMAT: ({ found, accepted }) =>
      found === null
        ? `The line “format: ${accepted}”, which says what the file holds, is missing.`
        : `The format ${quoted(found)} is not accepted: it must be “format: ${accepted}”.`,
    MISSING_FIELD: ({ field }) => `The field “${field}” is missing.`,
    EMPTY_FIELD: ({ field }) => `The field “${field}” is empty: fill it in, or drop it if it is optional.`,
    UNKNOWN_FIELD: ({ field, accepted }) =>
      `The field ${quoted(field)} is not known. Accepted here: ${list(accepted)}.`,
    WRONG_TYPE: ({ expected, found }) =>
      `${KINDS[expected]} is due here, not ${KINDS[found]}${expected === 'TEXT' && found === 'NUMBER' ? ': put the value in quotes' : ''}.`.replace(
        /^a/,
        'A',
      ),
    NOT_ONE_OF: ({ found, accepted }) =>
      `${quoted(found)} is not one of the accepted values: ${list(accepted)}.`,
    TOO_LONG: ({ limit }) =>
      `The text is too long: at most ${formatNumber(limit, 'en')} characters are accepted.`,
    NOT_A_DATE: ({ found }) =>
      `${quoted(found)} is not a day that exists: write year-month-day, such as 2020-09-30.`,
    NOT_A_CODE: ({ found }) =>
      `${quoted(found)} is not a code: numbers separated by dots are due, such as '1.4'.`,
    CODE_NOT_QUOTED: ({ found }) =>
      `The code ${found} needs quotes ('${found}'): without them 1.10 and 1.1 would be one number.`,
    NOT_A_STRUCTURE_CODE: ({ found }) =>
      `${quoted(found)} is not a structure code: capitals, digits, “-” and “_”, at most 30, such as OSRU.`,
    NOT_A_WEIGHT: ({ found }) =>
      `${quoted(found)} is not a weight: a number without quotes is due, from 0 to 100, with at most two decimals, such as 12.50.`,
    WEIGHT_NEGATIVE: ({ found }) => `The weight ${found} is negative: weights from 0 to 100 are accepted.`,
    WEIGHT_TOO_PRECISE: ({ found }) =>
      `The weight ${found} has more than two decimals: at most two are accepted.`,
    WEIGHT_OVER_100: ({ found }) => `The weight ${found} is over 100: weights from 0 to 100 are accepted.`,
    NOT_AN_INTEGER: ({ found, least, most }) =>
      `${quoted(found)} will not do: a whole number from ${least} to ${most} is due, without separators.`,
    NOT_A_TARGET_VALUE: ({ found }) =>
      `${quoted(found)} is not a target: a number not below 0 is due, with at most six decimals, such as 40.00.`,
    NOT_YEARS: ({ found }) => `${quoted(found)} is neither a year nor a span: such as 2020, or 2021-2022.`,
    NOT_A_KEY: ({ found }) =>
      `${quoted(found)} is not accepted: lower case, digits, “.”, “-” and “_”, at most 80 characters.`,
    NOT_AN_EMAIL: ({ found }) => `${quoted(found)} is not an e-mail address.`,
    TARGET_WITHOUT_OPERATOR: () =>
      'The target has no operator: “>=” (at least) or “<=” (at most) is accepted.',
    DUPLICATE_CODE: ({ owner, value, firstLine }) =>
      `${OWNERS[owner]} ${quoted(value)} is used already, on line ${firstLine}${owner === 'GOAL' ? ' (1.4 and 1.04 are one code)' : ''}.`,
    GOAL_IS_PHASE_CODE: ({ goal, phaseOf }) =>
      `Goal ${goal} has the same code as a phase of goal ${phaseOf}: it needs another one.`,
    UNKNOWN_STRUCTURE: ({ structure, known }) =>
      `The structure ${quoted(structure)} is not one of the plan’s: ${list(known)}.`,
    UNKNOWN_AREA: ({ area, known }) =>
      `The strategic area ${quoted(area)} is not one of the plan’s: ${list(known)}.`,
    TARGET_WITHOUT_VALUE: () => 'The target does not say how much: a value or a reference is due.',
    TARGET_VALUE_AND_REFERENCE: () => 'The target has both a value and a reference: only one is accepted.',
    TARGET_YEARS_OVERLAP: ({ goal, year }) =>
      `Goal ${goal} has several targets for ${year}: one a year is accepted.`,
    UNITS_WITHOUT_TARGET: ({ phase }) =>
      `Phase ${phase} counts units (UNITS) and does not say how many: “units” with “target” and “name” is due.`,
    UNITS_NOT_COUNTED: ({ phase }) =>
      `Phase ${phase} gives units and does not count them: set “creditRule: UNITS”, or drop “units”.`,
    PHASE_WEIGHTS_NOT_100: ({ goal, baseline, sumBps }) =>
      `The phase weights of goal ${goal} (baseline ${baseline}) sum to ${bps(sumBps)}: they must sum to ${bps(10_000)}.`,
    END_BEFORE_START: ({ phase, start, end }) =>
      `Phase ${phase} ends on ${day(end)}, before it starts (${day(start)}).`,
    DATE_OUT_OF_REACH: ({ date, from, to }) =>
      `The day ${day(date)} is far from the plan’s year: days from ${day(from)} to ${day(to)} are accepted.`,
    GOAL_WEIGHTS_OVER_100: ({ baseline, sumBps }) =>
      `The goal weights of baseline ${baseline} sum to ${bps(sumBps)}: at most ${bps(10_000)} is accepted.`,
    WEIGHT_NOT_CONSERVED: ({ baseline, beforeBps, afterBps }) =>
      `The re-baselining (baseline ${baseline}) takes the total weight from ${bps(beforeBps)} to ${bps(afterBps)}, ${points(Math.abs(afterBps - beforeBps))} points ${afterBps > beforeBps ? 'more' : 'less'}: the total must stay the same.`,
    FIRST_BASELINE_NOT_WHOLE: () =>
      'The first baseline is the plan as approved: it lists every goal in “goals” and has no “changes”.',
    LATER_BASELINE_NOT_CHANGES: ({ baseline }) =>
      `Baseline ${baseline} is a re-baselining: it lists what changes in “changes” and has no “goals”.`,
    BASELINE_NUMBER: ({ found, expected }) =>
      `The baseline has number ${found}: baselines are numbered from 0 without gaps, and this is ${expected}.`,
    BASELINE_NOT_AFTER_PREVIOUS: ({ date, previous }) =>
      `The baseline is in force from ${day(date)}: that must come after the one before (${day(previous)}).`,
    CHANGE_OF_UNKNOWN_GOAL: ({ goal, baseline }) =>
      `Baseline ${baseline} changes goal ${goal}, which is not there before: to add it, “kind: INSERT”.`,
    GOAL_CHANGED_TWICE: ({ goal, baseline }) =>
      `Baseline ${baseline} changes goal ${goal} more than once: put the changes into one.`,
    INSERT_OF_EXISTING: ({ goal, baseline }) =>
      `Baseline ${baseline} inserts goal ${goal}, which is there already: to change it, “kind: MODIFY”.`,
    MERGE_INTO_UNKNOWN: ({ goal, into }) =>
      `Goal ${goal} is merged into goal ${into}, which does not exist in this baseline.`,
    MERGE_INTO_ELIMINATED: ({ goal, into }) =>
      `Goal ${goal} is merged into goal ${into}, which the same re-baselining eliminates.`,
    PHASE_NOT_IN_SCHEDULE: ({ goal, number }) =>
      `Goal ${goal} has no phase ${number} to change: to add or drop phases, give the whole schedule in “scheduleReplacedBy”.`,
    NO_SCHEDULE_TO_CHANGE: ({ goal }) =>
      `Goal ${goal} has no known schedule to change: give the whole one in “scheduleReplacedBy”.`,
    SCHEDULE_CHANGED_TWICE: ({ goal }) =>
      `Goal ${goal} has both “schedule” and “scheduleReplacedBy”: only one is accepted.`,
    PERSON_WITHOUT_STRUCTURE: ({ person }) =>
      `The person ${quoted(person)} has no structure: staff and heads (STAFF, HEAD) have at least one.`,
    CHANNEL_STRUCTURE_OR_PURPOSE: ({ channel }) =>
      `The channel ${quoted(channel)} must have either a structure or a purpose, and not both.`,
    CSV_QUOTES: () =>
      'From this cell on the quotes do not add up: a quoted text ends with a quote, and quotes inside it are doubled ("").',
    CSV_ROW_TOO_LONG: ({ limit }) =>
      `The row is too long: at most ${formatNumber(limit, 'en')} bytes are accepted. Perhaps a closing quote is missing.`,
    CSV_TOO_MANY_ROWS: ({ rows, limit }) =>
      `There are ${formatNumber(rows, 'en')} rows: at most ${formatNumber(limit, 'en')} are accepted.`,
    CSV_TOO_MANY_CELLS: ({ limit }) =>
      `There are too many cells, empty ones included: at most ${formatNumber(limit, 'en')} are accepted. Remove empty rows and columns from the sheet.`,
    CSV_NO_ROWS: () => 'There is no row below the header: at least one is due.',
    CSV_HEADER: ({ people, channels }) =>
      `The first row is not a known header. Columns accepted for people: ${list(people)}; for channels: ${list(channels)}.`,
    CSV_COLUMN_MISSING: ({ missing }) => `The header lacks the column ${missing}.`,
    CSV_CELL_WITHOUT_COLUMN: ({ columns, delimiter }) =>
      `The row has more cells than the ${columns} columns of the header: a text that contains “${delimiter}” needs quotes.`,
    CSV_FORMULA: ({ found }) =>
      `${quoted(found)} is a formula, or an error of the spreadsheet: only text is accepted that does not start with =, +, - or @.`,
  },
  notices: {
    GOALS_BELOW_100: ({ baseline, sumBps }) =>
      `Baseline ${baseline}: ${points(sumBps).replace(/\.00$/, '')} of 100 points in this document.`,
    WORDINGS_UNKNOWN: ({ baseline, count }) =>
      count === 1
        ? `Baseline ${baseline}: one wording is stated to be unknown.`
        : `Baseline ${baseline}: ${count} wordings are stated to be unknown.`,
    SCHEDULE_UNKNOWN: ({ goal, schedule }) =>
      `Goal ${goal}: the phases of schedule ${schedule} are not known; its progress can’t be computed.`,
    CHANGE_WITHOUT_EFFECT: ({ goal, baseline }) =>
      `Baseline ${baseline}: the change of goal ${goal} changes nothing, and no note says why.`,
    PHASE_AFTER_DEADLINE: ({ phase, end, deadline }) =>
      `Phase ${phase} ends on ${day(end)}, after the schedule’s deadline (${day(deadline)}).`,
  },
};
