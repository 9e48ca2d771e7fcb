/** Workspaces in which the app is installed, and those that Slack has closed to it. */
import type { Installation } from '../store/port.ts';
import type { Context } from './context.ts';
import { requeueAfterLostAccess } from './outbox.ts';

export type { Installation } from '../store/port.ts';

/** A workspace to which nothing is sent: what waits for it stays in the queue. */
export type HeldWorkspace = {
  /** Slack's id of it; null where Slack refused the token before it could be asked. */
  readonly team: string | null;
  readonly name: string | null;
  /** ISO instant. */
  readonly at: string;
  /** Slack's own word, `token_revoked` for one. */
  readonly because: string;
};

/** Adds the workspace or puts the new token in the place of the old one; what waits for it is sent. */
export async function saveInstallation(
  context: Context,
  installation: Omit<Installation, 'installedAt' | 'revoked'>,
): Promise<void> {
  const installedAt = context.realNow().toISOString();
  await context.store.saveInstallation({ ...installation, installedAt, revoked: null });
  await requeueAfterLostAccess(context);
  context.wakeDelivery();
}

export const findInstallation = ({ store }: Context, team: string): Promise<Installation | undefined> =>
  store.findInstallation(team);

/** In the order in which they were installed, the revoked ones too. */
export const listInstallations = async ({ store }: Context): Promise<readonly Installation[]> =>
  [...(await store.listInstallations())].sort((a, b) =>
    a.installedAt === b.installedAt ? 0 : a.installedAt < b.installedAt ? -1 : 1,
  );

/**
 * Slack has taken the token of `known` back; true when that is news. Nothing happens where the app was installed
 * anew meanwhile: the word is about a token that is used no more.
 */
export async function revokeInstallation(
  context: Context,
  known: Pick<Installation, 'team' | 'sealedToken'>,
  because: string,
): Promise<boolean> {
  return context.store.revokeInstallation(known, { at: context.realNow().toISOString(), because });
}

/**
 * Slack takes the token of `known` again, with which nothing was sent for a while. Nothing happens where the app was
 * installed anew meanwhile: the older token does not come back.
 */
export async function restoreInstallation(
  context: Context,
  known: Pick<Installation, 'team' | 'sealedToken'>,
): Promise<void> {
  if (await context.store.restoreInstallation(known)) context.wakeDelivery();
}

/** Where the one workspace of a bot token is noted as held: another process tells the operator of it. */
const HELD_SETTING = 'slack-held';

/** @param held null when the token works, or when there is none */
export const noteHeldToken = ({ store }: Context, held: HeldWorkspace | null): Promise<void> =>
  store.setSetting(HELD_SETTING, held === null ? '' : JSON.stringify(held));

/** Every workspace to which nothing is sent for now. */
export async function listHeldWorkspaces(context: Context): Promise<readonly HeldWorkspace[]> {
  const noted = (await context.store.getSetting(HELD_SETTING)) ?? '';
  const ofToken: readonly HeldWorkspace[] = noted === '' ? [] : [JSON.parse(noted)];
  const installations = await listInstallations(context);
  const revoked = installations.flatMap((each) =>
    each.revoked === null ? [] : [{ team: each.team, name: each.teamName, ...each.revoked }],
  );
  return [...ofToken, ...revoked];
}
