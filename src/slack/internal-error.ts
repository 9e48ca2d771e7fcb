import { randomUUID } from 'node:crypto';
import { StoreBusy, StoreFailed } from '../services/context.ts';
import type { Environment } from './environment.ts';
import { isHeld } from './workspaces/lost-access.ts';

/**
 * Logs a bug under an id that the user is told: the one thing that joins what they saw to what happened. A database
 * that somebody else holds is no bug: nothing was written, and trying again will do. Nor is a disk that takes nothing,
 * nor a workspace that is held, of which the operator was told when it was.
 */
export function reportInternalError({ logger, voice }: Environment, error: unknown, where: string): string {
  if (error instanceof StoreBusy) {
    logger.warn({ where }, 'the database was busy');
    return voice.t.busy;
  }
  if (error instanceof StoreFailed) {
    logger.warn({ where, code: error.code }, 'the disk took nothing: it was not recorded');
    return voice.t.notStored;
  }
  if (isHeld(error)) {
    logger.warn({ where }, 'the workspace is held: Slack could not be asked, or told');
    return voice.t.workspaceHeld;
  }
  const id = randomUUID().slice(0, 8);
  logger.error({ err: error, errorId: id, where }, 'a listener failed');
  return voice.t.internalError(id);
}
