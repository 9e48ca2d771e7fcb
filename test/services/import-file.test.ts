import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import type { StructureCode } from '../../src/domain/codes.ts';
import type { Baseline, Plan } from '../../src/domain/plan.ts';
import type { Context } from '../../src/services/context.ts';
import { importFile } from '../../src/services/import-file.ts';
import { recordStatements } from '../../src/services/record-statements.ts';
import { ARTI, ARTI_DIRECTORY, actor as actorOf, openTestContext } from '../helpers/context.ts';
import { decimal } from '../helpers/figures.ts';
import { importSample } from '../store/support.ts';
import { openRealContext, PLANNING } from './real-context.ts';

const read = (name: string) => readFileSync(new URL(`../../plans/${name}`, import.meta.url), 'utf8');
const PLAN = read('arti-2020.yaml');
const DIRECTORY = read('directory-local.yaml');

const importText = (context: Context, text: string, actor: Actor = PLANNING, name = 'file.yaml') =>
  importFile(context, actor, { bytes: Buffer.from(text), name });

const importCsv = (context: Context, text: string, actor?: Actor) =>
  importText(context, text, actor, 'Elenco.CSV');

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

describe('a list of people as CSV', () => {
  const HEADER = 'nome;qualifica;email;ruolo;strutture;sede\n';
  const ROWS = [
    'Anna;Funzionaria;anna@arti.example;operatore;DIREZIONE - LAVORO;Firenze',
    'Referente nuovo;Funzionario;referente.osru@arti.example;responsabile;OSRU;Pisa',
  ];
  const PEOPLE_CSV = `${HEADER}${ROWS.join('\n')}\n`;

  test('replaces the people and keeps the channels, and whoever stays keeps their key', async () => {
    const context = await openTestContext();
    const channels = await context.store.listChannels();
    expect(await importCsv(context, PEOPLE_CSV)).toEqual({
      ok: true,
      kind: 'DIRECTORY',
      part: 'PEOPLE',
      changed: true,
      people: 2,
      channels: channels.length,
      unanswered: [],
    });
    expect(await context.store.listChannels()).toEqual(channels);
    expect(await context.store.listPeople()).toEqual([
      {
        key: 'anna',
        name: 'Anna',
        title: 'Funzionaria',
        email: 'anna@arti.example',
        role: 'STAFF',
        structures: ['DIREZIONE', 'LAVORO'],
        place: 'Firenze',
      },
      {
        key: 'referente.osru',
        name: 'Referente nuovo',
        title: 'Funzionario',
        email: 'referente.osru@arti.example',
        role: 'HEAD',
        structures: ['OSRU'],
        place: 'Pisa',
      },
    ]);
    expect(context.audit().map(({ kind }) => kind)).toEqual(['DIRECTORY_IMPORTED']);
    expect(JSON.stringify(context.audit())).not.toContain('Anna');
    expect(await importCsv(context, PEOPLE_CSV)).toMatchObject({ ok: true, changed: false });
  });

  test('keeps the Slack user of whoever stays, and forgets those of who left', async () => {
    const context = await openTestContext();
    await context.store.linkSlack('PERSON', 'T1', 'referente.osru', 'U1');
    await context.store.linkSlack('PERSON', 'T1', 'dirigente', 'U2');
    await importCsv(context, PEOPLE_CSV);
    expect(await context.store.findSlackId('PERSON', 'T1', 'referente.osru')).toBe('U1');
    expect(await context.store.findSlackId('PERSON', 'T1', 'dirigente')).toBeUndefined();
  });

  test('says for which structures of the plan nobody is left to answer', async () => {
    const context = await openTestContext();
    const outcome = await importCsv(context, `${HEADER}${ROWS[1]}\n`);
    expect(outcome).toMatchObject({ ok: true, unanswered: ['DIREZIONE', 'LAVORO'] });
  });

  test.each([
    { why: 'one row of two is wrong', from: 'operatore', to: 'capo', code: 'NOT_ONE_OF', line: 2 },
    { why: 'a structure outside the plan', from: 'OSRU', to: 'ALTRA', code: 'UNKNOWN_STRUCTURE', line: 3 },
    { why: 'a town that is not known', from: 'Pisa', to: 'Atlantide', code: 'NOT_ONE_OF', line: 3 },
    { why: 'a formula', from: 'Anna;', to: '=A1;', code: 'CSV_FORMULA', line: 2 },
    { why: 'no header', from: HEADER, to: '', code: 'CSV_HEADER', line: 1 },
  ])('$why → $code, and nothing is written', async ({ from, to, code, line }) => {
    const context = await openTestContext();
    const before = await context.store.listPeople();
    expect(PEOPLE_CSV).toContain(from);
    expect(await importCsv(context, PEOPLE_CSV.replace(from, to))).toMatchObject({
      ok: false,
      because: 'PROBLEMS',
      problems: [{ code, line, file: 'Elenco.CSV' }],
    });
    expect(await context.store.listPeople()).toEqual(before);
    expect(context.audit()).toEqual([]);
  });

  test('before the first plan there is no structure to check', async () => {
    const context = await emptyContext();
    expect(await importCsv(context, PEOPLE_CSV)).toMatchObject({ ok: true, people: 2, unanswered: [] });
  });

  test('that nobody but the planning office may import', async () => {
    const context = await openTestContext();
    expect(await importCsv(context, PEOPLE_CSV, actorOf('HEAD'))).toMatchObject({ because: 'REFUSED' });
    expect(await context.store.listPeople()).toEqual(ARTI_DIRECTORY.people);
  });
});

