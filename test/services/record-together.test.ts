/** Reports that come in within one turn of the event loop share one write; each is judged upon those before it. */
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../src/domain/statement.ts';
import { CURRENT, loadFigures } from '../../src/services/load-figures.ts';
import {
  type RecordOutcome,
  type RecordStatements,
  recordShown,
  recordStatements,
} from '../../src/services/record-statements.ts';
import type { Commit, CommitResult, Store } from '../../src/store/port.ts';
import { openTestContext, PLANNING_OFFICE, statement, type TestContext } from '../helpers/context.ts';
import { decimal } from '../helpers/figures.ts';
import { openTestStore } from '../store/support.ts';

const done = (item: string, percent: string): Statement =>
  statement(item, { figure: { kind: 'PERCENT', percent: decimal(percent) } });
const unchanged = statement('1.1.3', { figure: { kind: 'UNCHANGED' } });

const input = (said: Statement, key: string | null = null): RecordStatements => ({
  statements: [said],
  lines: [said.item],
  actor: PLANNING_OFFICE,
  source: 'SLACK',
  year: null,
  inbox: key === null ? null : { key, fingerprint: key },
  replyTo: null,
});

/** As requests come in: each goes as far as it can before the next is looked at. */
async function inOneTurn<T>(...requests: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const answers: Promise<T>[] = [];
  for (const request of requests) {
    answers.push(request());
    await new Promise<void>((resolve) => process.nextTick(resolve));
  }
  return Promise.all(answers);
}

/** Counts the commits, and makes of the first of them what `first` does. */
function watched(
  context: TestContext,
  first: (commit: Commit, store: Store) => Promise<CommitResult> = (commit, store) => store.commit(commit),
) {
  const { store } = context;
  const outcomes: string[] = [];
  let write = first;
  const commit = async (each: Commit) => {
    const result = write(each, store);
    write = (later) => store.commit(later);
    outcomes.push((await result).outcome);
    return result;
  };
  return { context: { ...context, store: { ...store, commit } }, outcomes };
}

const saidOf = (outcome: RecordOutcome | { ok: 'SAID_MEANWHILE' }) =>
  outcome.ok === true ? outcome.value.items.map(({ said }) => said) : outcome.ok;

async function percentOf({ store, planId, clock }: TestContext, phase: string) {
  const { phases } = await store.loadStanding(planId, clock.today());
  return [...phases].find(([code]) => code === phase)?.[1].latest.percentBps;
}

describe('in one turn', () => {
  test('each is recorded at its first try, and tells of the ones before it', async () => {
    const context = await openTestContext();
    const { context: own, outcomes } = watched(context);
    const answers = await inOneTurn(
      ...['10', '20', '30'].map((percent) => () => recordStatements(own, input(done('1.1.3', percent)))),
    );
    expect(outcomes).toEqual(['COMMITTED', 'COMMITTED', 'COMMITTED']);
    const items = answers.flatMap((each) => (each.ok ? each.value.items : []));
    expect(items.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(items.map(({ goalShareBefore }) => goalShareBefore).slice(1)).toEqual(
      items.map(({ goalShare }) => goalShare).slice(0, 2),
    );
  });

  test('“unchanged” repeats what was said just before', async () => {
    const context = await openTestContext();
    await recordStatements(context, input(done('1.1.3', '10')));
    await inOneTurn(
      () => recordStatements(context, input(done('1.1.3', '70'))),
      () => recordStatements(context, input(unchanged)),
    );
    expect(await percentOf(context, '1.1.3')).toBe(7000);
    expect(await context.store.findPlan(2020)).toMatchObject({ lastSequence: 3 });
  });

  test('and never what was not written after all', async () => {
    const context = await openTestContext();
    await recordStatements(context, input(done('1.1.3', '10')));
    const { context: own } = watched(context, (commit, store) =>
      store.commit({
        ...commit,
        outbox: () => {
          throw new Error('no message');
        },
      }),
    );
    const [first, second] = await inOneTurn<unknown>(
      () => recordStatements(own, input(done('1.1.3', '70'))).catch((error: Error) => error.message),
      () => recordStatements(own, input(unchanged)),
    );
    expect(first).toBe('no message');
    expect(second).toMatchObject({ ok: true });
    expect(await percentOf(context, '1.1.3')).toBe(1000);
    expect(await context.store.findPlan(2020)).toMatchObject({ lastSequence: 2 });
  });

  test('a refusal that rests on what was not written is judged again', async () => {
    const context = await openTestContext();
    const { context: own } = watched(context, (commit, store) =>
      store.commit({
        ...commit,
        outbox: () => {
          throw new Error('no message');
        },
      }),
    );
    const shown = { ...input(done('1.1.3', '20')), expects: new Map([['1.1.3', 0]]) };
    const [, answer] = await inOneTurn<unknown>(
      () => recordStatements(own, input(done('1.1.3', '70'))).catch(() => undefined),
      () => recordShown(own, shown),
    );
    expect(answer).toMatchObject({ ok: true });
    expect(await percentOf(context, '1.1.3')).toBe(2000);
  });

  test('what was shown is older than what was said just before', async () => {
    const context = await openTestContext();
    const shown = { ...input(done('1.1.3', '20')), expects: new Map([['1.1.3', 0]]) };
    const [, answer] = await inOneTurn(
      () => recordStatements(context, input(done('1.1.3', '70'))),
      () => recordShown(context, shown),
    );
    expect(answer).toMatchObject({ ok: 'SAID_MEANWHILE', said: [{ item: '1.1.3', sequence: 1 }] });
    expect(await percentOf(context, '1.1.3')).toBe(7000);
  });

  test('twins have one effect and one answer, be it that the first makes the second look late', async () => {
    const context = await openTestContext();
    const shown = { ...input(done('1.1.3', '20'), 'k1'), expects: new Map([['1.1.3', 0]]) };
    const [first, second] = await inOneTurn(
      () => recordShown(context, shown),
      () => recordShown(context, shown),
    );
    expect(first).toMatchObject({ ok: true, value: { duplicate: false } });
    expect(second).toMatchObject({ ok: true, value: { duplicate: true } });
    expect(saidOf(second ?? { ok: 'SAID_MEANWHILE' })).toEqual(saidOf(first ?? { ok: 'SAID_MEANWHILE' }));
    expect(await context.store.findPlan(2020)).toMatchObject({ lastSequence: 1 });
  });
});

test('what another process says once the plan was read is not overlooked', async () => {
  const context = await openTestContext();
  const other = { ...context, store: await openTestStore(context.file), figures: new Map() };
  await recordStatements(context, input(done('1.1.3', '10')));
  // The figures of today are at hand, and nothing has been said since they were made.
  await loadFigures(context, CURRENT);
  const { store } = context;
  let theirs: Promise<RecordOutcome> | undefined;
  const overtaken: Store = {
    ...store,
    async foresee(planId, lastSequence) {
      theirs ??= recordStatements(other, input(done('1.1.3', '70')));
      await theirs;
      return store.foresee(planId, lastSequence);
    },
  };
  await recordStatements({ ...context, store: overtaken }, input(unchanged));
  expect(await percentOf(context, '1.1.3')).toBe(7000);
});
