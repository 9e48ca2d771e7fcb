/** What is said is recorded whole or not at all, once, with its answer. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import type { SaidFigure, Statement } from '../../src/domain/statement.ts';
import { CURRENT, loadFigures } from '../../src/services/load-figures.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import {
  firstRefusal,
  type RecordStatements,
  recordShown,
  recordStatements,
} from '../../src/services/record-statements.ts';
import type { Commit, Store } from '../../src/store/port.ts';
import {
  ARTI,
  LAVORO_STAFF,
  MANAGER,
  openTestContext,
  PLANNING_OFFICE,
  statement,
  type TestContext,
} from '../helpers/context.ts';
import { decimal } from '../helpers/figures.ts';
import { openTwin } from '../helpers/timed-context.ts';
import { importSample, openTestStore } from '../store/support.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const percent = (text: string): SaidFigure => ({ kind: 'PERCENT', percent: decimal(text) });
const sixty = statement('1.1.3', { figure: percent('60'), note: 'bando pubblicato' });
const firms = statement('3.1', {
  figure: { kind: 'RATIO', numerator: decimal('8006'), denominator: decimal('20015') },
});

const record = (
  context: TestContext,
  statements: readonly Statement[],
  input: Partial<RecordStatements> = {},
) =>
  recordStatements(context, {
    statements,
    lines: statements.map(({ item }, index) => `riga ${index + 1}: ${item}`),
    actor: PLANNING_OFFICE,
    source: 'SLACK',
    year: null,
    inbox: null,
    replyTo: null,
    ...input,
  });

/** Phase or goal, and what is known of it, today. */
async function known({ store, planId, clock }: TestContext) {
  const { phases, measurements } = await store.loadStanding(planId, clock.today());
  return [
    ...[...phases].map(([code, { latest }]) => `${code} ${latest.percentBps ?? latest.units}`),
    ...[...measurements].map(([code, all]) => `${code} ${all.at(-1)?.numerator}`),
  ].sort();
}

const lastSequence = async ({ store }: TestContext) => (await store.findPlan(2020))?.lastSequence;

describe('all or nothing', () => {
  test('several statements are one commit', async () => {
    const context = await openTestContext();
    const outcome = await record(context, [firms, sixty]);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        duplicate: false,
        items: [
          { item: '3.1', kind: 'MEASUREMENT', sequence: 2, itemShare: '1/1', goalShare: '1/1' },
          {
            item: '1.1.3',
            kind: 'STATUS',
            sequence: 1,
            itemShare: '3/5',
            goalShare: '3/20',
            goalShareBefore: '0/1',
          },
        ],
      },
    });
    expect(await known(context)).toEqual(['1.1.3 6000', '3.1 8006']);
    expect(await lastSequence(context)).toBe(2);
  });

  test('one refused, and nothing is recorded, sent or written into the history; each reason with its line', async () => {
    const context = await openTestContext();
    const outcome = await record(context, [
      sixty,
      statement('9.9', { figure: percent('60') }),
      statement('1.1.4', { figure: percent('150') }),
    ]);
    expect(outcome).toMatchObject({
      ok: false,
      lines: [
        { line: 'riga 2: 9.9', refusal: { code: 'UNKNOWN_CODE' } },
        { line: 'riga 3: 1.1.4', refusal: { code: 'PERCENT_OUT_OF_RANGE', given: '150' } },
      ],
    });
    expect(await known(context)).toEqual([]);
    expect([await lastSequence(context), context.messages(), context.audit(), context.wakes()]).toEqual([
      0,
      [],
      [],
      0,
    ]);
    expect(firstRefusal(outcome)).toMatchObject({ ok: false, refusal: { code: 'UNKNOWN_CODE' } });
  });

  test('a later line sees an earlier one', async () => {
    const context = await openTestContext();
    const outcome = await record(context, [
      sixty,
      statement('1.1.3', { figure: { kind: 'UNCHANGED' }, blockedBecause: 'ricorso' }),
    ]);
    expect(outcome).toMatchObject({
      ok: true,
      value: { items: [{ sequence: 1 }, { sequence: 2, said: { kind: 'BLOCKED', percentBps: 6_000 } }] },
    });
  });

  test('a year without a plan', async () => {
    const context = await openTestContext();
    expect(await record(context, [sixty], { year: 2021 })).toMatchObject({
      ok: false,
      lines: [{ line: 'riga 1: 1.1.3', refusal: { code: 'NO_PLAN', year: 2021, years: [2020] } }],
    });
  });
});

