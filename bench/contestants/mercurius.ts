/** Mercurius on Fastify, with compiled execution from the first request on. */
import { fastify } from 'fastify';
import { mercurius } from 'mercurius';
import { serveContest } from './contestant-process.ts';
import { openLoadedTree, schema } from './loaded-tree.ts';

const context = await openLoadedTree();
const app = fastify();
await app.register(mercurius, { schema, jit: 1, context: () => ({ ...context }) });
serveContest(await app.listen({ port: 0, host: '127.0.0.1' }), () => app.close());