test('a list of channels as CSV replaces the channels and keeps the people', async () => {
  const context = await openTestContext();
  const people = await context.store.listPeople();
  const text = 'canale,argomento,struttura,scopo\n#osru-nuovo,Riepiloghi,OSRU,\ntutti,Avvisi,,generale\n';
  expect(await importCsv(context, text)).toMatchObject({
    ok: true,
    part: 'CHANNELS',
    changed: true,
    people: people.length,
    channels: 2,
    unanswered: [],
  });
  expect(await context.store.listPeople()).toEqual(people);
  expect(await context.store.listChannels()).toEqual([
    { name: 'osru-nuovo', topic: 'Riepiloghi', structure: 'OSRU', purpose: 'STRUCTURE' },
    { name: 'tutti', topic: 'Avvisi', structure: null, purpose: 'GENERAL' },
  ]);
});

test('a list of channels keeps the people as they are once it is written', async () => {
  const context = await openTestContext();
  const [first] = ARTI_DIRECTORY.people;
  const { store } = context;
  const racing = {
    ...context,
    store: {
      ...store,
      replaceDirectory: async (...given: Parameters<typeof store.replaceDirectory>) => {
        await store.replaceDirectory({ people: first ? [first] : [] });
        return store.replaceDirectory(...given);
      },
    },
  };
  const text = 'canale,argomento,struttura,scopo\n#osru-nuovo,Riepiloghi,OSRU,\n';
  expect(await importCsv(racing, text)).toMatchObject({ ok: true, people: 1, channels: 1 });
  expect(await store.listPeople()).toEqual([first]);
  expect(context.audit().at(-1)?.body).toMatchObject({ people: 1, channels: 1 });
});

test('the bundled lists as CSV give the bundled directory, but for the places', async () => {
  const context = await openTestContext({ directory: { people: [], channels: [] } });
  await importCsv(context, read('people-local.csv'));
  await importCsv(context, read('channels-local.csv'));
  const people = await context.store.listPeople();
  expect(people.map((person) => ({ ...person, place: null }))).toEqual(
    ARTI_DIRECTORY.people.map((person) => ({ ...person, place: null })),
  );
  expect(await context.store.listChannels()).toEqual(ARTI_DIRECTORY.channels);
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
