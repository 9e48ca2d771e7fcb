/** An edited message offers a correction, a deleted one changes nothing. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { slackMessages } from '../../../src/messages/slack.ts';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import { PLANNING_OFFICE } from '../../helpers/context.ts';
import { openRaw } from '../../store/support.ts';
import { endTalks, OSRU, startTalk } from './support.ts';

const t = slackMessages('it');
const TS = '1600074000.000100';
const FIRST_EDIT = '1600074100.000000';
const SECOND_EDIT = '1600074200.000000';
const THIRD_EDIT = '1600074300.000000';

afterEach(endTalks);

/** Somebody wrote `first`, then edited it to say `second`. */
async function edited(first: string, second: string) {
  const talk = await startTalk();
  await talk.write(first, TS);
  await talk.edit(TS, first, second, FIRST_EDIT);
  return talk;
}

describe('a message that was recorded, and says something else now', () => {
  test('offers the correction, and records nothing by itself', async () => {
    const { reports, told, context } = await edited('1.1.3 60%', '1.1.3 50%');
    expect(await reports()).toEqual(['1.1.3 6000 2020-09-14']);
    expect(told('CORRECTION_OFFERED')).toEqual([
      { kind: 'CORRECTION_OFFERED', person: 'referente.osru', lines: ['1.1.3 50%'], checkInId: null },
    ]);
    expect(context.messages().at(-1)?.destination).toMatchObject({ channel: `D${OSRU}`, threadTs: null });
  });

  test('is corrected by one press, once, for the day of the message', async () => {
    const { reports, placeOf, press, redrawn, whispered, context } = await edited('1.1.3 60%', '1.1.3 50%');
    context.goTo('2020-09-16');
    const offer = await placeOf('CORRECTION_OFFERED');
    await press(offer, '0');
    expect(redrawn()).toEqual({
      text: `${t.correctionOffered(1)} ✅ ${t.readingChosen('`1.1.3 50%`')}`,
      hasButtons: false,
    });
    await press(offer, '0');
    await vi.waitFor(() => expect(whispered()).toEqual([{ to: OSRU, text: t.readingBefore }]));
    expect(await reports()).toEqual(['1.1.3 6000 2020-09-14', '1.1.3 5000 2020-09-14']);
  });

  test('is left as it is by the other button', async () => {
    const { reports, placeOf, press, redrawn } = await edited('1.1.3 60%', '1.1.3 50%');
    const offer = await placeOf('CORRECTION_OFFERED');
    await press(offer, 'none');
    expect(redrawn()).toEqual({ text: `${t.correctionOffered(1)} ${t.correctionLeft}`, hasButtons: false });
    await press(offer, '0');
    expect(await reports()).toEqual(['1.1.3 6000 2020-09-14']);
  });

  test('offers once, however often the edit is delivered', async () => {
    const { edit, told } = await edited('1.1.3 60%', '1.1.3 50%');
    await edit(TS, '1.1.3 60%', '1.1.3 50%', FIRST_EDIT);
    expect(told('CORRECTION_OFFERED')).toHaveLength(1);
  });

  test('edited twice offers what it says now, also if the edits come late', async () => {
    const talk = await edited('1.1.3 60%', '1.1.3 50%');
    const first = await talk.placeOf('CORRECTION_OFFERED');
    await talk.edit(TS, '1.1.3 50%', '1.1.3 40%', SECOND_EDIT);
    await talk.edit(TS, '1.1.3 60%', '1.1.3 50%', FIRST_EDIT);
    expect(talk.told('CORRECTION_OFFERED').map(({ lines }) => lines)).toEqual([['1.1.3 50%'], ['1.1.3 40%']]);
    await talk.press(first, '0');
    expect(talk.redrawn()).toEqual({ text: expect.stringContaining(t.readingSuperseded), hasButtons: false });
    expect(await talk.reports()).toEqual(['1.1.3 6000 2020-09-14']);
    await talk.press(await talk.placeOf('CORRECTION_OFFERED'), '0');
    expect(await talk.reports()).toEqual(['1.1.3 6000 2020-09-14', '1.1.3 4000 2020-09-14']);
  });

  test('is compared with its latest correction, not with how it began', async () => {
    const talk = await edited('1.1.3 60%', '1.1.3 50%');
    await talk.press(await talk.placeOf('CORRECTION_OFFERED'), '0');
    await talk.edit(TS, '1.1.3 50%', '1.1.3 50 %', SECOND_EDIT);
    expect(talk.told('CORRECTION_OFFERED')).toHaveLength(1);
    await talk.edit(TS, '1.1.3 50 %', '1.1.3 60%', THIRD_EDIT);
    expect(talk.told('CORRECTION_OFFERED').at(-1)?.lines).toEqual(['1.1.3 60%']);
  });

  test('offers only the lines that changed', async () => {
    const { told } = await edited('1.1.1 10%\n1.1.2 20%', '1.1.1 10%\n1.1.2 25% bozza\n1.1.3 30%');
    expect(told('CORRECTION_OFFERED')[0]?.lines).toEqual(['1.1.2 25% bozza', '1.1.3 30%']);
    expect(told('KEPT_AFTER_DELETION')).toEqual([]);
  });

  test('says that what it no longer says stays', async () => {
    const { told, reports } = await edited('1.1.1 10%\n1.1.2 20%', '1.1.1 10%');
    expect(told('CORRECTION_OFFERED')).toEqual([]);
    expect(told('KEPT_AFTER_DELETION')).toEqual([{ kind: 'KEPT_AFTER_DELETION', items: ['1.1.2'] }]);
    expect(await reports()).toHaveLength(2);
  });

  test('that cannot be read says why, and what was recorded stays', async () => {
    const { told, reports } = await edited('1.1.3 60%', '1.1.3 quasi tutto');
    expect(told('REFUSED')).toMatchObject([{ lines: [{ refusal: { code: 'NOT_UNDERSTOOD' } }] }]);
    expect(told('CORRECTION_OFFERED')).toEqual([]);
    expect(await reports()).toEqual(['1.1.3 6000 2020-09-14']);
  });

  test('that can be read in several ways asks, and records what is chosen as a correction', async () => {
    const talk = await edited('1.1.3 60%', '1.1.3 60% o 70%');
    expect(await talk.reports()).toHaveLength(1);
    await talk.press(await talk.placeOf('ASK_BACK'), '1');
    expect(await talk.reports()).toEqual(['1.1.3 6000 2020-09-14', '1.1.3 7000 2020-09-14']);
    await talk.edit(TS, '1.1.3 60% o 70%', '1.1.3 70%', SECOND_EDIT);
    expect(talk.told('CORRECTION_OFFERED')).toEqual([]);
  });
});

