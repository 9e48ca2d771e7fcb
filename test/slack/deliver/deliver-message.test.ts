/** One message to Slack, over the wire: sent once, whatever the wire does. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Directory, Person } from '../../../src/domain/directory.ts';
import type { Destination, Notice } from '../../../src/domain/notice.ts';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import type { ClaimedMessage, Settlement } from '../../../src/services/outbox.ts';
import { deliverOutbox } from '../../../src/services/outbox.ts';
import { recordStatements } from '../../../src/services/record-statements.ts';
import { sendSummaries } from '../../../src/services/send-summaries.ts';
import { skipCheckIn } from '../../../src/services/skip-check-in.ts';
import { snoozeCheckIn } from '../../../src/services/snooze-check-in.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { deliverMessage } from '../../../src/slack/deliver/deliver-message.ts';
import type { Environment } from '../../../src/slack/environment.ts';
import type { Fault } from '../../../src/slack-local/options.ts';
import { openTestContext, PLANNING_OFFICE, statement } from '../../helpers/context.ts';
import { DIREZIONE, decimal } from '../../helpers/figures.ts';
import {
  ADA,
  ADA_IM,
  ARCHIVED,
  GENERAL,
  type Running,
  startWorkspace,
  TOKEN,
} from '../../slack-local/workspace-fixture.ts';

/** Of the fixture’s workspace. */
const TEAM = 'T0TEAM';
const REAL_NOW = '2026-02-03T10:00:00.000Z';

const person = (key: string, email: string): Person => ({
  key,
  name: key,
  title: '',
  email,
  role: 'STAFF',
  structures: [DIREZIONE],
  place: null,
});

const directory: Directory = {
  people: [person('ada', 'ada@example.org'), person('ignoto', 'nobody@example.org')],
  channels: [{ name: 'generale', topic: '', structure: DIREZIONE, purpose: 'STRUCTURE' }],
};

type Play = (method: string, args: Record<string, unknown>) => Fault;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The app’s side and Slack’s, and a wire between them on which faults are played. */
async function start() {
  const calls: string[] = [];
  const faults: { before: Play; after: Play } = { before: () => undefined, after: () => undefined };
  const running = await startWorkspace({
    rateLimits: null,
    faults: {
      beforeCommit(method, args) {
        calls.push(method);
        return faults.before(method, args);
      },
      afterCommit: (method, args) => faults.after(method, args),
    },
  });
  closing.push(() => running.close());
  let now = Date.parse(REAL_NOW);
  const context = { ...(await openTestContext({ directory })), realNow: () => new Date(now) };
  const wait = (seconds: number) => {
    now += seconds * 1000;
  };
  const logged: string[] = [];
  const log = (level: string) => (fields: object, text: string) =>
    logged.push(`${level}: ${text} ${JSON.stringify(fields, ['messageId', 'notice', 'key'])}`);
  const environment: Environment = {
    context,
    voice: voiceOf('it'),
    client: running.api(TOKEN, { rejectRateLimitedCalls: true, timeout: 2_000 }),
    logger: { info: log('info'), warn: log('warn'), error: log('error') },
    team: TEAM,
    charts: { render: async () => Buffer.alloc(0), native: { taken: true } },
  };
  return { running, context, environment, calls, faults, logged, wait };
}

const refused: Notice = {
  kind: 'REFUSED',
  lines: [{ line: '1.1.3', refusal: { code: 'NOTHING_SAID', item: '1.1.3' } }],
};
const toAda: Destination = { kind: 'PERSON', person: 'ada' };
const toGeneral: Destination = { kind: 'CHANNEL', name: 'generale' };
const toConversation = (channel: string, threadTs: string | null = null): Destination => ({
  kind: 'CONVERSATION',
  channel,
  threadTs,
});

const claimed = (destination: Destination, parts: Partial<ClaimedMessage> = {}): ClaimedMessage => ({
  id: 1,
  key: 'refused-1',
  attempt: 1,
  firstTriedAt: null,
  destination,
  notice: refused,
  ...parts,
});

