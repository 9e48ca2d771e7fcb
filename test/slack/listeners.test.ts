/** The app as Slack meets it: signed requests in over HTTP, answers and calls of the Web API out. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { refusalText } from '../../src/messages/refusals.ts';
import { slackMessages } from '../../src/messages/slack.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { deliverOutbox } from '../../src/services/outbox.ts';
import { createSlackApp, SLACK_PATH } from '../../src/slack/app.ts';
import { ANSWER_ACTION } from '../../src/slack/blocks/check-in-controls.ts';
import { fieldId } from '../../src/slack/blocks/report-fields.ts';
import { fingerprint, type ReportForm } from '../../src/slack/blocks/report-form.ts';
import { DAY_FIELD, REPORT_VIEW } from '../../src/slack/blocks/report-modal.ts';
import { openTestContext, PLANNING_OFFICE, personOf } from '../helpers/context.ts';
import { imOf, startFakeSlack, TEAM } from '../helpers/fake-slack.ts';

const SECRET = 'the-signing-secret';
const OFFICE = 'U0OFFICE';
const DIREZIONE = 'U0DIREZIONE';
const OSRU = 'U0OSRU';
const OTHER = 'U0OTHER';
const STAFF = { [DIREZIONE]: 'referente.direzione', U0LAVORO: 'referente.lavoro', [OSRU]: 'referente.osru' };

/** Of the check-in that {@link openCheckIns} makes for the Direzione on the day the tests begin. */
const CHECK_IN = '2020-2020-09-14-referente.direzione';
const TITLE_1_4 =
  'Innovare e digitalizzare i servizi: progettazione e realizzazione di strumenti tecnologici';
const PERCENT = fieldId('percent', '1.1.3');
/** What the form of 1.1.3 knows of itself where nothing was said yet. */
const FORM: ReportForm = {
  checkInId: CHECK_IN,
  year: 2020,
  home: null,
  scope: 'ONE',
  page: 0,
  lines: [{ item: '1.1.3', sequence: 0, figure: fingerprint(''), blocked: fingerprint('') }],
  last: 0,
  left: 0,
  recorded: [],
};
const t = slackMessages('it');

/** Whoever is unknown is told the name of whom to ask. */
const unknownPerson = (given: string) =>
  ({ code: 'UNKNOWN_PERSON', given, contacts: [personOf('programmazione').name] }) as const;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Sent = { readonly headers?: Readonly<Record<string, string>>; readonly signature?: string };

