/** What somebody's home tab is made of, out of a real store. */
import { afterEach, describe, expect, test } from 'vitest';
import { actorOf } from '../../src/domain/actor.ts';
import type { CheckIn } from '../../src/domain/check-in.ts';
import type { ItemCode } from '../../src/domain/codes.ts';
import { addDays, isoDate } from '../../src/domain/dates.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { type Home, readHome } from '../../src/services/read-home.ts';
import { recordStatements } from '../../src/services/record-statements.ts';
import {
  ARTI_DIRECTORY,
  openTestContext,
  personOf,
  statement,
  type TestContext,
  TODAY,
} from '../helpers/context.ts';
import { decimal, measuredRatio } from '../helpers/figures.ts';
import { decision, report } from '../store/support.ts';

const DIREZIONE = 'referente.direzione';
const LAVORO = 'referente.lavoro';
const OSRU = 'referente.osru';

let context: TestContext;
afterEach(() => context.store.close());

async function homeOf(key: string): Promise<Home> {
  const person = personOf(key);
  const home = await readHome(context, person, actorOf(person));
  if (!home.ok) throw new Error(home.refusal.code);
  return home.value;
}

async function say(key: string, ...statements: readonly Statement[]): Promise<void> {
  for (const each of statements) {
    const outcome = await recordStatements(context, {
      statements: [each],
      lines: [''],
      actor: actorOf(personOf(key)),
      source: 'SLACK',
      year: null,
      inbox: null,
      replyTo: null,
    });
    expect(outcome).toMatchObject({ ok: true });
  }
}

const percent = (item: string, points: string, reportedOn = '2020-09-14') =>
  statement(item, { figure: { kind: 'PERCENT', percent: decimal(points) }, reportedOn: isoDate(reportedOn) });

function ratioOf(goal: string, fraction: string, reportedOn = '2020-09-14'): Statement {
  const { numerator, denominator } = measuredRatio(goal, fraction);
  if (numerator === null || denominator === null) throw new Error('no ratio');
  return statement(goal, {
    figure: { kind: 'RATIO', numerator, denominator },
    reportedOn: isoDate(reportedOn),
  });
}

const told = ({ said }: Home) =>
  said.map((each) => `${each.item} ${each.said.kind}${each.inForce ? '' : ', no longer in force'}`);

describe('what the person said last', () => {
  test('is in order of arrival, reports and figures together, without what others said', async () => {
    context = await openTestContext();
    await say(
      DIREZIONE,
      percent('1.1.1', '10'),
      ratioOf('3.1', '8006/20015'),
      percent('1.1.2', '20', '2020-08-20'),
    );
    await say(OSRU, percent('1.1.3', '30'));
    expect(told(await homeOf(DIREZIONE))).toEqual(['1.1.2 PERCENT', '3.1 RATIO', '1.1.1 PERCENT']);
    expect(told(await homeOf(OSRU))).toEqual(['1.1.3 PERCENT']);
    expect(told(await homeOf(LAVORO))).toEqual([]);
  });

  test('is the last five', async () => {
    context = await openTestContext();
    await say(DIREZIONE, ...[1, 2, 3, 4, 5, 6, 7].map((points) => percent('1.1.1', String(points))));
    const { said } = await homeOf(DIREZIONE);
    expect(said.map((each) => each.said)).toEqual(
      [7, 6, 5, 4, 3].map((points) => ({ kind: 'PERCENT', percentBps: points * 100 })),
    );
  });

  test('is found behind whatever others said', async () => {
    context = await openTestContext();
    await say(DIREZIONE, percent('1.1.1', '10'));
    const others = Array.from({ length: 600 }, () => report('1.1.3', '2020-09-14', { actor: OSRU }));
    await context.store.commit(decision(context.planId, { reports: others }));
    expect(told(await homeOf(DIREZIONE))).toEqual(['1.1.1 PERCENT']);
  });

  test('of what an act has eliminated since is told in its words', async () => {
    context = await openTestContext({ today: '2020-07-01' });
    await say(DIREZIONE, ratioOf('3.3', '1/2', '2020-06-30'));
    expect(told(await homeOf(DIREZIONE))).toEqual(['3.3 RATIO']);
    context.goTo('2020-09-14');
    expect(told(await homeOf(DIREZIONE))).toEqual(['3.3 RATIO, no longer in force']);
  });
});

describe('the open check-in', () => {
  async function ask(parts: Partial<CheckIn> = {}): Promise<void> {
    const openedOn = parts.openedOn ?? TODAY;
    const checkIn: CheckIn = {
      id: `2020-${openedOn}-${OSRU}`,
      person: OSRU,
      openedOn,
      closesOn: addDays(openedOn, 4),
      closedOn: null,
      openedAtSequence: 0,
      items: ['1.1.3' as ItemCode],
      owed: null,
      remindedAt: null,
      skipped: null,
      ...parts,
    };
    await context.store.commit({
      planId: context.planId,
      revision: null,
      lastSequence: null,
      recordedAt: context.clock.now().toISOString(),
      inbox: null,
      openedCheckIns: [checkIn],
    });
  }

  test.each([
    { why: 'none was ever sent', parts: null, on: '2020-09-14', shown: false },
    { why: 'it takes answers', parts: {}, on: '2020-09-14', shown: true },
    { why: 'on its last day', parts: {}, on: '2020-09-18', shown: true },
    { why: 'after it', parts: {}, on: '2020-09-19', shown: false },
    { why: 'a newer one took its place', parts: { closedOn: TODAY }, on: '2020-09-14', shown: false },
    {
      why: 'it waits for the person’s hours',
      parts: { owed: { kind: 'ASK', at: '2020-09-14T12:00:00.000Z' } as const },
      on: '2020-09-14',
      shown: false,
    },
    {
      why: 'it was skipped, and can be answered all the same',
      parts: { skipped: { on: TODAY, because: 'ferie' } },
      on: '2020-09-14',
      shown: true,
    },
  ])('$why: shown is $shown', async ({ parts, on, shown }) => {
    context = await openTestContext();
    if (parts !== null) await ask(parts);
    context.goTo(on);
    expect((await homeOf(OSRU)).checkIn !== null).toBe(shown);
    expect((await homeOf(DIREZIONE)).checkIn).toBeNull();
  });
});

test.each([
  { key: OSRU, structures: ['OSRU'], risks: false, missing: false },
  { key: 'dirigente', structures: [], risks: true, missing: true },
  { key: 'programmazione', structures: [], risks: true, missing: true },
])('$key sees what concerns them', async ({ key, structures, risks, missing }) => {
  context = await openTestContext();
  const home = await homeOf(key);
  expect(home.structures.map(({ structure }) => structure.code)).toEqual(structures);
  expect(home.risks !== null).toBe(risks);
  expect(home.missing !== null).toBe(missing);
});

test('without a plan there is no home', async () => {
  context = await openTestContext();
  const person = personOf(OSRU);
  const store = { ...context.store, findLatestPlan: async () => undefined, listYears: async () => [] };
  const empty = { ...context, store };
  expect(await readHome(empty, person, actorOf(person))).toEqual({
    ok: false,
    refusal: { code: 'NO_PLAN', year: null, years: [] },
  });
  expect(ARTI_DIRECTORY.people).toContainEqual(person);
});