/** The same message claimed once more, when an earlier attempt may have left it there. */
const again = (message: ClaimedMessage, attempt = 2): ClaimedMessage => ({
  ...message,
  attempt,
  firstTriedAt: '2020-06-15T08:00:00.000Z',
});

const later = (seconds: number) => new Date(Date.parse(REAL_NOW) + seconds * 1000).toISOString();

async function history(running: Running, channel: string) {
  const page = await running.api().conversations.history({ channel, include_all_metadata: true });
  return page.messages ?? [];
}

/** Plays `fault` once, on `method`. */
const once = (method: string, fault: Fault): Play => {
  let played = false;
  return (called) => {
    if (played || called !== method) return undefined;
    played = true;
    return fault;
  };
};

const sentTs = (settlement: Settlement): string => {
  if (settlement.outcome !== 'SENT') throw new Error(JSON.stringify(settlement));
  return settlement.ts;
};

describe('sent', () => {
  test('to a person, found by address, in a direct message', async () => {
    const { running, environment } = await start();
    const settlement = await deliverMessage(environment, claimed(toAda));
    expect(settlement).toMatchObject({ outcome: 'SENT', channel: ADA_IM });
    const [message] = await history(running, ADA_IM);
    expect(message).toMatchObject({
      ts: sentTs(settlement),
      metadata: { event_type: 'arti_outbox', event_payload: { key: 'refused-1' } },
    });
    expect(message?.text).toContain('1.1.3');
    expect(message?.blocks?.length).toBeGreaterThan(0);
  });

  test('to a channel, found by name', async () => {
    const { running, environment } = await start();
    expect(await deliverMessage(environment, claimed(toGeneral))).toMatchObject({
      outcome: 'SENT',
      channel: GENERAL,
    });
    expect(await history(running, GENERAL)).toHaveLength(1);
  });

  test('into a thread', async () => {
    const { running, environment } = await start();
    const head = sentTs(await deliverMessage(environment, claimed(toConversation(GENERAL))));
    const reply = await deliverMessage(
      environment,
      claimed(toConversation(GENERAL, head), { key: 'refused-2' }),
    );
    const thread = await running.api().conversations.replies({ channel: GENERAL, ts: head });
    expect(thread.messages?.map(({ ts }) => ts)).toEqual([head, sentTs(reply)]);
  });

  test('who was looked up once is remembered', async () => {
    const { environment, calls } = await start();
    for (const destination of [toAda, toGeneral]) {
      await deliverMessage(environment, claimed(destination, { key: `first ${destination.kind}` }));
    }
    calls.length = 0;
    for (const destination of [toAda, toGeneral]) {
      await deliverMessage(environment, claimed(destination, { key: `second ${destination.kind}` }));
    }
    expect(calls).toEqual(['conversations.open', 'chat.postMessage', 'chat.postMessage']);
  });
});

