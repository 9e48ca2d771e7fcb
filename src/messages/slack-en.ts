import { days } from './health.ts';
import type { slackIt } from './slack-it.ts';

export const slackEn: typeof slackIt = {
  weight: 'Weight',
  progress: 'Progress',
  progressWeighted: 'Weighted progress',
  planned: 'Planned',
  plannedByDeadline: 'Planned by deadline',
  plannedLinear: 'Planned, linear',
  variance: 'Variance',
  varianceOf: (byDeadline, linear) => `${byDeadline} by deadline · ${linear} linear`,
  coverage: 'Coverage',
  atMost: (share) => `at most ${share}`,
  health: 'Health',
  healthUnknown: 'not known',
  structures: 'Structures',
  end: 'End',
  dates: 'Dates',
  lastReport: 'Last report',
  lastMeasurement: 'Last measurement',
  lastReportOn: (what, day) => `${what} on ${day}`,
  neverReported: 'never reported',
  noFigureSaid: 'no figure given',
  points: (points, of) => `${points} of ${of} points`,
  pointsInDocument: (of) => `${of} of 100 points in this document`,
  noFigure: '—',
  target: 'Target',
  actual: 'Actual',
  uncapped: (share) => `${share} of the target`,
  starts: (day) => `starts ${day}`,
  ends: (day) => `ends ${day}`,
  completedLate: (count) => `completed ${days(count, 'en')} late`,
  neutralised: (because) => `neutralised: ${because}`,
  worstPart: (part) => `(${part})`,

  goal: (code) => `Goal ${code}`,
  phase: (code) => `Phase ${code}`,
  structure: (name) => `Structure ${name}`,
  area: (code, title) => `Area ${code} · ${title}`,
  asOf: (day, baseline) => `As of ${day} · baseline ${baseline}`,
  change: (kind) => kind,
  changes: {
    INSERT: 'Inserted by the re-baselining',
    MODIFY: 'Modified by the re-baselining',
    ELIMINATE: 'Eliminated by the re-baselining',
    MERGE: 'Merged by the re-baselining',
  },
  output: 'Output',
  indicator: 'Indicator',
  scheduleUnknown: (name, because) => `Schedule ${name} is not known: ${because}`,
  sharedPhases:
    'A shared phase counts in full for each of its structures: structures do not add up to the plan’s total.',
  structureNothing: 'Nothing in the baseline in force: no figure (which is not 0).',
  cut: (count) => `… and ${count} more. For the detail: \`/arti status CODE\`.`,
  unknownWording: 'wording not in the source',

  explainTotal: (share) => `Total: ${share}`,
  explainReport: (what, day, sequence) => `${what} on ${day} (record no. ${sequence})`,
  explainUnreported: 'never reported: counts as 0 and stays outside the coverage',
  explainNoFigure: 'no figure given: counts as 0 and stays outside the coverage',
  explainCoverage: (share) => `coverage ${share}`,
  explainAchievement: (actual, target, share) =>
    `${actual}, against a target of ${target}: ${share} of the target (at most 100% in the sums)`,
  explainStructure: 'Each phase weighs goal weight × phase weight, of the structure’s total.',
  creditRules: {
    PERCENT_COMPLETE: 'Rule: the percentage reported.',
    ZERO_HUNDRED: 'Rule: 0 until completed, then 100.',
    FIFTY_FIFTY: 'Rule: 50 when started, 100 when completed.',
    UNITS: 'Rule: units done ÷ units planned, at most 100%.',
  },

  recorded: (item) => `Recorded ${item}`,
  recordedOn: (day) => `on ${day}`,
  goalProgress: (goal, share, before) =>
    before === null || before === share
      ? `Progress of goal ${goal}: *${share}*`
      : `Progress of goal ${goal}: *${share}* (was ${before})`,
  nothingRecorded: 'Nothing was recorded.',
  refusedLine: (line, why) => (line === '' ? why : `“${line}” — ${why}`),
  done: 'completed',
  units: (units, target, unit) => `${units} of ${target} ${unit}`,
  blocked: (because) => `blocked: ${because}`,
  note: (note) => `Note: ${note}`,
  evidence: (link) => `Document: ${link}`,
  standing: (what, day) => `${what} of ${day} still counts: it is more recent.`,
  correctHint: 'To correct it, just report again: the earlier report stays in the history.',
  alreadyRecorded: 'This report had been recorded already.',

  checkInsSent: (count) =>
    count === 1 ? 'Check-in on its way to 1 person.' : `Check-ins on their way to ${count} people.`,
  checkInsAskedToday: (names) => `Asked already today: ${names}.`,
  checkInsNothing: (names) => `Nothing open for: ${names}.`,

  historyTitle: (code) => `History of ${code}`,
  historyMore: 'The latest entries are shown.',

  todayIs: (day, simulated) => (simulated ? `Today is ${day} (simulated).` : `Today is ${day}.`),
  dayMoved: (day) => `The day is now ${day} (simulated).`,
  dayMovedSchedule: (ran, skipped) => {
    const slots = (count: number) => (count === 1 ? '1 slot' : `${count} slots`);
    if (skipped === 0) return `By the schedule: ${ran === 0 ? 'nothing was run' : `${slots(ran)} run`}.`;
    return `By the schedule: ${slots(ran)} run, ${skipped} skipped (see \`/arti schedule history\`).`;
  },
  dayMovedWaiting: (names) => `Waiting for 8:00 on a working day: ${names}.`,

  commandDescription: 'Status and updates of the plan',
  commandUsage: 'status 1.4 · update 1.1.3 60% · figure 3.1 8006/20015 · help',
  helpTitle: 'ARTI commands',
  helpMore: 'For examples of a command: `/arti help COMMAND`.',
  helpExamples: 'Examples',
  helpIntro: 'Italian and English words both work.',
  helpReply: 'In a direct message, code and figure are enough, one a line: `1.1.3 60% call published`.',
  unknownCommand: (word) => `There is no command “${word}”.`,
  nowExpected: (command) => `Write \`/arti ${command} now\`.`,

  delegatedTo: (from, item, title, startsOn, endsOn) =>
    `${from} delegated *${item}* ${title} to you from ${startsOn} to ${endsOn}: until then you may report on it, and you are the one who is asked.`,
  delegatedSeveralTo: (from, count, startsOn, endsOn) =>
    `${from} delegated ${count} items to you from ${startsOn} to ${endsOn}: until then you may report on them, and you are the one who is asked.`,

  busy: 'The database is busy, and nothing was recorded. Try again in a few seconds.',
  notStored:
    'NOTHING was recorded: the system’s disk is full or failing. Whoever runs the system has to step in; try again later.',
  notStoredYet:
    'Your message was NOT recorded: the system’s disk is full or failing. If no confirmation comes within ten minutes, write it again later.',
  internalError: (id) =>
    `Something went wrong inside, and nothing was recorded. Give the code ${id} to whoever runs the system.`,
};
