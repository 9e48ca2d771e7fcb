/** The bot and a workspace that is as strict as Slack, on free ports: people answer check-ins over the wire. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, vi } from 'vitest';
import { type CheckIn, checkInKey } from '../../../src/domain/check-in.ts';
import type { ItemCode } from '../../../src/domain/codes.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Statement } from '../../../src/domain/statement.ts';
import type { Language } from '../../../src/messages/language.ts';
import { slackMessages } from '../../../src/messages/slack.ts';
import { deliverOutbox } from '../../../src/services/outbox.ts';
import { recordStatements } from '../../../src/services/record-statements.ts';
import { createSlackApp, SLACK_PATH } from '../../../src/slack/app.ts';
import type { PageMessage, PageView } from '../../../src/slack-local/page-api.ts';
import { ARTI_DIRECTORY, openTestContext, PLANNING_OFFICE } from '../../helpers/context.ts';
import { textOf } from '../../helpers/workspace-client.ts';
import { SCOPES, SECRET, SEED, startWorkspace, TOKEN } from '../../slack-local/workspace-fixture.ts';

export const DIREZIONE = 'referente.direzione';
export const OSRU = 'referente.osru';
/** The day on which every check-in here is asked, and the last on which it takes answers. */
export const ASKED = isoDate('2020-09-14');
export const CLOSES = isoDate('2020-09-18');

/** Slack's id of a person of the directory. */
export const slackIdOf = (person: string): string => `U${person.replaceAll(/\W/g, '').toUpperCase()}`;

type Options = { readonly plan?: Plan; readonly language?: Language };

export type Answering = Awaited<ReturnType<typeof startAnswering>>;

export async function startAnswering({ plan, language = 'it' }: Options = {}) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}${SLACK_PATH}`;
  const users = ARTI_DIRECTORY.people.map(({ key, name, title, email }) => ({
    id: slackIdOf(key),
    name,
    title,
    email,
  }));
  const running = await startWorkspace({
    language,
    ackTimeoutMs: 3_000,
    seed: { ...SEED, users, channels: [] },
    app: { requestUrl, scopes: [...SCOPES, 'files:read'] },
  });
  const context = await openTestContext({ ...(plan ? { plan } : {}), today: ASKED });
  const logged: { readonly level: string; readonly fields: object; readonly message: string }[] = [];
  const log = (level: string) => (fields: object, message: string) => logged.push({ level, fields, message });
  const slackApp = createSlackApp({
    renderChart: async () => Buffer.from('PNG'),
    context,
    language,
    botToken: TOKEN,
    signingSecret: SECRET,
    appToken: null,
    apiUrl: `${running.baseUrl}/workspace/api/`,
    logger: { info: log('info'), warn: log('warn'), error: log('error') },
  });
  await slackApp.start();
  server.on('request', (request, response) => void slackApp.handle(request, response));

  async function deliver(): Promise<void> {
    while ((await deliverOutbox(context, slackApp.deliver)) > 0);
  }

  /** A check-in of `items`, sent and shown to `person`. */
  async function ask(person: string, items: readonly string[]): Promise<CheckIn> {
    const year = (await context.store.listYears())[0] ?? 2020;
    const stored = await context.store.findPlan(year);
    const checkIn: CheckIn = {
      id: `${year}-${ASKED}-${person}`,
      person,
      openedOn: ASKED,
      closesOn: CLOSES,
      closedOn: null,
      openedAtSequence: stored?.lastSequence ?? 0,
      items: items as readonly ItemCode[],
      owed: null,
      remindedAt: null,
      skipped: null,
    };
    const { outcome } = await context.store.commit({
      planId: context.planId,
      revision: null,
      lastSequence: null,
      recordedAt: context.clock.now().toISOString(),
      inbox: null,
      openedCheckIns: [checkIn],
      outbox: () => [
        {
          key: checkInKey(checkIn.id),
          destination: { kind: 'PERSON', person },
          notice: { kind: 'CHECK_IN', checkInId: checkIn.id },
        },
      ],
    });
    expect(outcome).toBe('COMMITTED');
    await deliver();
    return checkIn;
  }

  /** What somebody said by other means. */
  async function say(...statements: readonly Statement[]): Promise<void> {
    const outcome = await recordStatements(context, {
      statements,
      lines: statements.map(({ item }) => item),
      actor: PLANNING_OFFICE,
      source: 'GRAPHQL',
      year: null,
      inbox: null,
      replyTo: null,
    });
    expect(outcome).toMatchObject({ ok: true });
  }

  let requests = 0;
  /** Sends what Slack would, once more or at a time of its own; signed anew each time, as Slack does it. */
  async function interact(payload: object): Promise<{ status: number; text: string }> {
    const whole = { team: { id: SEED.team.id }, token: '', ...payload };
    const body = new URLSearchParams({ payload: JSON.stringify(whole) }).toString();
    requests += 1;
    const timestamp = String(Math.floor(Date.now() / 1000) + requests);
    const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    const response = await fetch(requestUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
      body,
    });
    return { status: response.status, text: await response.text() };
  }

  return {
    running,
    context,
    slackApp,
    t: slackMessages(language),
    deliver,
    ask,
    say,
    interact,
    as: (person: string) => running.as(slackIdOf(person)),
    errors: () => logged.filter(({ level }) => level === 'error'),
    /** What was said of phases, newest first. */
    reports: async () =>
      (await context.store.listReports(context.planId, { phase: null, before: null, limit: 100 })).rows,
    measurements: async () =>
      (await context.store.listMeasurements(context.planId, { goal: null, before: null, limit: 100 })).rows,
    /** Waits until `count` reports are there: a press is acknowledged before it is acted upon. */
    async recorded(count: number) {
      const list = async () =>
        (await context.store.listReports(context.planId, { phase: null, before: null, limit: 100 })).rows;
      await vi.waitFor(async () => expect(await list()).toHaveLength(count), { timeout: 5_000 });
      return list();
    },
    async close() {
      await running.close();
      server.closeAllConnections();
      server.close();
      await context.store.close();
    },
  };
}

/** The controls of a message or view, by `action_id`. */
export function controlsOf({ blocks }: PageMessage | PageView): readonly Control[] {
  return ((blocks ?? []) as unknown as readonly Record<string, unknown>[]).flatMap((block) =>
    [block.accessory, block.element, ...(Array.isArray(block.elements) ? block.elements : [])]
      .filter((element): element is Element => typeof element?.action_id === 'string')
      .map((element) => ({ ...element, blockId: String(block.block_id) })),
  );
}

type Element = Readonly<Record<string, unknown>> & { readonly type: string; readonly action_id: string };
export type Control = Element & { readonly blockId: string };

/** Chooses the control of one line. */
export const ofLine =
  (actionId: string, item: string) => (element: { readonly action_id: string; readonly value?: unknown }) =>
    element.action_id === actionId && String(element.value).includes(`"${item}"`);

/** The line of `item` in a message, as people read it. */
export const lineIn = (message: PageMessage | PageView, item: string): string | undefined =>
  textOf(message)
    .split(/\n(?=\*)/)
    .find((text) => text.startsWith(`*${item}*`));