describe('once', () => {
  const inbox = { key: 'slack/event/Ev1', fingerprint: '1.1.3 60%' };

  test('the same delivery again has no second effect, and the same answer', async () => {
    const context = await openTestContext();
    const replyTo = { kind: 'CONVERSATION', channel: 'D1', threadTs: null } as const;
    const first = await record(context, [sixty], { inbox, replyTo });
    const again = await record(context, [sixty], { inbox, replyTo });
    expect(first.ok && first.value.duplicate).toBe(false);
    expect(again).toMatchObject({
      ok: true,
      value: { duplicate: true, items: [{ item: '1.1.3', sequence: 1, goalShare: '3/20' }] },
    });
    expect([await lastSequence(context), context.messages().length, context.audit().length]).toEqual([
      1, 1, 1,
    ]);
  });

  test('the same delivery twice at once', async () => {
    const context = await openTestContext();
    const both = await Promise.all([
      record(context, [sixty], { inbox }),
      record(context, [sixty], { inbox }),
    ]);
    expect(both.map((outcome) => outcome.ok && outcome.value.duplicate).sort()).toEqual([false, true]);
    expect(await lastSequence(context)).toBe(1);
  });

  test('a key used for something else is refused', async () => {
    const context = await openTestContext();
    await record(context, [sixty], { inbox });
    expect(await record(context, [firms], { inbox: { ...inbox, fingerprint: '3.1' } })).toEqual({
      ok: false,
      lines: [{ line: '', refusal: { code: 'IDEMPOTENCY_KEY_REUSED', key: inbox.key } }],
    });
    expect(await known(context)).toEqual(['1.1.3 6000']);
  });

  test('a delivery that was refused does not use its key up', async () => {
    const context = await openTestContext();
    await record(context, [statement('1.1.3', { figure: percent('150') })], { inbox });
    expect(await record(context, [sixty], { inbox })).toMatchObject({
      ok: true,
      value: { duplicate: false },
    });
  });

  test('without a key each is recorded', async () => {
    const context = await openTestContext();
    await record(context, [sixty]);
    await record(context, [sixty]);
    expect(await lastSequence(context)).toBe(2);
  });
});

