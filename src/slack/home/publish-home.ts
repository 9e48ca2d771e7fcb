import type { HomeView } from '@slack/types';
import { readHome } from '../../services/read-home.ts';
import type { Press } from '../actions/press.ts';
import { homeView, refusedHome } from '../blocks/home-blocks.ts';
import { homePageIn } from '../blocks/home-controls.ts';
import type { Environment } from '../environment.ts';
import { identify } from '../identify.ts';
import { platformError } from '../platform-error.ts';

export type HomePublication = {
  /** Slack's id of the person. */
  readonly user: string;
  /** Of the items, counted from 0. */
  readonly page: number;
  /** Of the home tab that was acted upon; null where it is not known. */
  readonly hash: string | null;
};

/**
 * Draws somebody's home tab anew. Where it was drawn by something else meanwhile, it is read once more and drawn over
 * that: what comes last shows all that was recorded before.
 */
export async function publishHome(environment: Environment, publication: HomePublication): Promise<void> {
  const { user, page, hash } = publication;
  const view = await readView(environment, user, page);
  try {
    await environment.client.views.publish({ user_id: user, view, ...(hash ? { hash } : {}) });
  } catch (error) {
    if (platformError(error) !== 'hash_conflict') throw error;
    await environment.client.views.publish({ user_id: user, view: await readView(environment, user, page) });
  }
}

async function readView(environment: Environment, user: string, page: number): Promise<HomeView> {
  const { context, voice } = environment;
  const caller = await identify(environment, user);
  if (!caller.ok) return refusedHome(caller.refusal, voice);
  const { person, actor } = caller.value;
  const home = await readHome(context, person, actor);
  return home.ok ? homeView(home.value, page, voice) : refusedHome(home.refusal, voice);
}

/** After something was done in the home tab or in a form opened from it. What was done stands, also if this fails. */
export async function refreshHome(environment: Environment, publication: HomePublication): Promise<void> {
  try {
    await publishHome(environment, publication);
  } catch (error) {
    environment.logger.warn({ err: error }, 'the home tab was not drawn anew');
  }
}

/** The same after a press in the home tab: on the page that it showed. Elsewhere there is nothing to draw. */
export async function refreshPressed(environment: Environment, { user, view }: Press): Promise<void> {
  if (view?.type !== 'home') return;
  const page = homePageIn(view.privateMetadata);
  await refreshHome(environment, { user, page, hash: view.hash || null });
}

/** The page that the home tab shows in which a control was used; null for a control elsewhere. */
export const homePageOf = ({ view }: Pick<Press, 'view'>): number | null =>
  view?.type === 'home' ? homePageIn(view.privateMetadata) : null;
