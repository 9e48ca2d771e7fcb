import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import type { Admission } from '../../src/domain/caller.ts';
import type { StructureCode } from '../../src/domain/codes.ts';
import type { GraphqlHandlerOptions } from '../../src/graphql/create-graphql-handler.ts';
import { documentId } from '../../src/graphql/documents/trusted-documents.ts';
import { printStreamCursor } from '../../src/graphql/types/subscriptions/stream-cursor.ts';
import { openTestContext, PLANNING_OFFICE, type TestContext } from '../helpers/context.ts';
import { decimal, goalCode } from '../helpers/sample-plan.ts';
import { openTestStore, phase } from '../store/support.ts';
import { type ServedApi, type StreamEvent, serve, subscribe } from './event-stream.ts';
import { operation } from './support.ts';

const OSRU = 'OSRU' as StructureCode;

const RECORDED = `subscription($goal: String, $structure: String, $after: String) {
  reportRecorded(goal: $goal, structure: $structure, after: $after) {
    cursor
    fact { __typename ... on RecordedFact { sequence } ... on StatusReport { phaseCode percent } ... on Measurement { goalCode numerator } }
    goal { code progress { percent } }
    phase { code }
  }
}`;

const PROGRESS = `subscription($goal: String, $structure: String, $after: String) {
  progressChanged(goal: $goal, structure: $structure, after: $after) {
    cursor plan { asOf progress { percent } } goal { code progress { percent } } structure { code }
  }
}`;

const admit = (actor: Actor, counted = actor.key): Admission => ({
  ok: true,
  caller: { actor, counted, introspects: true },
});

async function serveOver(
  context: TestContext,
  authenticate: (authorization: string | null) => Promise<Admission> = async () => admit(PLANNING_OFFICE),
  options: Pick<GraphqlHandlerOptions, 'silentPeers'> = {},
): Promise<ServedApi> {
  const logger = { error: (details: object, message: string) => console.error(message, details) };
  return serve({ context, authenticate, language: 'it', playground: null, logger, ...options });
}

/** Recorded past the services, as any process does it. */
async function report(
  { store, clock, planId }: Pick<TestContext, 'store' | 'clock' | 'planId'>,
  code: string,
  percent: number,
): Promise<void> {
  const said = {
    reportedOn: clock.today(),
    actor: 'test',
    source: 'SLACK',
    note: null,
    evidence: null,
  } as const;
  const isPhase = code.split('.').length === 3;
  const result = await store.commit({
    planId,
    revision: null,
    lastSequence: null,
    recordedAt: clock.now().toISOString(),
    inbox: null,
    ...(isPhase
      ? {
          reports: [
            {
              ...said,
              phase: phase(code),
              percentBps: percent * 100,
              units: null,
              completes: percent === 100,
              blockedBecause: null,
            },
          ],
        }
      : {
          measurements: [
            {
              ...said,
              goal: goalCode(code),
              numerator: decimal(String(percent)),
              denominator: decimal('100'),
              value: null,
            },
          ],
        }),
  });
  expect(result.outcome).toBe('COMMITTED');
}

/** What was recorded, in short. */
const told = (event: StreamEvent | undefined): string | null => {
  const recorded = event?.data?.data?.reportRecorded;
  if (!recorded) return null;
  const { fact } = recorded;
  return fact.__typename === 'StatusReport'
    ? `${fact.phaseCode} ${fact.percent}`
    : `${fact.goalCode} ${fact.numerator}/100`;
};

const cursorOf = (event: StreamEvent | undefined): string =>
  event?.data.data.reportRecorded?.cursor ?? event?.data.data.progressChanged.cursor;

const codesOf = (event: StreamEvent | undefined): readonly string[] =>
  (event?.data?.errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);