describe('the answer is lost', () => {
  test.each([
    { why: 'in a direct message', destination: toAda, channel: ADA_IM },
    { why: 'in a channel', destination: toGeneral, channel: GENERAL },
  ])(
    'after Slack took it, $why: the second attempt finds it and posts nothing',
    async ({ destination, channel }) => {
      const { running, environment, faults } = await start();
      faults.after = once('chat.postMessage', 'drop');
      expect(await deliverMessage(environment, claimed(destination))).toMatchObject({
        outcome: 'RETRY',
        doubtful: true,
        notBefore: later(30),
      });
      const [posted] = await history(running, channel);
      expect(await deliverMessage(environment, again(claimed(destination)))).toEqual({
        outcome: 'SENT',
        channel,
        ts: posted?.ts,
        team: TEAM,
      });
      expect(await history(running, channel)).toHaveLength(1);
    },
  );

  test('after Slack took it, in a thread', async () => {
    const { running, environment, faults } = await start();
    const head = sentTs(await deliverMessage(environment, claimed(toConversation(GENERAL), { key: 'head' })));
    faults.after = once('chat.postMessage', 'drop');
    const reply = claimed(toConversation(GENERAL, head));
    await deliverMessage(environment, reply);
    const settlement = await deliverMessage(environment, again(reply));
    const thread = await running.api().conversations.replies({ channel: GENERAL, ts: head });
    expect(thread.messages?.map(({ ts }) => ts)).toEqual([head, sentTs(settlement)]);
  });

  test('before Slack took it: the second attempt posts it', async () => {
    const { running, environment, faults } = await start();
    faults.before = once('chat.postMessage', 'drop');
    expect(await deliverMessage(environment, claimed(toAda))).toMatchObject({ outcome: 'RETRY' });
    expect(await history(running, ADA_IM)).toHaveLength(0);
    expect(await deliverMessage(environment, again(claimed(toAda)))).toMatchObject({
      outcome: 'SENT',
    });
    expect(await history(running, ADA_IM)).toHaveLength(1);
  });

  test('another message with the same words is not taken for it', async () => {
    const { running, environment } = await start();
    await deliverMessage(environment, claimed(toGeneral, { key: 'another' }));
    await deliverMessage(environment, again(claimed(toGeneral)));
    expect(await history(running, GENERAL)).toHaveLength(2);
  });

  test('while it is looked for: tried once more, and not posted blindly', async () => {
    const { running, environment, faults } = await start();
    faults.after = once('chat.postMessage', 'drop');
    await deliverMessage(environment, claimed(toGeneral));
    faults.before = once('conversations.history', { status: 503 });
    expect(await deliverMessage(environment, again(claimed(toGeneral)))).toMatchObject({
      outcome: 'RETRY',
    });
    expect(await deliverMessage(environment, again(claimed(toGeneral), 3))).toMatchObject({
      outcome: 'SENT',
    });
    expect(await history(running, GENERAL)).toHaveLength(1);
  });
});

describe('tried again', () => {
  test.each([
    {
      why: 'too many requests: as long as Slack says',
      fault: { status: 429, headers: { 'retry-after': '37' } },
      seconds: 37,
    },
    { why: 'a server error', fault: { status: 500 }, seconds: 30 },
    { why: 'a bad gateway’s page', fault: { status: 502, body: '<html>' }, seconds: 30 },
    {
      why: 'an internal error of Slack’s',
      fault: { status: 200, body: { ok: false, error: 'internal_error' } },
      seconds: 30,
    },
    {
      why: 'a refusal that says it is for a while',
      fault: { status: 200, body: { ok: false, error: 'ratelimited' } },
      seconds: 1,
    },
    {
      why: 'a service that is down',
      fault: { status: 200, body: { ok: false, error: 'service_unavailable' } },
      seconds: 30,
    },
  ])('$why', async ({ fault, seconds }) => {
    const { environment, faults, logged } = await start();
    faults.before = (method) => (method === 'chat.postMessage' ? fault : undefined);
    expect(await deliverMessage(environment, claimed(toGeneral))).toMatchObject({
      outcome: 'RETRY',
      notBefore: later(seconds),
    });
    expect(logged).toEqual(['warn: a message will be sent again {"messageId":1,"notice":"REFUSED"}']);
  });

  test.each([
    { attempt: 1, seconds: 2 },
    { attempt: 2, seconds: 4 },
    { attempt: 5, seconds: 32 },
    { attempt: 9, seconds: 300 },
    { attempt: 1_000, seconds: 300 },
    { attempt: 100_000, seconds: 300 },
  ])('after attempt $attempt, in $seconds seconds', async ({ attempt, seconds }) => {
    const { environment, faults } = await start();
    faults.before = () => ({ status: 500 });
    expect(await deliverMessage(environment, claimed(toGeneral, { attempt }))).toMatchObject({
      notBefore: later(seconds),
    });
  });

  test('nobody listens at all', async () => {
    const { running, environment } = await start();
    await running.close();
    closing.pop();
    expect(await deliverMessage(environment, claimed(toGeneral))).toMatchObject({ outcome: 'RETRY' });
  });
});

