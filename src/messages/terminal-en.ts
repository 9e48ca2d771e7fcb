/** Everything the command line says, in English; see `terminal-it.ts`. */
import { days } from './health.ts';
import type { TerminalMessages } from './terminal-it.ts';

export const terminalEn: TerminalMessages = {
  weight: 'Weight',
  weightOf: (share) => `weight ${share}`,
  progress: 'Progress',
  progressOf: (share) => `progress ${share}`,
  progressWeighted: 'Weighted progress',
  planned: 'Planned',
  variance: 'Variance',
  readings: (byDeadline, linear) => `${byDeadline} by deadline · ${linear} linear`,
  coverage: 'Coverage',
  atMost: (share) => `at most ${share}`,
  health: 'Health',
  healthUnknown: 'cannot be judged',
  noFigure: '—',
  points: (points, of) => `${points} of ${of} points`,
  inDocument: (of) => `${of} of 100 points in this document`,

  goal: (code) => `Goal ${code}`,
  phase: (code) => `Phase ${code}`,
  area: (code, title) => `Area ${code} · ${title}`,
  asOf: (day, baseline, act) => `As of ${day} · baseline ${baseline} (${act})`,
  goals: 'Goals',
  goalShort: 'Goal',
  progressShort: 'Progr.',
  coverageShort: 'Cover.',
  phases: 'Phases',
  structures: 'Structures',
  schedule: 'Schedule',
  scheduleUnknown: (name, because) => `${name}, phases not known: ${because}`,
  indicator: 'Indicator',
  target: 'Target',
  operators: { GTE: '≥', LTE: '≤' },
  actual: 'Actual',
  uncapped: (share) => `${share} of the target`,
  output: 'Output',
  dates: 'Dates',
  ends: (day) => `ends ${day}`,
  wordingUnknown: (because) => `(wording not known: ${because})`,
  lastReport: 'Last report',
  lastReportOf: (said) => `last report: ${said}`,
  saidOn: (said, day) => `${said} on ${day}`,
  neverReported: 'never reported',
  completedLate: (count) => `completed ${days(count, 'en')} late`,
  completed: 'Completed',
  neutralised: 'Neutralised',
  neutralisedFrom: (day, by, because) => `from ${day}, ${by}: ${because}`,
  change: 'Re-baselining',
  changes: { INSERT: 'inserted', MODIFY: 'modified', ELIMINATE: 'eliminated', MERGE: 'merged' },
  sharedPhases:
    'A shared phase counts in full for each of its structures: structures do not add up to the plan.',
  structureNothing: 'Nothing in the baseline shown: no figure (which is not 0).',
  units: (units, target, unit) => `${units} of ${target} ${unit}`,
  blocked: (because) => `blocked: ${because}`,

  imported: {
    CREATED: (title, baselines) => `Imported: ${title} (baselines: ${baselines}).`,
    REPLACED: (title, baselines) => `Updated: ${title} (baselines: ${baselines}).`,
    UNCHANGED: (title) => `Unchanged, already imported: ${title}.`,
  },
  importedDirectory: {
    WHOLE: (people, channels) => `Imported the directory: people ${people}, channels ${channels}.`,
    PEOPLE: (people, channels) =>
      `Imported the people: there are now ${people}. The channels stay as they were: ${channels}.`,
    CHANNELS: (people, channels) =>
      `Imported the channels: there are now ${channels}. The people stay as they were: ${people}.`,
  },
  unansweredStructures: (structures) =>
    `Note: for these structures of the plan the directory has neither staff nor heads: ${structures}.`,
  unchangedDirectory: 'Unchanged, directory already imported.',
  problemCount: (file, count) =>
    count === 1
      ? `${file}: 1 problem, nothing was imported.`
      : `${file}: ${count} problems, nothing was imported.`,
  reportedItemsMissing: (file, items) =>
    `${file}: nothing was imported. Something was reported on these codes, and no baseline of the new plan has them: ${items}.`,
  structuresOutsidePlan: (file, structures) =>
    `${file}: nothing was imported. The plan does not have these structures: ${structures}. Import the plan first.`,
  fileMissing: (file) => `${file}: the file does not exist.`,
  fileUnreadable: (file, code) => `${file}: the file cannot be read (${code}).`,

  workspaceHeld: (workspace, because, since) =>
    `Slack no longer accepts the app in ${workspace} (${because}, since ${since}): nothing is sent there, messages wait.`,

  migrated: 'The database is ready and up to date.',

  description: 'The performance plan, read and run from the terminal.',
  importDescription: 'import plans, or directories of people and channels: each file whole, or not at all',
  importFiles: 'YAML files, with their “format” line, or .csv files of people or of channels',
  statusDescription: 'show the plan, a goal (1.4), a phase (1.1.3) or a structure (OSRU)',
  statusSubject: 'code or name; without it, the whole plan',
  asOfOption: 'day of the figures: 2020-09-30 or 30/09/2020; without it, today',
  baselineOption: 'number of the baseline, 0 is the plan as approved; without it, the one in force',
  yearOption: 'the plan’s year; without it, the newest',
  jsonOption: 'the same data as the GraphQL API, as JSON',
  langOption: 'language of the texts: it or en',
  outboxDescription: 'show the messages that were not delivered or are in doubt, and why',
  resendOption: 'send those not delivered again, or the one with that number',
  dismissOption: 'take the message with that number off the list, without sending it',
  scheduleDescription: 'show the schedule: when the bot asks, reminds and summarises',
  scheduleHistoryDescription: 'show what became of the slots of the schedule',
  scheduleStructure: 'code or name of a structure; without it, the whole plan',
  limitOption: 'how many entries, 1 to 100; without it, 20',
  migrateDescription: 'create the database, or bring it up to date',
  helpOption: 'show this help',
  helpDescription: 'show the help of a command',
  titles: {},
  placeholders: (usage) => usage,
  usage: {
    unknownCommand: (given) => `“${given}” is not a command.`,
    unknownOption: (given) => `“${given}” is not an option of this command.`,
    missingArgument: (given) => `The argument “${given}” is missing.`,
    missingValue: (given) => `The option “${given}” needs a value.`,
    excessArguments: 'There are too many arguments.',
    badLimit: (option, given) => `${option}: “${given}” is not accepted. Write a number from 1 to 100.`,
    badNumber: (option, given) => `${option}: “${given}” is not an integer from 0.`,
    badDay: (option, given) =>
      `${option}: “${given}” is not a day that exists. It is written 2020-09-30 or 30/09/2020.`,
    badLanguage: (option, given) => `${option}: “${given}” is not accepted. Write it or en.`,
    seeHelp: 'For commands and options: arti help',
  },
};
