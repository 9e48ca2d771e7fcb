/** Apollo Server as it comes. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { serveContest } from './contestant-process.ts';
import { openLoadedTree, schema } from './loaded-tree.ts';

const context = await openLoadedTree();
const server = new ApolloServer({ schema });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => ({ ...context }),
});
serveContest(new URL(url).origin, () => server.stop());
