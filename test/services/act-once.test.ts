/** A request under a key has one effect: the key stands where the effect does, and nowhere without it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { actOnce } from '../../src/services/act-once.ts';
import type { Context } from '../../src/services/context.ts';
import type { InboxKey } from '../../src/services/find-repeat.ts';
import { importFile } from '../../src/services/import-file.ts';
import { moveDay, TODAY_SETTING } from '../../src/services/move-day.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { openTestContext, PLANNING_OFFICE, type TestContext, TODAY } from '../helpers/context.ts';
import { openRaw } from '../store/support.ts';
import { openRealContext } from './real-context.ts';

const read = (name: string) => readFileSync(new URL(`../../plans/${name}`, import.meta.url), 'utf8');
const PLAN = read('arti-2020.yaml').replace(/^title: .*$/m, 'title: Un altro titolo');
const OTHER_PLAN = PLAN.replace('Un altro titolo', 'Un terzo titolo');
const PEOPLE = 'key,name,title,email,role,structures\nada,Ada,istruttrice,ada@arti.example,STAFF,OSRU\n';
const OTHER_PEOPLE = PEOPLE.replace('Ada,', 'Adele,');
const DAY = '2020-09-15';

const inboxOf = (content: string): InboxKey => ({ key: 'k-1', fingerprint: content });

const importing = (name: string) => (context: Context, text: string) =>
  actOnce(context, inboxOf(text), (services, repeated) =>
    importFile(
      services,
      PLANNING_OFFICE,
      { name, bytes: Buffer.from(text) },
      { inbox: inboxOf(text), repeated },
    ),
  );

const moving = (context: Context, day: string) =>
  actOnce(context, inboxOf(day), (services, repeated) =>
    moveDay(services, PLANNING_OFFICE, isoDate(day), { inbox: inboxOf(day), repeated }),
  );

const titleOf = async ({ store }: Context) => (await store.findPlan(2020))?.plan.title;
const namesOf = async ({ store }: Context) => (await store.listPeople()).map(({ name }) => name);
const dayOf = async ({ store, clock }: Context) => [clock.today(), await store.getSetting(TODAY_SETTING)];

const ACTIONS = [
  {
    what: 'a plan imported',
    act: importing('piano.yaml'),
    given: PLAN,
    other: OTHER_PLAN,
    effect: titleOf,
    done: 'Un altro titolo',
  },
  {
    what: 'a list of people imported',
    act: importing('persone.csv'),
    given: PEOPLE,
    other: OTHER_PEOPLE,
    effect: namesOf,
    done: ['Ada'],
  },
  { what: 'the day moved', act: moving, given: DAY, other: '2020-09-16', effect: dayOf, done: [DAY, DAY] },
] as const;

const entriesOf = (context: TestContext) => context.audit().length;

describe.each(ACTIONS)('$what', ({ act, given, other, effect, done }) => {
  test('leaves its key with its effect', async () => {
    const context = await openTestContext();
    expect(await act(context, given)).toMatchObject({ ok: true, duplicate: false });
    expect(await effect(context)).toEqual(done);
    expect(await context.store.findCommitted('k-1')).toMatchObject({ fingerprint: given });
  });

  test('is not, where its key cannot be written', async () => {
    const context = await openTestContext();
    const before = [await effect(context), entriesOf(context), context.messages()];
    const raw = openRaw(context.file);
    raw.exec(`CREATE TRIGGER no_keys BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'no keys'); END`);
    await expect(act(context, given)).rejects.toThrow('no keys');
    expect([await effect(context), entriesOf(context), context.messages()]).toEqual(before);
    raw.exec('DROP TRIGGER no_keys');
    expect(await act(context, given)).toMatchObject({ ok: true, duplicate: false });
    expect(await effect(context)).toEqual(done);
  });

  test('twice at once is done once', async () => {
    const context = await openTestContext();
    const outcomes = await Promise.all([act(context, given), act(context, given)]);
    expect(outcomes).toMatchObject([{ ok: true }, { ok: true }]);
    expect(outcomes.map((each) => 'duplicate' in each && each.duplicate).sort()).toEqual([false, true]);
    const entries = entriesOf(context);
    expect(await act(context, given)).toMatchObject({ ok: true, duplicate: true });
    expect(entriesOf(context)).toBe(entries);
  });

  test('under a key that stands for something else is refused, before or at once', async () => {
    const context = await openTestContext();
    const outcomes = await Promise.all([act(context, given), act(context, other)]);
    const refusal = { ok: false, refusal: { code: 'IDEMPOTENCY_KEY_REUSED', key: 'k-1' } };
    expect(outcomes).toMatchObject([{ ok: true, duplicate: false }, refusal]);
    expect(await act(context, other)).toMatchObject(refusal);
    expect(await effect(context)).toEqual(done);
  });
});

test('a late repetition does not undo what came after it, also where the first changed nothing', async () => {
  const context = await openTestContext();
  const act = importing('piano.yaml');
  await importFile(context, PLANNING_OFFICE, { name: 'piano.yaml', bytes: Buffer.from(PLAN) });
  expect(await act(context, PLAN)).toMatchObject({ done: { outcome: 'UNCHANGED' }, duplicate: false });
  await importFile(context, PLANNING_OFFICE, { name: 'piano.yaml', bytes: Buffer.from(OTHER_PLAN) });
  expect(await act(context, PLAN)).toMatchObject({ done: { outcome: 'UNCHANGED' }, duplicate: true });
  expect(await titleOf(context)).toBe('Un terzo titolo');
});

test('the first plan of all carries its key itself', async () => {
  const context = await openRealContext({ seed: false });
  const act = importing('piano.yaml');
  expect(await act(context, PLAN)).toMatchObject({ done: { outcome: 'CREATED' }, duplicate: false });
  expect(await act(context, PLAN)).toMatchObject({ done: { outcome: 'UNCHANGED' }, duplicate: true });
  expect(await act(context, OTHER_PLAN)).toMatchObject({ refusal: { code: 'IDEMPOTENCY_KEY_REUSED' } });
});

test('a day moved is one commit with the check-ins that are drawn again', async () => {
  const context = await openTestContext();
  await openCheckIns(context, PLANNING_OFFICE);
  const drawn = () => context.messages().filter(({ notice }) => notice.kind === 'CHECK_IN_REFRESH').length;
  const before = drawn();
  const commits: string[] = [];
  const { store } = context;
  const commit: typeof store.commit = (each) => {
    commits.push(each.inbox?.key ?? 'without a key');
    return store.commit(each);
  };
  await moving({ ...context, store: { ...store, commit } }, DAY);
  expect(commits[0]).toBe('k-1');
  expect(drawn() - before).toBe(3);
  expect(commits.filter((key) => key === 'k-1')).toHaveLength(1);
});

test('a day that was moved elsewhere since stays there', async () => {
  const context = await openTestContext();
  await moving(context, DAY);
  await moveDay(context, PLANNING_OFFICE, isoDate(TODAY));
  expect(await moving(context, DAY)).toMatchObject({ duplicate: true, done: { value: { day: TODAY } } });
  expect(await dayOf(context)).toEqual([TODAY, TODAY]);
});
