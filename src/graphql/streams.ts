/**
 * The streams that stand open, by whom: how many there may be, and when they end before whoever reads them is done.
 * A stream keeps no events: its source is asked for the next one when the last was taken (see `followSaid`), so what
 * a slow reader costs is one event and the buffers of its connection.
 */
import { GraphQLError } from 'graphql';
import type { Authenticate, Caller } from '../domain/caller.ts';
import type { Language } from '../messages/language.ts';
import { REQUEST_TEXTS } from '../messages/request-texts.ts';
import { STREAM_TEXTS, type StreamTexts } from '../messages/stream-texts.ts';
import { type Peer, readSilentPeers } from './silent-peers.ts';

export const STREAM_LIMITS = {
  ofCaller: 5,
  inAll: 100,
  /** After which another stream may be tried. */
  retryAfterSeconds: 10,
  /** Within which the end of a key is noticed, twice over, and that a reader has vanished. */
  lookAgainSeconds: 20,
  /** Without taking an event that is there. */
  readWithinSeconds: 60,
} as const;

/** A request that wants to stay. */
export type Visitor = {
  readonly caller: Caller;
  /** Its signal is aborted once the connection is gone. */
  readonly request: Request;
  /** Ends the connection without a word. */
  readonly cut: () => void;
  /** Its connection; null where there is none to look at. */
  readonly peer: Peer | null;
};

export type Stream = {
  /** Of the last event that a client received which comes back after a cut; null where it says none. */
  readonly lastEventId: string | null;
  /**
   * @param source given a signal that is aborted when it must end
   * @param idOf what a client names to go on after the event
   * @throws GraphQLError with the code NOT_ACCEPTABLE, TOO_MANY_STREAMS or STOPPING
   */
  readonly start: <T>(
    source: (signal: AbortSignal) => AsyncGenerator<T, void>,
    idOf: (event: T) => string,
  ) => AsyncIterableIterator<T>;
};

export type Streams = {
  readonly openFor: (visitor: Visitor) => Stream;
  /** Of the event that was taken last from the stream of `request`. */
  readonly eventIdOf: (request: Request) => string | undefined;
  readonly count: () => number;
  /** Ends all of them, and lets none begin any more. */
  readonly close: () => void;
};

export type StreamsOptions = {
  readonly authenticate: Authenticate;
  readonly language: Language;
  readonly limits?: { readonly [Limit in keyof typeof STREAM_LIMITS]: number };
  /** Connections of which nothing has been heard for long; what the system tells unless told. */
  readonly silentPeers?: () => Promise<ReadonlySet<Peer>>;
};

type Standing = {
  readonly visitor: Visitor;
  /** Looks in turn at which an event has lain there untaken; null while the reader waits for one. */
  untaken: number | null;
  readonly end: (because: GraphQLError | null) => void;
};