describe('never again by itself', () => {
  test.each([
    {
      why: 'a channel that is not there',
      destination: { kind: 'CHANNEL', name: 'altro' } as const,
      error: 'channel_not_found',
    },
    {
      why: 'an archived one is not found either',
      destination: { kind: 'CHANNEL', name: 'vecchio' } as const,
      error: 'channel_not_found',
    },
    { why: 'a conversation that was archived', destination: toConversation(ARCHIVED), error: 'is_archived' },
    {
      why: 'a conversation that is not there',
      destination: toConversation('C0NOTHING'),
      error: 'channel_not_found',
    },
    {
      why: 'a thread that is not there',
      destination: toConversation(GENERAL, '1.000001'),
      error: 'thread_not_found',
    },
    {
      why: 'a person who left the directory',
      destination: { kind: 'PERSON', person: 'partito' } as const,
      error: 'person_not_in_directory',
    },
    {
      why: 'a person whom Slack does not know',
      destination: { kind: 'PERSON', person: 'ignoto' } as const,
      error: 'users_not_found',
    },
  ])('$why', async ({ destination, error }) => {
    const { environment, logged } = await start();
    const settlement = await deliverMessage(environment, claimed(destination));
    expect(settlement).toEqual({ outcome: 'DEAD', error });
    expect(logged).toEqual(['error: a message cannot be delivered {"messageId":1,"notice":"REFUSED"}']);
  });

  test.each<{ why: string; notice: Notice }>([
    { why: 'a check-in that is gone', notice: { kind: 'CHECK_IN', checkInId: '2020-2020-09-14-nessuno' } },
    {
      why: 'the drawing anew of one that was never sent',
      notice: { kind: 'CHECK_IN_REFRESH', checkInId: '2020-2020-09-14-nessuno' },
    },
    {
      why: 'a summary that is gone',
      notice: { kind: 'STRUCTURE_SUMMARY', structure: DIREZIONE, summaryId: 'x' },
    },
  ])('$why', async ({ notice }) => {
    const { environment } = await start();
    expect(await deliverMessage(environment, claimed(toAda, { notice }))).toMatchObject({ outcome: 'DEAD' });
  });
});

describe('refused for a day', () => {
  const said = (error: string) => ({ status: 200, body: { ok: false, error } });

  test.each([
    { why: 'of all messages', fault: said('missing_scope'), outcome: 'DEAD', error: 'missing_scope' },
    // It may mean that the message stands there.
    { why: 'in an unknown word', fault: said('no_such_word'), outcome: 'DOUBTFUL', error: 'no_such_word' },
    { why: 'with HTTP 403', fault: { status: 403, body: 'no' }, outcome: 'DOUBTFUL', error: 'http_403' },
  ])('$why: a person sees it', async ({ fault, outcome, error }) => {
    const { environment, faults, logged } = await start();
    faults.before = (method) => (method === 'chat.postMessage' ? fault : undefined);
    expect(await deliverMessage(environment, claimed(toGeneral, { attempt: 299 }))).toMatchObject({
      outcome: 'RETRY',
    });
    expect(await deliverMessage(environment, claimed(toGeneral, { attempt: 300 }))).toEqual({
      outcome,
      error,
    });
    expect(logged.at(-1)).toBe('error: a message cannot be delivered {"messageId":1,"notice":"REFUSED"}');
  });

  test('of all messages, when an earlier attempt may have left it there', async () => {
    const { environment, faults } = await start();
    faults.before = (method) => (method === 'conversations.open' ? said('no_permission') : undefined);
    expect(await deliverMessage(environment, again(claimed(toAda), 300))).toEqual({
      outcome: 'DOUBTFUL',
      error: 'no_permission',
    });
  });

  test.each([
    { why: 'a server error', fault: { status: 503 } },
    { why: 'an internal error of Slack’s', fault: said('internal_error') },
    { why: 'too many calls', fault: said('ratelimited') },
  ])('$why is waited out', async ({ fault }) => {
    const { environment, faults } = await start();
    faults.before = (method) => (method === 'chat.postMessage' ? fault : undefined);
    expect(await deliverMessage(environment, claimed(toGeneral, { attempt: 5_000 }))).toMatchObject({
      outcome: 'RETRY',
    });
  });
});

