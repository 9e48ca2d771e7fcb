import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder('.'),
  base: '/workspace/',
  plugins: [react()],
  build: {
    outDir: folder('../../../dist/slack-local/page'),
    emptyOutDir: true,
    // The block renderer brings its own parser of Slack's markup: one chunk of over a megabyte (300 kB compressed), served from this host.
    chunkSizeWarningLimit: 1300,
  },
  server: { proxy: { '/workspace/page': 'http://127.0.0.1:3000' } },
});
