import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { unlessAborted } from '../src/unless-aborted.ts';

test('gives what the work gives, and leaves nothing at the signal', async () => {
  const { signal } = new AbortController();
  expect(await unlessAborted(signal, async () => 7)).toBe(7);
  await expect(unlessAborted(signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await Promise.resolve();
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('is aborted while the work goes on', async () => {
  const controller = new AbortController();
  const waiting = unlessAborted(controller.signal, () => new Promise<number>(() => undefined));
  controller.abort();
  expect(await waiting).toBe('ABORTED');
});

test('begins nothing once it is aborted', async () => {
  let begun = false;
  const given = await unlessAborted(AbortSignal.abort(), async () => {
    begun = true;
  });
  expect([given, begun]).toEqual(['ABORTED', false]);
});
