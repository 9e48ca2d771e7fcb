/** The conversation of a person with the bot, as Slack carries it: signed events in, calls of the Web API out. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, vi } from 'vitest';
import type { Notice } from '../../../src/domain/notice.ts';
import { deliverOutbox } from '../../../src/services/outbox.ts';
import { createSlackApp, SLACK_PATH } from '../../../src/slack/app.ts';
import { openTestContext, personOf } from '../../helpers/context.ts';
import { imOf, startFakeSlack, TEAM } from '../../helpers/fake-slack.ts';

const SECRET = 'the-signing-secret';
/** Answers for 1.1.1, 1.1.2, 1.1.3 and 1.1.6, all by percent. */
export const OSRU = 'U0OSRU';
export const DIREZIONE = 'U0DIREZIONE';
export const OFFICE = 'U0OFFICE';
const PEOPLE = { [OSRU]: 'referente.osru', [DIREZIONE]: 'referente.direzione', [OFFICE]: 'programmazione' };

type NoticeOf<K extends Notice['kind']> = Extract<Notice, { kind: K }>;
/** Where a message of the bot's stands. */
export type Place = { readonly channel: string; readonly ts: string; readonly threadTs: string | null };

export type Talk = Awaited<ReturnType<typeof startTalk>>;

const closing: (() => Promise<unknown>)[] = [];
export const endTalks = async (): Promise<void> => {
  for (const close of closing.splice(0)) await close();
};

/** @param user who writes, unless another is named */
export async function startTalk(user: string = OSRU) {
  const slack = await startFakeSlack();
  closing.push(() => slack.close());
  for (const [id, key] of Object.entries(PEOPLE)) slack.addUser(id, personOf(key).email);
  const context = await openTestContext();
  const errors: object[] = [];
  const slackApp = createSlackApp({
    context,
    language: 'it',
    botToken: 'xoxb-test',
    signingSecret: SECRET,
    appToken: null,
    apiUrl: slack.apiUrl,
    renderChart: async () => Buffer.alloc(0),
    logger: { info: () => {}, warn: () => {}, error: (fields) => errors.push(fields) },
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
  async function post(type: string, body: string): Promise<void> {
    requests += 1;
    const timestamp = String(Math.floor(Date.now() / 1000) + requests);
    const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
    };
    const response = await fetch(url, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
  }
  const event = (fields: object) =>
    post(
      'application/json',
      JSON.stringify({
        type: 'event_callback',
        team_id: TEAM,
        event_id: `Ev${requests}`,
        event: { type: 'message', channel_type: 'im', channel: imOf(user), ...fields },
      }),
    );

  const notices = (): readonly Notice[] => context.messages().map(({ notice }) => notice);
  const talk = {
    slack,
    context,
    errors,
    event,
    notices,
    /** Of one kind, oldest first. */
    told: <K extends Notice['kind']>(kind: K) =>
      notices().filter((notice): notice is NoticeOf<K> => notice.kind === kind),
    /** What was said of phases, oldest first, as `1.1.3 6000 2020-09-14`. */
    async reports() {
      const query = { phase: null, before: null, limit: 100 };
      const { rows } = await context.store.listReports(context.planId, query);
      return rows
        .map(({ phase, percentBps, reportedOn }) => `${phase} ${percentBps} ${reportedOn}`)
        .reverse();
    },
    /** Sends what waits in the outbox. */
    async deliver() {
      while ((await deliverOutbox(context, slackApp.deliver)) > 0);
    },
    /** Where the last notice of a kind stands, once delivered. */
    async placeOf(kind: Notice['kind']): Promise<Place> {
      await talk.deliver();
      const message = context.messages().findLast(({ notice }) => notice.kind === kind);
      const sent = message && (await context.store.findSentByKey(message.key));
      if (!message || !sent) throw new Error(`no ${kind} was sent`);
      const { destination } = message;
      return { ...sent, threadTs: destination.kind === 'CONVERSATION' ? destination.threadTs : null };
    },
    write: (text: string, ts: string, more: object = {}) => event({ user, text, ts, ...more }),
    edit: (ts: string, before: string, text: string, editedAt: string, more: object = {}) =>
      event({
        subtype: 'message_changed',
        ts: editedAt,
        event_ts: editedAt,
        message: { type: 'message', user, text, ts, edited: { user, ts: editedAt }, ...more },
        previous_message: { type: 'message', user, text: before, ts },
      }),
    remove: (ts: string) =>
      event({
        subtype: 'message_deleted',
        ts: '1600079000.000100',
        deleted_ts: ts,
        previous_message: { user, ts },
      }),
    /** Presses the button with `value` at `place`, and waits until the message was redrawn, or the person told. */
    async press(place: Place, value: string, by: string = user) {
      const answered = () => slack.called('chat.update').length + slack.called('chat.postEphemeral').length;
      const before = answered();
      await talk.click(place, value, by);
      await vi.waitFor(() => expect(answered()).toBeGreaterThan(before), { timeout: 5_000 });
    },
    click: (place: Place, value: string, by: string = user) =>
      post(
        'application/x-www-form-urlencoded',
        new URLSearchParams({
          payload: JSON.stringify({
            type: 'block_actions',
            team: { id: TEAM },
            token: '',
            user: { id: by },
            channel: { id: place.channel },
            message: { ts: place.ts, ...(place.threadTs === null ? {} : { thread_ts: place.threadTs }) },
            trigger_id: `trigger-${requests}`,
            actions: [{ type: 'button', action_id: `choose_reading_${value}`, block_id: 'readings', value }],
          }),
        }).toString(),
      ),
    /** What the last redrawing of a message says, and whether it still has buttons. */
    redrawn: () => {
      const { text = '', blocks = [] } = slack.called('chat.update').at(-1) ?? {};
      return { text: String(text), hasButtons: JSON.stringify(blocks).includes('"button"') };
    },
    /** What was told to one person alone, oldest first. */
    whispered: () => slack.called('chat.postEphemeral').map(({ user: to, text }) => ({ to, text })),
  };
  return talk;
}
