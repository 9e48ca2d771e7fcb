import { z } from 'zod';
import { homePageIn } from '../blocks/home-controls.ts';
import { learnTimeZone } from '../home/learn-time-zone.ts';
import { publishHome } from '../home/publish-home.ts';
import { identify } from '../identify.ts';
import type { EventListener } from './event-listener.ts';

const homeOpened = z.object({
  user: z.string(),
  tab: z.string(),
  /** As it stands; missing the first time. */
  view: z.object({ private_metadata: z.string().default('') }).nullish(),
});

/** Somebody looks at the home tab: it shows how things stand now, on the page where they were today. */
export const openHome: EventListener = async (environment, { event }) => {
  const { data: opened } = homeOpened.safeParse(event);
  if (opened?.tab !== 'home') return;
  const { user } = opened;
  const page = homePageIn(opened.view?.private_metadata ?? '', environment.context.clock.today());
  await publishHome(environment, { user, page, hash: null });
  const caller = await identify(environment, user);
  if (!caller.ok) return;
  const learnt = await learnTimeZone(environment, caller.value.person, user);
  if (learnt) await publishHome(environment, { user, page, hash: null });
};
