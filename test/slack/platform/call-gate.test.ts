/** What Slack refused for too many calls is not asked again before its time. */
import { WebAPIRateLimitedError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { CallHeld, createCallGate } from '../../../src/slack/workspaces/call-gate.ts';

const tooMany = (seconds: number) => new WebAPIRateLimitedError(seconds);

function openGate() {
  let now = 1_000_000;
  const gate = createCallGate(() => now);
  const heldFor = (method: string): number => {
    try {
      gate.check(method);
      return 0;
    } catch (error) {
      if (!(error instanceof CallHeld)) throw error;
      return error.retryAfter;
    }
  };
  return {
    gate,
    heldFor,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

describe('a method that Slack counts in the workspace', () => {
  test('is not called until the wait is over, and then is', () => {
    const { gate, heldFor, wait } = openGate();
    gate.failed('conversations.history', 'C1', tooMany(30));
    expect(heldFor('conversations.history')).toBe(30);
    expect(heldFor('conversations.open')).toBe(0);
    wait(29_999);
    expect(heldFor('conversations.history')).toBe(0.001);
    wait(1);
    expect(heldFor('conversations.history')).toBe(0);
  });

  test('waits for the latest of what it was told', () => {
    const { gate, heldFor } = openGate();
    gate.failed('conversations.open', undefined, tooMany(30));
    gate.failed('conversations.open', undefined, tooMany(2));
    expect(heldFor('conversations.open')).toBe(30);
  });

  test('is not held by another kind of failure', () => {
    const { gate, heldFor } = openGate();
    gate.failed('conversations.open', undefined, new Error('socket hang up'));
    expect(heldFor('conversations.open')).toBe(0);
  });
});

describe('posting, which is counted by conversation too', () => {
  test.each([
    { why: 'one conversation, however often', channels: ['C1', 'C1', 'C1', 'C1'], pause: 0, held: 0 },
    { why: 'two may meet by chance', channels: ['C1', 'C2'], pause: 0, held: 0 },
    { why: 'three within a second: the workspace’s', channels: ['C1', 'C2', 'C3'], pause: 300, held: 7 },
    { why: 'three, but not within a second', channels: ['C1', 'C2', 'C3'], pause: 600, held: 0 },
  ])('$why → held $held s', ({ channels, pause, held }) => {
    const { gate, heldFor, wait } = openGate();
    for (const [index, channel] of channels.entries()) {
      if (index > 0) wait(pause);
      gate.failed('chat.postMessage', channel, tooMany(7));
    }
    expect(heldFor('chat.postMessage')).toBe(held);
  });

  test('until the latest of their times', () => {
    const { gate, heldFor } = openGate();
    for (const [index, seconds] of [3, 20, 1].entries()) {
      gate.failed('chat.postMessage', `C${index}`, tooMany(seconds));
    }
    expect(heldFor('chat.postMessage')).toBe(20);
  });
});
