import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from './environment.ts';

/** Bolt and its client speak to a logger of their own shape. */
export function boltLogger(logger: Logger): BoltLogger {
  const text = (parts: unknown[]) => parts.map(String).join(' ');
  return {
    debug: () => undefined,
    info: (...parts) => logger.info({}, text(parts)),
    warn: (...parts) => logger.warn({}, text(parts)),
    error: (...parts) => logger.error({}, text(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