describe('from the outbox to Slack and back', () => {
  const percent = (text: string) => ({ kind: 'PERCENT', percent: decimal(text) }) as const;

  async function drain({
    environment,
    wait,
  }: Pick<Awaited<ReturnType<typeof start>>, 'environment' | 'wait'>) {
    const deliver = (message: ClaimedMessage) => deliverMessage(environment, message);
    while ((await deliverOutbox(environment.context, deliver)) > 0) wait(1);
  }

  test('a check-in is sent, answered, drawn again in its place, and closed by the next', async () => {
    const { running, context, environment, wait } = await start();
    await openCheckIns(context, PLANNING_OFFICE);
    await drain({ environment, wait });
    const [asked] = await history(running, ADA_IM);
    expect(JSON.stringify(asked?.blocks)).toMatch(/\*0 di \d+\* con risposta/);
    await recordStatements(context, {
      statements: [statement('1.1.3', { figure: percent('60'), note: 'bando pubblicato' })],
      lines: [''],
      actor: PLANNING_OFFICE,
      source: 'SLACK',
      year: null,
      inbox: null,
      replyTo: { kind: 'CONVERSATION', channel: ADA_IM, threadTs: asked?.ts ?? '' },
    });
    await drain({ environment, wait });
    const [answered] = await history(running, ADA_IM);
    expect(answered?.ts).toBe(asked?.ts);
    expect(JSON.stringify(answered?.blocks)).toMatch(/\*1 di \d+\* con risposta/);
    const thread = await running.api().conversations.replies({ channel: ADA_IM, ts: asked?.ts ?? '' });
    expect(thread.messages?.at(-1)?.text).toContain('60,00');
    context.goTo('2020-09-15');
    await openCheckIns(context, PLANNING_OFFICE);
    await drain({ environment, wait });
    const [current, closed] = await history(running, ADA_IM);
    expect(JSON.stringify(closed?.blocks)).toContain('Chiusa il 15/09/2020');
    expect(JSON.stringify(closed?.blocks)).not.toContain('button');
    expect(JSON.stringify(current?.blocks)).toContain('button');
  });

  test('a summary that was corrected since is sent as it was frozen', async () => {
    const { running, context, environment, wait } = await start();
    const say = (points: string) =>
      recordStatements(context, {
        statements: [statement('1.1.3', { figure: percent(points) })],
        lines: [''],
        actor: PLANNING_OFFICE,
        source: 'SLACK',
        year: null,
        inbox: null,
        replyTo: null,
      });
    await say('60');
    await sendSummaries(context, PLANNING_OFFICE, null);
    await say('10');
    await drain({ environment, wait });
    const [summary] = await history(running, GENERAL);
    expect(JSON.stringify(summary?.blocks)).toMatch(/1\.1\.3.*60,00/s);
  });

  test('sent once, though the worker died between sending and settling', async () => {
    const { running, context, environment, wait } = await start();
    await sendSummaries(context, PLANNING_OFFICE, null);
    const [message] = await context.store.claimOutbox({
      now: REAL_NOW,
      clockNow: '2020-06-15T08:00:00.000Z',
      limit: 1,
      claimSeconds: 60,
    });
    if (!message) throw new Error('nothing to send');
    await deliverMessage(environment, message);
    wait(61);
    await drain({ environment, wait });
    expect(await history(running, GENERAL)).toHaveLength(1);
    expect(await context.store.countOutbox()).toEqual({ pending: 0, dead: 0, doubtful: 0 });
  });

  test('the person is the one with that address, not with that name', async () => {
    const { context, environment } = await start();
    await deliverMessage(environment, claimed(toAda));
    expect(await context.store.findSlackId('PERSON', TEAM, 'ada')).toBe(ADA);
  });
});

