import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDiskProbe } from '../src/disk-probe.ts';
import { StoreBusy, StoreFailed } from '../src/store/port.ts';
import { openTestContext } from './helpers/context.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A probe whose writes end as `write` does. */
async function probing() {
  const context = await openTestContext();
  const write = vi.fn(async (): Promise<void> => undefined);
  const probe = createDiskProbe({ ...context, store: { ...context.store, setSetting: write } });
  return { probe, write };
}

const fail = async () => {
  throw new StoreFailed('SQLITE_FULL', null);
};

describe('whether the disk takes what is written', () => {
  test('is found out by writing, at most once a second', async () => {
    const { probe, write } = await probing();
    expect([await probe(), await probe()]).toEqual([true, true]);
    expect(write).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    await probe();
    expect(write).toHaveBeenCalledTimes(2);
  });

  test('it does not, until it does again', async () => {
    const { probe, write } = await probing();
    write.mockImplementation(fail);
    expect(await probe()).toBe(false);
    write.mockImplementation(async () => undefined);
    vi.advanceTimersByTime(1000);
    expect(await probe()).toBe(true);
  });

  test.each([
    { before: true, write: async () => undefined },
    { before: false, write: fail },
  ])('is as it was ($before) while another process holds the database', async ({ before, write: first }) => {
    const { probe, write } = await probing();
    write.mockImplementation(first);
    await probe();
    vi.advanceTimersByTime(1000);
    write.mockImplementation(async () => {
      throw new StoreBusy(2500);
    });
    expect(await probe()).toBe(before);
  });

  test('is answered in time by what was known last', async () => {
    const { probe, write } = await probing();
    write.mockImplementation(() => new Promise(() => undefined));
    const answer = probe();
    await vi.advanceTimersByTimeAsync(500);
    expect(await answer).toBe(true);
  });
});