describe('an edit that changes nothing of what was recorded', () => {
  test.each([
    { why: 'spaces', text: '1.1.3  60 %' },
    { why: 'the code in other words', text: 'fase 3 di 1.1 60%' },
    { why: 'a greeting', text: 'Buongiorno\n1.1.3 60%' },
  ])('is passed over: $why', async ({ text }) => {
    const { notices, reports } = await edited('1.1.3 60%', text);
    expect(notices().map(({ kind }) => kind)).toEqual(['RECORDED']);
    expect(await reports()).toHaveLength(1);
  });

  test('a card under a link is no edit', async () => {
    const talk = await startTalk();
    const text = '1.1.3 60% https://example.org';
    await talk.write(text, TS);
    await talk.edit(TS, text, text, FIRST_EDIT, { attachments: [{ from_url: 'https://example.org' }] });
    expect(talk.notices()).toHaveLength(1);
  });
});

describe('a message of which nothing was recorded', () => {
  test('and that reads well now, is taken as new', async () => {
    const { reports, told } = await edited('1.1.3 quasi', '1.1.3 60%');
    expect(await reports()).toEqual(['1.1.3 6000 2020-09-14']);
    expect(told('CORRECTION_OFFERED')).toEqual([]);
    expect(told('RECORDED')).toHaveLength(1);
  });

  test('is taken once, also if the edit is delivered twice, or the first message again', async () => {
    const { edit, write, reports, told } = await edited('1.1.3 quasi', '1.1.3 60%');
    await edit(TS, '1.1.3 quasi', '1.1.3 60%', FIRST_EDIT);
    await write('1.1.3 quasi', TS);
    expect(await reports()).toHaveLength(1);
    expect(told('REFUSED')).toHaveLength(1);
  });

  test('then corrected, offers the correction', async () => {
    const { edit, told } = await edited('1.1.3 quasi', '1.1.3 60%');
    await edit(TS, '1.1.3 60%', '1.1.3 65%', SECOND_EDIT);
    expect(told('CORRECTION_OFFERED').map(({ lines }) => lines)).toEqual([['1.1.3 65%']]);
  });

  test('and still says nothing, is refused again', async () => {
    const { told, reports } = await edited('1.1.3 quasi', '1.1.3 quasi quasi');
    expect(told('REFUSED')).toHaveLength(2);
    expect(await reports()).toEqual([]);
  });

  test('that was asked back: the question is closed, what it says now counts', async () => {
    const talk = await startTalk();
    await talk.write('60%', TS);
    const question = await talk.placeOf('ASK_BACK');
    await talk.edit(TS, '60%', '1.1.3 65%', FIRST_EDIT);
    await talk.press(question, '0');
    expect(talk.redrawn()).toEqual({ text: expect.stringContaining(t.readingSuperseded), hasButtons: false });
    expect(await talk.reports()).toEqual(['1.1.3 6500 2020-09-14']);
  });
});

