/** In a thread about one item the code may be left out. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Notice } from '../../../src/domain/notice.ts';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import { PLANNING_OFFICE } from '../../helpers/context.ts';
import { endTalks, startTalk } from './support.ts';

const TS = '1600074000.000100';
const REPLY = '1600075000.000100';

afterEach(endTalks);

describe('the thread of', () => {
  type Head = { what: string; first: string; kind: Notice['kind']; recorded: readonly string[] };
  test.each<Head>([
    {
      what: 'what was recorded of one item',
      first: '1.1.3 40%',
      kind: 'RECORDED',
      recorded: ['1.1.3 4000 2020-09-14', '1.1.3 6000 2020-09-14'],
    },
    {
      what: 'what was refused of one item',
      first: '1.1.3 quasi fatto',
      kind: 'REFUSED',
      recorded: ['1.1.3 6000 2020-09-14'],
    },
    {
      what: 'a question about one item',
      first: '1.1.3 40% o 50%',
      kind: 'ASK_BACK',
      recorded: ['1.1.3 6000 2020-09-14'],
    },
  ])('$what: the item is known', async ({ first, kind, recorded }) => {
    const talk = await startTalk();
    await talk.write(first, TS);
    const head = await talk.placeOf(kind);
    await talk.write('60%', REPLY, { thread_ts: head.ts });
    expect(await talk.reports()).toEqual(recorded);
    const last = talk.context.messages().at(-1);
    expect(last).toMatchObject({ notice: { kind: 'RECORDED' }, destination: { threadTs: head.ts } });
  });

  test.each([
    { what: 'what was recorded of two items', first: '1.1.3 40%\n1.1.6 50%', kind: 'RECORDED' as const },
    { what: 'what was refused of none', first: 'come va?', kind: 'REFUSED' as const },
    { what: 'a question about several', first: '40%', kind: 'ASK_BACK' as const },
  ])('$what: the item is asked', async ({ first, kind }) => {
    const talk = await startTalk();
    await talk.write(first, TS);
    const before = talk.told('ASK_BACK').length;
    const head = await talk.placeOf(kind);
    await talk.write('60%', REPLY, { thread_ts: head.ts });
    expect(talk.told('ASK_BACK')).toHaveLength(before + 1);
    expect((await talk.reports()).filter((report) => report.includes('6000'))).toEqual([]);
  });

  test.each([
    { what: 'one’s own message', first: '1.1.3 40%' },
    { what: 'one’s own message that was refused', first: '1.1.3 quasi' },
    { what: 'one’s own message that was asked back', first: '1.1.3 40% o 50%' },
  ])('$what about one item: the item is known', async ({ first }) => {
    const talk = await startTalk();
    await talk.write(first, TS);
    await talk.write('60%', REPLY, { thread_ts: TS });
    expect((await talk.reports()).at(-1)).toBe('1.1.3 6000 2020-09-14');
  });

  test('a check-in of one item: the item is known', async () => {
    const talk = await startTalk();
    await talk.write('1.1.1 fatto\n1.1.2 fatto\n1.1.6 fatto', TS);
    await openCheckIns(talk.context, PLANNING_OFFICE);
    await talk.deliver();
    const head = await talk.context.store.findSentByKey('check-in/2020-2020-09-14-referente.osru');
    await talk.write('60%', REPLY, { thread_ts: head?.ts });
    expect((await talk.reports()).at(-1)).toBe('1.1.3 6000 2020-09-14');
  });

  test('another item’s: a code that is named wins', async () => {
    const talk = await startTalk();
    await talk.write('1.1.3 40%', TS);
    await talk.write('1.1.6 60%', REPLY, { thread_ts: TS });
    expect((await talk.reports()).at(-1)).toBe('1.1.6 6000 2020-09-14');
  });

  test('a check-in that is closed: nothing is taken', async () => {
    const talk = await startTalk();
    await openCheckIns(talk.context, PLANNING_OFFICE);
    await talk.deliver();
    const head = await talk.context.store.findSentByKey('check-in/2020-2020-09-14-referente.osru');
    talk.context.goTo('2020-09-21');
    await talk.write('60%', REPLY, { thread_ts: head?.ts });
    expect(await talk.reports()).toEqual([]);
    expect(talk.told('REFUSED')).toMatchObject([{ lines: [{ refusal: { code: 'CHECK_IN_CLOSED' } }] }]);
  });
});

test('somebody with one open item need not name it anywhere', async () => {
  const talk = await startTalk();
  await talk.write('1.1.1 fatto\n1.1.2 fatto\n1.1.6 fatto', TS);
  await talk.write('60%', REPLY);
  expect((await talk.reports()).at(-1)).toBe('1.1.3 6000 2020-09-14');
});
