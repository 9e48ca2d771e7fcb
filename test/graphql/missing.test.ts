/** Who has not answered, and what is nobody's: names for those who may read them. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Actor, type ActorRole, PERMISSIONS, type Permission } from '../../src/domain/actor.ts';
import { ARTI_DIRECTORY, actor, openTestContext, PLANNING_OFFICE } from '../helpers/context.ts';
import { structureCode } from '../helpers/figures.ts';
import { type Api, openApi } from './support.ts';

const WHO = {
  planning: PLANNING_OFFICE,
  manager: actor('MANAGER'),
  head: actor('HEAD', 'OSRU'),
  staff: actor('STAFF', 'OSRU'),
  reader: { key: 'key:r', role: 'READER', structures: [] },
  limited: { key: 'key:l', role: 'READER', structures: [], rowsOf: [structureCode('OSRU')] },
  limitedStaff: {
    key: 'key:s',
    role: 'STAFF',
    structures: [structureCode('OSRU')],
    rowsOf: [structureCode('OSRU')],
  },
} as const satisfies Record<string, Actor>;

/** Until the test ends, `role` may no longer do `permission`. */
function takeAway(role: ActorRole, permission: Permission): void {
  const table = PERMISSIONS as Record<ActorRole, readonly Permission[]>;
  const before = table[role];
  onTestFinished(() => {
    table[role] = before;
  });
  table[role] = before.filter((each) => each !== permission);
}

/** Everybody was asked, and nobody has answered. */
async function openAsked(who: Actor): Promise<Api> {
  const context = await openTestContext();
  const { ask } = await openApi({ context });
  await ask('mutation { askCheckIns(input: { idempotencyKey: "a" }) { __typename } }');
  return openApi({ context, actor: who });
}

const MISSING = `query ($structure: String) { missing(structure: $structure) {
  everAsked structures { structure { code } people items { code } answers { recipient silence skippedBecause items { code } } } } }`;

/** Names and addresses of the directory that an answer holds. */
const namedIn = (text: string): readonly string[] =>
  ARTI_DIRECTORY.people.map(({ name }) => name).filter((name) => text.includes(`"${name}"`));

const ALL = ['DIREZIONE', 'LAVORO', 'OSRU'];

describe('missing', () => {
  test.each([
    { who: 'planning', seen: ALL, named: ['Referente Direzione', 'Referente Lavoro', 'Referente OSRU'] },
    { who: 'manager', seen: ALL, named: ['Referente Direzione', 'Referente Lavoro', 'Referente OSRU'] },
    { who: 'head', seen: ALL, named: ['Referente OSRU'] },
    { who: 'staff', seen: ALL, named: [] },
    { who: 'reader', seen: ALL, named: [] },
    { who: 'limited', seen: ['OSRU'], named: [] },
    { who: 'limitedStaff', seen: ['OSRU'], named: [] },
  ] as const)('$who sees $seen, and by name $named', async ({ who, seen, named }) => {
    const { data, errors, text } = await (await openAsked(WHO[who])).ask(MISSING);
    expect(errors).toEqual([]);
    const { structures } = data.missing;
    expect(structures.map((each: { structure: { code: string } }) => each.structure.code).sort()).toEqual(
      seen,
    );
    expect(structures.every((each: { people: number }) => each.people === 1)).toBe(true);
    expect(namedIn(text)).toEqual(named);
  });

  test('whoever loses READ_MISSING in the table loses the names here', async () => {
    takeAway('PLANNING', 'READ_MISSING');
    const { data, text } = await (await openAsked(WHO.planning)).ask(MISSING);
    expect(data.missing.structures).toHaveLength(3);
    expect(namedIn(text)).toEqual([]);
  });

  test('one structure, and none for a key of another', async () => {
    const osru = await (await openAsked(WHO.planning)).ask(MISSING, { structure: 'osru' });
    expect(osru.data.missing.structures).toHaveLength(1);
    const other = await (await openAsked(WHO.limited)).ask(MISSING, { structure: 'LAVORO' });
    expect(other.data.missing).toEqual({ everAsked: true, structures: [] });
    const none = await (await openAsked(WHO.planning)).ask(MISSING, { structure: 'NESSUNA' });
    expect(none.errors.map(({ extensions }) => extensions?.code)).toEqual(['UNKNOWN_STRUCTURE']);
  });

  test('what is answered is missing no more', async () => {
    const { ask } = await openAsked(WHO.planning);
    const before = (await ask(MISSING, { structure: 'OSRU' })).data.missing.structures[0];
    const [{ code: phase }] = before.items;
    await ask(
      `mutation { reportStatus(input: { phase: "${phase}", percent: 100, idempotencyKey: "r" }) { __typename } }`,
    );
    const [after] = (await ask(MISSING, { structure: 'OSRU' })).data.missing.structures;
    expect(after?.items ?? []).not.toContainEqual({ code: phase });
  });

  test('nothing is missing where nobody was asked', async () => {
    const { data } = await (await openApi()).ask(MISSING);
    expect(data.missing).toEqual({ everAsked: false, structures: [] });
  });
});

describe('orphans', () => {
  const ORPHANS = '{ orphans { item { code } structure { code } hasHead heads } }';

  /** OSRU has its head alone, and LAVORO nobody. */
  async function openOrphaned(who: Actor): Promise<Api> {
    const people = ARTI_DIRECTORY.people.filter(
      ({ key }) => key !== 'referente.osru' && key !== 'referente.lavoro',
    );
    const context = await openTestContext({ directory: { ...ARTI_DIRECTORY, people } });
    return openApi({ context, actor: who });
  }

  test.each([
    { who: 'planning', osru: ['Responsabile OSRU'], lavoro: [] },
    { who: 'head', osru: ['Responsabile OSRU'], lavoro: undefined },
    { who: 'staff', osru: null, lavoro: null },
    { who: 'reader', osru: null, lavoro: null },
    { who: 'limited', osru: null, lavoro: undefined },
  ] as const)('$who: heads of OSRU $osru, of LAVORO $lavoro', async ({ who, osru, lavoro }) => {
    const { data, errors } = await (await openOrphaned(WHO[who])).ask(ORPHANS);
    expect(errors).toEqual([]);
    const of = (code: string) =>
      data.orphans.find((each: { structure: { code: string } }) => each.structure.code === code);
    expect(of('OSRU')).toMatchObject({ hasHead: true, heads: osru });
    expect(of('LAVORO')?.heads).toEqual(lavoro);
    if (lavoro !== undefined) expect(of('LAVORO').hasHead).toBe(false);
    expect(of('DIREZIONE')).toBeUndefined();
  });
});