describe('an edit that overtakes its message', () => {
  test('is taken in its place', async () => {
    const talk = await startTalk();
    await talk.edit(TS, '1.1.3 60%', '1.1.3 65%', '1600074020.000000');
    await talk.write('1.1.3 60%', TS);
    expect(await talk.reports()).toEqual(['1.1.3 6500 2020-09-14']);
    expect(talk.notices().map(({ kind }) => kind)).toEqual(['RECORDED']);
  });

  test('while that is still being read has its turn', async () => {
    const talk = await startTalk();
    const release = talk.slack.hold('users.info');
    const both = [
      talk.write('1.1.3 quasi', TS),
      talk.edit(TS, '1.1.3 quasi', '1.1.3 65%', '1600074020.000000'),
    ];
    await expect.poll(() => talk.slack.called('users.info').length).toBe(2);
    release();
    await Promise.all(both);
    expect(await talk.reports()).toEqual(['1.1.3 6500 2020-09-14']);
  });

  test('by more than a minute is of a message that the bot does not know', async () => {
    const talk = await startTalk();
    await talk.edit(TS, '1.1.3 60%', '1.1.3 65%', FIRST_EDIT);
    expect(talk.notices()).toEqual([]);
  });
});

test('several edits at the same time: the last one counts', async () => {
  const talk = await startTalk();
  await talk.write('1.1.3 quasi', TS);
  await Promise.all([
    talk.edit(TS, '1.1.3 quasi', 'come va?', FIRST_EDIT),
    talk.edit(TS, 'come va?', '1.1.3 60%', SECOND_EDIT),
    talk.edit(TS, '1.1.3 60%', '1.1.3 70%', THIRD_EDIT),
  ]);
  const reports = await talk.reports();
  const offered = talk.told('CORRECTION_OFFERED').map(({ lines }) => lines[0]);
  expect([...reports.map((report) => report.split(' ')[1]), ...offered].at(-1)).toMatch(
    /^7000$|^1\.1\.3 70%$/,
  );
});

test('a reply in a thread is edited in its thread', async () => {
  const talk = await startTalk();
  await talk.write('1.1.3 40%', TS);
  const head = await talk.placeOf('RECORDED');
  const reply = '1600075000.000100';
  await talk.write('50%', reply, { thread_ts: head.ts });
  await talk.edit(reply, '50%', '55% firmato', '1600075100.000000', { thread_ts: head.ts });
  expect(talk.told('CORRECTION_OFFERED')[0]?.lines).toEqual(['1.1.3 55% firmato']);
  const offer = await talk.placeOf('CORRECTION_OFFERED');
  expect(offer.threadTs).toBe(head.ts);
  await talk.press(offer, '0');
  expect((await talk.reports()).at(-1)).toBe('1.1.3 5500 2020-09-14');
});

