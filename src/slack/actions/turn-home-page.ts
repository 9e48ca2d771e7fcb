import type { Environment } from '../environment.ts';
import { publishHome } from '../home/publish-home.ts';
import type { Press } from './press.ts';

/** A press on “previous” or “next” under the items of the home tab. */
export const turnHomePage = (environment: Environment, { user, value, view }: Press): Promise<void> =>
  publishHome(environment, { user, page: Number.parseInt(value, 10) || 0, hash: view?.hash || null });
