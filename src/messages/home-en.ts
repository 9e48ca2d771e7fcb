import type { homeIt } from './home-it.ts';

export const homeEn: typeof homeIt = {
  homeGreeting: (name) => `Good day, ${name}`,
  homeDay: (day, baseline) => `Today is ${day} · baseline ${baseline}`,
  homeAppName: 'ARTI Piano',

  homeCheckIn: (answered, of, until) => `*${answered} of ${of}* answers to the check-in, until ${until}.`,
  homeCheckInDone: (until) =>
    `Thank you: you answered the whole check-in. You may change your answers until ${until}.`,
  homeNoCheckIn: 'No check-in waits for your answer.',
  homeAnswer: 'Answer',
  homeAnswerAgain: 'Change the answers',

  homeItems: 'My open items',
  homeItemsNone: 'You have no open items.',
  homeUrgencies: {
    OVERDUE: 'Overdue',
    BLOCKED: 'Blocked',
    DUE_SOON: 'Due soon',
    AT_RISK: 'At risk',
    UNREPORTED: 'Never reported',
    STALE: 'Stale',
    ON_TRACK: 'On track',
    NOT_DUE: 'Not due',
    COMPLETED: 'Completed',
  },
  homePage: (first, last, of) => `Items ${first}–${last} of ${of}`,
  homePrevious: 'Previous',
  homeNext: 'Next',
  homeUnchanged: 'Unchanged',
  homeDone: 'Done',
  homeHistory: 'History',
  homeExplain: 'Explain',
  homeDelegate: 'Delegate…',
  homeSaidMeanwhile: (item, said, day) =>
    `Meanwhile “${said}” (${day}) was reported of ${item}: nothing was recorded. The home tab now shows the new figure.`,

  homeStructures: 'My structures',
  homePlan: 'The plan',
  homeDetails: 'Details',
  homeMoreStructures: (count) =>
    count === 1
      ? '… and one more structure: `/arti status`.'
      : `… and ${count} more structures: \`/arti status\`.`,
  homeRisks: 'Items at risk',
  homeSeeAll: (count) => `See all (${count})`,
  homeMissing: 'Not answered',
  homeMissingReport: (item) => `Update ${item}`,
  homeMissingAway: 'Set their absence…',
  homeMissingAll: 'See everything',

  homeSaid: 'What I said last',
  homeSaidNone: 'You have not reported anything yet.',
  homeCorrect: 'Correct',
  homeNotInPlan: 'no longer in the plan in force',

  homeSettings: 'My settings',
  homeHours: (from, to) => `*Hours*: from ${from} to ${to}`,
  homeHoursSlack: '*Hours*: as your notifications in Slack',
  homeTimeZone: (zone) => `*Time zone*: ${zone}`,
  homeTimeZoneSlack: (zone) => `*Time zone*: ${zone} (from Slack)`,
  homeTimeZoneDefault: (zone) => `*Time zone*: ${zone} (default)`,
  homeChange: 'Change',
  homeAwayNone: '*Absences*: none. While you are away you are not asked anything.',
  homeAwayNow: (from, until) => `*Away* from ${from} to ${until}: you are not asked anything.`,
  homeAwayLater: (from, until) => `*Absence ahead* from ${from} to ${until}.`,
  homeAwaySetBy: (name) => `Set by ${name}.`,
  homeSetAway: 'Set an absence…',
  homeBack: 'I am back',
  homeAwayCancel: 'Cancel the absence',
  homeDelegated: (item, name, from, until) => `*Delegated*: ${item} to ${name}, from ${from} to ${until}`,
  homeTaken: (item, name, from, until) => `*Taken over*: ${item} from ${name}, from ${from} to ${until}`,
  homeEndDelegation: 'End delegation',
  homeMoreDelegations: (count) =>
    count === 1
      ? '… and one more delegation: `/arti delegate`.'
      : `… and ${count} more delegations: \`/arti delegate\`.`,

  homeSettingsTitle: 'Settings',
  homeSave: 'Save',
  homeHoursChoice: 'When I may be written to',
  homeHoursOwn: 'Within the hours below',
  homeHoursOfSlack: 'As my notifications in Slack',
  homeHoursFrom: 'From',
  homeHoursTo: 'To',
  homeZone: 'Time zone',
  homeZoneOfSlack: (zone) => `The one of Slack (${zone})`,
  homeAwayTitle: 'Absence',
  homeAwayOf: (name) => `Absence of *${name}*.`,
  homeAwayFrom: 'From',
  homeAwayUntil: 'Until (included)',
  homePeriodReversed: 'The last day comes before the first: choose the same day or a later one.',
  homeAwayHint: 'On these days neither check-ins nor reminders are sent.',
  homeDelegateTitle: 'Delegation',
  homeDelegateTo: 'To whom',
  homeDelegateToPlaceholder: 'Choose somebody',
  homeDelegateHint: 'In this period that person is asked.',
};
