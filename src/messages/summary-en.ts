import { days } from './health.ts';
import type { SummaryMessages } from './summary-it.ts';

export const summaryEn: SummaryMessages = {
  summaryTitle: (structure) => `Weekly summary · ${structure}`,
  summaryText: (structure, share, acts) => `Weekly summary of ${structure}: progress ${share}; ${acts}.`,
  planSummaryText: (title, share, acts) => `${title} — progress ${share}; ${acts}.`,
  planWeekTitle: 'Weekly summary of the plan',
  planMonthTitle: (month, year) => `Monthly summary: ${month} ${year}`,
  planQuarterTitle: (quarter, year) =>
    `Quarterly summary: ${['first', 'second', 'third', 'fourth'][quarter - 1] ?? quarter} quarter of ${year}`,
  interimReviewTitle: (day) => `Interim review as of ${day}`,
  summaryLateSlot: (day, time) => `Late: it was planned for ${day} at ${time}.`,

  summaryNow: 'Weighted progress',
  summaryChange: (points) => `${points} percentage points`,
  summaryRankChange: (points) => `${points} points`,
  summaryUnchanged: 'unchanged',
  summaryNoFigure: 'no figure',
  summaryNeverReported: 'never reported',
  summaryNoFigureSaid: 'no figure given',
  summaryCoverage: (coverage, atMost) => `${coverage} (progress possible: at most ${atMost})`,
  summaryWeight: (held) => `${held} of the plan’s 100 points are in this document`,
  summaryWeekAgo: (day) => `A week ago (${day})`,
  summaryBefore: (day) => `On ${day}`,
  summaryPlanned: {
    byDeadline: (share) => `${share} by deadline`,
    linear: (share) => `${share} linear`,
  },
  summaryVariance: (planned, points) => `${planned} (variance ${points} points)`,
  summaryActs: 'To follow up',
  summaryActsOf: (late, blocked) => `${late} late, ${blocked} blocked`,
  summaryUnansweredCount: (count) => `${count} not answered`,
  summaryUnansweredIn: (structures) =>
    structures === 1 ? 'answers missing in 1 structure' : `answers missing in ${structures} structures`,
  summaryDueNone: 'none',
  summaryDueOne: (item, day) => `1 (${item}, ${day})`,
  summaryDueMany: (count, item, day) => `${count} (the first: ${item}, ${day})`,

  summaryMoved: 'What moved',
  summaryCompleted: 'Completed in the period',
  summaryLate: 'Late or blocked',
  summaryNotAnswered: 'Check-in not answered',
  summaryUnreported: 'Not reported for a week or more',
  summaryDueSoon: 'Due within two weeks',
  summaryDueNext: 'Due in the next period',
  summaryIndicators: 'Indicators',
  summaryStructures: 'Structures, worst variance first',
  summaryGoals: 'Goals',
  summaryQuiet:
    'A quiet week, with nothing new: nothing moved, nothing became late or blocked, nothing is due within two weeks.',
  summaryStillLate: (codes, left, command) =>
    `Still late or blocked: ${codes}${left === 0 ? '' : ` and ${left} more`} (\`${command}\`)`,
  summaryStillUnanswered: (codes, left, command) =>
    `Not answered: ${codes}${left === 0 ? '' : ` and ${left} more`} (\`${command}\`)`,
  summaryWhoMissing: (command) => `Answers missing: \`${command}\``,
  summaryFirst: (share) => `first report: *${share}*`,
  summaryMovedItem: (before, now) => `${before} → *${now}*`,
  summaryReason: (note) => `“${note}”`,
  summaryOverdue: (count, end) => `${days(count, 'en')} late (end ${end})`,
  summaryCompletedItem: (count) =>
    count === 0 ? 'completed in time' : `completed ${days(count, 'en')} late`,
  summaryLast: (day) => `last report ${day}`,
  summaryWas: (share) => `was ${share}`,
  summaryNoneBefore: 'no figure before',
  summaryVarianceOf: (linear, byDeadline) =>
    `variance ${linear} points linear, ${byDeadline} points by deadline`,
  summaryIndicator: (actual, target, achieved) => `${actual} against ${target}: ${achieved} reached`,
  summaryIndicatorAlone: (actual) => `${actual}; the target is not known`,
  summaryIndicatorOf: (actual, target) => `${actual} against ${target}: not computable`,
  summaryIndicatorNone: (target) => `no measurement; target ${target}`,
  summaryIndicatorNothing: 'no measurement; the target is not known',
  summaryMeasured: (day) => `on ${day}`,
  summaryDashboard: (subject) => `Open ${subject} in the dashboard`,
  summaryPlanName: 'the plan',
  summaryPictureFailed: 'The picture of the curve could not be sent: here are its figures.',
  more: (count) => `… and ${count} more`,
  moreBy: (count, command) => `… and ${count} more: \`${command}\``,
  moreGoalsBy: (count, command) => `… and ${count} more: \`${command}\``,
  summaryStatusCommand: (code) => `/arti status${code === null ? '' : ` ${code}`}`,
  summaryRiskCommand: (code) => `/arti risk${code === null ? '' : ` ${code}`}`,
  summaryMissingCommand: '/arti missing',

  summariesSent: (channels) => `Summaries on their way to ${channels}.`,
  summariesWithoutChannel: (structures) => `No channel is named for: ${structures}.`,
  planSummarySent: (channel) => `Summary of the plan on its way to ${channel}.`,
  planSummaryWithoutChannel:
    'The summary of the plan is kept but not sent: no channel is named for the managers.',
};
