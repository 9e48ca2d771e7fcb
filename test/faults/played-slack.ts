/** Slack's side of what comes in: signed requests of every kind, each about something of its own. */
import { createHmac } from 'node:crypto';
import { slackIt } from '../../src/messages/slack-it.ts';
import { SNOOZE_ACTION } from '../../src/slack/blocks/check-in-controls.ts';
import { BLOCKED_VIEW, REASON_FIELD } from '../../src/slack/blocks/check-in-modals.ts';
import type { FakeWorkspaces } from '../slack/platform/fake-workspaces.ts';
import { SECRET } from './product-process.ts';

export const KINDS = ['message', 'command', 'press', 'form', 'reading'] as const;
export type Kind = (typeof KINDS)[number];

/** Who reports, and whose check-in is put off: what is reported would answer the check-in that is put off. */
const REPORTER = { user: 'U0DIREZIONE', key: 'referente.direzione' } as const;
const SNOOZER = { user: 'U0LAVORO', key: 'referente.lavoro' } as const;
const checkInOf = (key: string) => `2020-2020-09-14-${key}`;

export function addPeople(slack: FakeWorkspaces): void {
  const emails = Object.fromEntries(
    [REPORTER, SNOOZER].map(({ user, key }) => [user, `${key}@arti.example`]),
  );
  slack.addTeam('T1', { emails });
}

/** Found again in what was recorded. */
export const tokenOf = (id: number): string => `busta-${String(id).padStart(6, '0')}`;

type Body = { readonly type: string; readonly text: string; readonly isEvent: boolean };

/** @param identity what makes it the same one when it comes again; each envelope has its own */
export function bodyOf(kind: Kind, id: number, identity: string, responseUrl: string): Body {
  const form = (fields: Readonly<Record<string, string>>): Body => ({
    type: 'application/x-www-form-urlencoded',
    text: new URLSearchParams(fields).toString(),
    isEvent: false,
  });
  const interaction = (who: { readonly user: string }, payload: object): Body =>
    form({ payload: JSON.stringify({ team: { id: 'T1' }, user: { id: who.user }, ...payload }) });
  const command = (text: string): Body =>
    form({
      command: '/arti',
      text,
      user_id: REPORTER.user,
      team_id: 'T1',
      channel_id: `D${REPORTER.user}`,
      trigger_id: `trigger-${identity}`,
      response_url: responseUrl,
    });
  switch (kind) {
    case 'message': {
      const event = {
        type: 'message',
        channel_type: 'im',
        channel: `D${REPORTER.user}`,
        ts: `1600070600.${identity.padStart(6, '0')}`,
        user: REPORTER.user,
        text: `1.1.1 ${(id % 99) + 1}% ${tokenOf(id)}`,
      };
      const body = { type: 'event_callback', team_id: 'T1', event_id: `Ev${identity}`, event };
      return { type: 'application/json', text: JSON.stringify(body), isEvent: true };
    }
    case 'command':
      return command(`update 1.1.2 ${(id % 99) + 1}% ${tokenOf(id)}`);
    case 'reading':
      return command('status 1.4');
    case 'press':
      return interaction(SNOOZER, {
        type: 'block_actions',
        channel: { id: `D${SNOOZER.user}` },
        trigger_id: `trigger-${identity}`,
        actions: [
          {
            type: 'overflow',
            action_id: SNOOZE_ACTION,
            block_id: 'snooze',
            action_ts: `1600070500.${identity}`,
            selected_option: { value: `HOUR/${checkInOf(SNOOZER.key)}` },
          },
        ],
      });
    case 'form':
      return interaction(REPORTER, {
        type: 'view_submission',
        view: {
          id: `V${identity}`,
          hash: '1',
          type: 'modal',
          callback_id: BLOCKED_VIEW,
          private_metadata: JSON.stringify({ checkInId: checkInOf(REPORTER.key), item: '1.1.3' }),
          state: { values: { [REASON_FIELD]: { [REASON_FIELD]: { value: tokenOf(id) } } } },
        },
      });
  }
}

export type Delivered = {
  /** Null when nobody answered. */
  readonly status: number | null;
  readonly text: string;
  readonly ms: number;
  /** Slack, or the person, takes it for done: it is not sent again. */
  readonly acknowledged: boolean;
};

/** What was said not to be recorded is said again. */
const NOT_RECORDED: readonly string[] = [slackIt.busy, slackIt.notStored];
/** Slack's patience. */
const PATIENCE_MS = 3000;

const signed = new Set<string>();

/** Of the seconds before now one in which the same body was not signed before: the very same request is refused. */
function sign(text: string): { readonly timestamp: string; readonly signature: string } {
  for (let seconds = Math.floor(Date.now() / 1000); ; seconds -= 1) {
    const timestamp = String(seconds);
    const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${text}`).digest('hex');
    if (signed.has(signature)) continue;
    signed.add(signature);
    return { timestamp, signature };
  }
}

/** @param number of this delivery of the same envelope, from 0: each is signed anew, and an event's carries it */
export async function deliver(address: string, body: Body, number: number): Promise<Delivered> {
  const { timestamp, signature } = sign(body.text);
  const retry = body.isEvent && number > 0 ? { 'x-slack-retry-num': String(((number - 1) % 3) + 1) } : {};
  const from = performance.now();
  try {
    const response = await fetch(`${address}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': body.type,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
        ...retry,
      },
      body: body.text,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    const ms = performance.now() - from;
    const refused = NOT_RECORDED.some((each) => text.includes(each));
    return { status: response.status, text, ms, acknowledged: response.status === 200 && !refused };
  } catch {
    return { status: null, text: '', ms: performance.now() - from, acknowledged: false };
  }
}

/** Of `values`, in whole milliseconds. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
