import type { DashboardSignInTexts } from './dashboard-sign-in-it.ts';

/** The page by which one signs in, in English. */
export const dashboardSignInEn: DashboardSignInTexts = {
  title: 'Sign in to the dashboard',
  ready: 'Your personal link is ready: it is valid once, and for five minutes.',
  enter: 'Sign in',
  entering: 'Signing in…',
  entered: (name) => `Signed in: ${name}.`,
  refusedTitle: 'The link is not valid',
  refusedHint: 'To get another one, write /arti dashboard in Slack again.',
  unreachable: 'The service does not answer: the link stays valid until it expires. You can try again.',
  tryAgain: 'Try again',
  how: 'How to sign in',
  steps: [
    'In Slack, in any channel, write /arti dashboard.',
    'The bot answers with a personal link, which nobody else sees.',
    'Open the link within five minutes and press “Sign in”.',
  ],
  provider: 'Sign in with your agency account',
  or: 'Or',
  backToPlan: 'Back to the plan',
};
