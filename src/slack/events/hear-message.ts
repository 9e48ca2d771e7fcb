import { plainMessage } from '../blocks/help-blocks.ts';
import { answerMessage } from './answer-message.ts';
import type { EventListener, EventListeners } from './event-listener.ts';
import { readMessageEvent } from './message-event.ts';

/** A message somewhere the bot is: what a person does in the conversation with it is answered. */
export const hearMessage: EventListener = async (environment, { event }) => {
  const heard = readMessageEvent(environment.team, event);
  if (heard) await answerMessage(environment, heard);
};

/** In the conversation in which it was said. */
export const tellWriter: NonNullable<EventListeners['tell']> = async (environment, { event }, text) => {
  const heard = readMessageEvent(environment.team, event);
  if (!heard) return;
  await environment.client.chat.postMessage({ channel: heard.channel, ...plainMessage(text) });
};
