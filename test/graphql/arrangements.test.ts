/** What is arranged among people, to those who arrange it; and who works where. */
import { describe, expect, test } from 'vitest';
import { type Actor, actorOf } from '../../src/domain/actor.ts';
import { actor, openTestContext, PLANNING_OFFICE, personOf } from '../helpers/context.ts';
import { structureCode } from '../helpers/figures.ts';
import { type Api, openApi, operation } from './support.ts';

const REPORTER = actorOf(personOf('referente.osru'));
const LIMITED: Actor = { key: 'key:l', role: 'READER', structures: [], rowsOf: [structureCode('OSRU')] };

async function done(api: Api, file: string, input: object): Promise<void> {
  const { data, errors } = await api.ask(operation(file), { input: { idempotencyKey: file, ...input } });
  expect(errors).toEqual([]);
  expect(Object.values(data)).toEqual([expect.not.objectContaining({ __typename: 'RefusedResult' })]);
}

/** OSRU's staff left 1.1.3 to the head, and was entered as absent by the planning office; 1.1.2 is assigned. */
async function openArranged() {
  const context = await openTestContext();
  const theirs = await openApi({ context, actor: REPORTER });
  const office = await openApi({ context, actor: actorOf(personOf('programmazione')) });
  const period = { startsOn: '2020-09-14', endsOn: '2020-09-30' };
  await done(theirs, 'delegate-items', { of: { items: ['1.1.3'] }, to: 'responsabile.osru', ...period });
  await done(office, 'assign-items', { items: ['1.1.2'], add: ['referente.osru'] });
  const absence = { onBehalfOf: 'referente.osru', from: '2020-09-21', until: '2020-09-25' };
  await done(office, 'set-absence', absence);
  return context;
}

const EVERYTHING = {
  assignments: [{ itemCode: '1.1.2', assignee: 'Referente OSRU' }],
  delegations: [
    {
      itemCode: '1.1.3',
      from: 'Referente OSRU',
      to: 'Responsabile OSRU',
      startsOn: '2020-09-14',
      endsOn: '2020-09-30',
      holds: true,
    },
  ],
  absences: [
    { name: 'Referente OSRU', from: '2020-09-21', until: '2020-09-25', setBy: 'Ufficio programmazione' },
  ],
};
const NOTHING = { assignments: [], delegations: [], absences: [] };

describe('arrangements', () => {
  test.each([
    { why: 'the planning office, of everybody', who: PLANNING_OFFICE, seen: EVERYTHING },
    { why: 'the head of their structure', who: actor('HEAD', 'OSRU'), seen: EVERYTHING },
    { why: 'the head of another', who: actor('HEAD', 'LAVORO'), seen: NOTHING },
  ])('$why', async ({ who, seen }) => {
    const api = await openApi({ context: await openArranged(), actor: who });
    const { data, errors } = await api.ask(operation('arrangements'));
    expect(errors).toEqual([]);
    expect(data.arrangements).toEqual(seen);
  });

  test.each([actor('STAFF', 'OSRU'), actor('MANAGER'), LIMITED])('refused: $role', async (who) => {
    const api = await openApi({ context: await openArranged(), actor: who });
    const { data, errors, text } = await api.ask(operation('arrangements'));
    expect(data).toEqual({ arrangements: null });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['ROLE_MAY_NOT']);
    expect(text).not.toContain('Referente OSRU');
  });

  test('what is over is listed no more', async () => {
    const context = await openArranged();
    context.goTo('2020-10-01');
    const { data } = await (await openApi({ context })).ask(operation('arrangements'));
    expect(data.arrangements).toEqual({ ...EVERYTHING, delegations: [], absences: [] });
  });
});

describe('a structure', () => {
  const QUERY = '{ plan { structures { code channel members { name role } } } }';

  test.each([
    { who: PLANNING_OFFICE, named: ['DIREZIONE', 'LAVORO', 'OSRU'] },
    { who: actor('HEAD', 'OSRU'), named: ['OSRU'] },
    { who: actor('STAFF', 'OSRU'), named: [] },
    { who: LIMITED, named: [] },
  ])('its channel to everybody, its members to $who.role: $named', async ({ who, named }) => {
    const { data } = await (await openApi({ context: await openTestContext(), actor: who })).ask(QUERY);
    const { structures } = data.plan;
    type Shown = { readonly code: string; readonly members: readonly object[] | null };
    expect(structures.map(({ channel }: { channel: string }) => channel).sort()).toEqual([
      'direzione',
      'lavoro',
      'osru',
    ]);
    const told = structures.filter(({ members }: Shown) => members !== null);
    expect(told.map(({ code }: Shown) => code).sort()).toEqual(named);
    for (const { members } of told) expect(members.length).toBeGreaterThan(0);
  });
});