describe('reportRecorded', () => {
  test.each(['POST', 'GET'] as const)('tells of what is recorded, in order, by %s', async (by) => {
    const context = await openTestContext();
    const { url } = await serveOver(context);
    const stream = await subscribe(url, { query: RECORDED, by });
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    await report(context, '1.1.1', 30);
    await report(context, '3.1', 50);
    await report(context, '1.1.1', 40);
    const first = await stream.next();
    expect(first).toMatchObject({
      event: 'next',
      data: {
        data: {
          reportRecorded: {
            fact: { __typename: 'StatusReport', phaseCode: '1.1.1', percent: 30, sequence: 1 },
            goal: { code: '1.1', progress: { percent: expect.any(Number) } },
            phase: { code: '1.1.1' },
          },
        },
      },
    });
    expect([told(await stream.next()), told(await stream.next())]).toEqual(['3.1 50/100', '1.1.1 40']);
  });

  test('tells of what another process records', async () => {
    const context = await openTestContext();
    const { url } = await serveOver(context);
    const stream = await subscribe(url, { query: RECORDED });
    await report({ ...context, store: await openTestStore(context.file) }, '1.1.1', 30);
    expect(told(await stream.next())).toBe('1.1.1 30');
  });

  test('goes on after a cut with nothing missed and nothing twice, whatever is recorded meanwhile', async () => {
    const context = await openTestContext();
    const { url } = await serveOver(context);
    const all: string[] = [];
    let percent = 0;
    const recordSome = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        percent += 1;
        await report(context, percent % 5 === 0 ? '3.1' : '1.1.1', percent % 100);
      }
    };
    const { data } = await (
      await fetch(`${url}?query={recordedCursor}`, {
        headers: { accept: 'application/json', authorization: 'Bearer prova' },
      })
    ).json();
    let after: string = data.recordedCursor;
    // More than two pages of the past, and a present that does not wait.
    await recordSome(250);
    for (const taken of [1, 120, 7, 60]) {
      const stream = await subscribe(url, { query: RECORDED, variables: { after } });
      const recording = recordSome(20);
      for (let n = 0; n < taken; n += 1) {
        const event = await stream.next();
        all.push(told(event) ?? 'nothing');
        after = cursorOf(event);
      }
      stream.cut();
      await recording;
    }
    const expected = Array.from({ length: all.length }, (_, index) => {
      const nth = index + 1;
      return nth % 5 === 0 ? `3.1 ${nth % 100}/100` : `1.1.1 ${nth % 100}`;
    });
    expect(all).toEqual(expected);
  });

  test('gives each event its cursor as its id, after which a client that comes back by itself goes on', async () => {
    const context = await openTestContext();
    const { url } = await serveOver(context);
    const query = 'subscription { reportRecorded { fact { __typename } } }';
    const first = await subscribe(url, { query, by: 'GET' });
    await report(context, '1.1.1', 10);
    const id = (await first.next())?.id ?? '';
    expect(id).toBe(printStreamCursor('recorded', { year: 2020, place: '1' }));
    first.cut();
    await report(context, '3.1', 20);
    const again = await subscribe(url, { query, by: 'GET', headers: { 'last-event-id': id } });
    const next = await again.next();
    expect(next?.data.data.reportRecorded.fact.__typename).toBe('Measurement');
    expect(next?.id).toBe(printStreamCursor('recorded', { year: 2020, place: '2' }));
  });

  test.each([
    { why: 'of a goal', variables: { goal: '1.4' }, tells: ['1.4.1 10'] },
    { why: 'of a structure by its name', variables: { structure: 'osru' }, tells: ['1.1.1 20', '1.1.1 40'] },
    { why: 'of both', variables: { goal: '1.1', structure: 'OSRU' }, tells: ['1.1.1 20', '1.1.1 40'] },
  ])('tells only $why', async ({ variables, tells }) => {
    const context = await openTestContext();
    const { url } = await serveOver(context);
    const stream = await subscribe(url, { query: RECORDED, variables });
    await report(context, '1.4.1', 10);
    await report(context, '1.1.1', 20);
    await report(context, '3.1', 30);
    await report(context, '1.1.1', 40);
    for (const each of tells) expect(told(await stream.next())).toBe(each);
  });

  test('shows a key of one structure no row of another', async () => {
    const context = await openTestContext();
    const osru: Actor = { key: 'key:osru', role: 'READER', structures: [OSRU], rowsOf: [OSRU] };
    const { url } = await serveOver(context, async () => admit(osru));
    const stream = await subscribe(url, { query: RECORDED });
    await report(context, '3.1', 30);
    await report(context, '1.1.1', 40);
    expect(told(await stream.next())).toBe('1.1.1 40');
  });

  test.each([
    { why: 'an unknown goal', variables: { goal: '9.9' }, code: 'UNKNOWN_CODE' },
    { why: 'a phase in the place of a goal', variables: { goal: '1.1.1' }, code: 'NOT_A_GOAL' },
    { why: 'an unknown structure', variables: { structure: 'NESSUNA' }, code: 'UNKNOWN_STRUCTURE' },
    { why: 'a forged cursor', variables: { after: 'abc' }, code: 'CURSOR_INVALID' },
    {
      why: 'a cursor of a history that has not come so far',
      variables: { after: printStreamCursor('recorded', { year: 2020, place: '7' }) },
      code: 'CURSOR_INVALID',
    },
    {
      why: 'a cursor of the other subscription',
      variables: { after: printStreamCursor('progress', { year: 2020, place: 'aaaaaaaaaaaaaaaa' }) },
      code: 'CURSOR_INVALID',
    },
    {
      why: 'a cursor of a plan that is not there',
      variables: { after: printStreamCursor('recorded', { year: 2019, place: '0' }) },
      code: 'NO_PLAN',
    },
  ])('$why → $code, and the stream is complete', async ({ variables, code }) => {
    const { url } = await serveOver(await openTestContext());
    const stream = await subscribe(url, { query: RECORDED, variables });
    const event = await stream.next();
    expect(codesOf(event)).toEqual([code]);
    expect(event?.data.errors[0].extensions).toMatchObject({
      messageIt: expect.any(String),
      messageEn: expect.any(String),
    });
    expect((await stream.next())?.event).toBe('complete');
    expect(await stream.next()).toBeUndefined();
  });
});

