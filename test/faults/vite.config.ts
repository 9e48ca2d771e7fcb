import { defineConfig } from 'vite';

/** Of `buildWorker`: one script with everything in it but what is compiled, for `boot.cjs`. */
export default defineConfig({
  logLevel: 'error',
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    target: 'node20',
    minify: false,
    emptyOutDir: false,
    rolldownOptions: {
      output: { format: 'cjs', entryFileNames: 'worker.cjs', codeSplitting: false },
    },
  },
});
