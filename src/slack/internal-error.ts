import { randomUUID } from 'node:crypto';
import { StoreBusy } from '../services/context.ts';
import type { Environment } from './environment.ts';
import { isHeld } from './workspaces/lost-access.ts';

/**
 * Logs a bug under an id that the user is told: the one thing that joins what they saw to what happened. A database
 * that somebody else holds is no bug: nothing was written, and trying again will do. Nor is a workspace that is held,
 * of which the operator was told when it was.
 */
export function reportInternalError({ logger, voice }: Environment, error: unknown, where: string): string {
  if (error instanceof StoreBusy) {
    logger.warn({ where }, 'the database was busy');
    return voice.t.busy;
  }
  if (isHeld(error)) {
    logger.warn({ where }, 'the workspace is held: Slack could not be asked, or told');
    return voice.t.workspaceHeld;
  }
  const id = randomUUID().slice(0, 8);
  logger.error({ err: error, errorId: id, where }, 'a listener failed');
  return voice.t.internalError(id);
}