test.each(['POST', 'GET'] as const)('a known document is subscribed to by its hash, by %s', async (by) => {
  const { url } = await serveOver(await openTestContext());
  const query = documentId(operation('progress-changed'));
  const stream = await subscribe(url, { query, by, variables: { goal: '1.1' } });
  expect((await stream.next())?.data.data.progressChanged.goal.code).toBe('1.1');
});

describe('progressChanged', () => {
  test('shows the figures at once, and again when they have changed', async () => {
    const context = await openTestContext();
    const { url } = await serveOver(context);
    const stream = await subscribe(url, { query: PROGRESS, variables: { goal: '1.1' } });
    const before = (await stream.next())?.data.data.progressChanged;
    expect(before).toMatchObject({ plan: { asOf: '2020-09-14' }, goal: { code: '1.1' }, structure: null });
    // Neither changes a figure of 1.1.
    await report(context, '1.4.1', 10);
    await report(context, '1.1.1', 50);
    const after = (await stream.next())?.data.data.progressChanged;
    expect(after.goal.progress.percent).toBeGreaterThan(before.goal.progress.percent);
    expect(after.cursor).not.toBe(before.cursor);
  });

  test('says nothing to whoever has seen them, until they change', async () => {
    const context = await openTestContext();
    const { url } = await serveOver(context);
    const first = await subscribe(url, { query: PROGRESS });
    const seen = cursorOf(await first.next());
    first.cut();
    const again = await subscribe(url, { query: PROGRESS, variables: { after: seen } });
    await report(context, '1.1.1', 50);
    expect(cursorOf(await again.next())).not.toBe(seen);
  });

  test('shows them when the day has passed', async () => {
    const context = await openTestContext();
    const { url } = await serveOver(context);
    const stream = await subscribe(url, { query: PROGRESS, variables: { structure: 'OSRU' } });
    await stream.next();
    context.goTo('2020-12-31');
    expect((await stream.next())?.data.data.progressChanged).toMatchObject({
      plan: { asOf: '2020-12-31' },
      goal: null,
      structure: { code: 'OSRU' },
    });
  });
});

/** Whoever is looked for is in it. */
class Everybody extends Set<string> {
  override has(peer: string): boolean {
    return peer.length > 0;
  }
}

describe('how many streams', () => {
  test('five of a key: the sixth is told when to come again, and finds a place once one is closed', async () => {
    const { url } = await serveOver(await openTestContext());
    const streams = await Promise.all(Array.from({ length: 5 }, () => subscribe(url, { query: PROGRESS })));
    for (const stream of streams) expect((await stream.next())?.event).toBe('next');
    const sixth = await subscribe(url, { query: PROGRESS });
    expect(sixth.status).toBe(429);
    expect(sixth.headers.get('retry-after')).toBe('10');
    expect(codesOf(await sixth.next())).toEqual(['TOO_MANY_STREAMS']);
    streams[0]?.cut();
    await vi.waitFor(async () => expect((await subscribe(url, { query: PROGRESS })).status).toBe(200));
  });

  test('a sixth finds the places of readers that have vanished', async () => {
    const looks = vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const silentPeers = async () => new Everybody();
    const { url } = await serveOver(await openTestContext(), undefined, { silentPeers });
    for (let n = 0; n < 5; n += 1) {
      expect((await subscribe(url, { query: PROGRESS })).status).toBe(200);
    }
    expect((await subscribe(url, { query: PROGRESS })).status).toBe(429);
    await looks.advanceTimersByTimeAsync(20_000);
    await vi.waitFor(async () => expect((await subscribe(url, { query: PROGRESS })).status).toBe(200));
  });

  test('a hundred in all, whosever they are', async () => {
    const context = await openTestContext();
    let visitors = 0;
    const { url } = await serveOver(context, async () => {
      visitors += 1;
      return admit(PLANNING_OFFICE, `key:${visitors}`);
    });
    const streams = await Promise.all(Array.from({ length: 100 }, () => subscribe(url, { query: PROGRESS })));
    expect(streams.every(({ status }) => status === 200)).toBe(true);
    expect((await subscribe(url, { query: PROGRESS })).status).toBe(429);
  });

  test('what is asked for as JSON is refused and takes no place', async () => {
    const { url } = await serveOver(await openTestContext());
    for (let n = 0; n < 6; n += 1) {
      const answer = await subscribe(url, { query: PROGRESS, headers: { accept: 'application/json' } });
      expect(answer.status).toBe(406);
    }
    expect((await subscribe(url, { query: PROGRESS })).status).toBe(200);
  });
});

test('a stop of the service completes every stream, and lets none begin', async () => {
  const { url, handler } = await serveOver(await openTestContext());
  const stream = await subscribe(url, { query: RECORDED });
  handler.close();
  expect((await stream.next())?.event).toBe('complete');
  expect(await stream.next()).toBeUndefined();
  const late = await subscribe(url, { query: RECORDED });
  expect(late.status).toBe(503);
  expect(codesOf(await late.next())).toEqual(['STOPPING']);
});