// What Slack takes back altogether is in test/slack/platform/lost-access.test.ts.
test.each(['missing_scope', 'internal_error'])(
  '%s is not the message’s fault: it waits until that is put right',
  async (error) => {
    const { environment, faults } = await start();
    faults.before = () => ({ status: 200, body: { ok: false, error } });
    expect(await deliverMessage(environment, claimed(toGeneral))).toMatchObject({ outcome: 'RETRY' });
  },
);

test('a channel archived and made anew under its name is found again', async () => {
  const { running, context, environment } = await start();
  await context.store.linkSlack('CHANNEL', TEAM, 'generale', ARCHIVED);
  expect(await deliverMessage(environment, claimed(toGeneral))).toMatchObject({
    outcome: 'SENT',
    channel: GENERAL,
  });
  expect(await history(running, GENERAL)).toHaveLength(1);
  expect(await context.store.findSlackId('CHANNEL', TEAM, 'generale')).toBe(GENERAL);
});

describe('a reminder that waited for Slack', () => {
  const ID = '2020-2020-09-14-ada';
  const reminder: Notice = { kind: 'CHECK_IN_AGAIN', checkInId: ID, because: 'REMINDER' };
  const ADA_ACTOR = { key: 'ada', role: 'STAFF', structures: [DIREZIONE] } as const;
  type Context = Awaited<ReturnType<typeof start>>['context'];

  test.each([
    { why: 'nothing has changed', change: async () => undefined, outcome: 'SENT' },
    {
      why: 'it closed meanwhile',
      change: async (context: Context) => context.goTo('2020-09-26'),
      outcome: 'NOTHING_TO_SEND',
    },
    {
      why: 'it was skipped meanwhile',
      change: (context: Context) => skipCheckIn(context, ADA_ACTOR, ID, 'ferie', null),
      outcome: 'NOTHING_TO_SEND',
    },
    {
      why: 'it was put off meanwhile',
      change: (context: Context) => snoozeCheckIn(context, ADA_ACTOR, ID, { kind: 'HOURS', hours: 1 }, null),
      outcome: 'NOTHING_TO_SEND',
    },
    {
      why: 'all was left to a colleague meanwhile',
      change: (context: Context) =>
        context.store.replaceDirectory({
          ...directory,
          people: directory.people.map((each) => ({ ...each, structures: [] })),
        }),
      outcome: 'NOTHING_TO_SEND',
    },
  ])('$why → $outcome', async ({ change, outcome }) => {
    const { context, environment, running, logged } = await start();
    await openCheckIns(context, PLANNING_OFFICE);
    await change(context);
    const before = (await history(running, ADA_IM)).length;
    const settlement = await deliverMessage(environment, claimed(toAda, { notice: reminder }));
    expect(settlement.outcome).toBe(outcome);
    expect((await history(running, ADA_IM)).length - before).toBe(outcome === 'SENT' ? 1 : 0);
    expect(logged).toEqual([]);
  });
});

