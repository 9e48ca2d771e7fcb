import { randomBytes } from 'node:crypto';
import type { AppEventName, LocalApp, Log } from '../options.ts';
import type { Json } from '../state/model.ts';
import type { AppRequests } from './app-requests.ts';

/** Slack sends an event again almost at once, after one minute and after five. */
export const DEFAULT_RETRY_DELAYS_MS: readonly number[] = [0, 60_000, 300_000];

/** What an app must hold to hear of an event. */
const SCOPE_OF: Record<AppEventName, string | undefined> = {
  'message.channels': 'channels:history',
  'message.im': 'im:history',
  app_mention: 'app_mentions:read',
  app_home_opened: undefined,
  app_uninstalled: undefined,
  channel_left: 'channels:read',
  link_shared: 'links:read',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  tokens_revoked: undefined,
};

/** What an app hears last of all: they come when its token no longer works. */
const FAREWELLS: ReadonlySet<AppEventName> = new Set(['app_uninstalled', 'tokens_revoked']);

export type EventSender = {
  /** Sends in the background, with retries; does nothing if the app is not subscribed or lacks the scope. */
  send(name: AppEventName, event: Json & { type: string }): void;
  /** Resolves when no delivery is under way; a retry that is waiting counts. */
  idle(): Promise<void>;
  close(): void;
};

export type EventSenderOptions = {
  readonly app: LocalApp;
  readonly teamId: string;
  readonly requests: AppRequests;
  readonly clock: { now(): Date };
  /** False once the app was removed or its token revoked. */
  readonly installed: () => boolean;
  readonly retryDelaysMs: readonly number[];
  readonly log: Log;
};

export function createEventSender(options: EventSenderOptions): EventSender {
  const { app, requests } = options;
  const underWay = new Set<Promise<void>>();
  const waits = new Map<NodeJS.Timeout, () => void>();
  let closed = false;

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waits.delete(timer);
        resolve();
      }, ms);
      timer.unref();
      waits.set(timer, resolve);
    });
  }

  async function deliver(envelope: Json): Promise<void> {
    let delivery = await requests.postJson(envelope);
    for (const [index, delay] of options.retryDelaysMs.entries()) {
      if (delivery.ok || delivery.noRetry) return;
      await wait(delay);
      if (closed) return;
      delivery = await requests.postJson(envelope, {
        'x-slack-retry-num': String(index + 1),
        'x-slack-retry-reason': delivery.reason,
      });
    }
    if (!delivery.ok && !closed) {
      options.log('warn', 'the app did not accept an event', {
        event: envelope.event_id,
        reason: delivery.reason,
        status: delivery.status,
      });
    }
  }

  function hears(name: AppEventName): boolean {
    if (!options.installed() && !FAREWELLS.has(name)) return false;
    const scope = SCOPE_OF[name];
    return (app.events?.includes(name) ?? true) && (scope === undefined || app.scopes.includes(scope));
  }

  return {
    send(name, event) {
      if (closed || !hears(name)) return;
      const authorization = {
        enterprise_id: null,
        team_id: options.teamId,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      };
      const delivery = deliver({
        token: requests.verificationToken,
        team_id: options.teamId,
        api_app_id: app.id,
        event,
        type: 'event_callback',
        event_id: `Ev${randomBytes(6).toString('hex').toUpperCase()}`,
        event_time: Math.floor(options.clock.now().getTime() / 1000),
        authorizations: [authorization],
        is_ext_shared_channel: false,
        event_context: `4-${randomBytes(12).toString('base64url')}`,
      });
      underWay.add(delivery);
      void delivery.finally(() => underWay.delete(delivery));
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close() {
      closed = true;
      for (const [timer, resolve] of waits) {
        clearTimeout(timer);
        resolve();
      }
      waits.clear();
    },
  };
}

/** Slack's handshake when a request URL is set: the app must answer with the challenge it was sent. */
export async function verifyRequestUrl(requests: AppRequests): Promise<boolean> {
  const challenge = randomBytes(24).toString('base64url');
  const delivery = await requests.postJson({
    token: requests.verificationToken,
    challenge,
    type: 'url_verification',
  });
  return delivery.ok && delivery.body.includes(challenge);
}
