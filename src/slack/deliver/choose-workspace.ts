/** Where there are several workspaces: in which of them the receiver of a message is known. */
import type { Destination } from '../../domain/notice.ts';
import { slackIdOf } from '../../services/slack-links.ts';
import type { Environment } from '../environment.ts';
import { WorkspaceHeld } from '../workspaces/lost-access.ts';
import type { Workspace } from '../workspaces/workspaces.ts';
import { findChannel, findUser, Undeliverable } from './resolve-channel.ts';

/**
 * The workspace to send to: the one that an answer belongs to, or in which the person or channel was found before,
 * else the first, in the order of installation, in which Slack finds it now.
 *
 * @throws WorkspaceHeld when only one to which nothing is sent for now may know the receiver
 * @throws Undeliverable when none knows it
 */
export async function chooseWorkspace(
  workspaces: readonly Workspace[],
  destination: Destination,
): Promise<Environment> {
  const [first, ...others] = workspaces;
  if (!first) throw new WorkspaceHeld(undefined, 'not_installed');
  if (destination.kind === 'CONVERSATION') return ofConversation(workspaces, first, destination.team);
  if (others.length === 0) return first.environment;
  const homes = await homesOf(workspaces, destination);
  // One that takes messages before one that does not: a colleague may be in both.
  const home = homes.find(({ heldBecause }) => heldBecause === null) ?? homes[0];
  return home?.environment ?? lookedUp(workspaces, destination);
}

/**
 * Where else an earlier attempt may have gone, when another workspace took messages.
 * @throws WorkspaceHeld when there one can't look now
 */
export async function otherHomes(
  workspaces: readonly Workspace[],
  destination: Destination,
  chosen: Environment,
): Promise<readonly Environment[]> {
  if (destination.kind === 'CONVERSATION' || workspaces.length < 2) return [];
  const homes = await homesOf(workspaces, destination);
  const others = homes.filter(({ environment }) => environment !== chosen);
  const held = others.find(({ heldBecause }) => heldBecause !== null);
  if (held) throw new WorkspaceHeld(held.environment.team, held.heldBecause ?? '');
  return others.map(({ environment }) => environment);
}

/** A conversation noted without its workspace is of the time when there was but one. */
function ofConversation(
  workspaces: readonly Workspace[],
  first: Workspace,
  team: string | undefined,
): Environment {
  if (team === undefined) return first.environment;
  const own = workspaces.find(({ environment }) => environment.team === team);
  if (!own) throw new Undeliverable(`workspace_not_installed: ${team}`);
  return own.environment;
}

type Named = Exclude<Destination, { readonly kind: 'CONVERSATION' }>;

const keyOf = (destination: Named): string =>
  destination.kind === 'PERSON' ? destination.person : destination.name;

/** In which the person or channel was found before. */
async function homesOf(workspaces: readonly Workspace[], destination: Named): Promise<readonly Workspace[]> {
  const found: Workspace[] = [];
  for (const workspace of workspaces) {
    const { context, team } = workspace.environment;
    const id = await slackIdOf(context, destination.kind, team, keyOf(destination));
    if (id !== undefined) found.push(workspace);
  }
  return found;
}

async function lookedUp(workspaces: readonly Workspace[], destination: Named): Promise<Environment> {
  const find = destination.kind === 'PERSON' ? findUser : findChannel;
  for (const { environment, heldBecause } of workspaces) {
    if (heldBecause === null && (await find(environment, keyOf(destination))) !== undefined)
      return environment;
  }
  const held = workspaces.find(({ heldBecause }) => heldBecause !== null);
  // Perhaps it is known there: until somebody can ask, nobody knows.
  if (held) throw new WorkspaceHeld(held.environment.team, held.heldBecause ?? '');
  throw new Undeliverable(
    destination.kind === 'PERSON' ? 'users_not_found' : `channel_not_found: #${keyOf(destination)}`,
  );
}
