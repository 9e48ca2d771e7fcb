import { setTimeout as sleep } from 'node:timers/promises';
import { platformError } from './slack/platform-error.ts';
import { StartError } from './start-error.ts';

/** Slack's answers that no waiting mends: the operator has to change the token, or the app. */
const DEFINITE_REFUSALS: ReadonlySet<string> = new Set([
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'not_authed',
  'missing_scope',
]);

const PAUSES_MS = [1000, 2000, 5000, 10_000, 30_000, 60_000] as const;

export type KeepStarting = {
  /** Starts the bot; may be called again once it has thrown. */
  readonly start: () => Promise<void>;
  /** Told of each failure that is worth another try. */
  readonly onFailure: (error: unknown, reason: string, pauseMs: number) => void;
  readonly signal: AbortSignal;
  readonly pausesMs?: readonly [number, ...number[]];
};

/**
 * Starts the bot, however long Slack cannot be reached; false when `signal` ended it.
 *
 * @throws StartError when Slack refuses for good
 */
export async function keepStarting(options: KeepStarting): Promise<boolean> {
  const { start, onFailure, signal, pausesMs = PAUSES_MS } = options;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      await start();
      return true;
    } catch (error) {
      const reason = reasonOf(error);
      if (DEFINITE_REFUSALS.has(reason)) throw new StartError(`Slack: ${reason}`, { cause: error });
      const pauseMs = pausesMs[Math.min(attempt, pausesMs.length - 1)] ?? pausesMs[0];
      onFailure(error, reason, pauseMs);
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return false;
}

/** Slack's own word for it, or that of what lies deepest: of a request that failed, the network's. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, original, cause = original } = error as Error & { code?: unknown; original?: unknown };
  const said = platformError(error) ?? (typeof code === 'string' ? code : error.message);
  return cause instanceof Error ? reasonOf(cause) : said;
}
