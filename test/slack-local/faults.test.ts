/** The faulty workspace: each fault over the wire, with what the method did in truth. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFaults, FAULT_KINDS, type FaultKind } from '../../src/slack-local/faults/create-faults.ts';
import { GENERAL, type Running, startWorkspace, TOKEN } from './workspace-fixture.ts';

let running: Running;
afterEach(() => running.close());

const CLIENT_TIMEOUT_MS = 150;

async function start(kind: FaultKind, lateMs = 60) {
  const faults = createFaults({
    seed: 1,
    shares: { [kind]: 1 },
    lateCommitMs: { least: lateMs, most: lateMs },
    retryAfterSeconds: 7,
    spare: (method) => method !== 'chat.postMessage',
  });
  running = await startWorkspace({ faults });
  const client = running.api(TOKEN, { timeout: CLIENT_TIMEOUT_MS, rejectRateLimitedCalls: true });
  const answer = client.chat.postMessage({ channel: GENERAL, text: 'a' }).then(
    () => 'ok',
    (error: { code?: string; data?: { error?: string }; retryAfter?: number; statusCode?: number }) =>
      [error.code, error.statusCode ?? error.data?.error ?? error.retryAfter].filter(Boolean).join(' '),
  );
  const posted = () => running.workspace.state.messagesOf(GENERAL).length;
  return { faults, answer, posted };
}

describe('one call', () => {
  test.each<{ kind: FaultKind; answered: RegExp; took: number; why: string }>([
    { kind: 'drop-before-commit', answered: /^slack_webapi_request_error$/, took: 0, why: 'cut, not done' },
    { kind: 'commit-then-drop', answered: /^slack_webapi_request_error$/, took: 1, why: 'cut, done' },
    { kind: 'hang', answered: /^slack_webapi_request_error$/, took: 0, why: 'timed out, not done' },
    { kind: 'commit-then-hang', answered: /^slack_webapi_request_error$/, took: 1, why: 'timed out, done' },
    { kind: 'rate-limited', answered: /rate_limited_error 7$/, took: 0, why: 'told to wait, not done' },
    { kind: 'error-after-commit', answered: /http_error 500$/, took: 1, why: 'a server’s error, done' },
    {
      kind: 'internal-error-after-commit',
      answered: /platform_error internal_error$/,
      took: 1,
      why: 'Slack’s own error, done',
    },
  ])('$kind: $why', async ({ kind, answered, took }) => {
    const { answer, posted, faults } = await start(kind);
    expect(await answer).toMatch(answered);
    expect(posted()).toBe(took);
    expect(faults.played()[kind]).toBe(1);
  });

  test('late-commit: not done when the caller gives up, done some time after', async () => {
    const { answer, posted } = await start('late-commit', CLIENT_TIMEOUT_MS + 150);
    expect(await answer).toMatch(/request_error/);
    expect(posted()).toBe(0);
    await vi.waitFor(() => expect(posted()).toBe(1), { timeout: 2_000 });
  });
});

describe('at random', () => {
  const plan = {
    shares: { hang: 0.25, 'commit-then-drop': 0.25, 'rate-limited': 0.1 },
    lateCommitMs: { least: 1, most: 9 },
    retryAfterSeconds: 1,
  };
  const play = (seed: number, calls: number) => {
    const faults = createFaults({ ...plan, seed });
    const seen = Array.from({ length: calls }, () => {
      const args = {};
      return JSON.stringify([faults.beforeCommit?.('m', args), faults.afterCommit?.('m', args)]);
    });
    return { seen, played: faults.played() };
  };

  test('the same for the same seed, another for another', async () => {
    running = await startWorkspace();
    expect(play(1, 200)).toEqual(play(1, 200));
    expect(play(1, 200).seen).not.toEqual(play(2, 200).seen);
  });

  test('in the shares that were asked for, and no other kind', async () => {
    running = await startWorkspace();
    const { played } = play(3, 10_000);
    for (const kind of FAULT_KINDS) {
      const share = kind in plan.shares ? plan.shares[kind as keyof typeof plan.shares] : 0;
      expect(Math.abs(played[kind] / 10_000 - share)).toBeLessThan(share === 0 ? 1e-9 : 0.02);
    }
  });

  test('ended, it lets everything through', async () => {
    running = await startWorkspace();
    const faults = createFaults({ ...plan, seed: 1, shares: { hang: 1 } });
    faults.end();
    expect(faults.beforeCommit?.('m', {})).toBeUndefined();
  });

  test('shares of more than all calls are refused', async () => {
    running = await startWorkspace();
    expect(() => createFaults({ ...plan, seed: 1, shares: { hang: 0.6, 'late-commit': 0.6 } })).toThrow(
      /at most 1/,
    );
  });
});