/** What each failure says of where the message is, by the moment at which it happens. */
describe('settled', () => {
  const answer = (error: string): Fault => ({ status: 200, body: { ok: false, error } });
  const many: Fault = { status: 429, headers: { 'retry-after': '7' } };

  test.each<{ why: string; method: string; fault: Fault; settled: Partial<Settlement> }>([
    {
      why: 'the connection drops while it is posted: in doubt, looked for when nothing can come late',
      method: 'chat.postMessage',
      fault: 'drop',
      settled: { outcome: 'RETRY', doubtful: true, notBefore: later(30) },
    },
    {
      why: 'what is known of no refusal is in doubt',
      method: 'chat.postMessage',
      fault: answer('some_new_trouble'),
      settled: { outcome: 'RETRY', doubtful: true, notBefore: later(30) },
    },
    {
      why: 'a page instead of an answer is in doubt',
      method: 'chat.postMessage',
      fault: { status: 200, body: '<html>' },
      settled: { outcome: 'RETRY', doubtful: true },
    },
    {
      why: 'too many posts: nothing was left',
      method: 'chat.postMessage',
      fault: many,
      settled: { outcome: 'RETRY', doubtful: false, notBefore: later(7) },
    },
    {
      why: 'a scope that is missing: nothing was left, and it waits for all alike',
      method: 'chat.postMessage',
      fault: answer('missing_scope'),
      settled: { outcome: 'RETRY', doubtful: false, notBefore: later(2) },
    },
    {
      why: 'refused for good, in Slack’s word',
      method: 'chat.postMessage',
      fault: answer('invalid_blocks'),
      settled: { outcome: 'DEAD', error: 'invalid_blocks' },
    },
    {
      why: 'before it is posted nothing is in doubt',
      method: 'conversations.open',
      fault: 'drop',
      settled: { outcome: 'RETRY', doubtful: false, notBefore: later(2) },
    },
    {
      why: 'nor when Slack asks to wait there',
      method: 'users.lookupByEmail',
      fault: many,
      settled: { outcome: 'RETRY', doubtful: false, notBefore: later(7) },
    },
  ])('$why', async ({ method, fault, settled }) => {
    const { running, environment, faults } = await start();
    faults.before = once(method, fault);
    expect(await deliverMessage(environment, claimed(toAda))).toMatchObject(settled);
    expect(await history(running, ADA_IM)).toEqual([]);
  });

  test.each<{ why: string; method: string; fault: Fault; settled: Partial<Settlement> }>([
    {
      why: 'the look may be refused for good: a person decides',
      method: 'conversations.history',
      fault: answer('missing_scope'),
      settled: { outcome: 'DOUBTFUL', error: 'missing_scope' },
    },
    {
      why: 'or for having left the channel',
      method: 'conversations.history',
      fault: answer('not_in_channel'),
      settled: { outcome: 'DOUBTFUL', error: 'not_in_channel' },
    },
    {
      why: 'the look may be asked to wait',
      method: 'conversations.history',
      fault: many,
      settled: { outcome: 'RETRY', doubtful: true, notBefore: later(7) },
    },
    {
      why: 'the look may fail for a while',
      method: 'conversations.history',
      fault: 'drop',
      settled: { outcome: 'RETRY', doubtful: true, notBefore: later(4) },
    },
    {
      why: 'or by trouble of Slack’s',
      method: 'conversations.history',
      fault: answer('internal_error'),
      settled: { outcome: 'RETRY', doubtful: true },
    },
    {
      why: 'whoever can’t be found any more may have been written to',
      method: 'conversations.open',
      fault: answer('user_disabled'),
      settled: { outcome: 'DOUBTFUL', error: 'user_disabled' },
    },
    {
      why: 'looked for in vain, then refused for too many posts: the doubt is over',
      method: 'chat.postMessage',
      fault: many,
      settled: { outcome: 'RETRY', doubtful: false },
    },
    {
      why: 'looked for in vain, then refused for good',
      method: 'chat.postMessage',
      fault: answer('invalid_blocks'),
      settled: { outcome: 'DEAD', error: 'invalid_blocks' },
    },
    {
      why: 'looked for in vain, then in doubt again',
      method: 'chat.postMessage',
      fault: 'drop',
      settled: { outcome: 'RETRY', doubtful: true, notBefore: later(30) },
    },
  ])('of one in doubt: $why', async ({ method, fault, settled }) => {
    const { running, environment, faults, calls } = await start();
    faults.before = once(method, fault);
    expect(await deliverMessage(environment, again(claimed(toAda)))).toMatchObject(settled);
    expect(await history(running, ADA_IM)).toEqual([]);
    const posts = calls.filter((each) => each === 'chat.postMessage');
    expect(posts).toHaveLength(method === 'chat.postMessage' ? 1 : 0);
  });

  test.each([
    { why: 'in time', seconds: 24, posts: 1, settled: { outcome: 'SENT' } },
    {
      why: 'too late: somebody else may soon take it',
      seconds: 24.001,
      posts: 0,
      settled: { outcome: 'RETRY', doubtful: false },
    },
  ])('$why → $posts posted', async ({ seconds, posts, settled }) => {
    const { environment, calls, wait } = await start();
    wait(seconds);
    expect(await deliverMessage(environment, claimed(toAda), { postBy: later(24) })).toMatchObject(settled);
    expect(calls.filter((each) => each === 'chat.postMessage')).toHaveLength(posts);
  });
});

