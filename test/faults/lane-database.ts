/** A database with ARTI's plan and a directory of lanes. */
import { readFileSync } from 'node:fs';
import type { Plan } from '../../src/domain/plan.ts';
import { parsePlanFile } from '../../src/plan-file/parse-plan-file.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type Lane, laneDirectory } from './lanes.ts';

function readPlan(): Plan {
  const bytes = readFileSync(new URL('../../plans/arti-2020.yaml', import.meta.url));
  const parsed = parsePlanFile(bytes, 'arti-2020.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.plan;
}

/** Makes the database; answers the plan's id. */
export async function createLaneDatabase(file: string, lanes: readonly Lane[]): Promise<number> {
  const store = await openStore({ file });
  const plan = readPlan();
  const { planId } = await store.importPlan({
    plan,
    contentHash: 'sha-1',
    lastSequence: null,
    recordedAt: new Date().toISOString(),
    audit: { kind: 'PLAN_IMPORTED', actor: 'test', body: {} },
  });
  const [structure] = plan.structures;
  if (!structure) throw new Error('a plan without structures');
  await store.replaceDirectory(laneDirectory(lanes, structure.code));
  await store.close();
  return planId;
}
