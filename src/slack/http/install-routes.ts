/** Installation into workspaces by OAuth: the page that sends to Slack, and the one to which Slack sends back. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger as BoltLogger } from '@slack/bolt';
import { ErrorCode, type Installation, InstallProvider, type InstallURLOptions } from '@slack/oauth';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { InstallRefusal } from '../../messages/install.ts';
import { saveInstallation } from '../../services/installations.ts';
import type { Environment } from '../environment.ts';
import type { Sealer } from '../workspaces/seal-token.ts';
import { installedPage, invitationPage, refusedPage, sendPage, setPageHeaders } from './install-pages.ts';
import { createInstallState, STATE_SECONDS } from './install-state.ts';

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

export type OauthOptions = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where Slack sends back to, as the manifest has it. */
  readonly redirectUrl: string;
  /** Ids of the workspaces that may install the app: the people of any other are not ours, whatever their addresses. */
  readonly teams: readonly string[];
};

export type InstallRoutes = {
  /** Answers {@link INSTALL_PATH} and {@link REDIRECT_PATH}, and tells whether it did. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
};

type Parts = Pick<Environment, 'context' | 'logger' | 'voice'> & {
  readonly sealer: Sealer;
  readonly clientOptions: WebClientOptions;
  readonly boltLogger: BoltLogger;
  /** The bot's, as the manifest asks for them. */
  readonly scopes: readonly string[];
  /** Where Slack's authorization page is, when that is not Slack's own. */
  readonly authorizationUrl: string | null;
};

export function createInstallRoutes(options: OauthOptions, parts: Parts): InstallRoutes {
  const { context, logger, sealer } = parts;
  const { language } = parts.voice;
  const state = createInstallState(options.clientSecret);
  const asked: InstallURLOptions = { scopes: [...parts.scopes], redirectUri: options.redirectUrl };
  const provider = new InstallProvider({
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    stateStore: {
      generateStateParam: async (_asked, now) => state.generate(now),
      verifyStateParam: async (now, given) => {
        state.take(now, given);
        return asked;
      },
    },
    stateCookieExpirationSeconds: STATE_SECONDS,
    installationStore: {
      storeInstallation: (installation) => store(installation),
      fetchInstallation: async () => {
        throw new Error('installations are read by us');
      },
    },
    renderHtmlForInstallPath: (address) => invitationPage(language, address),
    clientOptions: parts.clientOptions,
    logger: parts.boltLogger,
    ...(parts.authorizationUrl === null ? {} : { authorizationUrl: parts.authorizationUrl }),
  });

  async function store({ team, bot }: Installation): Promise<void> {
    if (!team || !bot) throw new Error('an installation without a workspace or a bot was let through');
    await saveInstallation(context, {
      team: team.id,
      teamName: team.name ?? team.id,
      botUser: bot.userId,
      scopes: bot.scopes,
      sealedToken: sealer.seal(team.id, bot.token),
    });
    logger.info({ team: team.id, name: team.name }, 'a workspace has installed the app');
    const missing = parts.scopes.filter((scope) => !bot.scopes.includes(scope));
    if (missing.length > 0) logger.warn({ team: team.id, missing }, 'Slack did not grant every scope');
  }

  /** Slack has given the token already: one that is not taken is given back. */
  async function giveBack(installation: Installation, refusal: InstallRefusal): Promise<void> {
    logger.warn({ team: installation.team?.id, ...refusal }, 'an installation was refused');
    const token = installation.bot?.token;
    if (token === undefined) return;
    await new WebClient(token, parts.clientOptions).auth
      .revoke()
      .catch((err: unknown) => logger.warn({ err }, 'the token of a refused installation was not revoked'));
  }

  return {
    async handle(request, response) {
      const path = (request.url ?? '').split('?')[0];
      if (path !== INSTALL_PATH && path !== REDIRECT_PATH) return false;
      if (request.method !== 'GET') {
        response.writeHead(405, { allow: 'GET' }).end();
        return true;
      }
      setPageHeaders(response);
      if (path === INSTALL_PATH) {
        await provider.handleInstallPath(request, response, {}, asked);
        return true;
      }
      await provider.handleCallback(request, response, {
        async afterInstallation(installation) {
          const refusal = refusalOf(installation, options.teams);
          if (refusal === null) return true;
          await giveBack(installation, refusal);
          sendPage(response, 403, refusedPage(language, refusal));
          return false;
        },
        success({ team }) {
          sendPage(response, 200, installedPage(language, team?.name ?? team?.id ?? ''));
        },
        failure(error) {
          const refusal = failureOf(error.code, request.url ?? '');
          sendPage(response, refusal.kind === 'FAILED' ? 500 : 400, refusedPage(language, refusal));
        },
      });
      return true;
    },
  };
}

/** Null for an installation that is taken. */
function refusalOf(
  { isEnterpriseInstall, team, bot }: Installation,
  teams: readonly string[],
): InstallRefusal | null {
  if (isEnterpriseInstall || !team) return { kind: 'ORGANISATION' };
  if (!teams.includes(team.id)) return { kind: 'OTHER_WORKSPACE', team: team.id };
  if (!bot) return { kind: 'NO_BOT' };
  return bot.refreshToken === undefined ? null : { kind: 'EXPIRING_TOKEN' };
}

function failureOf(code: string, url: string): InstallRefusal {
  const { searchParams } = new URL(url, 'http://unused');
  if (searchParams.get('error') === 'access_denied') return { kind: 'CANCELLED' };
  const ours: readonly string[] = [
    ErrorCode.InvalidStateError,
    ErrorCode.MissingStateError,
    ErrorCode.MissingCodeError,
  ];
  return { kind: ours.includes(code) ? 'NOT_FROM_HERE' : 'FAILED' };
}
