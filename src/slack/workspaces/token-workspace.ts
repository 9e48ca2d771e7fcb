import { WebClient, type WebClientOptions } from '@slack/web-api';
import { type HeldWorkspace, noteHeldToken } from '../../services/installations.ts';
import { requeueAfterLostAccess } from '../../services/outbox.ts';
import type { Environment, EnvironmentParts } from '../environment.ts';
import { type Access, WorkspaceClient } from './workspace-client.ts';
import { RECHECK_MS, type Workspaces } from './workspaces.ts';

/**
 * The one workspace of a bot token. When Slack takes the token no more, nothing is sent until it answers
 * `auth.test` again, which is asked from time to time; another token needs a restart.
 */
export function createTokenWorkspace(
  parts: EnvironmentParts,
  botToken: string,
  clientOptions: WebClientOptions,
): Workspaces {
  const { context, logger } = parts;
  /** Known once the bot has started. */
  let started: { readonly environment: Environment; readonly botUser: string } | undefined;
  let heldBecause: string | null = null;
  let recheck: NodeJS.Timeout | undefined;

  async function hold(because: string): Promise<void> {
    if (heldBecause !== null) return;
    heldBecause = because;
    const team = started?.environment.team ?? null;
    logger.error(
      { team, because },
      'Slack takes the bot’s token no more: nothing is sent, what waits is kept. Install the app again and, if its token is another one, restart',
    );
    await note({ team, name: null, at: context.realNow().toISOString(), because });
  }

  /** For the operator's command line. What Slack said stands, also where the database is busy. */
  const note = (held: HeldWorkspace | null): Promise<void> =>
    noteHeldToken(context, held).catch((err: unknown) => logger.warn({ err }, 'not noted in the database'));

  /** A client of its own: the other one makes no calls while the token is held. */
  const checking = new WebClient(botToken, clientOptions);
  async function resume(): Promise<void> {
    const works = await checking.auth.test().then(
      () => true,
      () => false,
    );
    if (!works || heldBecause === null) return;
    heldBecause = null;
    logger.info(
      { team: started?.environment.team },
      'Slack takes the bot’s token again: what waited is sent',
    );
    await note(null);
    context.wakeDelivery();
  }

  /** Whichever process was refused: another one may have ended before it could put its messages back. */
  async function look(): Promise<void> {
    if (heldBecause !== null) await resume();
    if (heldBecause === null) await requeueAfterLostAccess(context);
  }

  const access = (): Access => ({ team: started?.environment.team, heldBecause, lost: hold });
  const client = new WorkspaceClient(botToken, clientOptions, access, () => context.realNow().getTime());
  return {
    async start() {
      const { team_id: team, user_id: botUser } = await checking.auth.test();
      if (team === undefined || botUser === undefined) throw new Error('auth.test named no workspace');
      started = { environment: { ...parts, client, team }, botUser };
      await noteHeldToken(context, null);
      await requeueAfterLostAccess(context);
      recheck ??= setInterval(() => {
        look().catch((err: unknown) =>
          logger.warn({ err }, 'whether the token works could not be looked at'),
        );
      }, RECHECK_MS);
      recheck.unref();
    },
    stop: () => clearInterval(recheck),
    // Whoever asks, also from another organisation's side of a shared channel, asks the one bot that there is.
    find: async () => started && { ...started, heldBecause },
    list: async () => (started === undefined ? [] : [{ ...started, heldBecause }]),
    lose: ({ because }) => hold(because),
  };
}
