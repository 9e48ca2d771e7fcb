/** Every event that is listened to, by its type; beside them only those of the installation itself. */
import type { EventListeners } from './event-listener.ts';
import { hearMessage, tellWriter } from './hear-message.ts';
import { openHome } from './home-opened.ts';
import { unfurlCodes } from './unfurl-codes.ts';
import { unfurlLinks } from './unfurl-links.ts';

export const EVENTS: ReadonlyMap<string, EventListeners> = new Map<string, EventListeners>([
  ['message', { record: hearMessage, tell: tellWriter, follow: unfurlCodes }],
  ['app_home_opened', { follow: openHome }],
  ['link_shared', { follow: unfurlLinks }],
]);
