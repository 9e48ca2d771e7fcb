/** Every event that is listened to, by its type; beside them only those of the installation itself. */
import type { EventListener } from './event-listener.ts';
import { hearMessage } from './hear-message.ts';
import { openHome } from './home-opened.ts';
import { unfurlCodes } from './unfurl-codes.ts';
import { unfurlLinks } from './unfurl-links.ts';

export const EVENTS: ReadonlyMap<string, EventListener> = new Map<string, EventListener>([
  [
    'message',
    async (environment, delivery) => {
      await hearMessage(environment, delivery);
      await unfurlCodes(environment, delivery.event);
    },
  ],
  ['app_home_opened', openHome],
  ['link_shared', (environment, { event }) => unfurlLinks(environment, event)],
]);
