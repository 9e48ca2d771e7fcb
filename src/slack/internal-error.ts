import { randomUUID } from 'node:crypto';
import type { Environment } from './environment.ts';

/** Logs a bug under an id that the user is told: the one thing that joins what they saw to what happened. */
export function reportInternalError({ logger, voice }: Environment, error: unknown, where: string): string {
  const id = randomUUID().slice(0, 8);
  logger.error({ err: error, errorId: id, where }, 'a listener failed');
  return voice.t.internalError(id);
}
