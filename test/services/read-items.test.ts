/** What somebody answers for, what falls due, what is at risk, who is missing: on the real plan and directory. */
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/refusal.ts';
import { readDiff } from '../../src/services/read-diff.ts';
import { readDueItems, readOwnItems, readRisks } from '../../src/services/read-items.ts';
import { readMissing } from '../../src/services/read-missing.ts';
import { readOwnExamples } from '../../src/services/read-own-examples.ts';
import { recordStatements } from '../../src/services/record-statements.ts';
import {
  ARTI,
  ARTI_DIRECTORY,
  actor,
  codeOf,
  MANAGER,
  openTestContext,
  PLANNING_OFFICE,
  personOf,
  statement,
  type TestContext,
} from '../helpers/context.ts';
import { decimal, structureCode } from '../helpers/figures.ts';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const report = (context: TestContext, item: string, percent: string) =>
  recordStatements(context, {
    statements: [statement(item, { figure: { kind: 'PERCENT', percent: decimal(percent) } })],
    lines: [''],
    actor: PLANNING_OFFICE,
    source: 'SLACK',
    year: null,
    inbox: null,
    replyTo: null,
  });

describe('what somebody answers for', () => {
  test('staff answer for every item of their structures, and for nothing else', async () => {
    const context = await openTestContext();
    const { figures, items } = value(await readOwnItems(context, personOf('referente.osru')));
    const osru = figures.structures.find(({ structure }) => structure.code === 'OSRU');
    expect(items.map(({ item }) => item.code)).toEqual(
      expect.arrayContaining((osru?.phases ?? []).map(({ phase }) => phase.code)),
    );
    expect(items.every(({ item }) => item.structures.includes(structureCode('OSRU')))).toBe(true);
    expect(items.every(({ because, delegatedBy }) => because === 'STRUCTURE' && delegatedBy === null)).toBe(
      true,
    );
  });

  test('a delegated item moves to the delegate, who learns from whom', async () => {
    const context = await openTestContext();
    const others = value(await readOwnItems(context, personOf('referente.lavoro')));
    const code = value(await readOwnItems(context, personOf('referente.osru')))
      .items.map(({ item }) => item.code)
      .find((each) => !others.items.some(({ item }) => item.code === each));
    if (code === undefined) throw new Error('OSRU has no item of its own');
    await context.store.commit({
      planId: context.planId,
      revision: null,
      lastSequence: null,
      recordedAt: context.clock.now().toISOString(),
      inbox: null,
      arrangements: [
        {
          kind: 'DELEGATED',
          delegation: {
            item: code,
            from: 'referente.osru',
            to: 'referente.lavoro',
            startsOn: context.clock.today(),
            endsOn: context.clock.today(),
          },
        },
      ],
    });
    const before = value(await readOwnItems(context, personOf('referente.osru')));
    const after = value(await readOwnItems(context, personOf('referente.lavoro')));
    expect(before.items.map(({ item }) => item.code)).not.toContain(code);
    const taken = after.items.find(({ item }) => item.code === code);
    expect(taken?.because).toBe('DELEGATED');
    expect(taken?.delegatedBy?.key).toBe('referente.osru');
  });

  test('a manager answers for nothing', async () => {
    const context = await openTestContext();
    expect(value(await readOwnItems(context, personOf('dirigente'))).items).toEqual([]);
  });
});

describe('what falls due', () => {
  test('own or everybody’s, until the day, complete ones left out', async () => {
    const context = await openTestContext();
    const osru = personOf('referente.osru');
    const own = value(await readDueItems(context, osru, { days: 30, own: true }));
    const all = value(await readDueItems(context, osru, { days: 30, own: false }));
    expect(own.until).toBe('2020-10-14');
    expect(all.items.length).toBeGreaterThan(own.items.length);
    expect(all.items.map(({ code }) => code)).toEqual(
      expect.arrayContaining(own.items.map(({ code }) => code)),
    );
    const first = all.items[0];
    if (!first) throw new Error('nothing is due');
    await report(context, first.code, '100');
    const after = value(await readDueItems(context, osru, { days: 30, own: false }));
    expect(after.items.map(({ code }) => code)).not.toContain(first.code);
    expect(after.items).toHaveLength(all.items.length - 1);
  });
});

