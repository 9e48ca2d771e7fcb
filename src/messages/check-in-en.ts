import type { checkInIt } from './check-in-it.ts';

export const checkInEn: typeof checkInIt = {
  checkInTitle: 'Check-in',
  checkInText: (count, day) => {
    if (count === 0) return `Check-in of ${day}: every item has an answer.`;
    return count === 1
      ? `Check-in of ${day}: 1 item waits for an answer.`
      : `Check-in of ${day}: ${count} items wait for an answer.`;
  },
  checkInTextClosed: (day, closed) => `Check-in of ${day}: closed on ${closed}.`,
  checkInProgress: (answered, of, until) =>
    `*${answered} of ${of}* answered. Answers are taken until ${until}.`,
  checkInHow: (example) => `Answer with the buttons, or in words with code and figure: \`${example}\`.`,
  checkInAllDone: (until) => `Thank you: every item has an answer. They can be edited until ${until}.`,
  checkInClosed: (day, answered, of) => `Closed on ${day}, with ${answered} of ${of} answered.`,
  checkInEmpty: 'None of these items waits for your answer any more.',
  checkInSkipped: (day, because) => `⏭️ Skipped on ${day}: ${because}. It can still be answered.`,
  checkInSnoozed: (day, time) => `⏰ Snoozed until ${day}, ${time}.`,
  checkInLate: (day, time) => `This check-in comes late: it was planned for ${day} at ${time}.`,
  checkInMoreWaiting: (count) => `… and ${count} more without an answer: *Update all* opens them.`,
  checkInMoreOthers: (count) => `… and ${count} more that wait for no answer.`,
  checkInGone: 'No answer is needed: somebody else answers for it now, or it left the plan in force.',
  answered: (what, day) => `✅ *${what}* on ${day}`,
  lastSaid: (what, day) => `Last figure: ${what} (${day})`,
  dueOn: (day) => `ends ${day}`,

  checkInAgainSnooze: (waiting, until) =>
    `As you asked, here is the check-in again: ${waiting}, by ${until}.`,
  checkInAgainReminder: (waiting, until) => `Reminder: ${waiting}, by ${until}.`,
  checkInAgainLate: (day, time) => `This reminder comes late: it was planned for ${day} at ${time}.`,
  checkInWaiting: (count) =>
    count === 1 ? '1 item waits for an answer' : `${count} items wait for an answer`,
  checkInCodes: (codes, more) => (more === 0 ? codes : `${codes} and ${more} more`),

  unchangedButton: 'Unchanged',
  answerButton: 'Update',
  doneButton: 'Done',
  blockedButton: 'Blocked',
  answerAgainButton: 'Edit',
  updateAllButton: 'Update all',
  editAllButton: 'Edit all',
  allUnchangedButton: (count) => `All unchanged (${count})`,
  allUnchangedLabel: (count) =>
    count === 1
      ? 'All unchanged: confirms the last figure of 1 item'
      : `All unchanged: confirms the last figure of ${count} items`,
  snoozePlaceholder: 'Snooze…',
  snoozeHour: 'For 1 hour',
  snoozeTomorrow: 'Until tomorrow',
  snoozeDay: 'Until another day…',
  skipButton: 'Skip this time',

  saidMeanwhile: (item, said, day) =>
    `Meanwhile “${said}” was reported for ${item} (${day}): the button was older, and nothing was recorded. Use “Edit” to change it.`,
  nothingToConfirm:
    'There is nothing else to confirm: the items without an answer have no last figure, use “Update”.',

  modalTitle: 'Update',
  modalSubmit: 'Record',
  modalSubmitNext: 'Record and go on',
  modalClose: 'Cancel',
  modalFieldOf: (item, label) => `${item} · ${label}`,
  modalPercent: 'Progress (%)',
  modalPercentHint: 'From 0 to 100, at most two decimals. 100 means completed.',
  modalStage: 'Where it stands',
  modalStagePlaceholder: 'Choose one',
  modalStages: {
    NOT_STARTED: 'Not started',
    STARTED: 'Started',
    NOT_COMPLETED: 'Not completed yet',
    COMPLETED: 'Completed',
  },
  modalUnits: (unit) => `How many ${unit} so far`,
  modalUnitsHint: (target, unit) => `A whole number. Target: ${target} ${unit}.`,
  modalNumerator: 'Numerator',
  modalDenominator: 'Denominator',
  modalDenominatorHint: 'Greater than 0.',
  modalValue: (unit) => `Value (${unit})`,
  modalSumHint: 'Each day’s figure adds to those reported before: only the new one goes here.',
  modalNote: 'Note',
  modalNotePlaceholder: 'For example: call published',
  modalBlocked: 'If it is blocked, why',
  modalBlockedHint: 'Empty means that it is not blocked.',
  modalLink: 'Document: link',
  modalLinkPlaceholder: 'https://…',
  modalFile: 'Document: file',
  modalOneDocument: 'Give a link or a file, not both.',
  modalDay: 'The day it speaks of',
  modalDays: 'The day the figures speak of',
  modalOwnDay: 'The day, if not the one at the bottom',
  modalMore: 'More…',
  modalOthers: 'Lines left as they are',
  modalOthersChoice: (count) =>
    count === 1
      ? 'The other is unchanged (1 with a last figure)'
      : `The others are unchanged (${count} with a last figure)`,
  modalOthersHint: 'Confirms the last figure of the lines of this page that were not touched.',
  modalOnlyChanged: 'Only the lines that were changed are recorded.',
  modalLeft: (count) =>
    count === 1 ? '1 is left, on the next page.' : `${count} are left, on the next pages.`,
  modalRecorded: (codes) => `✅ Recorded: ${codes}.`,
  modalNothing: 'Nothing was changed: write at least one figure, or confirm that the others are unchanged.',
  modalSaidMeanwhile: (said, day) =>
    `Meanwhile “${said}” was reported (${day}). Submitted again, what is written here is recorded.`,
  modalRecording: 'It is being recorded: press the button again in a few seconds.',
  modalRecordedLate: '✅ Recorded.',
  workspaceHeld: 'The bot is disconnected from this Slack workspace for now: nothing was recorded.',
  modalChanged: 'The form had changed meanwhile. What you typed is kept: press the button in the form again.',
  modalLoading: 'One moment: the form is opening…',
  modalDismiss: 'Close',
  modalOpenFailed: 'The form did not open in time. Press the button again.',

  blockedTitle: 'Blocked item',
  blockedReason: 'Why it is blocked',
  blockedPlaceholder: 'For example: the opinion is missing',
  snoozeTitle: 'Snooze the check-in',
  snoozeSubmit: 'Snooze',
  snoozeOn: 'Until which day',
  snoozeHint: (until) => `Not after ${until}, the last day for answers.`,
  skipTitle: 'Skip this time',
  skipSubmit: 'Skip',
  skipReason: 'For which reason',
  skipPlaceholder: 'For example: figures come at the end of the month',
  skipHint: (until) => `No reminder will follow for this check-in; it can still be answered until ${until}.`,

  askedNobodyNow: 'No check-in is being sent for now.',
  askedNames: (names) => `To: ${names}.`,
  askedWaiting: (names) => `Waiting for their hours: ${names}.`,
  askedWaitingOne: (name, day, time) => `${name} (${day} at ${time})`,
  askedAway: (names) => `Away: ${names}.`,
  askedAwayOne: (name, until) => `${name} (until ${until})`,
  askedSnoozed: (names) => `Have snoozed a check-in that is still open: ${names}.`,
  askedSnoozedOne: (name, day, time) => `${name} (until ${day}, ${time})`,
  askedHoliday: (names) => `On a non-working day: ${names}.`,
  askedHolidayOne: (name, holiday) => `${name} (${holiday})`,
  askedWeekend: 'weekend',
  askedRecently: (names) => `Have reported in the last days: ${names}.`,
  askedUnreachable: (names) => `Out of reach in the next days: ${names}.`,
  askedMore: (count) => (count === 1 ? '1 more person' : `${count} more people`),
};
