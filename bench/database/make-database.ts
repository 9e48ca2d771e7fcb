/** The plan of 2020 with its people, and reports made up from a seed: the same in every run. */
import { readFile } from 'node:fs/promises';
import { OPERATOR, openContext } from '../../src/compose.ts';
import { parseConfig } from '../../src/config.ts';
import { addDays, isoDate } from '../../src/domain/dates.ts';
import { type Decimal, decimalOf } from '../../src/domain/decimal.ts';
import { baselineInForce, phasesOf } from '../../src/domain/plan.ts';
import { importFile } from '../../src/services/import-file.ts';
import { createRandom, pick } from '../measure/random.ts';

export const TODAY = isoDate('2020-09-14');
const FIRST_DAY = isoDate('2020-01-07');
const DAYS = 250;
const REPORTS_A_COMMIT = 250;

/** @returns phases that can be reported on in percent, in the plan's order */
export async function makeDatabase(file: string, reports: number): Promise<readonly string[]> {
  const config = parseConfig({
    ARTI_DATABASE: file,
    ARTI_TODAY: TODAY,
    SLACK_BOT_TOKEN: 'xoxb-T1',
    SLACK_SIGNING_SECRET: 'x',
  });
  const context = await openContext(config, { seed: false });
  for (const name of ['arti-2020.yaml', 'directory-local.yaml']) {
    const bytes = await readFile(new URL(`../../plans/${name}`, import.meta.url));
    const outcome = await importFile(context, OPERATOR, { bytes, name });
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
  }
  const { store } = context;
  const stored = await store.findPlan(2020);
  if (!stored) throw new Error('no plan of 2020');
  const { goals } = baselineInForce(stored.plan, TODAY);
  const phases = goals.flatMap(phasesOf).filter(({ creditRule }) => creditRule === 'PERCENT_COMPLETE');
  const random = createRandom(2020);
  const figure = (least: number, range: number): Decimal => {
    const made = decimalOf(least + Math.floor(random() * range));
    if (made === undefined) throw new Error('not a decimal');
    return made;
  };
  const said = (day = addDays(FIRST_DAY, Math.floor(random() * DAYS))) => ({
    reportedOn: day,
    actor: 'benchmark',
    source: 'GRAPHQL' as const,
    note: 'come da verbale della riunione di avanzamento',
    evidence: null,
  });
  const common = {
    planId: stored.id,
    revision: null,
    lastSequence: null,
    inbox: null,
    recordedAt: `${TODAY}T08:00:00.000Z`,
  };
  await store.commit({
    ...common,
    measurements: goals
      .filter(({ measuredBy }) => measuredBy === 'FIGURES')
      .map(({ code, indicator }) => ({
        ...said(),
        goal: code,
        ...(indicator.measure === 'RATIO'
          ? { numerator: figure(40, 60), denominator: figure(100, 1), value: null }
          : { numerator: null, denominator: null, value: figure(1, 50) }),
      })),
  });
  for (let made = 0; made < reports; made += REPORTS_A_COMMIT) {
    await store.commit({
      ...common,
      reports: Array.from({ length: Math.min(REPORTS_A_COMMIT, reports - made) }, () => {
        const percentBps = Math.floor(random() * 101) * 100;
        const { code } = pick(phases, random);
        return {
          ...said(),
          phase: code,
          percentBps,
          units: null,
          completes: percentBps === 10_000,
          blockedBecause: null,
        };
      }),
    });
  }
  await store.close();
  return phases.map(({ code }) => code);
}
