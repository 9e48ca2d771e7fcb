/** The server as a process: started from its environment, ended by a signal, with an exit code that tells how. */
import { constants } from 'node:os';
import pino from 'pino';
import { ConfigError, parseConfig } from './config.ts';
import { type Product, startProduct } from './product.ts';
import { StartError } from './start-error.ts';
import { StoreUnavailable } from './store/store-unavailable.ts';

/** While not ready any more, what comes in is still taken: whoever watches `/ready` needs a moment to send it elsewhere. */
const DRAIN_MS = 500;

/** @param slackApiUrl base of Slack's Web API with a trailing slash, where it is not Slack's own */
export async function runProduct(
  environment: Readonly<Record<string, string | undefined>>,
  slackApiUrl: string | null = null,
): Promise<void> {
  let stopping = false;
  /** Null while it starts: a stop that comes meanwhile is seen to once it is whole. */
  let product: Product | null = null;
  try {
    const config = parseConfig(environment);
    const logger = pino({ level: config.logLevel });
    const stop = (signal: 'SIGTERM' | 'SIGINT') => {
      // Whoever insists need not wait: what is recorded stays, and the rest is taken up at the next start.
      if (stopping) process.exit(128 + constants.signals[signal]);
      stopping = true;
      logger.info({ signal }, 'stopping');
      // Nobody stands before the local workspace to send people elsewhere.
      if (product !== null) end(product, config.slack === null ? 0 : DRAIN_MS);
    };
    const end = (started: Product, drainMs: number) => {
      started.stop(drainMs).then(
        () => process.exit(0),
        (error: unknown) => {
          logger.fatal({ err: error }, 'did not stop cleanly');
          process.exit(1);
        },
      );
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    const started = await startProduct(config, logger, slackApiUrl);
    product = started;
    if (stopping) {
      end(started, 0);
      return;
    }
    started.announce();
    await started.connected;
  } catch (error) {
    if (stopping) {
      // Nobody waits any more for what could not start; a product that stops ends the process itself.
      if (product === null) process.exit(0);
      return;
    }
    // What the operator can mend is a sentence; anything else is a bug and shows its trace.
    if (![ConfigError, StartError, StoreUnavailable].some((kind) => error instanceof kind)) throw error;
    const { message } = error as Error;
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
}
