/** What somebody with many items writes without a code, or with a figure that its item does not take. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Notice } from '../../../src/domain/notice.ts';
import { refusalText } from '../../../src/messages/refusals.ts';
import type { PageMessage } from '../../../src/slack-local/page-api.ts';
import { textOf } from '../../helpers/workspace-client.ts';
import { type Answering, controlsOf, DIREZIONE, startAnswering } from '../check-in/support.ts';

const MENU = 'choose_reading_menu';
const NONE = 'choose_reading_none';

let started: Answering;

afterEach(async () => {
  expect(started.errors()).toEqual([]);
  await started.close();
});

/** Somebody who answers for more items than a row of buttons holds wrote `text`, and was answered. */
async function written(text: string) {
  started = await startAnswering();
  const me = await started.as(DIREZIONE);
  await me.say('im', text);
  const notice = await vi.waitUntil(() => started.context.messages().at(-1)?.notice, { timeout: 5_000 });
  await started.deliver();
  const answer = async (): Promise<PageMessage> => {
    const found = (await me.history()).findLast(({ text: said }) => said !== text);
    if (!found) throw new Error('no answer');
    return found;
  };
  return { me, notice, answer };
}

const choicesOf = (notice: Notice) => (notice.kind === 'ASK_BACK' ? notice.choices : []);

describe('a bare figure that many items take', () => {
  test('is asked back by a menu, and recorded of the one that is chosen', async () => {
    const { me, notice, answer } = await written('60% bando pubblicato');
    const choices = choicesOf(notice);
    expect(choices.length).toBeGreaterThan(5);
    const question = await answer();
    expect(controlsOf(question).map(({ action_id, type }) => [action_id, type])).toEqual([
      [MENU, 'static_select'],
      [NONE, 'button'],
    ]);
    expect(await me.press(question, MENU, { choice: '6' })).toEqual({ ok: true });
    const [report] = await started.recorded(1);
    const chosen = choices[6] ?? '';
    expect(`${report?.phase} 60% ${report?.note}`).toBe(chosen);
    await expect.poll(async () => controlsOf(await settled()), { timeout: 5_000 }).toEqual([]);
    expect(textOf(await settled())).toContain(started.t.readingChosen(`\`${chosen}\``));

    async function settled(): Promise<PageMessage> {
      return (await me.history()).find(({ ts }) => ts === question.ts) ?? question;
    }
  });

  test('is left when none of them is meant', async () => {
    const { me, answer } = await written('60%');
    const question = await answer();
    expect(await me.press(question, NONE)).toEqual({ ok: true });
    await expect
      .poll(async () => (await me.history()).map(textOf).join('\n'), { timeout: 5_000 })
      .toContain(started.t.readingNone);
    expect(await started.reports()).toEqual([]);
  });
});

describe('refused, with what is accepted instead', () => {
  test.each([
    {
      why: 'a doubtful number of an indicator by ratio',
      text: '3.1 8,006',
      refusal: { code: 'RATIO_EXPECTED', goal: '3.1' },
    },
    {
      why: 'a doubtful number of a phase by percent',
      text: '1.1.1 8,006',
      refusal: { code: 'UNITS_NOT_COUNTED', item: '1.1.1' },
    },
    {
      why: 'a figure that no item takes',
      text: '12 mele',
      refusal: { code: 'MISSING_CODE', given: '12 mele', example: '1.4.4 6200' },
    },
    { why: 'only thanks', text: 'ok, grazie', refusal: { code: 'NOTHING_SAID', item: null } },
  ])('$why', async ({ text, refusal }) => {
    const { notice, answer } = await written(text);
    expect(notice).toMatchObject({ kind: 'REFUSED', lines: [{ refusal }] });
    const [line] = notice.kind === 'REFUSED' ? notice.lines : [];
    if (!line) throw new Error('no line was refused');
    expect(textOf(await answer())).toContain(refusalText(line.refusal, 'it'));
    expect(await started.reports()).toEqual([]);
    expect(await started.measurements()).toEqual([]);
  });
});
