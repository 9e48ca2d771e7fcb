import { expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { structureCode } from '../helpers/figures.ts';
import { openRealContext } from '../services/real-context.ts';
import { openApi } from './support.ts';

const ASKED = `{ phase(code: "1.4.4") {
  lastReport { blockedBecause }
  progress { health healthReason { kind because } }
} }`;

test('why a phase is blocked is read by whoever reads its rows', async () => {
  const context = await openRealContext();
  const office = await openApi({ context });
  await office.ask(
    'mutation { reportStatus(input: { phase: "1.4.4", blockedBecause: "manca il parere", idempotencyKey: "k" }) { __typename } }',
  );
  expect((await office.ask(ASKED)).data.phase).toEqual({
    lastReport: { blockedBecause: 'manca il parere' },
    progress: { health: 'BLOCKED', healthReason: { kind: 'BLOCKED', because: 'manca il parere' } },
  });
  const structures = [structureCode('OSRU')];
  const bound: Actor = { key: 'key:osru', role: 'READER', structures, rowsOf: structures };
  const { data, text } = await (await openApi({ context, actor: bound })).ask(ASKED);
  expect(data.phase).toEqual({
    lastReport: null,
    progress: { health: 'BLOCKED', healthReason: { kind: 'BLOCKED', because: null } },
  });
  expect(text).not.toContain('parere');
});
