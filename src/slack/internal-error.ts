import { randomUUID } from 'node:crypto';
import { StoreBusy } from '../services/context.ts';
import type { Environment } from './environment.ts';

/**
 * Logs a bug under an id that the user is told: the one thing that joins what they saw to what happened. A database
 * that somebody else holds is no bug: nothing was written, and trying again will do.
 */
export function reportInternalError({ logger, voice }: Environment, error: unknown, where: string): string {
  if (error instanceof StoreBusy) {
    logger.warn({ where }, 'the database was busy');
    return voice.t.busy;
  }
  const id = randomUUID().slice(0, 8);
  logger.error({ err: error, errorId: id, where }, 'a listener failed');
  return voice.t.internalError(id);
}
