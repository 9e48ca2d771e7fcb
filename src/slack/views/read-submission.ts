import { readView } from '../actions/read-press.ts';
import type { Submission } from './submission.ts';

/** A submitted view as Slack sends it, by the user with that id. */
export const readSubmission = (slackView: object, user: string): Submission => ({
  ...readView(slackView),
  user,
});
