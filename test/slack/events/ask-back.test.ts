/** What can be read in several ways is asked back; nothing is recorded until the person chooses. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { refusalText } from '../../../src/messages/refusals.ts';
import { slackMessages } from '../../../src/messages/slack.ts';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import { PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { imOf } from '../../helpers/fake-slack.ts';
import { DIREZIONE, endTalks, OFFICE, OSRU, startTalk } from './support.ts';

const t = slackMessages('it');
const TS = '1600074000.000100';

afterEach(endTalks);

/** Somebody wrote `text`, and was asked back. */
async function asked(text: string, user = OSRU) {
  const talk = await startTalk(user);
  await talk.write(text, TS);
  return { ...talk, question: await talk.placeOf('ASK_BACK') };
}

describe('an ambiguous message', () => {
  test('is asked back with a button for each item, and records nothing', async () => {
    const { told, reports, slack, errors } = await asked('60% bando pubblicato');
    expect(told('ASK_BACK')).toEqual([
      {
        kind: 'ASK_BACK',
        person: 'referente.osru',
        lines: ['60% bando pubblicato'],
        index: 0,
        reason: 'WHICH_ITEM',
        choices: ['1.1.1', '1.1.2', '1.1.3', '1.1.6'].map((code) => `${code} 60% bando pubblicato`),
        checkInId: null,
      },
    ]);
    const [message] = slack.called('chat.postMessage');
    expect(message).toMatchObject({
      channel: imOf(OSRU),
      text: t.askBack.WHICH_ITEM('60% bando pubblicato'),
    });
    const buttons = JSON.stringify(message?.blocks).match(/"action_id":"[^"]+"/g);
    expect(buttons).toEqual(['0', '1', '2', '3', 'none'].map((end) => `"action_id":"choose_reading_${end}"`));
    expect(await reports()).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('delivered twice is asked once', async () => {
    const { write, told } = await asked('60%');
    await write('60%', TS);
    expect(told('ASK_BACK')).toHaveLength(1);
  });

  test('is recorded by one press, in whichever conversation it stands, and the question is closed', async () => {
    const { question, press, reports, told, redrawn, whispered } = await asked('60% bando pubblicato');
    await press(question, '2');
    expect(await reports()).toEqual(['1.1.3 6000 2020-09-14']);
    expect(told('RECORDED')).toMatchObject([{ items: [{ item: '1.1.3', note: 'bando pubblicato' }] }]);
    expect(redrawn()).toEqual({
      text: `${t.askBack.WHICH_ITEM('60% bando pubblicato')} ✅ ${t.readingChosen('`1.1.3 60% bando pubblicato`')}`,
      hasButtons: false,
    });
    await vi.waitFor(() => expect(whispered()).toEqual([]));
  });

  test('is recorded once, however often and whatever is pressed', async () => {
    const { question, press, reports, told, whispered } = await asked('60%');
    await press(question, '2');
    await press(question, '2');
    await press(question, '0');
    await press(question, 'none');
    expect(await reports()).toEqual(['1.1.3 6000 2020-09-14']);
    expect(told('RECORDED')).toHaveLength(1);
    const before = { to: OSRU, text: t.readingBefore };
    await vi.waitFor(() => expect(whispered()).toEqual([before, before, before]));
  });

  test('is recorded once when two buttons are pressed at the same time', async () => {
    const { question, click, reports, told, redrawn, slack } = await asked('60%');
    await Promise.all(['0', '1', '2', '0', '1', '2'].map((value) => click(question, value)));
    await expect.poll(() => slack.called('chat.update').length, { timeout: 5_000 }).toBe(6);
    expect(await reports()).toHaveLength(1);
    expect(told('RECORDED')).toHaveLength(1);
    expect(told('REFUSED')).toEqual([]);
    expect(redrawn().hasButtons).toBe(false);
  });

  test('of which nothing is meant is left, and later presses change nothing', async () => {
    const { question, press, reports, redrawn, notices } = await asked('60%');
    await press(question, 'none');
    expect(redrawn()).toMatchObject({ text: expect.stringContaining(t.readingNone), hasButtons: false });
    await press(question, '0');
    expect(redrawn()).toMatchObject({ text: expect.stringContaining(t.readingBefore), hasButtons: false });
    expect(await reports()).toEqual([]);
    expect(notices()).toHaveLength(1);
  });

  test('pressed on another day is recorded for the day of the message', async () => {
    const { question, press, reports, context } = await asked('60%');
    context.goTo('2020-09-21');
    await press(question, '2');
    expect(await reports()).toEqual(['1.1.3 6000 2020-09-14']);
  });

  test('says “yesterday” of the day before it was written', async () => {
    const { question, press, reports, context } = await asked('60% ieri');
    context.goTo('2020-09-21');
    await press(question, '2');
    expect(await reports()).toEqual(['1.1.3 6000 2020-09-13']);
  });

  test('of several doubts is asked one after the other, and recorded as a whole', async () => {
    const { question, press, reports, told, placeOf, redrawn } = await asked(
      '60%\n1.1.6 fatto\n80%: R&amp;D &lt;ok&gt;',
    );
    await press(question, '0');
    expect(redrawn()).toMatchObject({ hasButtons: false });
    expect(await reports()).toEqual([]);
    expect(told('ASK_BACK').at(-1)).toMatchObject({
      lines: ['1.1.1 60%', '1.1.6 fatto', '80%: R&D <ok>'],
      index: 2,
    });
    const second = await placeOf('ASK_BACK');
    await press(question, '1');
    expect(redrawn()).toMatchObject({ text: expect.stringContaining(t.readingBefore) });
    expect(told('ASK_BACK')).toHaveLength(2);
    await press(second, '2');
    expect(await reports()).toEqual([
      '1.1.1 6000 2020-09-14',
      '1.1.6 10000 2020-09-14',
      '1.1.3 8000 2020-09-14',
    ]);
    expect(
      told('RECORDED')
        .at(-1)
        ?.items.map(({ note }) => note),
    ).toEqual([null, null, 'R&D <ok>']);
  });

  test('is recorded for all items at once when all are meant', async () => {
    const talk = await startTalk();
    await talk.write('1.1.1 10%\n1.1.2 20%\n1.1.3 30%', '1600073000.000100');
    await talk.write('invariato', TS);
    const question = await talk.placeOf('ASK_BACK');
    await talk.press(question, '0');
    expect((await talk.reports()).slice(3)).toEqual([
      '1.1.1 1000 2020-09-14',
      '1.1.2 2000 2020-09-14',
      '1.1.3 3000 2020-09-14',
    ]);
  });

  test('chosen, and refused by the rules of the plan, says why', async () => {
    const { question, press, reports, told, redrawn } = await asked('150%');
    await press(question, '0');
    expect(await reports()).toEqual([]);
    expect(told('REFUSED')).toMatchObject([
      { lines: [{ line: '1.1.1 150%', refusal: { code: 'PERCENT_OUT_OF_RANGE' } }] },
    ]);
    expect(redrawn()).toEqual({
      text: expect.stringContaining(t.readingRefused('`1.1.1 150%`')),
      hasButtons: false,
    });
  });
});

describe('a question is answered only by whom it was put to', () => {
  test.each([
    { why: 'a colleague', by: DIREZIONE, refusal: { code: 'NOT_YOUR_CHECK_IN' } as const },
    { why: 'the planning office', by: OFFICE, refusal: { code: 'NOT_YOUR_CHECK_IN' } as const },
    {
      why: 'a stranger',
      by: 'U0NOBODY',
      refusal: {
        code: 'UNKNOWN_PERSON',
        given: 'U0NOBODY',
        contacts: [personOf('programmazione').name],
      } as const,
    },
  ])('not by $why', async ({ by, refusal }) => {
    const { question, press, reports, whispered, slack } = await asked('60%');
    await press(question, '0', by);
    expect(await reports()).toEqual([]);
    await vi.waitFor(() => expect(whispered()).toEqual([{ to: by, text: refusalText(refusal, 'it') }]));
    expect(slack.called('chat.update')).toEqual([]);
    await press(question, '0');
    expect(await reports()).toHaveLength(1);
  });
});

test('a press under a message that asks nothing says so', async () => {
  const talk = await startTalk();
  await talk.write('1.1.3 60%', TS);
  await talk.press(await talk.placeOf('RECORDED'), '0');
  await vi.waitFor(() => expect(talk.whispered()).toEqual([{ to: OSRU, text: t.readingGone }]));
  expect(await talk.reports()).toHaveLength(1);
});

test('a question that was deleted meanwhile is answered all the same', async () => {
  const { question, click, reports, slack, errors } = await asked('60%');
  slack.fail('chat.update', 'message_not_found');
  await click(question, '0');
  await expect.poll(reports, { timeout: 5_000 }).toHaveLength(1);
  expect(errors).toEqual([]);
});

describe('under a check-in', () => {
  /** Asked under the check-in of somebody with four items. */
  async function askedUnderCheckIn() {
    const talk = await startTalk();
    await openCheckIns(talk.context, PLANNING_OFFICE);
    await talk.deliver();
    const head = await talk.context.store.findSentByKey('check-in/2020-2020-09-14-referente.osru');
    await talk.write('60%', TS, { thread_ts: head?.ts });
    return { ...talk, head, question: await talk.placeOf('ASK_BACK') };
  }

  test('the question stands in its thread, and so does the answer', async () => {
    const { question, press, context, head, reports } = await askedUnderCheckIn();
    expect(question.threadTs).toBe(head?.ts);
    await press(question, '2');
    expect(await reports()).toEqual(['1.1.3 6000 2020-09-14']);
    const recorded = context.messages().find(({ notice }) => notice.kind === 'RECORDED');
    expect(recorded?.destination).toMatchObject({ channel: imOf(OSRU), threadTs: head?.ts });
  });

  test('that was closed before the press, nothing is recorded', async () => {
    const { question, press, context, reports, told, redrawn } = await askedUnderCheckIn();
    context.goTo('2020-09-21');
    await press(question, '2');
    expect(await reports()).toEqual([]);
    expect(told('REFUSED')).toMatchObject([
      { lines: [{ refusal: { code: 'CHECK_IN_CLOSED', closedOn: '2020-09-18' } }] },
    ]);
    expect(redrawn().hasButtons).toBe(false);
  });
});
