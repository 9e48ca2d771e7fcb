import type { ClaimedMessage, Deliver, Settlement } from '../../services/outbox.ts';
import type { Environment } from '../environment.ts';
import { isHeld, WorkspaceHeld } from '../workspaces/lost-access.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import { chooseWorkspace } from './choose-workspace.ts';
import { deliverMessage } from './deliver-message.ts';
import { settlementOf } from './settlement-of.ts';

/** Sends what the outbox holds, each message to the workspace in which its receiver is known. */
export function createDeliver(
  workspaces: Pick<Workspaces, 'list'>,
  parts: Pick<Environment, 'context' | 'logger'>,
): Deliver {
  const { context, logger } = parts;
  /**
   * By message, how often it was claimed and Slack took nothing for its workspace. Such an attempt left nothing behind
   * there: it is neither looked for there, nor does it make the message wait longer. Lost at a restart, which
   * costs one look.
   */
  const heldAttempts = new Map<number, number>();

  async function deliver(message: ClaimedMessage): Promise<Settlement> {
    const known = await workspaces.list();
    const environment = await chooseWorkspace(known, message.destination);
    const { team } = environment;
    const heldBecause = known.find((each) => each.environment === environment)?.heldBecause ?? null;
    if (heldBecause !== null) throw new WorkspaceHeld(team, heldBecause);
    const attempt = message.attempt - (heldAttempts.get(message.id) ?? 0);
    const settlement = await deliverMessage(
      environment,
      { ...message, attempt },
      (other) => known.find((each) => each.environment.team === other)?.environment,
    );
    if (settlement.outcome !== 'RETRY') heldAttempts.delete(message.id);
    return settlement;
  }

  return async (message) => {
    try {
      return await deliver(message);
    } catch (error) {
      if (isHeld(error)) heldAttempts.set(message.id, (heldAttempts.get(message.id) ?? 0) + 1);
      return settlementOf({ context, logger }, message, error);
    }
  };
}
