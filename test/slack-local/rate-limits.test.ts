/** Slack's limit on messages: who comes too fast is told to wait, and who does not wait is noted. */
import { afterEach, describe, expect, test } from 'vitest';
import { createRateLimiter } from '../../src/slack-local/web-api/rate-limits.ts';
import { ADA_IM, GENERAL, type Running, startWorkspace, TOKEN } from './workspace-fixture.ts';

const POST = 'chat.postMessage';

describe('by the clock', () => {
  function limiter(limits: { everyMs: number; burst: number } | null) {
    let now = 1_000_000;
    const made = createRateLimiter(limits, () => now);
    return {
      made,
      at: (ms: number, channel = 'C1', method = POST) => {
        now = 1_000_000 + ms;
        return made.retryAfter(method, { channel });
      },
    };
  }

  test.each<{ why: string; burst: number; at: readonly number[]; answers: readonly (number | undefined)[] }>([
    { why: 'one a second', burst: 1, at: [0, 1000, 2000], answers: [undefined, undefined, undefined] },
    { why: 'a moment too soon', burst: 1, at: [0, 999], answers: [undefined, 1] },
    {
      why: 'a burst, and no more',
      burst: 3,
      at: [0, 0, 0, 0],
      answers: [undefined, undefined, undefined, 1],
    },
    {
      why: 'after a burst one each second',
      burst: 2,
      at: [0, 0, 1000, 1500, 2000],
      answers: [undefined, undefined, undefined, 1, undefined],
    },
    {
      why: 'a burst again once it was quiet',
      burst: 2,
      at: [0, 0, 60_000, 60_000, 60_000],
      answers: [undefined, undefined, undefined, undefined, 1],
    },
  ])('$why', ({ burst, at, answers }) => {
    const { at: call } = limiter({ everyMs: 1000, burst });
    expect(at.map((ms) => call(ms))).toEqual(answers);
  });

  test('each conversation by itself, and only messages', () => {
    const { at, made } = limiter({ everyMs: 1000, burst: 1 });
    expect([at(0, 'C1'), at(0, 'C2'), at(0, 'C1', 'chat.update'), at(0, 'C1')]).toEqual([
      undefined,
      undefined,
      undefined,
      1,
    ]);
    expect(made.refused()).toBe(1);
  });

  test('a call before the end of its Retry-After is noted, whoever said it', () => {
    const { at, made } = limiter({ everyMs: 1000, burst: 1 });
    at(0);
    at(200);
    at(1_100);
    made.toldToWait(POST, { channel: 'C2' }, 5);
    at(6_099, 'C2');
    at(6_100, 'C2');
    expect(made.callsBeforeTheirTime()).toEqual([
      { method: POST, conversation: 'C1', tooSoonByMs: 100 },
      { method: POST, conversation: 'C2', tooSoonByMs: 1 },
    ]);
  });

  test('without limits nothing is refused', () => {
    const { at } = limiter(null);
    expect(Array.from({ length: 100 }, () => at(0)).every((each) => each === undefined)).toBe(true);
  });
});

describe('over the wire', () => {
  let running: Running;
  afterEach(() => running.close());

  test('429 with Retry-After, nothing is posted, another conversation goes on', async () => {
    running = await startWorkspace({ rateLimits: { everyMs: 3000, burst: 1 } });
    const client = running.api(TOKEN, { rejectRateLimitedCalls: true });
    await client.chat.postMessage({ channel: GENERAL, text: 'a' });
    await expect(client.chat.postMessage({ channel: GENERAL, text: 'b' })).rejects.toMatchObject({
      code: 'slack_webapi_rate_limited_error',
      retryAfter: 3,
    });
    await client.chat.postMessage({ channel: ADA_IM, text: 'c' });
    expect(running.workspace.state.messagesOf(GENERAL).map(({ text }) => text)).toEqual(['a']);
    expect(running.workspace.rateLimiter.refused()).toBe(1);
  });

  test('whoever talks at the page meets no limit, nor does an app that answers a few people', async () => {
    running = await startWorkspace();
    const client = running.api(TOKEN, { rejectRateLimitedCalls: true });
    for (let index = 0; index < 20; index++) await client.chat.postMessage({ channel: GENERAL, text: 'a' });
    expect(running.workspace.rateLimiter.refused()).toBe(0);
  });
});