async function start() {
  const slack = await startFakeSlack();
  closing.push(() => slack.close());
  slack.addUser(OFFICE, personOf('programmazione').email);
  for (const [id, key] of Object.entries(STAFF)) slack.addUser(id, personOf(key).email);
  const context = await openTestContext();
  const logged: { readonly level: string; readonly fields: object; readonly message: string }[] = [];
  const log = (level: string) => (fields: object, message: string) => logged.push({ level, fields, message });
  const slackApp = createSlackApp({
    renderChart: async () => Buffer.from('PNG'),
    context,
    language: 'it',
    botToken: 'xoxb-test',
    signingSecret: SECRET,
    appToken: null,
    apiUrl: slack.apiUrl,
    logger: { info: log('info'), warn: log('warn'), error: log('error') },
  });
  await slackApp.start();
  const server = createServer((request, response) => void slackApp.handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${SLACK_PATH}`;

  let requests = 0;
  /** Each is signed anew, as Slack does it: the same body a second later has another signature. */
  async function post(type: string, body: string, { headers = {}, signature }: Sent = {}) {
    requests += 1;
    const timestamp = String(Math.floor(Date.now() / 1000) + requests);
    const signed = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature ?? `v0=${signed}`,
        ...headers,
      },
      body,
    });
    return { status: response.status, text: await response.text() };
  }
  const postForm = (fields: Readonly<Record<string, string>>, sent?: Sent) =>
    post('application/x-www-form-urlencoded', new URLSearchParams(fields).toString(), sent);
  const interact = (payload: object) =>
    postForm({ payload: JSON.stringify({ team: { id: TEAM }, token: '', ...payload }) });

  return {
    slack,
    slackApp,
    context,
    errors: () => logged.filter(({ level }) => level === 'error'),
    /** What was said of phases, newest first. */
    reports: async () =>
      (await context.store.listReports(context.planId, { phase: null, before: null, limit: 100 })).rows,
    interact,
    command: (user: string, text: string, more: Readonly<Record<string, string>> = {}, sent?: Sent) =>
      postForm(
        {
          command: '/arti',
          text,
          user_id: user,
          team_id: TEAM,
          channel_id: imOf(user),
          trigger_id: `trigger-${requests}`,
          response_url: slack.responseUrl,
          ...more,
        },
        sent,
      ),
    press: (user: string, value: object = { checkInId: CHECK_IN, item: '1.1.3', sequence: 0 }) =>
      interact({
        type: 'block_actions',
        user: { id: user },
        channel: { id: imOf(user) },
        trigger_id: 'trigger-press',
        actions: [
          { type: 'button', action_id: ANSWER_ACTION, block_id: 'item-1.1.3', value: JSON.stringify(value) },
        ],
      }),
    submit: (user: string, percent: string, viewId = 'V1', form = FORM) =>
      interact({
        type: 'view_submission',
        user: { id: user },
        view: {
          id: viewId,
          type: 'modal',
          callback_id: REPORT_VIEW,
          private_metadata: JSON.stringify(form),
          state: {
            values: {
              [PERCENT]: { percent: { type: 'plain_text_input', value: percent } },
              [fieldId('note', '1.1.3')]: { note: { type: 'plain_text_input', value: 'bando pubblicato' } },
              [DAY_FIELD]: { [DAY_FIELD]: { type: 'datepicker', selected_date: '2020-09-14' } },
            },
          },
        },
      }),
    message: (event: object, eventId = 'Ev1', sent?: Sent) =>
      post(
        'application/json',
        JSON.stringify({
          type: 'event_callback',
          team_id: TEAM,
          event_id: eventId,
          event: {
            type: 'message',
            channel_type: 'im',
            channel: imOf(DIREZIONE),
            ts: '1600074000.000100',
            user: DIREZIONE,
            text: '1.1.3 60% bando pubblicato',
            ...event,
          },
        }),
        sent,
      ),
  };
}

/** With a check-in for everybody, not delivered yet. */
async function startAsked() {
  const started = await start();
  await openCheckIns(started.context, PLANNING_OFFICE);
  return started;
}

/** Text of the only call of `method`, once it was made. */
const told = async (slack: Awaited<ReturnType<typeof startFakeSlack>>, method: string): Promise<object> => {
  await vi.waitFor(() => expect(slack.called(method)).toHaveLength(1), { timeout: 5_000 });
  const [call = {}] = slack.called(method);
  return call;
};

describe('a command', () => {
  test('is answered with its content, for the one who typed it alone', async () => {
    const { command, errors, slack } = await start();
    const { status, text } = await command(OFFICE, 'status 1.4');
    expect(status).toBe(200);
    const answer = JSON.parse(text);
    expect(answer.response_type).toBe('ephemeral');
    expect(answer.text).toContain('1.4');
    expect(answer.blocks.length).toBeGreaterThan(1);
    expect(JSON.stringify(answer.blocks)).toContain(TITLE_1_4);
    expect(slack.responses).toEqual([]);
    expect(errors()).toEqual([]);
  });

  test('with a wrong signature goes no further', async () => {
    const { command, context, slack } = await start();
    const calls = slack.calls.length;
    const wrong = { signature: `v0=${'0'.repeat(64)}` };
    expect(await command(OFFICE, 'summary now', {}, wrong)).toMatchObject({ status: 401 });
    expect(slack.calls).toHaveLength(calls);
    expect(context.messages()).toEqual([]);
  });

  test('that takes long is acknowledged in time, and answered at its response_url', async () => {
    const { command, slack } = await start();
    const release = slack.hold('users.info');
    const before = performance.now();
    const answer = await command(OFFICE, 'status 1.4');
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(answer).toEqual({ status: 200, text: '' });
    expect(slack.called('users.info')).toEqual([{ user: OFFICE }]);
    expect(slack.responses).toEqual([]);
    release();
    await vi.waitFor(() => expect(slack.responses).toHaveLength(1), { timeout: 5_000 });
    expect(slack.responses[0]).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(slack.responses[0])).toContain(TITLE_1_4);
  });
});

describe('who is believed to be the planning office by the e-mail address', () => {
  test('a member of the workspace', async () => {
    const { command, context, slack } = await start();
    slack.addUser(OTHER, personOf('programmazione').email);
    const { status, text } = await command(OTHER, 'summary now');
    expect({ status, text: JSON.parse(text).text }).toEqual({
      status: 200,
      text: [t.summariesSent('#direzione, #lavoro, #osru'), t.planSummarySent('#dirigenti')].join('\n'),
    });
    expect(context.messages()).toHaveLength(4);
    expect(await context.store.findSlackKey('PERSON', TEAM, OTHER)).toBe('programmazione');
  });

  test.each([
    { why: 'a stranger of a shared channel', fields: { is_stranger: true } },
    { why: 'a guest', fields: { is_restricted: true } },
    { why: 'a guest of one channel', fields: { is_ultra_restricted: true } },
    { why: 'a member of another workspace', fields: { team_id: 'T2' } },
    { why: 'a user of no known workspace', fields: { team_id: undefined } },
    { why: 'a bot', fields: { is_bot: true } },
    { why: 'a member who was deactivated', fields: { deleted: true } },
  ])('not $why', async ({ fields }) => {
    const { command, context, slack } = await start();
    slack.addUser(OTHER, personOf('programmazione').email, fields);
    const { status, text } = await command(OTHER, 'summary now');
    expect({ status, text: JSON.parse(text).text }).toEqual({
      status: 200,
      text: refusalText(unknownPerson(OTHER), 'it'),
    });
    expect(slack.called('users.info')).toEqual([{ user: OTHER }]);
    expect(context.messages()).toEqual([]);
    expect(await context.store.findSlackKey('PERSON', TEAM, OTHER)).toBeUndefined();
    expect(await context.store.findSlackId('PERSON', TEAM, 'programmazione')).toBeUndefined();
  });
});

test('somebody whom Slack does not show is a stranger, not a bug', async () => {
  const { command, errors } = await start();
  const { status, text } = await command('U0NOBODY', 'status 1.4');
  expect({ status, text: JSON.parse(text).text }).toEqual({
    status: 200,
    text: refusalText(unknownPerson('U0NOBODY'), 'it'),
  });
  expect(errors()).toEqual([]);
});

describe('the form', () => {
  test('sent twice is one report', async () => {
    const { submit, reports, errors } = await startAsked();
    expect(await submit(DIREZIONE, '60')).toEqual({ status: 200, text: '' });
    expect(await submit(DIREZIONE, '60')).toEqual({ status: 200, text: '' });
    expect(await reports()).toMatchObject([
      { phase: '1.1.3', percentBps: 6_000, note: 'bando pubblicato', actor: 'referente.direzione' },
    ]);
    expect(errors()).toEqual([]);
  });

  test('sent again with other values says so under the figure', async () => {
    const { submit, reports } = await startAsked();
    await submit(DIREZIONE, '60');
    const { status, text } = await submit(DIREZIONE, '70');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      response_action: 'errors',
      errors: { [PERCENT]: refusalText({ code: 'ALREADY_SUBMITTED' }, 'it') },
    });
    expect(await reports()).toMatchObject([{ percentBps: 6_000 }]);
  });

  test('sent again after the check-in closed is still the report that was taken', async () => {
    const { submit, reports, context } = await startAsked();
    await submit(DIREZIONE, '60');
    context.goTo('2020-09-21');
    expect(await submit(DIREZIONE, '60')).toEqual({ status: 200, text: '' });
    expect(await reports()).toMatchObject([{ percentBps: 6_000 }]);
  });

  test('sent first after the check-in closed is refused', async () => {
    const { submit, reports, context } = await startAsked();
    context.goTo('2020-09-21');
    const { text } = await submit(DIREZIONE, '60');
    expect(JSON.parse(text).errors[PERCENT]).toContain('18/09/2020');
    expect(await reports()).toEqual([]);
  });

  test('opened anew takes another report', async () => {
    const { submit, reports } = await startAsked();
    await submit(DIREZIONE, '60', 'V1');
    const anew = { ...FORM, lines: FORM.lines.map((line) => ({ ...line, sequence: 1 })) };
    expect(await submit(DIREZIONE, '70', 'V2', anew)).toEqual({ status: 200, text: '' });
    expect(await reports()).toMatchObject([{ percentBps: 7_000 }, { percentBps: 6_000 }]);
  });

  const stillRecording = {
    response_action: 'errors',
    errors: { [fieldId('note', '1.1.3')]: t.modalRecording },
  };

  test('that takes long stays open with what was typed, and what was refused is told in the conversation', async () => {
    const { submit, reports, slack } = await startAsked();
    const release = slack.hold('users.info');
    const before = performance.now();
    expect(JSON.parse((await submit(DIREZIONE, '<101>')).text)).toEqual(stillRecording);
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(slack.called('chat.postMessage')).toEqual([]);
    release();
    const { channel, text } = (await told(slack, 'chat.postMessage')) as { channel: string; text: string };
    expect(channel).toBe(DIREZIONE);
    expect(text).toContain('&lt;101&gt;');
    expect(slack.called('views.update')).toEqual([]);
    expect(await reports()).toEqual([]);
  });

  test('that takes long says so itself once it was recorded, and submitted again is recorded once', async () => {
    const { submit, reports, slack, errors } = await startAsked();
    const release = slack.hold('users.info');
    expect(JSON.parse((await submit(DIREZIONE, '60')).text)).toEqual(stillRecording);
    expect(slack.called('views.update')).toEqual([]);
    release();
    const { view_id, view } = (await told(slack, 'views.update')) as { view_id: string; view: object };
    expect(view_id).toBe('V1');
    expect(JSON.stringify(view)).toContain(t.modalRecordedLate);
    expect(await submit(DIREZIONE, '60')).toEqual({ status: 200, text: '' });
    const other = JSON.parse((await submit(DIREZIONE, '70')).text);
    expect(Object.values(other.errors)).toEqual([refusalText({ code: 'ALREADY_SUBMITTED' }, 'it')]);
    expect(await reports()).toMatchObject([{ percentBps: 6_000 }]);
    expect(slack.called('chat.postMessage')).toEqual([]);
    expect(errors()).toEqual([]);
  });

  test('while another process holds the database stays open; that nothing was recorded is told', async () => {
    const { submit, reports, slack, context } = await startAsked();
    const writer = new Sqlite(context.file);
    onTestFinished(() => void writer.close());
    writer.exec('BEGIN IMMEDIATE');
    expect(JSON.parse((await submit(DIREZIONE, '60')).text)).toEqual(stillRecording);
    expect(await told(slack, 'chat.postMessage')).toMatchObject({ channel: DIREZIONE, text: t.busy });
    writer.exec('ROLLBACK');
    expect(await submit(DIREZIONE, '60')).toEqual({ status: 200, text: '' });
    expect(await reports()).toHaveLength(1);
  });
});

describe('the button of a check-in', () => {
  test('opens the form for the one who was asked', async () => {
    const { press, slack } = await startAsked();
    expect(await press(DIREZIONE)).toEqual({ status: 200, text: '' });
    const opened = await told(slack, 'views.open');
    expect(opened).toMatchObject({ trigger_id: 'trigger-press', view: { callback_id: REPORT_VIEW } });
    const { view } = opened as { readonly view: { readonly private_metadata: string } };
    expect(JSON.parse(view.private_metadata)).toEqual(FORM);
    expect(slack.called('chat.postEphemeral')).toEqual([]);
  });

  test.each([
    {
      why: 'somebody else’s',
      user: OSRU,
      day: '2020-09-14',
      refusal: { code: 'NOT_YOUR_CHECK_IN' } as const,
    },
    {
      why: 'a closed one’s',
      user: DIREZIONE,
      day: '2020-09-21',
      refusal: { code: 'CHECK_IN_CLOSED', closedOn: isoDate('2020-09-18') } as const,
    },
  ])('$why says why not', async ({ user, day, refusal }) => {
    const { press, slack, context } = await startAsked();
    context.goTo(day);
    expect(await press(user)).toEqual({ status: 200, text: '' });
    expect(await told(slack, 'chat.postEphemeral')).toMatchObject({
      channel: imOf(user),
      user,
      text: refusalText(refusal, 'it'),
    });
    expect(slack.called('views.open')).toEqual([]);
  });

  test('pressed too long ago asks to press again', async () => {
    const { press, slack, errors } = await startAsked();
    slack.fail('views.open', 'expired_trigger_id');
    expect(await press(DIREZIONE)).toEqual({ status: 200, text: '' });
    expect(await told(slack, 'chat.postEphemeral')).toMatchObject({
      channel: imOf(DIREZIONE),
      user: DIREZIONE,
      text: t.modalOpenFailed,
    });
    expect(slack.called('views.open')).toHaveLength(1);
    expect(errors()).toEqual([]);
  });
});

describe('a direct message', () => {
  test('delivered twice is one report and one answer', async () => {
    const { message, context, reports } = await start();
    expect(await message({})).toMatchObject({ status: 200 });
    const retry = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
    expect(await message({}, 'Ev1', { headers: retry })).toMatchObject({ status: 200 });
    expect(await reports()).toMatchObject([{ phase: '1.1.3', percentBps: 6_000 }]);
    expect(context.messages()).toMatchObject([
      {
        destination: { kind: 'CONVERSATION', channel: imOf(DIREZIONE), threadTs: null },
        notice: { kind: 'RECORDED' },
      },
    ]);
  });

  test('said again in a message of its own is a report of its own', async () => {
    const { message, reports } = await start();
    await message({}, 'Ev1');
    await message({ ts: '1600074001.000100' }, 'Ev2');
    expect(await reports()).toHaveLength(2);
  });

  test('that is not understood is refused once', async () => {
    const { message, context, reports } = await start();
    await message({ text: 'buongiorno' });
    await message({ text: 'buongiorno' }, 'Ev1', { headers: { 'x-slack-retry-num': '1' } });
    expect(await reports()).toEqual([]);
    expect(context.messages()).toMatchObject([{ notice: { kind: 'REFUSED' } }]);
  });

  test.each([
    {
      why: 'an edit',
      event: {
        subtype: 'message_changed',
        user: undefined,
        message: { type: 'message', user: DIREZIONE, text: '1.1.3 60%', ts: '1600074000.000100' },
      },
    },
    {
      why: 'an edit that names who edited',
      event: { subtype: 'message_changed', message: { type: 'message', user: DIREZIONE, text: '1.1.3 60%' } },
    },
    { why: 'a deletion', event: { subtype: 'message_deleted', deleted_ts: '1600074000.000100' } },
    { why: 'a bot’s', event: { bot_id: 'B0OTHER' } },
    { why: 'an old bot’s', event: { subtype: 'bot_message', bot_id: 'B0OTHER', user: undefined } },
    { why: 'the bot’s own', event: { user: 'U0BOT', bot_id: 'B0BOT' } },
    { why: 'one in a channel', event: { channel_type: 'channel', channel: 'C0GENERAL', text: 'invariato' } },
  ])('$why is left alone', async ({ event }) => {
    const { message, context, reports, slack, errors } = await start();
    expect(await message(event)).toMatchObject({ status: 200 });
    expect(await reports()).toEqual([]);
    expect(context.messages()).toEqual([]);
    expect(slack.called('users.info')).toEqual([]);
    expect(slack.called('chat.postMessage')).toEqual([]);
    expect(errors()).toEqual([]);
  });

  test.each([{ subtype: 'thread_broadcast' }, { subtype: 'file_share' }, { subtype: undefined }])(
    'under a delivered check-in is taken, as $subtype too',
    async ({ subtype }) => {
      const { message, context, slack, slackApp, reports } = await startAsked();
      while ((await deliverOutbox(context, slackApp.deliver)) > 0);
      expect(slack.called('chat.postMessage')).toHaveLength(3);
      const sent = await context.store.findSentByKey(`check-in/${CHECK_IN}`);
      expect(sent?.channel).toBe(imOf(DIREZIONE));
      expect(await message({ subtype, thread_ts: sent?.ts })).toMatchObject({ status: 200 });
      expect(await reports()).toMatchObject([{ phase: '1.1.3', percentBps: 6_000 }]);
      expect(context.messages().filter(({ notice }) => notice.kind === 'RECORDED')).toMatchObject([
        { destination: { channel: imOf(DIREZIONE), threadTs: sent?.ts } },
      ]);
    },
  );
});

describe('what no listener knows is acknowledged', () => {
  const user = { id: OFFICE };
  const view = {
    id: 'V9',
    type: 'modal',
    callback_id: 'another',
    private_metadata: '',
    state: { values: {} },
  };
  test.each([
    {
      what: 'an action',
      payload: {
        type: 'block_actions',
        channel: { id: imOf(OFFICE) },
        actions: [{ type: 'button', action_id: 'another', block_id: 'b', value: 'x' }],
      },
    },
    { what: 'a view', payload: { type: 'view_submission', view } },
    { what: 'a shortcut', payload: { type: 'shortcut', callback_id: 'another', trigger_id: 'x' } },
    {
      what: 'a request for options',
      payload: { type: 'block_suggestion', action_id: 'another', block_id: 'b', value: '' },
    },
  ])('$what', async ({ payload }) => {
    const { interact, errors } = await start();
    expect(await interact({ user, ...payload })).toMatchObject({ status: 200 });
    expect(errors()).toEqual([]);
  });

  test('a command', async () => {
    const { command, slack, errors } = await start();
    expect(await command(OFFICE, 'status', { command: '/another' })).toEqual({ status: 200, text: '' });
    expect(slack.called('users.info')).toEqual([]);
    expect(errors()).toEqual([]);
  });

  test.each(['/artista', '/art'])('a command that is almost ours: %s', async (name) => {
    const { command } = await start();
    expect(await command(OFFICE, 'status', { command: name })).toEqual({ status: 200, text: '' });
  });
});

describe('a bug', () => {
  type Started = Awaited<ReturnType<typeof start>>;
  type Way = { what: string; play: (started: Started) => Promise<unknown>; where: string };
  const prompt = async (answer: Promise<{ text: string }>) => JSON.parse((await answer).text);

  test.each<Way>([
    {
      what: 'in a command',
      where: 'command /arti',
      play: ({ command }) => prompt(command(OFFICE, 'status 1.4')),
    },
    {
      what: 'behind a form',
      where: `view ${REPORT_VIEW}`,
      play: async ({ submit }) => ({
        text: (await prompt(submit(DIREZIONE, '60'))).errors[fieldId('note', '1.1.3')],
      }),
    },
    {
      what: 'behind a button',
      where: `action ${ANSWER_ACTION}`,
      play: async ({ press, slack }) => {
        await press(DIREZIONE);
        return told(slack, 'chat.postEphemeral');
      },
    },
    {
      what: 'in a direct message',
      where: 'event message',
      play: async ({ message, slack }) => {
        await message({});
        return told(slack, 'chat.postMessage');
      },
    },
  ])('$what is told as an id, under which the log has the rest', async ({ play, where }) => {
    const started = await startAsked();
    await started.context.store.close();
    const answer = (await play(started)) as { readonly text: string };
    expect(started.errors()).toHaveLength(1);
    const [{ fields } = { fields: {} }] = started.errors();
    const { err, errorId } = fields as { readonly err: Error; readonly errorId: string };
    expect(fields).toEqual({ err: expect.any(Error), errorId: expect.stringMatching(/^[\da-f]{8}$/), where });
    expect(answer.text).toBe(t.internalError(errorId));
    expect(JSON.stringify(answer)).not.toContain(err.message);
    expect(JSON.stringify(answer)).not.toMatch(/\bat .*:\d+|\.ts\b|\.js\b|node_modules/);
  });

  test('of which nothing tells the next one: each has an id of its own', async () => {
    const { command, context, errors } = await start();
    await context.store.close();
    const first = await prompt(command(OFFICE, 'status'));
    const second = await prompt(command(OFFICE, 'status'));
    expect(errors()).toHaveLength(2);
    expect(first.text).not.toBe(second.text);
  });
});
