import { openContext } from '../../src/compose.ts';
import { parseConfig } from '../../src/config.ts';
import type { Context } from '../../src/services/context.ts';

/** The services over a database that was made for measuring, on a Monday of 2020. */
export const openBenchContext = (file: string): Promise<Context> =>
  openContext(parseConfig({ ARTI_DATABASE: file, ARTI_TODAY: '2020-09-14' }), { seed: false });
