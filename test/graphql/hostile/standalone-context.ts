/** The services over a real database with the real plan, for what is opened once for many tests, or outside of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContext } from '../../../src/compose.ts';
import { parseConfig } from '../../../src/config.ts';
import type { Context } from '../../../src/services/context.ts';

export type Opened = { readonly context: Context; close(): Promise<void> };

export async function openStandaloneContext(): Promise<Opened> {
  const directory = mkdtempSync(join(tmpdir(), 'arti-hostile-'));
  const config = parseConfig({ ARTI_DATABASE: join(directory, 'arti.db'), ARTI_TODAY: '2020-09-14' });
  const context = await openContext(config, { seed: true });
  return {
    context,
    async close() {
      await context.store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