export function createStreams({
  authenticate,
  language,
  limits = STREAM_LIMITS,
  silentPeers = readSilentPeers,
}: StreamsOptions): Streams {
  const standing = new Set<Standing>();
  /** Ended for not reading: their connections are cut at the next look. */
  const unread = new Set<Visitor>();
  const eventIds = new WeakMap<Request, string>();
  let closed = false;
  let timer: NodeJS.Timeout | null = null;

  const refuse = (code: string, say: (texts: StreamTexts) => string, status: number | null): GraphQLError =>
    streamError(
      language,
      code,
      say,
      status === null ? {} : { http: httpOf(status, limits.retryAfterSeconds) },
    );

  function check({ caller, request }: Visitor): void {
    if (!takesEvents(request.headers.get('accept')))
      throw refuse('NOT_ACCEPTABLE', (texts) => texts.notAsEvents, 406);
    if (closed || request.signal.aborted) throw refuse('STOPPING', (texts) => texts.stopping, 503);
    const own = [...standing].filter(({ visitor }) => visitor.caller.counted === caller.counted).length;
    if (own >= limits.ofCaller) {
      throw refuse('TOO_MANY_STREAMS', (texts) => texts.tooManyOfKey(limits.ofCaller), 429);
    }
    if (standing.size >= limits.inAll) {
      throw refuse('TOO_MANY_STREAMS', (texts) => texts.tooManyInAll(limits.inAll), 429);
    }
  }

  async function lookAt(stream: Standing): Promise<void> {
    if (stream.untaken !== null && stream.untaken * limits.lookAgainSeconds >= limits.readWithinSeconds) {
      unread.add(stream.visitor);
      stream.end(refuse('READ_TOO_SLOWLY', (texts) => texts.readTooSlowly(limits.readWithinSeconds), null));
      return;
    }
    if (stream.untaken !== null) stream.untaken += 1;
    const { caller, request } = stream.visitor;
    const admission = await authenticate(caller.lookedAtBy ?? request.headers.get('authorization'));
    // Nobody can tell now whether it still holds: the next look will.
    if (admission.ok || admission.because === 'UNAVAILABLE') return;
    const say = (of: Language) => REQUEST_TEXTS[of].notAdmitted[admission.because];
    const extensions = { code: 'UNAUTHENTICATED', messageIt: say('it'), messageEn: say('en') };
    stream.end(new GraphQLError(say(language), { extensions }));
  }

  /** A reader whose machine is gone says nothing; its place is needed by whoever comes in its stead. */
  async function leaveSilent(): Promise<void> {
    const silent = await silentPeers();
    for (const { visitor, end } of [...standing]) {
      if (visitor.peer === null || !silent.has(visitor.peer)) continue;
      end(null);
      visitor.cut();
    }
  }

  function look(): void {
    for (const visitor of unread) visitor.cut();
    unread.clear();
    // A database that does not answer now does so at the next look.
    void Promise.allSettled([leaveSilent(), ...[...standing].map(lookAt)]);
    rest();
  }

  function rest(): void {
    if (standing.size > 0 || unread.size > 0) {
      timer ??= setInterval(look, limits.lookAgainSeconds * 1000).unref();
    } else if (timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  }

  function stand<T>(
    visitor: Visitor,
    source: (signal: AbortSignal) => AsyncGenerator<T, void>,
    idOf: (event: T) => string,
  ): AsyncIterableIterator<T> {
    const { request } = visitor;
    const ending = new AbortController();
    let error: GraphQLError | null = null;
    const stream: Standing = {
      visitor,
      untaken: 0,
      end(because) {
        if (!standing.delete(stream)) return;
        error = because;
        request.signal.removeEventListener('abort', leave);
        ending.abort();
        // One that waits for its reader would never look at the signal.
        void events.return();
        rest();
      },
    };
    const leave = () => stream.end(null);
    const events = source(ending.signal);
    standing.add(stream);
    request.signal.addEventListener('abort', leave);
    rest();
    const done = (): IteratorResult<T, undefined> => {
      unread.delete(visitor);
      const because = error;
      error = null;
      stream.end(null);
      if (because !== null) throw because;
      return { done: true, value: undefined };
    };
    const iterator: AsyncIterableIterator<T> = {
      async next() {
        stream.untaken = null;
        const result = await events.next().catch((thrown: unknown) => {
          stream.end(null);
          throw thrown;
        });
        stream.untaken = 0;
        if (result.done) return done();
        eventIds.set(request, idOf(result.value));
        return result;
      },
      async return() {
        stream.end(null);
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  return {
    openFor: (visitor) => ({
      lastEventId: visitor.request.headers.get('last-event-id'),
      start(source, idOf) {
        check(visitor);
        return stand(visitor, source, idOf);
      },
    }),
    eventIdOf: (request) => eventIds.get(request),
    count: () => standing.size,
    close() {
      closed = true;
      for (const stream of [...standing]) stream.end(null);
    },
  };
}

/** Whether whoever asks takes the only form in which a stream can be answered. */
const takesEvents = (accept: string | null): boolean =>
  (accept ?? '*/*')
    .split(',')
    .some((type) => /^\s*(?:text\/event-stream|text\/\*|\*\/\*)\s*(?:;|$)/i.test(type));

const httpOf = (status: number, retryAfterSeconds: number) => ({
  status,
  headers: status === 406 ? {} : { 'retry-after': String(retryAfterSeconds) },
});

/** In the language of the API; both are there for programs that show one of them. */
export function streamError(
  language: Language,
  code: string,
  say: (texts: StreamTexts) => string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(say(STREAM_TEXTS[language]), {
    extensions: { code, messageIt: say(STREAM_TEXTS.it), messageEn: say(STREAM_TEXTS.en), ...extensions },
  });
}
