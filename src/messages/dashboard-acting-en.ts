import type { DashboardActingTexts } from './dashboard-acting-it.ts';

/** What the forms of the dashboard say, in English. */
export const dashboardActingEn: DashboardActingTexts = {
  report: 'Report',
  reportOf: (what) => `Report on phase ${what}`,
  measure: 'Record a figure',
  measureOf: (what) => `Record a figure of goal ${what}`,
  correct: 'Correct',
  correctReportOf: (what, day) => `Correct what was reported on phase ${what} as of ${day}`,
  correctMeasurementOf: (what, day) => `Correct the figure of goal ${what} as of ${day}`,
  correctHint:
    'A correction is a new report about the same day: the earlier one stays on record. Write in full what is right.',
  resume: 'Resume the draft',

  percent: 'Progress (%)',
  percentHint: 'From 0 to 100, at most two decimals.',
  units: (unit) => `How many ${unit} so far`,
  unitsHint: (target, unit) =>
    `A whole number, from the start until today. To be reached: ${target} ${unit}.`,
  done: 'The phase is complete',
  blockedBecause: 'If it is blocked, why',
  blockedHint: 'Empty means that it is not blocked.',
  numerator: 'Numerator',
  denominator: 'Denominator',
  denominatorHint: 'Greater than 0.',
  value: (unit) => `Value (${unit})`,
  note: 'Note',
  evidence: 'Document (link)',
  evidenceHint: 'An address that begins with https://',
  reportedOn: 'The day it speaks of',
  reportedOnHint: 'Empty means today.',
  optional: 'optional',
  last: (what) => `Last reported: ${what}.`,

  send: 'Record',
  sendAgain: 'Send again',
  sending: 'Recording…',
  close: 'Close',
  closeKeeping: 'Close and keep the draft',
  discard: 'Delete the draft',
  recorded: (goal, percent, coverage) =>
    `Recorded. Goal ${goal} now stands at ${percent} (coverage ${coverage}).`,
  recordedBefore: (goal, percent, coverage) =>
    `It had been recorded already, once only. Goal ${goal} now stands at ${percent} (coverage ${coverage}).`,
  numberProblems: {
    NOT_A_NUMBER: 'Not a number. Write, for example, 62.5.',
    DOUBTFUL:
      'It could be thousands or decimals. Write thousands with a comma (8,006) or with nothing; decimals with one more zero (8.0060).',
  },
  refusedTitle: 'Not recorded',
  cutTitle: 'No answer came',
  cut: 'What was typed is kept. Sent again, it is still recorded once only.',
  signedOutTitle: 'The session has ended',
  signedOut:
    'What was typed is kept. In Slack write /arti dashboard and open the link in the answer; then come back here and send again.',
  signIn: 'Go to the sign-in page',
};
