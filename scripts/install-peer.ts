/**
 * Puts the independent peer of the Slack side where `npm run test:peer` looks for it: a binary of 91 MB that the
 * product does not depend on, from the package registry.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'local-slack-linux-x64@0.1.8';
const directory = fileURLToPath(new URL('../node_modules/.cache/peer', import.meta.url));

mkdirSync(directory, { recursive: true });
// A package of its own, so that this one's lockfile stays as it is.
writeFileSync(`${directory}/package.json`, '{ "private": true }\n');
execFileSync('npm', ['install', '--prefix', directory, '--no-audit', '--no-fund', PACKAGE], {
  stdio: 'inherit',
});
