import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // `graphql` refuses objects of a second copy of itself: vitest must hand Pothos and Yoga the same one.
    server: { deps: { inline: ['graphql', /@pothos/, 'graphql-yoga'] } },
    testTimeout: 20_000,
  },
});