describe('what leaves with the commit', () => {
  const replyTo = { kind: 'CONVERSATION', channel: 'D1', threadTs: '1.2' } as const;

  test('the answer, and every open check-in that holds an item of it drawn again', async () => {
    const context = await openTestContext();
    await openCheckIns(context, PLANNING_OFFICE);
    const [asked, woken] = [context.messages().length, context.wakes()];
    await record(context, [sixty, statement('1.1.4', { figure: percent('10') })], { replyTo });
    expect(context.wakes()).toBe(woken + 1);
    const sent = context.messages().slice(asked);
    expect(sent.map(({ key, destination, notice }) => [key, destination, notice.kind])).toEqual([
      ['recorded-1-1-2', replyTo, 'RECORDED'],
      [
        'check-in-refresh-2020-2020-09-14-referente.direzione-1-1-2',
        { kind: 'PERSON', person: 'referente.direzione' },
        'CHECK_IN_REFRESH',
      ],
      [
        'check-in-refresh-2020-2020-09-14-referente.lavoro-1-1-2',
        { kind: 'PERSON', person: 'referente.lavoro' },
        'CHECK_IN_REFRESH',
      ],
      [
        'check-in-refresh-2020-2020-09-14-referente.osru-1-1-2',
        { kind: 'PERSON', person: 'referente.osru' },
        'CHECK_IN_REFRESH',
      ],
    ]);
    expect(sent[0]?.notice).toMatchObject({
      items: [
        {
          item: '1.1.3',
          sequence: 1,
          said: { kind: 'PERCENT', percentBps: 6_000 },
          note: 'bando pubblicato',
        },
        { item: '1.1.4', sequence: 2 },
      ],
    });
  });

  test('a check-in that does not ask for it is left alone', async () => {
    const context = await openTestContext();
    await openCheckIns(context, PLANNING_OFFICE);
    const asked = context.messages().length;
    await record(context, [statement('1.1.4', { figure: percent('10') })]);
    expect(
      context
        .messages()
        .slice(asked)
        .map(({ notice }) => notice),
    ).toEqual([{ kind: 'CHECK_IN_REFRESH', checkInId: '2020-2020-09-14-referente.lavoro' }]);
  });

  test('one that a newer replaced is not drawn again', async () => {
    const context = await openTestContext();
    await openCheckIns(context, PLANNING_OFFICE);
    context.goTo('2020-09-15');
    await openCheckIns(context, PLANNING_OFFICE);
    const asked = context.messages().length;
    await record(context, [statement('1.1.4', { figure: percent('10') })]);
    expect(
      context
        .messages()
        .slice(asked)
        .map(({ notice }) => notice),
    ).toEqual([{ kind: 'CHECK_IN_REFRESH', checkInId: '2020-2020-09-15-referente.lavoro' }]);
  });

  test('nothing, when the caller answers by itself and no check-in is open', async () => {
    const context = await openTestContext();
    await record(context, [sixty]);
    expect([context.messages(), context.wakes()]).toEqual([[], 0]);
  });

  test('the history: who outside the chain, and no note inside it', async () => {
    const context = await openTestContext();
    await record(context, [sixty, firms], { actor: { ...PLANNING_OFFICE, key: 'programmazione' } });
    const entries = context.audit();
    expect(entries.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['STATUS_REPORTED', 'programmazione'],
      ['MEASUREMENT_RECORDED', 'programmazione'],
    ]);
    expect(entries[0]?.body).toEqual({
      phase: '1.1.3',
      reportedOn: '2020-09-14',
      percentBps: 6_000,
      units: null,
      completes: false,
      noteSha256: sha256('bando pubblicato'),
      blockedBecauseSha256: null,
      evidenceSha256: null,
      source: 'SLACK',
    });
    expect(JSON.stringify(entries.map(({ body }) => body))).not.toMatch(/programmazione|bando/);
  });
});

test('no text that somebody wrote is in the chain: its hash is', async () => {
  const context = await openTestContext();
  const [blockedBecause, evidence] = ['manca la firma di Rossi', 'https://esempio.it/rossi.pdf'];
  await record(context, [statement('1.1.3', { figure: percent('60'), blockedBecause, evidence })]);
  const [entry] = context.audit();
  expect(entry?.body).toMatchObject({
    blockedBecauseSha256: sha256(blockedBecause),
    evidenceSha256: sha256(evidence),
  });
  expect(JSON.stringify(entry?.body)).not.toMatch(/rossi/i);
});

