import type { ClaimedMessage, Deliver, Settlement } from '../../services/outbox.ts';
import type { Environment } from '../environment.ts';
import { CallHeld } from '../workspaces/call-gate.ts';
import { isHeld, lostAccess, WorkspaceHeld } from '../workspaces/lost-access.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import { beginAttempt } from './attempt.ts';
import { chooseWorkspace, otherHomes } from './choose-workspace.ts';
import { deliverMessage } from './deliver-message.ts';
import { settlementOf } from './settlement-of.ts';

/** Sends what the outbox holds, each message to the workspace in which its receiver is known. */
export function createDeliver(
  workspaces: Pick<Workspaces, 'list'>,
  parts: Pick<Environment, 'context' | 'logger'>,
): Deliver {
  /**
   * By message, how often it was claimed and no call was made, for want of access or because Slack asked to wait. Such
   * an attempt does not make the message wait longer. Lost at a restart, which costs no more than that.
   */
  const idleAttempts = new Map<number, number>();
  const counted = (message: ClaimedMessage): ClaimedMessage => ({
    ...message,
    attempt: message.attempt - (idleAttempts.get(message.id) ?? 0),
  });

  async function deliver(message: ClaimedMessage, postBy: string | null): Promise<Settlement> {
    const known = await workspaces.list();
    const environment = await chooseWorkspace(known, message.destination);
    const heldBecause = known.find((each) => each.environment === environment)?.heldBecause ?? null;
    if (heldBecause !== null) throw new WorkspaceHeld(environment.team, heldBecause);
    return deliverMessage(environment, counted(message), {
      elsewhere: beginAttempt(message).inDoubt
        ? await otherHomes(known, message.destination, environment)
        : [],
      environmentOf: (team) => known.find((each) => each.environment.team === team)?.environment,
      postBy,
    });
  }

  async function failed(message: ClaimedMessage, error: unknown): Promise<Settlement> {
    if (isHeld(error) || error instanceof CallHeld) {
      idleAttempts.set(message.id, (idleAttempts.get(message.id) ?? 0) + 1);
    }
    const settlement = settlementOf(parts, counted(message), error, beginAttempt(message));
    const refused = lostAccess(error);
    // Installed again while the call with the older token was under way: nothing would put the message back.
    const isOver =
      refused !== undefined && (await workspaces.list()).every((each) => each.heldBecause === null);
    return settlement.outcome === 'DEAD' && isOver
      ? { outcome: 'RETRY', notBefore: now(), error: settlement.error, doubtful: false }
      : settlement;
  }

  const now = () => parts.context.realNow().toISOString();

  return async (message, postBy) => {
    const settlement = await deliver(message, postBy ?? null).catch((error: unknown) =>
      failed(message, error),
    );
    if (settlement.outcome !== 'RETRY') idleAttempts.delete(message.id);
    return settlement;
  };
}
