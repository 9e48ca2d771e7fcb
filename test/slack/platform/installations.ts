import { createSealer } from '../../../src/slack/workspaces/seal-token.ts';
import type { TestContext } from '../../helpers/context.ts';
import { CLIENT_SECRET } from './running-app.ts';

/** As an installation by OAuth leaves it in the database. */
export async function installed(
  { store }: TestContext,
  team: string,
  token: string,
  installedAt = '2020-09-14T07:00:00.000Z',
): Promise<void> {
  await store.saveInstallation({
    team,
    teamName: `Area ${team}`,
    botUser: `U0BOT${team}`,
    scopes: [],
    sealedToken: createSealer(CLIENT_SECRET).seal(team, token),
    installedAt,
    revoked: null,
  });
}
