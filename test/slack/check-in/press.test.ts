/** The buttons of a check-in's lines, pressed in a workspace as strict as Slack. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Statement } from '../../../src/domain/statement.ts';
import { refusalText } from '../../../src/messages/refusals.ts';
import {
  ALL_UNCHANGED_ACTION,
  ANSWER_ACTION,
  BLOCKED_ACTION,
  DONE_ACTION,
  UNCHANGED_ACTION,
} from '../../../src/slack/blocks/check-in-controls.ts';
import type { PageMessage } from '../../../src/slack-local/page-api.ts';
import { statement } from '../../helpers/context.ts';
import { decimal, measuredRatio } from '../../helpers/figures.ts';
import { textOf, type WorkspaceClient } from '../../helpers/workspace-client.ts';
import {
  type Answering,
  ASKED,
  CLOSES,
  controlsOf,
  DIREZIONE,
  lineIn,
  OSRU,
  ofLine,
  slackIdOf,
  startAnswering,
} from './support.ts';

const ITEMS = ['1.1.1', '1.1.2', '1.1.3', '1.4.4', '3.1'];
const percent = (item: string, points: string, more = {}) =>
  statement(item, { figure: { kind: 'PERCENT', percent: decimal(points) }, reportedOn: ASKED, ...more });

let started: Answering;
let me: WorkspaceClient;
let checkIn: PageMessage;

/** A check-in of {@link ITEMS} for somebody of the Direzione; 1.1.3 stood at 40 % before. */
async function ask(...said: readonly Statement[]): Promise<void> {
  started = await startAnswering();
  await started.say(percent('1.1.3', '40', { note: 'bozza' }), ...said);
  me = await started.as(DIREZIONE);
  await started.ask(DIREZIONE, ITEMS);
  checkIn = await theMessage();
}
afterEach(async () => {
  expect(started.errors()).toEqual([]);
  await started.close();
});

/** The check-in as it stands in the conversation now. */
async function theMessage(): Promise<PageMessage> {
  const found = (await me.history()).find(({ text }) => text?.includes('Richiesta di aggiornamento'));
  if (!found) throw new Error('no check-in');
  return found;
}

const press = (action: string, item: string) => me.press(checkIn, ofLine(action, item));

const pressed = (action: string, item: string) => {
  const control = controlsOf(checkIn).find(ofLine(action, item));
  if (!control) throw new Error(`no ${action} of ${item}`);
  return control;
};

describe('“unchanged”', () => {
  test('records the last value again, and the same message shows it', async () => {
    await ask();
    expect(await press(UNCHANGED_ACTION, '1.1.3')).toEqual({ ok: true });
    const [report] = await started.recorded(2);
    expect(report).toMatchObject({ phase: '1.1.3', percentBps: 4_000, actor: DIREZIONE, note: null });
    await started.deliver();
    const now = await theMessage();
    expect(now.ts).toBe(checkIn.ts);
    expect(lineIn(now, '1.1.3')).toContain('✅ *40,00\u00a0%* al 14/09/2020');
    expect(textOf(now)).toContain('*1 di 5* con risposta');
    const left = controlsOf(now).filter(({ value }) => String(value).includes('"1.1.3"'));
    expect(left.map(({ action_id, accessibility_label }) => [action_id, accessibility_label])).toEqual([
      [ANSWER_ACTION, 'Modifica 1.1.3'],
    ]);
    expect((await me.history()).filter(({ text }) => !text?.includes('Richiesta'))).toEqual([]);
  });

  test('is not offered where nothing was said, nor “done” and “blocked” of an indicator', async () => {
    await ask();
    const offered = (item: string) =>
      controlsOf(checkIn)
        .filter(({ value }) => String(value).includes(`"${item}"`))
        .map(({ action_id }) => action_id);
    expect(offered('1.1.3')).toEqual([UNCHANGED_ACTION, ANSWER_ACTION, DONE_ACTION, BLOCKED_ACTION]);
    expect(offered('1.1.1')).toEqual([ANSWER_ACTION, DONE_ACTION, BLOCKED_ACTION]);
    expect(offered('3.1')).toEqual([ANSWER_ACTION]);
  });

  test('of an indicator repeats its numerator and denominator', async () => {
    started = await startAnswering();
    const { numerator, denominator } = measuredRatio('3.1', '8006/20015');
    if (numerator === null || denominator === null) throw new Error('no ratio');
    await started.say(statement('3.1', { figure: { kind: 'RATIO', numerator, denominator } }));
    me = await started.as(DIREZIONE);
    await started.ask(DIREZIONE, ['3.1']);
    checkIn = await theMessage();
    await press(UNCHANGED_ACTION, '3.1');
    await expect.poll(() => started.measurements(), { timeout: 5_000 }).toHaveLength(2);
    expect(await started.measurements()).toMatchObject([
      { numerator: '8006', denominator: '20015', actor: DIREZIONE },
      { actor: 'test.planning' },
    ]);
  });
});

describe('“done”', () => {
  test('records that the phase is complete', async () => {
    await ask();
    await press(DONE_ACTION, '1.1.1');
    const [report] = await started.recorded(2);
    expect(report).toMatchObject({ phase: '1.1.1', percentBps: 10_000, completes: true });
    await started.deliver();
    expect(lineIn(await theMessage(), '1.1.1')).toContain('✅ *100,00\u00a0%*');
  });

  test('of a phase that counts units records the target', async () => {
    await ask();
    await press(DONE_ACTION, '1.4.4');
    expect(await started.recorded(2)).toMatchObject([{ phase: '1.4.4', units: 10_000 }, {}]);
  });
});

