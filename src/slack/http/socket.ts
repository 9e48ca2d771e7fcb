/**
 * Socket Mode's connection, kept up by us. Slack's client would reconnect by itself, but a reconnection that fails
 * there is a rejection that nobody hears of: it ends the process, or leaves it without a connection for good.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Logger as BoltLogger, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from '../environment.ts';
import { NotRecorded } from '../events/not-recorded.ts';
import { createEnvelopeMemory, isWellFormed } from './envelope.ts';

/** How long Slack may take from the request for an address to its hello. */
const CONNECT_MS = 10_000;
/**
 * Before each try after one that failed. A connection that Slack ends, as it does every few hours, is taken up at
 * once; one that hardly lived counts as a try that failed.
 */
const PAUSES_MS: readonly number[] = [1000, 2000, 5000, 10_000];
const LONGEST_PAUSE_MS = 30_000;
const HARDLY_LIVED_MS = 5000;
/** A gap as short as this is how Slack renews connections. */
const GAP_MS = 5000;

export type Socket = {
  readonly receiver: SocketModeReceiver;
  /** Connects, and stays connected until stopped. @throws what Slack's client throws at the first try */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** False once the connection has been gone for some seconds. */
  isConnected(): boolean;
};

export type SocketOptions = {
  readonly appToken: string;
  readonly clientOptions: WebClientOptions;
  readonly logger: Logger;
  readonly boltLogger: BoltLogger;
  /** Milliseconds of the real clock. */
  readonly now: () => number;
};

/** What Slack's client tells of an envelope. */
type Delivery = {
  readonly type: string;
  readonly envelope_id: string;
  readonly body: object;
  readonly ack: (response?: object) => Promise<void>;
};

export function createSocket(options: SocketOptions): Socket {
  const { logger, now } = options;
  /** Bodies of events that Slack shall send again. */
  const notRecorded = new WeakSet<object>();
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    processEventErrorHandler: async ({ error, event }) => {
      if (error instanceof NotRecorded) notRecorded.add(event.body);
      return false;
    },
    autoReconnectEnabled: false,
    logger: options.boltLogger,
    installerOptions: { clientOptions: options.clientOptions },
  });
  const { client } = receiver;
  const stopping = new AbortController();
  let connected = false;
  let connectedAt = 0;
  let goneSince: number | null = null;

  // The client's own reader, behind the check of what it would stumble over.
  standBefore<string>('ws_message', async (data, read) => {
    if (typeof data === 'string' && isWellFormed(data)) return read(data);
    logger.warn({}, 'a message of Socket Mode’s that nobody could read was left alone');
  });
  const isNew = createEnvelopeMemory();
  standBefore<Delivery>('slack_event', async (delivery, handle) => {
    if (delivery.type !== 'events_api')
      return isNew(delivery.envelope_id) ? handle(delivery) : delivery.ack();
    // Bolt acknowledges an event before it is heard; Slack shall hear of it only once it was recorded. One that comes
    // again may not have been: it is heard again, and has one effect by what it is about.
    let acknowledged = false;
    const ack = async () => {
      acknowledged = true;
    };
    await handle({ ...delivery, ack });
    if (acknowledged && !notRecorded.has(delivery.body)) await delivery.ack();
  });

  /** Puts `listener` in the place of the client's own listeners to `event`, to call them if it will. */
  function standBefore<T>(
    event: 'ws_message' | 'slack_event',
    listener: (given: T, next: (given: T) => Promise<void>) => Promise<void>,
  ): void {
    const own = client.listeners(event);
    client.removeAllListeners(event);
    const next = async (given: T) => {
      await Promise.all(own.map((each) => each(given)));
    };
    client.on(event, (given: T) => {
      listener(given, next).catch((err: unknown) => logger.error({ err, event }, 'Socket Mode failed'));
    });
  }

  client.on('connected', () => {
    connected = true;
    connectedAt = now();
    goneSince = null;
  });
  client.on('disconnected', () => {
    if (!connected) return;
    connected = false;
    goneSince = now();
    void keepConnecting(goneSince - connectedAt < HARDLY_LIVED_MS);
  });

  async function connect(): Promise<void> {
    const started = client.start();
    // Whoever stops waiting for it does not want to hear of it later.
    started.catch(() => undefined);
    const late = new AbortController();
    const patience = pause(CONNECT_MS, 'late' as const, { signal: late.signal, ref: false }).catch(
      () => null,
    );
    const first = await Promise.race([started, patience]).finally(() => late.abort());
    if (first !== 'late') return;
    void client.disconnect();
    throw new Error('Slack did not say hello');
  }

  async function keepConnecting(pauseFirst: boolean): Promise<void> {
    for (let attempt = pauseFirst ? 1 : 0; !stopping.signal.aborted; attempt += 1) {
      if (attempt > 0) {
        const pauseMs = PAUSES_MS[attempt - 1] ?? LONGEST_PAUSE_MS;
        await pause(pauseMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
        if (stopping.signal.aborted) return;
      }
      try {
        await connect();
        logger.info({ attempt }, 'Socket Mode is connected again');
        return;
      } catch (err) {
        logger.warn({ err, attempt }, 'Socket Mode could not be connected again');
      }
    }
  }

  return {
    receiver,
    start: connect,
    async stop() {
      stopping.abort();
      void client.disconnect();
    },
    isConnected: () => connected || (goneSince !== null && now() - goneSince <= GAP_MS),
  };
}
