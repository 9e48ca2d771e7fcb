import type { Context } from '../services/context.ts';
import { sendOwedMessages } from '../services/send-owed-messages.ts';
import { EVERY_MINUTE, startTicking, type Ticking } from './start-ticking.ts';

/** Sends what check-ins still owe, at every minute: reminders, ends of snoozes, questions that waited for hours. */
export const startOwedMessages = (
  context: Context,
  onError: (error: unknown) => void,
  tick = EVERY_MINUTE,
): Ticking => startTicking(() => sendOwedMessages(context), onError, { tick });
