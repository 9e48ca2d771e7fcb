import { WebClient, type WebClientOptions } from '@slack/web-api';
import {
  findInstallation,
  type Installation,
  listInstallations,
  noteHeldToken,
  restoreInstallation,
  revokeInstallation,
} from '../../services/installations.ts';
import { requeueAfterLostAccess } from '../../services/outbox.ts';
import type { EnvironmentParts } from '../environment.ts';
import type { Sealer } from './seal-token.ts';
import { WorkspaceClient } from './workspace-client.ts';
import { RECHECK_MS, type Workspace, type Workspaces } from './workspaces.ts';

/** Of a token that was sealed with another client secret. */
const NOT_OPENED = 'sealed_with_another_client_secret';

/** What Slack says for good: another token comes with the next installation, this one is not asked about again. */
const FINAL: ReadonlySet<string> = new Set(['app_uninstalled', 'tokens_revoked', 'token_revoked']);

/** Slack tells the time of an event in whole seconds. */
const SECOND_MS = 1000;

/**
 * All workspaces that installed the app. Who they are is read from the database at every request, so that what
 * another process installs or revokes holds here too.
 */
export function createInstalledWorkspaces(
  parts: EnvironmentParts,
  sealer: Sealer,
  clientOptions: WebClientOptions,
): Workspaces {
  const { context, logger } = parts;
  const clients = new Map<string, WebClient>();
  /** By sealed token: held from the first word of it on, whether or not the database could be told yet. */
  const held = new Map<string, { readonly because: string; readonly noted: boolean }>();
  let recheck: NodeJS.Timeout | undefined;

  /** What Slack said stands, also where the database is busy: it is told later then. */
  async function hold(installation: Installation, because: string): Promise<void> {
    held.set(installation.sealedToken, { because, noted: false });
    try {
      const isNews = await revokeInstallation(context, installation, because);
      held.set(installation.sealedToken, { because, noted: true });
      if (!isNews) return;
    } catch (err) {
      logger.warn({ err, team: installation.team }, 'not noted in the database');
    }
    logger.error(
      { team: installation.team, name: installation.teamName, because },
      'Slack has taken the app’s access to a workspace back: nothing is sent there, what waits is kept until the app is installed again',
    );
  }

  /** The database knows of what another process has revoked, or restored. */
  function heldBecause({ revoked, sealedToken }: Installation): string | null {
    const known = held.get(sealedToken);
    if (revoked !== null) held.set(sealedToken, { because: revoked.because, noted: true });
    else if (known?.noted) held.delete(sealedToken);
    return held.get(sealedToken)?.because ?? null;
  }

  function clientOf(installation: Installation, token: string): WebClient {
    const { team, sealedToken } = installation;
    const known = clients.get(sealedToken);
    if (known) return known;
    const access = () => ({
      team,
      heldBecause: held.get(sealedToken)?.because ?? null,
      lost: (because: string) => hold(installation, because),
    });
    const client = new WorkspaceClient(token, clientOptions, access, () => context.realNow().getTime());
    clients.set(sealedToken, client);
    return client;
  }

  /** A client of its own: the workspace's makes no calls while it is held. */
  async function works({ team, sealedToken }: Installation): Promise<boolean> {
    const token = sealer.open(team, sealedToken);
    if (token === undefined) return false;
    return new WebClient(token, clientOptions).auth.test().then(
      () => true,
      () => false,
    );
  }

  async function recheckHeld(): Promise<void> {
    for (const installation of await listInstallations(context)) {
      const because = heldBecause(installation);
      if (because !== null && installation.revoked === null) await hold(installation, because);
      if (because === null || FINAL.has(because) || !(await works(installation))) continue;
      held.delete(installation.sealedToken);
      await restoreInstallation(context, installation);
      logger.info(
        { team: installation.team },
        'Slack takes the workspace’s token again: what waited is sent',
      );
    }
    await requeueRefused();
  }

  /**
   * Whichever process was refused: another one may have ended before it could put its messages back. Those of a
   * workspace that is still held wait in the queue then.
   */
  async function requeueRefused(): Promise<void> {
    const installations = await listInstallations(context);
    if (installations.some((each) => heldBecause(each) === null)) await requeueAfterLostAccess(context);
  }

  async function workspaceOf(installation: Installation): Promise<Workspace> {
    const token = sealer.open(installation.team, installation.sealedToken);
    const because = heldBecause(installation) ?? (token === undefined ? NOT_OPENED : null);
    if (because === NOT_OPENED) await hold(installation, because);
    const environment = { ...parts, client: clientOf(installation, token ?? ''), team: installation.team };
    return { environment, botUser: installation.botUser, heldBecause: because };
  }

  return {
    async start() {
      await noteHeldToken(context, null);
      await requeueRefused();
      recheck ??= setInterval(() => {
        recheckHeld().catch((err: unknown) => logger.warn({ err }, 'held workspaces could not be looked at'));
      }, RECHECK_MS);
      recheck.unref();
    },
    stop: () => clearInterval(recheck),
    async find(team) {
      const installation = team === undefined ? undefined : await findInstallation(context, team);
      return installation && workspaceOf(installation);
    },
    async list() {
      const installations = await listInstallations(context);
      return Promise.all(installations.map(workspaceOf));
    },
    async lose({ team, because, at }) {
      const installation = team === undefined ? undefined : await findInstallation(context, team);
      if (!installation) return;
      // Of the installation before this one: Slack promises no order, and sends again for an hour.
      if (at !== null && at + SECOND_MS < Date.parse(installation.installedAt)) return;
      await hold(installation, because);
    },
  };
}
