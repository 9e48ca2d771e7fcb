import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import type { StructureCode } from '../../src/domain/codes.ts';
import type { Baseline, Plan } from '../../src/domain/plan.ts';
import type { Context } from '../../src/services/context.ts';
import { importFile } from '../../src/services/import-file.ts';
import { recordStatements } from '../../src/services/record-statements.ts';
import { ARTI, ARTI_DIRECTORY, openTestContext } from '../helpers/context.ts';
import { decimal } from '../helpers/figures.ts';
import { importSample } from '../store/support.ts';
import { openRealContext, PLANNING } from './real-context.ts';

const read = (name: string) => readFileSync(new URL(`../../plans/${name}`, import.meta.url), 'utf8');
const PLAN = read('arti-2020.yaml');
const DIRECTORY = read('directory-local.yaml');

const importText = (context: Context, text: string, actor: Actor = PLANNING) =>
  importFile(context, actor, { bytes: Buffer.from(text), name: 'file.yaml' });

function withoutGoals({ baselines: [first] }: Plan): Baseline {
  if (!first) throw new Error('a plan has a baseline');
  return { ...first, goals: [], changes: [] };
}

const emptyContext = () => openRealContext({ seed: false });

async function measure(context: Context, item: string): Promise<void> {
  const outcome = await recordStatements(context, {
    statements: [
      {
        item,
        expects: 'GOAL',
        figure: { kind: 'RATIO', numerator: decimal('1'), denominator: decimal('2') },
        blockedBecause: null,
        note: null,
        evidence: null,
        reportedOn: null,
      },
    ],
    lines: [item],
    actor: PLANNING,
    source: 'COMMAND_LINE',
    year: null,
    inbox: null,
    replyTo: null,
  });
  expect(outcome.ok).toBe(true);
}

describe('a plan', () => {
  test('is created, then unchanged, then replaced', async () => {
    const context = await emptyContext();
    expect(await importText(context, PLAN)).toMatchObject({
      ok: true,
      kind: 'PLAN',
      outcome: 'CREATED',
      plan: { year: 2020 },
    });
    const before = await context.store.findPlan(2020);
    expect(await importText(context, `# un commento\n${PLAN}`)).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await context.store.findPlan(2020)).toEqual(before);
    const renamed = PLAN.replace(/^title: .*$/m, 'title: Un altro titolo');
    expect(await importText(context, renamed)).toMatchObject({ outcome: 'REPLACED' });
    expect((await context.store.findPlan(2020))?.plan.title).toBe('Un altro titolo');
  });

  test('whose goals sum to less than 100 is accepted with a notice', async () => {
    const outcome = await importText(await emptyContext(), PLAN);
    expect(outcome.ok && outcome.kind === 'PLAN' ? outcome.notices : []).toContainEqual(
      expect.objectContaining({ code: 'GOALS_BELOW_100', sumBps: 8600, file: 'file.yaml' }),
    );
  });

  test.each([
    { why: 'no YAML at all', text: '\u0000' },
    { why: 'an empty file', text: '' },
    { why: 'another format', text: 'format: other/1\n' },
    { why: 'a plan without anything', text: 'format: arti-plan/1\n' },
  ])('$why is refused with its problems, and nothing is written', async ({ text }) => {
    const context = await emptyContext();
    const outcome = await importText(context, text);
    expect(outcome).toMatchObject({ ok: false, because: 'PROBLEMS' });
    expect(await context.store.listYears()).toEqual([]);
  });

  test('that drops what was reported on is refused, naming it', async () => {
    const context = await emptyContext();
    const shortened = PLAN.replaceAll("code: '3.2'", "code: '3.7'").replaceAll("goal: '3.2'", "goal: '3.7'");
    expect(shortened).not.toBe(PLAN);
    await importText(context, PLAN);
    await measure(context, '3.2');
    expect(await importText(context, shortened)).toMatchObject({
      ok: false,
      because: 'REPORTED_ITEMS_MISSING',
      items: ['3.2'],
    });
    const kept = await context.store.findPlan(2020);
    expect(kept?.plan.baselines[1]?.goals.map((goal) => goal.code)).toContain('3.2');
  });
});

test('a report that comes between the check and the import: checked again', async () => {
  const context = await emptyContext();
  const shortened = PLAN.replaceAll("code: '3.2'", "code: '3.7'").replaceAll("goal: '3.2'", "goal: '3.7'");
  await importText(context, PLAN);
  let checks = 0;
  const store = {
    ...context.store,
    async listReportedItems(planId: number) {
      const items = await context.store.listReportedItems(planId);
      if (checks++ === 0) await measure(context, '3.2');
      return items;
    },
  };
  expect(await importText({ ...context, store }, shortened)).toMatchObject({
    because: 'REPORTED_ITEMS_MISSING',
    items: ['3.2'],
  });
  expect((await context.store.findPlan(2020))?.revision).toBe(1);
});

describe('a directory', () => {
  test('leaves its mark in the history, without a name in it', async () => {
    const context = await openTestContext();
    await importText(context, DIRECTORY);
    expect(context.audit()).toEqual([]);
    await importText(context, DIRECTORY.replace('Referente', 'Referenza'));
    const [entry] = context.audit();
    expect(entry).toMatchObject({ kind: 'DIRECTORY_IMPORTED', actor: PLANNING.key });
    expect(entry?.body).toEqual({
      people: ARTI_DIRECTORY.people.length,
      channels: ARTI_DIRECTORY.channels.length,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('is held to the plan of today, not to the next year’s', async () => {
    const context = await openTestContext();
    const structures = ARTI.structures.map((each) => ({ ...each, code: `${each.code}_2` as StructureCode }));
    const next = { ...ARTI, year: 2021, structures };
    await importSample(context.store, { ...next, baselines: [withoutGoals(ARTI)] }, 'sha-2021');
    expect(await importText(context, DIRECTORY)).toMatchObject({ ok: true });
  });

  test('is imported, then unchanged', async () => {
    const context = await emptyContext();
    await importText(context, PLAN);
    expect(await importText(context, DIRECTORY)).toMatchObject({
      ok: true,
      kind: 'DIRECTORY',
      changed: true,
      people: (await context.store.listPeople()).length,
    });
    expect(await importText(context, DIRECTORY)).toMatchObject({ changed: false });
  });

  test('with a structure that the plan does not have is refused', async () => {
    const context = await emptyContext();
    await importText(context, PLAN);
    const outcome = await importText(context, DIRECTORY.replaceAll('OSRU', 'ALTRA'));
    expect(outcome).toMatchObject({
      ok: false,
      because: 'STRUCTURES_OUTSIDE_PLAN',
      structures: ['ALTRA'],
    });
    expect(await context.store.listPeople()).toEqual([]);
  });
});

test.each(['STAFF', 'HEAD', 'MANAGER'] as const)('%s may not import', async (role) => {
  const context = await emptyContext();
  const outcome = await importText(context, PLAN, { key: 'k', role, structures: [] });
  expect(outcome).toMatchObject({
    because: 'REFUSED',
    refusal: { code: 'ROLE_MAY_NOT', permission: 'IMPORT' },
  });
  expect(await context.store.listYears()).toEqual([]);
});
