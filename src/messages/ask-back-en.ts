import type { askBackIt } from './ask-back-it.ts';

export const askBackEn: typeof askBackIt = {
  askBack: {
    WHICH_ITEM: (line) => `Which item is “${line}” about?`,
    WHICH_PHASE: (line) => `Which phase is “${line}” about?`,
    WHICH_NUMBER: (line) => `How is the number in “${line}” to be read?`,
    WHICH_FIGURE: (line) => `“${line}” can be read in several ways: what is to be recorded?`,
    WHICH_CODE: (line) => `The code in “${line}” is not in the plan: which one did you mean?`,
  },
  askBackTogether: (count) => `All ${count} of them`,
  askBackLines: (count) => `${count} separate lines`,
  askBackDecimal: (figure) => `${figure} (decimal)`,
  askBackMenu: 'Choose from the list',
  askBackNone: 'None of these',
  askBackPending: (lines) =>
    lines === 1
      ? 'Nothing is recorded until you choose.'
      : `Nothing is recorded until you choose: the ${lines} lines of the message are recorded together.`,
  askBackRewrite: 'If it is none of these, write the line again with code and figure, such as `1.1.3 60%`.',

  // After the press
  readingChosen: (choice) => `You chose ${choice}.`,
  readingRefused: (choice) => `You chose ${choice}, but it cannot be recorded: the next message says why.`,
  readingNone:
    'Nothing was recorded. Write the line again with code and figure, such as `1.1.3 60% call published`.',
  readingBefore: 'This question was answered before: what was chosen is already recorded.',
  readingSuperseded:
    'The message was edited in the meantime: what it says now counts, and nothing of this question is recorded.',
  readingGone: 'This question is no longer available. Write code and figure again, such as `1.1.3 60%`.',

  // A message edited or deleted after it was recorded
  correctionOffered: (count) =>
    count === 1
      ? 'You edited a message that was already recorded. Shall the correction be recorded?'
      : `You edited a message that was already recorded. Shall the ${count} corrections be recorded?`,
  correctionPending: 'Until you choose, what was recorded stands.',
  correctionRecord: 'Record the correction',
  correctionLeave: 'Leave it as it is',
  correctionLeft: 'No correction: what was recorded stands.',
  keptAfterDeletion: (items) =>
    `What was recorded from that message (${items}) stands. To correct it, send another one with code and figure.`,
};
