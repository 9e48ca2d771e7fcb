import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/peer/*.test.ts'],
    globalSetup: ['test/peer/say-if-skipped.ts'],
    server: { deps: { inline: [/graphql/, /@pothos/, /@envelop/] } },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