describe('a button is one answer', () => {
  test('pressed twice before the message is drawn again', async () => {
    await ask();
    await Promise.all([press(DONE_ACTION, '1.1.1'), press(DONE_ACTION, '1.1.1')]);
    await started.recorded(2);
    await press(DONE_ACTION, '1.1.1');
    expect(await started.recorded(2)).toHaveLength(2);
    expect((await me.history()).filter(({ ephemeral }) => ephemeral)).toEqual([]);
  });

  test('delivered again, as Slack does when it heard nothing', async () => {
    await ask();
    const { action_id, blockId, value } = pressed(UNCHANGED_ACTION, '1.1.3');
    const payload = {
      type: 'block_actions',
      user: { id: slackIdOf(DIREZIONE) },
      channel: { id: checkIn.channel },
      message: { ts: checkIn.ts },
      trigger_id: 'x',
      actions: [{ type: 'button', action_id, block_id: blockId, value, action_ts: '1.1' }],
    };
    for (const _ of ['once', 'again']) expect(await started.interact(payload)).toMatchObject({ status: 200 });
    await started.recorded(2);
    await started.deliver();
    expect(await started.reports()).toHaveLength(2);
  });

  test('of the past, once something newer was said: it explains instead of overwriting', async () => {
    await ask();
    await started.say(percent('1.1.3', '70'));
    await press(DONE_ACTION, '1.1.3');
    const told = await me.waitForMessage(({ ephemeral }) => ephemeral === true);
    expect(told.text).toContain(started.t.saidMeanwhile('1.1.3', '70,00\u00a0%', '14/09/2020'));
    expect(await started.reports()).toMatchObject([{ percentBps: 7_000 }, { percentBps: 4_000 }]);
  });
});

describe('a press is refused, and said why', () => {
  test('on a closed check-in', async () => {
    await ask();
    started.context.goTo('2020-09-21');
    await press(UNCHANGED_ACTION, '1.1.3');
    const told = await me.waitForMessage(({ ephemeral }) => ephemeral === true);
    expect(told.text).toContain(
      refusalText({ code: 'CHECK_IN_CLOSED', closedOn: CLOSES }, 'it').slice(0, 60),
    );
    expect(told.text).toContain(started.t.nothingRecorded);
    expect(await started.reports()).toHaveLength(1);
  });

  test.each([UNCHANGED_ACTION, DONE_ACTION, BLOCKED_ACTION, ANSWER_ACTION])(
    'by somebody else: %s',
    async (action) => {
      await ask();
      const other = await started.as(OSRU);
      const { blockId, value } = pressed(action, '1.1.3');
      await started.interact({
        type: 'block_actions',
        user: { id: slackIdOf(OSRU) },
        trigger_id: 'x',
        actions: [{ type: 'button', action_id: action, block_id: blockId, value, action_ts: '1.1' }],
        // A message forwarded to a conversation of theirs.
        channel: { id: await conversationOf(OSRU) },
      });
      const told = await other.waitForMessage();
      expect(told.text).toContain(refusalText({ code: 'NOT_YOUR_CHECK_IN' }, 'it'));
      expect(await started.reports()).toHaveLength(1);
    },
  );
});

async function conversationOf(person: string): Promise<string> {
  const { channel } = await started.running.api().conversations.open({ users: slackIdOf(person) });
  return channel?.id ?? '';
}

describe('“blocked”', () => {
  test('asks why, and keeps the figure said last', async () => {
    await ask();
    await press(BLOCKED_ACTION, '1.1.3');
    const view = await me.waitForView();
    expect(textOf(view)).toContain('1.1.3');
    expect(await me.submit(view, { reason: 'manca il parere' })).toEqual({ ok: true });
    expect(await started.recorded(2)).toMatchObject([
      { phase: '1.1.3', percentBps: 4_000, blockedBecause: 'manca il parere' },
      {},
    ]);
    await started.deliver();
    expect(lineIn(await theMessage(), '1.1.3')).toContain('manca il parere');
  });

  test('without a reason says so in the form', async () => {
    await ask();
    await press(BLOCKED_ACTION, '1.1.3');
    const view = await me.waitForView();
    const refused = await me.submit(view, { reason: '   ' });
    expect(JSON.stringify(refused)).toContain('Manca il motivo del blocco di 1.1.3');
    expect(await started.reports()).toHaveLength(1);
  });
});

describe('“all unchanged”', () => {
  test('confirms every line that waits and has a last value, says how many, and is one answer', async () => {
    await ask(percent('1.1.2', '10'));
    const button = controlsOf(checkIn).find(({ action_id }) => action_id === ALL_UNCHANGED_ACTION);
    expect(button).toMatchObject({ text: { text: 'Tutto invariato (2)' } });
    await me.press(checkIn, ALL_UNCHANGED_ACTION);
    await started.recorded(4);
    await me.press(checkIn, ALL_UNCHANGED_ACTION);
    await started.deliver();
    expect(await started.reports()).toHaveLength(4);
    const now = await theMessage();
    expect(textOf(now)).toContain('*2 di 5* con risposta');
    expect(controlsOf(now).some(({ action_id }) => action_id === ALL_UNCHANGED_ACTION)).toBe(false);
  });

  test('of an old message, with nothing left to confirm, says so', async () => {
    await ask();
    await started.say(percent('1.1.3', '70'));
    await me.press(checkIn, ALL_UNCHANGED_ACTION);
    const told = await me.waitForMessage(({ ephemeral }) => ephemeral === true);
    expect(told.text).toContain(started.t.nothingToConfirm);
    expect(await started.reports()).toHaveLength(2);
  });
});
