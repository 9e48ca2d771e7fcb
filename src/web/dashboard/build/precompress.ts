import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSED_WELL = /\.(?:js|css|svg)$/;

/** Puts beside each file its forms by Brotli and gzip, so that a request costs nothing but a read. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    // After Vite has put the last names into the files.
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle).filter(({ fileName }) => COMPRESSED_WELL.test(fileName));
        for (const file of files) {
          const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          const params = { [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY };
          const [br, gz] = await Promise.all([
            promisify(brotliCompress)(source, { params }),
            promisify(gzip)(source, { level: 9 }),
          ]);
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: br });
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gz });
        }
      },
    },
  };
}
