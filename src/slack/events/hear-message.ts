import { plainMessage } from '../blocks/help-blocks.ts';
import { reportInternalError } from '../internal-error.ts';
import { isHeld } from '../workspaces/lost-access.ts';
import { answerMessage } from './answer-message.ts';
import type { EventListener } from './event-listener.ts';
import { readMessageEvent } from './message-event.ts';

/** A message somewhere the bot is: what a person does in the conversation with it is answered. */
export const hearMessage: EventListener = async (environment, { event }) => {
  const heard = readMessageEvent(environment.team, event);
  if (!heard) return;
  try {
    await answerMessage(environment, heard);
  } catch (error) {
    if (isHeld(error)) throw error;
    const text = reportInternalError(environment, error, 'direct message');
    // Slack need not wait for what only tells the person.
    environment.client.chat
      .postMessage({ channel: heard.channel, ...plainMessage(text) })
      .catch((err: unknown) => reportInternalError(environment, err, 'telling of a failure'));
  }
};
