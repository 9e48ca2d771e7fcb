/** Asking everybody who answers for something open, from the command to the outbox. */
import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/domain/directory.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { readCheckIn } from '../../src/services/read-check-in.ts';
import { recordStatements } from '../../src/services/record-statements.ts';
import {
  ARTI,
  ARTI_DIRECTORY,
  actor,
  codeOf,
  openTestContext,
  PLANNING_OFFICE,
  statement,
  type TestContext,
} from '../helpers/context.ts';
import { decimal } from '../helpers/figures.ts';
import { importSample, openTestStore } from '../store/support.ts';

const keys = ({ messages }: TestContext) => messages().map(({ key }) => key);
const REFERENTS = ['referente.direzione', 'referente.lavoro', 'referente.osru'];

test('one message to each, in one commit, and into the history without names', async () => {
  const context = await openTestContext();
  const result = await openCheckIns(context, PLANNING_OFFICE);
  expect(result.ok && result.value.opened.map(({ person }) => person)).toEqual(REFERENTS);
  expect(context.messages().map(({ key, destination, notice }) => [key, destination, notice])).toEqual(
    REFERENTS.map((person) => [
      `check-in/2020-2020-09-14-${person}`,
      { kind: 'PERSON', person },
      { kind: 'CHECK_IN', checkInId: `2020-2020-09-14-${person}` },
    ]),
  );
  expect(context.audit().map(({ kind }) => kind)).toEqual(Array(3).fill('CHECK_IN_OPENED'));
  expect(JSON.stringify(context.audit().map(({ body }) => body))).not.toContain('referente');
  expect(context.wakes()).toBe(1);
});

test('asked twice on a day: nobody gets a second message', async () => {
  const context = await openTestContext();
  await openCheckIns(context, PLANNING_OFFICE);
  const again = await openCheckIns(context, PLANNING_OFFICE);
  expect(again.ok && [again.value.opened, again.value.askedToday.map(({ key }) => key)]).toEqual([
    [],
    REFERENTS,
  ]);
  expect(context.messages()).toHaveLength(3);
});

test('asked twice at once, from two processes: one round', async () => {
  const context = await openTestContext();
  const other = { ...context, store: await openTestStore(context.file), figures: new Map() };
  await Promise.all([openCheckIns(context, PLANNING_OFFICE), openCheckIns(other, PLANNING_OFFICE)]);
  expect(context.messages()).toHaveLength(3);
});

test('asked twice at once, of other people: everybody once', async () => {
  const context = await openTestContext();
  let people: readonly Person[] = ARTI_DIRECTORY.people.filter(({ key }) => key !== 'referente.lavoro');
  const store = { ...(await openTestStore(context.file)), listPeople: async () => people };
  const other = { ...context, store, figures: new Map() };
  const first = openCheckIns(other, PLANNING_OFFICE);
  const both = await Promise.all([first, openCheckIns(context, PLANNING_OFFICE)]);
  people = ARTI_DIRECTORY.people;
  expect(both.map(codeOf)).toEqual(['OK', 'OK']);
  await openCheckIns(other, PLANNING_OFFICE);
  expect(keys(context).sort()).toEqual(REFERENTS.map((person) => `check-in/2020-2020-09-14-${person}`));
});

test('an answer belongs to the plan that was asked about', async () => {
  const context = await openTestContext();
  await openCheckIns(context, PLANNING_OFFICE);
  await importSample(context.store, { ...ARTI, year: 2021 }, 'sha-2021');
  context.goTo('2021-01-01');
  const state = await readCheckIn(context, '2020-2020-09-14-referente.osru');
  expect(state?.year).toBe(2020);
  expect(state?.lines).toHaveLength(4);
});

test('on the next day the old ones close, are drawn again as closed, and the new ones follow', async () => {
  const context = await openTestContext();
  await openCheckIns(context, PLANNING_OFFICE);
  context.goTo('2020-09-15');
  const next = await openCheckIns(context, PLANNING_OFFICE);
  expect(next.ok && next.value.closed.map(({ person }) => person)).toEqual(REFERENTS);
  expect(keys(context).slice(3)).toEqual([
    ...REFERENTS.map((person) => `check-in-refresh-2020-2020-09-14-${person}-closed`),
    ...REFERENTS.map((person) => `check-in/2020-2020-09-15-${person}`),
  ]);
  const old = await readCheckIn(context, '2020-2020-09-14-referente.osru');
  const current = await readCheckIn(context, '2020-2020-09-15-referente.osru');
  expect([old?.closedSince, current?.closedSince]).toEqual(['2020-09-15', null]);
});

