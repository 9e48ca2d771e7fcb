/** Whether who was linked to a person of the directory is still a member: people leave, and become guests. */
import type { Context } from '../services/context.ts';
import type { Environment } from './environment.ts';
import { findMember } from './find-member.ts';
import { inTime } from './in-time.ts';
import { isHeld } from './workspaces/lost-access.ts';

/** How long an answer of Slack's holds. */
const HOLDS_MS = 60 * 60_000;
/** How long whoever asks waits for it: Slack in turn waits for us. */
const WAIT_MS = 1000;

type Check = { readonly at: number; readonly isMember: Promise<boolean> };

/** By workspace and user id, of each context. In memory: after a restart everybody is asked about once more. */
const checks = new WeakMap<Context, Map<string, Check>>();

/**
 * Whether Slack still has the user as a member of our workspace, asked once an hour. Nobody is locked out because
 * Slack does not answer, or not in time: they are trusted until it does.
 */
export async function isStillMember(environment: Environment, slackUser: string): Promise<boolean> {
  const now = environment.context.realNow().getTime();
  const known = checksOf(environment).get(keyOf(environment, slackUser));
  const check =
    known && now - known.at < HOLDS_MS ? known : { at: now, isMember: ask(environment, slackUser) };
  checksOf(environment).set(keyOf(environment, slackUser), check);
  return (await inTime(check.isMember, WAIT_MS)) ?? true;
}

/** Slack has just said that the user is a member. */
export function noteMember(environment: Environment, slackUser: string): void {
  const at = environment.context.realNow().getTime();
  checksOf(environment).set(keyOf(environment, slackUser), { at, isMember: Promise.resolve(true) });
}

const keyOf = ({ team }: Environment, slackUser: string): string => `${team}/${slackUser}`;

function checksOf({ context }: Environment): Map<string, Check> {
  const known = checks.get(context) ?? new Map<string, Check>();
  checks.set(context, known);
  return known;
}

async function ask(environment: Environment, slackUser: string): Promise<boolean> {
  try {
    return (await findMember(environment, slackUser)) !== undefined;
  } catch (err) {
    if (!isHeld(err))
      environment.logger.warn({ err }, 'Slack did not say whether somebody is still a member');
    return true;
  }
}
