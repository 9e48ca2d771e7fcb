import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder('.'),
  base: '/',
  publicDir: false,
  plugins: [precompress()],
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: [folder('../../../node_modules/bootstrap-italia/src/scss')],
        // The design system is written in the Sass of before modules.
        quietDeps: true,
        silenceDeprecations: [
          'import',
          'global-builtin',
          'color-functions',
          'if-function',
          'slash-div',
          'abs-percent',
        ],
      },
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: folder('../../../dist/web/dashboard'),
    emptyOutDir: true,
    // The content security policy takes no data: addresses, nor scripts within the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/graphql': 'http://127.0.0.1:3000', '/session': 'http://127.0.0.1:3000' } },
});
