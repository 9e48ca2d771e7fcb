#!/usr/bin/env node
/** The command line: `arti <verb>`, on the same database and with the same services as the server. */
import { existsSync } from 'node:fs';
import { runCli } from './cli/run-cli.ts';
import { OPERATOR, openContext } from './compose.ts';
import { ConfigError, parseConfig, readEnvironment } from './config.ts';
import { StoreUnavailable } from './store/store-unavailable.ts';

const argv = process.argv.slice(2);

try {
  const config = parseConfig(readEnvironment());
  process.exitCode = await runCli(argv, {
    // A database that is there is left as whoever made it meant it.
    openContext: ({ bundled }) => openContext(config, { seed: bundled && !existsSync(config.databaseFile) }),
    actor: OPERATOR,
    language: config.language,
    stdout: process.stdout,
    stderr: process.stderr,
  });
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StoreUnavailable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
