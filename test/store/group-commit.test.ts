/** Commits of one turn of the event loop: they share one transaction, and each has its own outcome. */
import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createAuditAppender } from '../../src/store/audit.ts';
import { createCommit } from '../../src/store/commit.ts';
import { createCommitGroups } from '../../src/store/commit-groups.ts';
import { openDatabase } from '../../src/store/database.ts';
import { type Commit, type CommitResult, StoreFailed } from '../../src/store/port.ts';
import {
  decision,
  getPlan,
  openRaw,
  openTestStore,
  ratioMeasurement,
  report,
  storeWithPlan,
  temporaryFile,
} from './support.ts';

const DAY = '2020-09-14';
const say = (planId: number, code: string, parts: Partial<Commit> = {}) =>
  decision(planId, { reports: [report(code, DAY)], ...parts });
const bad = (planId: number) => decision(planId, { reports: [report('1.1.1', DAY, { percentBps: 10_001 })] });

const outcomes = (settled: readonly PromiseSettledResult<CommitResult>[]) =>
  settled.map((each) => (each.status === 'fulfilled' ? each.value.outcome : 'FAILED'));

describe('handed in together', () => {
  test('they are written in their order', async () => {
    const { store, planId } = await storeWithPlan();
    const results = await Promise.all(
      ['1.1.1', '1.1.2', '1.1.1'].map((code) => store.commit(say(planId, code))),
    );
    expect(results).toEqual([
      { outcome: 'COMMITTED', version: 2, sequences: [1] },
      { outcome: 'COMMITTED', version: 3, sequences: [2] },
      { outcome: 'COMMITTED', version: 4, sequences: [3] },
    ]);
    expect((await store.getReport(planId, 2)).phase).toBe('1.1.2');
  });

  test('they are seen by another process all at once', async () => {
    const { store, planId, file } = await storeWithPlan();
    const raw = openRaw(file);
    const count = () => raw.prepare('SELECT count(*) FROM reports').pluck().get();
    const seen: unknown[] = [];
    const outbox = () => {
      seen.push(count());
      return [];
    };
    const commits = Array.from({ length: 5 }, () => store.commit(say(planId, '1.1.1', { outbox })));
    expect(count()).toBe(0);
    await commits[0];
    expect(count()).toBe(5);
    expect(seen).toEqual([0, 0, 0, 0, 0]);
    await Promise.all(commits);
  });

  test.each([
    { why: 'breaks an invariant', second: bad, outcome: 'FAILED' },
    {
      why: 'throws',
      second: (planId: number) =>
        say(planId, '1.1.2', {
          outbox: () => {
            throw new Error('no message');
          },
        }),
      outcome: 'FAILED',
    },
    { why: 'is of no plan', second: () => say(99, '1.1.1'), outcome: 'FAILED' },
    {
      why: 'was decided upon something else',
      second: (planId: number) => say(planId, '1.1.2', { lastSequence: 0 }),
      outcome: 'CONFLICT',
    },
  ])('one that $why is undone alone: $outcome', async ({ second, outcome }) => {
    const { store, planId, file } = await storeWithPlan();
    const settled = await Promise.allSettled(
      [say(planId, '1.1.1'), second(planId), say(planId, '1.1.2')].map((each) => store.commit(each)),
    );
    expect(outcomes(settled)).toEqual(['COMMITTED', outcome, 'COMMITTED']);
    expect(settled[2]).toMatchObject({ value: { version: 3, sequences: [2] } });
    expect(await getPlan(store)).toMatchObject({ version: 3, lastSequence: 2 });
    expect(openRaw(file).prepare('SELECT phase FROM reports ORDER BY sequence').pluck().all()).toEqual([
      '1.1.1',
      '1.1.2',
    ]);
  });

  test('twins of one key have one effect', async () => {
    const { store, planId } = await storeWithPlan();
    const twin = say(planId, '1.1.1', { inbox: { key: 'k1', fingerprint: 'f1' } });
    const other = say(planId, '1.1.1', { inbox: { key: 'k1', fingerprint: 'f2' } });
    expect(await Promise.all([twin, twin, other].map((each) => store.commit(each)))).toEqual([
      { outcome: 'COMMITTED', version: 2, sequences: [1] },
      { outcome: 'DUPLICATE', sequences: [1] },
      { outcome: 'KEY_REUSED' },
    ]);
    expect(await getPlan(store)).toMatchObject({ version: 2, lastSequence: 1 });
  });

  test('by two processes, all are written and no sequence is used twice', async () => {
    const { store, planId, file } = await storeWithPlan();
    const other = await openTestStore(file);
    const all = [store, other].flatMap((each) =>
      Array.from({ length: 10 }, () => each.commit(say(planId, '1.1.1'))),
    );
    const sequences = (await Promise.all(all)).flatMap((each) => ('sequences' in each ? each.sequences : []));
    expect(sequences.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});

/** A store's commits over a database of one's own, whose limits can be set. */
async function commitsOver(file: string) {
  const database = openDatabase({ file });
  onTestFinished(() => database.close());
  const { commit } = createCommit(database, createAuditAppender(database.query));
  return { commit, query: database.query };
}

test('a disk that takes no more of the group takes nothing of it, and all is well once it does', async () => {
  const { planId, file, store } = await storeWithPlan(temporaryFile());
  const { commit, query } = await commitsOver(file);
  const [pages] = query.all<{ page_count: number }>(sql`PRAGMA page_count`);
  query.get(sql.raw(`PRAGMA max_page_count = ${pages?.page_count}`));
  const long = say(planId, '1.1.2', { reports: [report('1.1.2', DAY, { note: 'x'.repeat(100_000) })] });
  const group = () => Promise.allSettled([say(planId, '1.1.1'), long, say(planId, '1.1.1')].map(commit));
  for (const each of await group()) {
    expect(each).toMatchObject({ status: 'rejected', reason: expect.any(StoreFailed) });
  }
  expect(await getPlan(store)).toMatchObject({ version: 1, lastSequence: 0 });
  query.get(sql`PRAGMA max_page_count = 1000000`);
  expect(outcomes(await group())).toEqual(['COMMITTED', 'COMMITTED', 'COMMITTED']);
});

describe('a group', () => {
  const committed = (commit: Commit): CommitResult => ({
    outcome: 'COMMITTED',
    version: 1,
    sequences: [(commit.lastSequence ?? 0) + 1],
  });

  test('is one transaction, and one alone is not made to wait for more', async () => {
    const transactions: number[] = [];
    const groups = createCommitGroups(
      {
        async write(work) {
          transactions.push(1);
          return work();
        },
        async writeEach(works) {
          transactions.push(works.length);
          return works.map((work) => ({ status: 'fulfilled', value: work() }));
        },
      },
      committed,
    );
    await groups.add(say(1, '1.1.1'));
    await Promise.all([
      groups.add(say(1, '1.1.1')),
      groups.add(say(2, '1.1.1')),
      groups.add(say(1, '1.1.1')),
    ]);
    expect(transactions).toEqual([1, 3]);
  });

  test('whose transaction fails at its end fails whole, and what was decided upon it is decided again', async () => {
    let fails = true;
    const groups = createCommitGroups(
      {
        write: async (work) => work(),
        async writeEach(works) {
          const results = works.map((work) => ({ status: 'fulfilled' as const, value: work() }));
          if (fails) throw new StoreFailed('SQLITE_FULL', null);
          return results;
        },
      },
      committed,
    );
    const first = [
      groups.add(say(1, '1.1.1', { lastSequence: 0 })),
      groups.add(say(1, '1.1.2', { lastSequence: 1 })),
    ];
    const upon = groups.foresee(1, 0);
    expect(upon.lastSequence).toBe(2);
    expect(upon.said().reports).toMatchObject([{ sequence: 1 }, { sequence: 2 }]);
    expect(outcomes(await Promise.allSettled(first))).toEqual(['FAILED', 'FAILED']);
    expect(await upon.isWritten()).toBe(false);
    fails = false;
    expect(await groups.add(say(1, '1.1.1', { lastSequence: 2, upon }))).toEqual({ outcome: 'CONFLICT' });
  });
});

describe('what is foreseen', () => {
  test('is what was handed in of the plan, numbered as it will be', async () => {
    const { store, planId } = await storeWithPlan();
    await store.commit(say(planId, '1.1.1'));
    const commits = [
      store.commit(
        say(planId, '1.1.2', { lastSequence: 1, measurements: [ratioMeasurement('3.1', DAY, '1')] }),
      ),
      store.commit(decision(planId)),
      store.commit(say(planId, '1.1.1', { lastSequence: 1 })),
      store.commit(say(planId, '1.1.2', { lastSequence: 3 })),
    ];
    const foreseen = await store.foresee(planId, 1);
    expect(foreseen.lastSequence).toBe(4);
    expect(foreseen.said()).toMatchObject({
      reports: [
        { phase: '1.1.2', sequence: 2 },
        { phase: '1.1.2', sequence: 4 },
      ],
      measurements: [{ goal: '3.1', sequence: 3 }],
    });
    expect(await foreseen.isWritten()).toBe(true);
    expect((await Promise.all(commits)).map(({ outcome }) => outcome)).toEqual([
      'COMMITTED',
      'COMMITTED',
      'CONFLICT',
      'COMMITTED',
    ]);
    const later = await store.foresee(planId, 4);
    expect([later.lastSequence, later.said()]).toEqual([4, { reports: [], measurements: [] }]);
  });

  test('and is not written is decided upon for nothing, though another process said as much', async () => {
    const { store, planId, file } = await storeWithPlan();
    const other = await openTestStore(file);
    const theirs = other.commit(say(planId, '1.1.2', { lastSequence: 0 }));
    const first = store.commit(say(planId, '1.1.1', { lastSequence: 0 }));
    const upon = await store.foresee(planId, 0);
    const second = store.commit(say(planId, '1.1.1', { lastSequence: upon.lastSequence, upon }));
    expect((await theirs).outcome).toBe('COMMITTED');
    expect(await first).toEqual({ outcome: 'CONFLICT' });
    expect(await second).toEqual({ outcome: 'CONFLICT' });
    expect(await upon.isWritten()).toBe(false);
    expect((await getPlan(store)).lastSequence).toBe(1);
  });
});