test('a reply under a check-in that is closed by now cannot be corrected by editing it', async () => {
  const talk = await startTalk();
  await openCheckIns(talk.context, PLANNING_OFFICE);
  await talk.deliver();
  const head = await talk.context.store.findSentByKey('check-in/2020-2020-09-14-referente.osru');
  await talk.write('1.1.3 40%', TS, { thread_ts: head?.ts });
  talk.context.goTo('2020-09-21');
  await talk.edit(TS, '1.1.3 40%', '1.1.3 50%', FIRST_EDIT, { thread_ts: head?.ts });
  expect(talk.told('CORRECTION_OFFERED')).toEqual([]);
  expect(talk.told('REFUSED')).toMatchObject([{ lines: [{ refusal: { code: 'CHECK_IN_CLOSED' } }] }]);
});

describe('a message that was deleted', () => {
  test('leaves what was recorded, and says so once', async () => {
    const talk = await startTalk();
    await talk.write('1.1.1 10%\n1.1.3 60%', TS);
    await talk.remove(TS);
    await talk.remove(TS);
    expect(await talk.reports()).toHaveLength(2);
    expect(talk.told('KEPT_AFTER_DELETION')).toEqual([
      { kind: 'KEPT_AFTER_DELETION', items: ['1.1.1', '1.1.3'] },
    ]);
    await talk.deliver();
    expect(talk.slack.called('chat.postMessage').at(-1)).toMatchObject({
      text: t.keptAfterDeletion('1.1.1, 1.1.3'),
    });
  });

  test('with answers in its thread leaves its place behind: that says so too', async () => {
    const talk = await startTalk();
    await talk.write('1.1.3 60%', TS);
    await talk.event({
      subtype: 'message_changed',
      ts: FIRST_EDIT,
      message: {
        subtype: 'tombstone',
        user: 'USLACKBOT',
        text: 'This message was deleted.',
        ts: TS,
        thread_ts: TS,
      },
      previous_message: { user: OSRU, text: '1.1.3 60%', ts: TS },
    });
    expect(talk.told('KEPT_AFTER_DELETION')).toHaveLength(1);
    expect(talk.told('REFUSED')).toEqual([]);
  });

  test.each([
    { why: 'that was refused', text: 'come va?' },
    { why: 'that was asked back', text: '60%' },
  ])('$why says nothing', async ({ text }) => {
    const talk = await startTalk();
    await talk.write(text, TS);
    await talk.remove(TS);
    expect(talk.notices()).toHaveLength(1);
  });

  test('that was never seen says nothing', async () => {
    const talk = await startTalk();
    await talk.remove(TS);
    expect(talk.notices()).toEqual([]);
    expect(talk.errors).toEqual([]);
  });
});

describe('is left alone:', () => {
  test.each([
    { why: 'an edit of a message that was never seen', event: {} },
    { why: 'an edit by a bot', event: { bot_id: 'B0OTHER' } },
    { why: 'an edit of no person', event: { user: undefined } },
    { why: 'an edit by a stranger', event: { user: 'U0NOBODY' }, seen: true },
  ])('$why', async ({ event, seen }) => {
    const talk = await startTalk();
    if (seen) await talk.write('1.1.3 40%', TS);
    const before = talk.notices().length;
    await talk.edit(TS, '1.1.3 40%', '1.1.3 60%', FIRST_EDIT, event);
    expect(talk.notices()).toHaveLength(before);
    expect(await talk.reports()).toHaveLength(before);
    expect(talk.errors).toEqual([]);
  });
});

test('of what was written, edited or chosen nothing but its hash is kept to tell it from what comes again', async () => {
  const talk = await edited('1.1.3 60% Rossi è malato', '1.1.3 50% Bianchi torna');
  await talk.press(await talk.placeOf('CORRECTION_OFFERED'), '0');
  await talk.write('Verdi non risponde', '1600074500.000100');
  const database = openRaw(talk.context.file);
  const kept = database.prepare<[], string>('SELECT fingerprint FROM inbox').pluck().all();
  database.close();
  const ofMessages = kept.filter((fingerprint) => /[\da-f]{64}/.test(fingerprint));
  expect(ofMessages).toHaveLength(4);
  expect(ofMessages.join(' ')).not.toMatch(/Rossi|Bianchi|Verdi|malato|%/);
});