test('left alone, it closes after its last day', async () => {
  const context = await openTestContext();
  await openCheckIns(context, PLANNING_OFFICE);
  const id = '2020-2020-09-14-referente.osru';
  context.goTo('2020-09-18');
  expect((await readCheckIn(context, id))?.closedSince).toBeNull();
  context.goTo('2020-09-19');
  expect((await readCheckIn(context, id))?.closedSince).toBe('2020-09-18');
});

test('what was said since shows as its answer, what was said before does not', async () => {
  const context = await openTestContext();
  const say = (item: string, percent: string) =>
    recordStatements(context, {
      statements: [statement(item, { figure: { kind: 'PERCENT', percent: decimal(percent) } })],
      lines: [''],
      actor: PLANNING_OFFICE,
      source: 'GRAPHQL',
      year: null,
      inbox: null,
      replyTo: null,
    });
  await say('1.1.1', '10');
  await openCheckIns(context, PLANNING_OFFICE);
  await say('1.1.2', '20');
  await say('1.1.2', '25');
  const state = await readCheckIn(context, '2020-2020-09-14-referente.osru');
  expect(
    state?.lines.map(({ item, answer }) => [
      item,
      answer && 'percentBps' in answer ? answer.percentBps : null,
    ]),
  ).toEqual([
    ['1.1.6', null],
    ['1.1.1', null],
    ['1.1.2', 2_500],
    ['1.1.3', null],
  ]);
});

describe('refused', () => {
  test.each([
    { why: 'staff do not ask', role: 'STAFF', code: 'ROLE_MAY_NOT' },
    { why: 'nor heads', role: 'HEAD', code: 'ROLE_MAY_NOT' },
    { why: 'nor managers', role: 'MANAGER', code: 'ROLE_MAY_NOT' },
    { why: 'the planning office does', role: 'PLANNING', code: 'OK' },
  ] as const)('$why', async ({ role, code }) => {
    const context = await openTestContext();
    expect(codeOf(await openCheckIns(context, actor(role, 'OSRU')))).toBe(code);
    expect(context.messages()).toHaveLength(code === 'OK' ? 3 : 0);
  });

  test('nobody answers for anything', async () => {
    const people = ARTI_DIRECTORY.people.filter(({ role }) => role !== 'STAFF' && role !== 'HEAD');
    const context = await openTestContext({ directory: { people, channels: [] } });
    expect(codeOf(await openCheckIns(context, PLANNING_OFFICE))).toBe('NOBODY_TO_ASK');
  });

  test('there is no plan', async () => {
    const context = await openTestContext();
    const empty = { ...context, store: await openTestStore() };
    expect(codeOf(await openCheckIns(empty, PLANNING_OFFICE))).toBe('NO_PLAN');
  });
});

describe('the simulated day is moved back to one on which people were asked already', () => {
  async function backAgain(change: (context: TestContext) => Promise<unknown> = async () => undefined) {
    const context = await openTestContext();
    await openCheckIns(context, PLANNING_OFFICE);
    context.goTo('2020-09-15');
    await openCheckIns(context, PLANNING_OFFICE);
    await change(context);
    const sent = context.messages().length;
    context.goTo('2020-09-14');
    const result = await openCheckIns(context, PLANNING_OFFICE);
    return { result, sentNow: context.messages().slice(sent) };
  }

  test('what it says was sent is sent', async () => {
    const { result, sentNow } = await backAgain();
    const said = result.ok ? result.value.opened.length : 0;
    expect(sentNow.filter(({ notice }) => notice.kind === 'CHECK_IN')).toHaveLength(said);
  });

  test('nor does it fail when somebody new is to be asked', async () => {
    const { result } = await backAgain(async ({ store }) => {
      const [osru] = ARTI_DIRECTORY.people.filter(({ key }) => key === 'referente.osru');
      if (!osru) throw new Error('nobody of OSRU');
      const people = [...ARTI_DIRECTORY.people, { ...osru, key: 'nuovo.osru', email: 'nuovo@arti.example' }];
      await store.replaceDirectory({ ...ARTI_DIRECTORY, people });
    });
    expect(result.ok).toBe(true);
  });
});