describe('what is at risk', () => {
  test('of the plan, a goal or a structure; an unknown one is refused', async () => {
    const context = await openTestContext();
    const all = value(await readRisks(context, null)).items;
    const goal = value(await readRisks(context, '1.1')).items;
    const structure = value(await readRisks(context, 'osru')).items;
    expect(goal.map(({ item }) => item.code).every((code) => code.startsWith('1.1.'))).toBe(true);
    expect(goal.length).toBeGreaterThan(0);
    expect(structure.every(({ item }) => item.structures.includes(structureCode('OSRU')))).toBe(true);
    expect(all.length).toBeGreaterThanOrEqual(Math.max(goal.length, structure.length));
    expect(codeOf(await readRisks(context, '9.9'))).toBe('UNKNOWN_CODE');
  });
});

describe('who is missing', () => {
  const opened = async (context: TestContext) =>
    context.store.commit({
      planId: context.planId,
      revision: null,
      lastSequence: null,
      recordedAt: context.clock.now().toISOString(),
      inbox: null,
      openedCheckIns: [
        {
          id: 'one',
          person: 'referente.osru',
          openedOn: context.clock.today(),
          closesOn: context.clock.today(),
          closedOn: null,
          openedAtSequence: 0,
          items: ['1.1.3' as never],
          owed: null,
          remindedAt: null,
          skipped: null,
        },
      ],
    });

  test('until the item is reported on', async () => {
    const context = await openTestContext();
    expect(value(await readMissing(context, PLANNING_OFFICE)).everAsked).toBe(false);
    await opened(context);
    const waiting = value(await readMissing(context, PLANNING_OFFICE));
    expect(waiting).toMatchObject({
      everAsked: true,
      missing: [{ structure: 'OSRU', answers: [{ items: ['1.1.3'], silence: 'ASKED' }] }],
    });
    await report(context, '1.1.3', '60');
    expect(value(await readMissing(context, PLANNING_OFFICE)).missing).toEqual([]);
  });

  test('a head sees the structures they head, a manager all, staff none', async () => {
    const context = await openTestContext();
    await opened(context);
    expect(value(await readMissing(context, actor('HEAD', 'LAVORO'))).missing).toEqual([]);
    expect(value(await readMissing(context, actor('HEAD', 'OSRU'))).missing).toHaveLength(1);
    expect(value(await readMissing(context, MANAGER)).missing).toHaveLength(1);
    expect(codeOf(await readMissing(context, actor('STAFF', 'OSRU')))).toBe('ROLE_MAY_NOT');
  });

  test('what nobody but the head answers for is an orphan of the head', async () => {
    const people = ARTI_DIRECTORY.people.filter(({ key }) => key !== 'referente.osru');
    const context = await openTestContext({ directory: { ...ARTI_DIRECTORY, people } });
    const { orphans } = value(await readMissing(context, PLANNING_OFFICE));
    expect(orphans.length).toBeGreaterThan(0);
    expect(
      orphans.every(({ structure, heads }) => structure === 'OSRU' && heads[0]?.key === 'responsabile.osru'),
    ).toBe(true);
  });
});

describe('the two baselines', () => {
  test.each([
    { why: 'the whole plan', query: { code: null, from: null, to: null }, goals: 10 },
    { why: 'one goal', query: { code: '1.1', from: null, to: null }, goals: 1 },
    { why: 'a phase stands for its goal', query: { code: '1.1.3', from: 0, to: 1 }, goals: 1 },
    { why: 'an eliminated goal', query: { code: '3.3', from: null, to: null }, goals: 1 },
  ])('$why', async ({ query, goals }) => {
    const context = await openTestContext();
    const { diff } = value(await readDiff(context, query));
    if (query.code === null) {
      expect(diff.goals.length).toBe(new Set(ARTI.baselines[1]?.changes.map(({ goal }) => goal)).size);
    } else expect(diff.goals).toHaveLength(goals);
  });

  test.each([
    { why: 'a baseline that is not there', query: { code: null, from: 0, to: 7 }, code: 'NO_BASELINE' },
    { why: 'a code that never was', query: { code: '9.9', from: null, to: null }, code: 'UNKNOWN_CODE' },
  ])('refused, $why', async ({ query, code }) => {
    expect(codeOf(await readDiff(await openTestContext(), query))).toBe(code);
  });
});

test('examples are out of one’s own items', async () => {
  const context = await openTestContext();
  const own = value(await readOwnItems(context, personOf('referente.osru')));
  const examples = await readOwnExamples(context, personOf('referente.osru'));
  expect(own.items.map(({ item }) => item.code)).toContain(examples.phase);
  expect(examples.structure).toBe('OSRU');
  expect(examples.units).toEqual({ code: '1.4.4', name: 'colloqui' });
});
