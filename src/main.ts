#!/usr/bin/env node
/** The server: configuration, database, services, edges; and a graceful end. */
import pino from 'pino';
import { ConfigError, parseConfig, readEnvironment } from './config.ts';
import { startProduct } from './product.ts';
import { StartError } from './start-error.ts';
import { StoreUnavailable } from './store/store-unavailable.ts';

try {
  const config = parseConfig(readEnvironment());
  const logger = pino({ level: config.logLevel });
  const product = await startProduct(config, logger);
  product.announce();
  const stop = (signal: string) => {
    logger.info({ signal }, 'stopping');
    product.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.fatal({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await product.connected;
} catch (error) {
  // What the operator can mend is a sentence; anything else is a bug and shows its trace.
  if (![ConfigError, StartError, StoreUnavailable].some((kind) => error instanceof kind)) throw error;
  const { message } = error as Error;
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
