import type { readingIt } from './reading-it.ts';

export const readingEn: typeof readingIt = {
  mineTitle: 'My items',
  mineText: (open, late) =>
    `Open items that you answer for: ${open}${late === 0 ? '' : `, overdue or blocked: ${late}`}.`,
  mineNothing: 'You answer for no item of the baseline in force.',
  mineCompleted: (count) => `${count} completed`,
  mineLater: (count) => `${count} not due yet`,
  mineDelegatedBy: (name) => `delegated by ${name}`,
  mineAsHead: 'nobody is assigned: you answer as head',
  itemUpdate: 'Update',

  dueTitle: (until) => `Due by ${until}`,
  dueText: (count, until) => (count === 1 ? `1 item due by ${until}.` : `${count} items due by ${until}.`),
  dueNothing: (until) => `Nothing is due by ${until}.`,
  dueOwn: 'These are the items you answer for; of the whole plan: `/arti due 30d all`.',

  riskTitle: 'Items at risk',
  riskText: (count) => (count === 1 ? '1 item needs attention.' : `${count} items need attention.`),
  riskNothing: 'Nothing is overdue, blocked, at risk or without news.',
  riskCounts: (parts) => `Worst first – ${parts}.`,
  risks: {
    OVERDUE: 'overdue',
    BLOCKED: 'blocked',
    AT_RISK: 'at risk',
    STALE: 'stale',
    UNREPORTED: 'never reported',
  },

  missingTitle: 'Not answered',
  missingText: (people) =>
    people === 1 ? '1 person has not answered yet.' : `${people} people have not answered yet.`,
  missingNothing: 'No check-in waits for an answer.',
  missingNeverAsked: 'No check-in has been sent yet.',
  silences: {
    NOT_ANSWERED: (day) => `no answer to the check-in of ${day}, which is closed by now`,
    SKIPPED: (day) => `skipped the check-in of ${day}`,
    REMINDED: (day) => `has not answered the check-in of ${day}, and was reminded`,
    AWAY: (day) => `away (check-in of ${day})`,
    SNOOZED: (day) => `snoozed the check-in of ${day}`,
    ASKED: (day) => `asked on ${day}`,
    NOT_ASKED_YET: (day) => `check-in of ${day}, waiting for the person’s hours`,
  },
  missingItems: (count, of) => `${count} of ${of} without an answer`,
  missingReason: (because) => `reason: ${because}`,
  missingOrphans: 'Items nobody is assigned to',
  orphanHeads: (names) => `asked of the head: ${names}`,
  orphanNobody: 'nobody to ask',
  orphanHint: 'To assign them: `/arti assign 1.1.2 @name` or `/arti structure OSRU add @name`.',

  chartButton: 'Chart of the year',

  diffTitle: (before, after) => `Baseline ${before} against baseline ${after}`,
  diffActs: (before, after) => `${before} → ${after}`,
  diffWeights: (before, after) =>
    before === after
      ? `The sum of the weights is conserved: ${after}.`
      : `The sum of the weights goes from ${before} to ${after}.`,
  diffNothing: (code) =>
    code === null ? 'Both baselines say the same.' : `Both baselines say the same of ${code}.`,
  diffPresence: { INSERTED: 'inserted', REMOVED: 'removed', CHANGED: 'changed' },
  diffInto: (goal) => `Merged into ${goal}.`,
  diffMotivation: (baseline) => `Motivation (baseline ${baseline}):`,
  diffNone: '—',
  diffUnknown: (because) => `wording not known (${because})`,
  diffTarget: (from, to) => (from === to ? `Target ${from}` : `Target ${from}–${to}`),
  diffFields: {
    WEIGHT: 'Weight',
    START: 'Start',
    END: 'End',
    DEADLINE: 'Deadline',
    STRUCTURES: 'Structures',
    TITLE: 'Title',
    INDICATOR: 'Indicator',
    STARTING_VALUE: 'Starting value',
    SCHEDULE: 'Schedule',
    DESCRIPTION: 'Description',
    OUTPUT: 'Output',
    UNITS: 'Units to reach',
  },
  cutDiff: (count) => `… and ${count} more entries. For one goal alone: \`/arti diff 1.1\`.`,
};