describe('looked for', () => {
  /** Leaves the message in doubt, and then `count` others after it. */
  async function withLater(count: number) {
    const started = await start();
    started.faults.after = once('chat.postMessage', 'drop');
    await deliverMessage(started.environment, claimed(toGeneral));
    for (let index = 0; index < count; index++) {
      await started.running.api().chat.postMessage({ channel: GENERAL, text: String(index) });
    }
    started.calls.length = 0;
    return started;
  }

  test('behind hundreds of later messages', async () => {
    const { running, environment } = await withLater(250);
    expect(await deliverMessage(environment, again(claimed(toGeneral)))).toMatchObject({ outcome: 'SENT' });
    const page = await running
      .api()
      .conversations.history({ channel: GENERAL, limit: 999, include_all_metadata: true });
    expect(page.messages?.filter(({ metadata }) => metadata?.event_type === 'arti_outbox')).toHaveLength(1);
  });

  test('no further back than it can be', async () => {
    const { environment, calls } = await withLater(250);
    const message = {
      ...again(claimed(toGeneral, { key: 'another' })),
      firstTriedAt: '2020-06-15T12:00:00.000Z',
    };
    expect(await deliverMessage(environment, message)).toMatchObject({ outcome: 'SENT' });
    expect(calls.filter((each) => each === 'conversations.history')).toHaveLength(1);
  });

  test('to the end when the simulated day was moved back since', async () => {
    const { environment, calls } = await withLater(250);
    const message = {
      ...again(claimed(toGeneral, { key: 'another' })),
      firstTriedAt: '2020-12-01T12:00:00.000Z',
    };
    expect(await deliverMessage(environment, message)).toMatchObject({ outcome: 'SENT' });
    expect(calls.filter((each) => each === 'conversations.history')).toHaveLength(2);
  });

  test('not at all, when it only changes a message that stands there', async () => {
    const { context, environment, calls, wait, faults } = await start();
    await openCheckIns(context, PLANNING_OFFICE);
    const deliver = (message: ClaimedMessage) => deliverMessage(environment, message);
    await deliverOutbox(context, deliver);
    wait(1);
    const [asked] = context.messages();
    if (asked?.notice.kind !== 'CHECK_IN') throw new Error('nobody was asked');
    const refresh = claimed(toAda, {
      notice: { kind: 'CHECK_IN_REFRESH', checkInId: asked.notice.checkInId },
    });
    faults.after = once('chat.update', 'drop');
    expect(await deliverMessage(environment, refresh)).toMatchObject({
      outcome: 'RETRY',
      notBefore: new Date(Date.parse(later(31))).toISOString(),
    });
    calls.length = 0;
    expect(await deliverMessage(environment, again(refresh))).toMatchObject({ outcome: 'SENT' });
    expect(calls).toEqual(['chat.update']);
    faults.before = once('chat.update', { status: 200, body: { ok: false, error: 'message_not_found' } });
    expect(await deliverMessage(environment, again(refresh))).toEqual({
      outcome: 'DEAD',
      error: 'message_not_found',
    });
  });
});
