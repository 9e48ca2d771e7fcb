/** The services over a real database that holds the real plan, on a day of 2020. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openContext } from '../../src/compose.ts';
import { parseConfig } from '../../src/config.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { findGoalFigures, findPhaseFigures, type PlanFigures } from '../../src/domain/plan-figures.ts';
import type { Context } from '../../src/services/context.ts';
import { CURRENT, type FiguresQuery, loadFigures } from '../../src/services/load-figures.ts';
import { goalCode, only, phaseCodeOf } from '../helpers/figures.ts';
import { copyTemplate } from '../helpers/template-database.ts';

export const PLANNING: Actor = { key: 'ufficio.programmazione', role: 'PLANNING', structures: [] };

export type RealContextOptions = { readonly seed?: boolean; readonly today?: string };

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'arti-services-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export const configOf = (directory: string, today = '2020-09-14') =>
  parseConfig({ ARTI_DATABASE: join(directory, 'arti.db'), ARTI_TODAY: today });

export async function openRealContext({ seed = true, today }: RealContextOptions = {}): Promise<Context> {
  const config = configOf(temporaryDirectory(), today);
  if (seed) {
    await copyTemplate(`seeded on ${config.today}`, config.databaseFile, async (databaseFile) => {
      const seeded = await openContext({ ...config, databaseFile }, { seed });
      await seeded.store.close();
    });
  }
  const context = await openContext(config, { seed });
  onTestFinished(() => context.store.close());
  return context;
}

export async function figuresOf(context: Context, query: Partial<FiguresQuery> = {}): Promise<PlanFigures> {
  const loaded = await loadFigures(context, { ...CURRENT, ...query });
  if (!loaded.ok) throw new Error(loaded.refusal.code);
  return loaded.value.figures;
}

export const goalOf = (figures: PlanFigures, code: string) =>
  only([findGoalFigures(figures, goalCode(code))].filter((each) => each !== undefined));

export const phaseOf = (figures: PlanFigures, code: string) =>
  only([findPhaseFigures(figures, phaseCodeOf(code))].filter((each) => each !== undefined));
