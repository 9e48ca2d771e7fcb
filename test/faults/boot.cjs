/**
 * Runs the file that is named, compiled already if it was run so before: a worker that lives for a second should not
 * spend half of it on being compiled. Written for `buildWorker`, as Node 20 has no cache of its own.
 */
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { argv } = require('node:process');
const { constants, Script } = require('node:vm');

const [, , file] = argv;
const cache = `${file}.cache`;
const source = readFileSync(file, 'utf8');
const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
  filename: file,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
});
const made = { exports: {} };
script.runInThisContext()(made.exports, createRequire(file), made, file, dirname(file));
// Once it ran: what it compiled on the way is kept as well.
if (!existsSync(cache)) writeFileSync(cache, script.createCachedData());