describe('many at once', () => {
  const unchanged = statement('1.1.3', { figure: { kind: 'UNCHANGED' } });
  const figureOf = async ({ store, planId, clock }: TestContext) => {
    const { phases } = await store.loadStanding(planId, clock.today());
    return [...phases.values()].map(({ latest }) => latest.percentBps);
  };

  test('“unchanged” repeats the figure of just before, not the one that it was judged by', async () => {
    const context = await openTestContext();
    await record(context, [statement('1.1.3', { figure: percent('40') })]);
    const both = await Promise.all([
      record(context, [statement('1.1.3', { figure: percent('90') })]),
      record(context, [unchanged]),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await figureOf(context)).toEqual([9_000]);
  });

  test('all are recorded, from two processes, and no figure goes back', async () => {
    const context = await openTestContext();
    const other = { ...context, store: await openTestStore(context.file), figures: new Map() };
    await record(context, [statement('1.1.3', { figure: percent('1') })]);
    const said = Array.from({ length: 40 }, (_, index) =>
      index % 2 === 0 ? statement('1.1.3', { figure: percent('90') }) : unchanged,
    );
    const blocked = statement('1.1.3', { blockedBecause: 'ricorso' });
    const outcomes = await Promise.all(
      [...said, blocked].map((each, index) => record(index % 3 === 0 ? other : context, [each])),
    );
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    const { rows } = await context.store.listReports(context.planId, {
      phase: null,
      before: null,
      limit: 100,
    });
    expect(rows).toHaveLength(42);
    const figures = rows.map(({ percentBps }) => percentBps ?? 0).reverse();
    expect(figures).toEqual([...figures].sort((a, b) => a - b));
    expect(figures.at(-1)).toBe(9_000);
  });
});

test('nothing is assessed while the transaction keeps everybody else from writing', async () => {
  const context = await openTestContext();
  let inside = false;
  let assessedInside = false;
  const rules = new Proxy(context.rules, {
    get(target, name, receiver) {
      assessedInside ||= inside;
      return Reflect.get(target, name, receiver);
    },
  });
  const store = {
    ...context.store,
    commit: (commit: Commit) =>
      context.store.commit({
        ...commit,
        outbox: (sequences) => {
          inside = true;
          const messages = commit.outbox?.(sequences) ?? [];
          inside = false;
          return messages;
        },
      }),
  };
  const replyTo = { kind: 'CONVERSATION', channel: 'D1', threadTs: null } as const;
  expect(await record({ ...context, rules, store }, [sixty], { replyTo })).toMatchObject({ ok: true });
  expect(context.messages()).toHaveLength(1);
  expect(assessedInside).toBe(false);
});

describe('a plan of the next year, imported before it begins', () => {
  const next = () => ({ ...ARTI, year: 2021 });

  test('takes nothing over until then', async () => {
    const context = await openTestContext();
    await importSample(context.store, next(), 'sha-2021');
    await record(context, [sixty]);
    expect(await known(context)).toEqual(['1.1.3 6000']);
    context.goTo('2021-01-01');
    expect(await record(context, [sixty])).toMatchObject({ ok: true });
    expect((await context.store.findPlan(2021))?.lastSequence).toBe(1);
  });

  test('a delivery that comes again then is still the one of before', async () => {
    const context = await openTestContext();
    await importSample(context.store, next(), 'sha-2021');
    const inbox = { key: 'slack/event/Ev1', fingerprint: 'x' };
    await record(context, [sixty], { inbox });
    context.goTo('2021-01-01');
    expect(await record(context, [sixty], { inbox })).toMatchObject({
      ok: true,
      value: { duplicate: true, items: [{ item: '1.1.3', sequence: 1 }] },
    });
    expect((await context.store.findPlan(2021))?.lastSequence).toBe(0);
  });
});

test('a repetition reads what it said itself, and not all that was said since', async () => {
  const context = await openTestContext();
  const inbox = { key: 'slack/event/Ev1', fingerprint: 'x' };
  const first = await record(context, [sixty, firms], { inbox });
  await record(context, [sixty]);
  await loadFigures(context, CURRENT);
  const read: number[] = [];
  const store: Store = {
    ...context.store,
    async listSaidSince(planId, sequence) {
      read.push(sequence);
      return context.store.listSaidSince(planId, sequence);
    },
  };
  const again = await record({ ...context, store }, [sixty, firms], { inbox });
  expect(read).toEqual([]);
  expect(again).toMatchObject({
    ok: true,
    value: { duplicate: true, items: [{ sequence: 1 }, { sequence: 2 }] },
  });
  expect(first).toMatchObject({ ok: true, value: { year: 2020 } });
});

describe('who may', () => {
  test.each([
    { why: 'the planning office', actor: PLANNING_OFFICE, code: null },
    { why: 'another structure', actor: LAVORO_STAFF, code: 'NOT_YOURS' },
    { why: 'a manager', actor: MANAGER, code: 'ROLE_MAY_NOT' },
  ])('$why → $code', async ({ actor, code }) => {
    const context = await openTestContext();
    const result = firstRefusal(await record(context, [sixty], { actor }));
    expect(result.ok ? null : result.refusal.code).toBe(code);
    expect(await lastSequence(context)).toBe(code === null ? 1 : 0);
  });
});

describe('days', () => {
  test('a report on a past day is judged by what was known on that day', async () => {
    const context = await openTestContext();
    await record(context, [statement('1.1.3', { figure: percent('60'), reportedOn: isoDate('2020-09-10') })]);
    const unchanged = { figure: { kind: 'UNCHANGED' } } as const;
    const before = await record(context, [
      statement('1.1.3', { ...unchanged, reportedOn: isoDate('2020-09-09') }),
    ]);
    expect(firstRefusal(before)).toMatchObject({ refusal: { code: 'NOTHING_TO_REPEAT' } });
    expect(
      await record(context, [statement('1.1.3', { ...unchanged, reportedOn: isoDate('2020-09-11') })]),
    ).toMatchObject({ ok: true });
  });

  test('of an earlier day than the latest: recorded, and the goal stays where it is', async () => {
    const context = await openTestContext();
    await record(context, [sixty]);
    const late = await record(context, [
      statement('1.1.3', { figure: percent('20'), reportedOn: isoDate('2020-05-01') }),
    ]);
    expect(late).toMatchObject({
      ok: true,
      value: { items: [{ goalShare: '3/20', goalShareBefore: '3/20' }] },
    });
    expect(await lastSequence(context)).toBe(2);
  });
});

test('a plan imported anew in between: decided again, upon the new one', async () => {
  const context = await openTestContext();
  let imports = 0;
  const store = {
    ...context.store,
    async listUnclosedCheckIns(planId: number) {
      if (imports++ === 0) await importSample(context.store, ARTI, 'sha-2');
      return context.store.listUnclosedCheckIns(planId);
    },
  };
  expect(await record({ ...context, store }, [sixty])).toMatchObject({ ok: true });
  expect(await known(context)).toEqual(['1.1.3 6000']);
});

describe('what is said while it is being decided', () => {
  const ninetyFive = statement('3.1', {
    figure: { kind: 'RATIO', numerator: decimal('9500'), denominator: decimal('20015') },
  });

  /** A colleague in another process says `said` just before the first commit. */
  async function overtakenBy(context: TestContext, said: Statement): Promise<TestContext> {
    const twin = await openTwin(context);
    let overtaken = false;
    const commit = async (decided: Commit) => {
      if (!overtaken) {
        overtaken = true;
        expect(await record({ ...context, ...twin }, [said])).toMatchObject({ ok: true });
      }
      return context.store.commit(decided);
    };
    return { ...context, store: { ...context.store, commit } };
  }
  const numerators = async ({ store, planId }: TestContext) =>
    (await store.listMeasurements(planId, { goal: null, before: null, limit: 10 })).rows.map(
      ({ numerator }) => numerator,
    );
  const unchanged = statement('3.1', { figure: { kind: 'UNCHANGED' } });
  const shown = (context: TestContext, statements: readonly Statement[], expects: [string, number][]) =>
    recordShown(context, {
      statements,
      lines: statements.map(({ item }) => item),
      actor: PLANNING_OFFICE,
      source: 'SLACK',
      year: null,
      inbox: null,
      replyTo: null,
      expects: new Map(expects),
    });

  test('is what “unchanged” repeats, of an indicator too', async () => {
    const context = await openTestContext();
    await record(context, [firms]);
    expect(await record(await overtakenBy(context, ninetyFive), [unchanged])).toMatchObject({ ok: true });
    expect(await numerators(context)).toEqual(['9500', '9500', '8006']);
  });

  test('stops what was said of the item as it was shown, and is told', async () => {
    const context = await openTestContext();
    await record(context, [firms]);
    const overtaken = await overtakenBy(context, ninetyFive);
    expect(await shown(overtaken, [sixty, unchanged], [['3.1', 1]])).toEqual({
      ok: 'SAID_MEANWHILE',
      said: [
        {
          item: '3.1',
          sequence: 2,
          reportedOn: '2020-09-14',
          said: { kind: 'RATIO', numerator: '9500', denominator: '20015' },
        },
      ],
    });
    expect(await numerators(context)).toEqual(['9500', '8006']);
    expect(await known(context)).toEqual(['3.1 9500']);
  });

  test('of another item is no matter, nor where nothing had been said', async () => {
    const context = await openTestContext();
    await record(context, [firms]);
    const overtaken = await overtakenBy(context, sixty);
    expect(
      await shown(
        overtaken,
        [unchanged, statement('1.1.4', { figure: percent('10') })],
        [
          ['3.1', 1],
          ['1.1.4', 0],
        ],
      ),
    ).toMatchObject({ ok: true });
    expect(await numerators(context)).toEqual(['8006', '8006']);
  });
});
