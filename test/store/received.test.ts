/** What came in and was acknowledged outlives the process, and nothing else does. */
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openReceived, receivedFile } from '../../src/store/received.ts';
import { openRaw, temporaryFile } from './support.ts';

function open(file = receivedFile(temporaryFile())) {
  const received = openReceived(file);
  onTestFinished(() => received.close());
  return { received, file };
}

const NOW = 1_600_000_000_000;

test('what is kept is on the disk for another process, and for nobody else to read', async () => {
  const { received, file } = open();
  const id = await received.keep('{"text":"1.1.3 60%"}', NOW);
  const { received: other } = open(file);
  expect(other.claim(NOW, NOW + 1000)).toEqual({ id, body: '{"text":"1.1.3 60%"}', tries: 1 });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('what came in at the same time is kept under its own number each, in its order', async () => {
  const { received } = open();
  const ids = await Promise.all(['a', 'b', 'c'].map((body) => received.keep(body, NOW)));
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  expect(received.count()).toBe(3);
  expect(received.claim(NOW, NOW + 1)?.body).toBe('a');
});

describe('an envelope', () => {
  test.each([
    { why: 'before its lease is over', at: NOW + 999, found: false },
    { why: 'once its lease is over', at: NOW + 1000, found: true },
    { why: 'by a clock that was set back by a day', at: NOW - 86_400_000, found: true },
  ])('claimed $why: $found', async ({ at, found }) => {
    const { received } = open();
    await received.keep('{}', NOW + 1000);
    expect(received.claim(at, at + 1000) !== undefined).toBe(found);
  });

  test('that is claimed is claimed by one process alone, each time as another try', async () => {
    const { received, file } = open();
    const { received: other } = open(file);
    await received.keep('{}', NOW);
    expect(received.claim(NOW, NOW + 1000)?.tries).toBe(1);
    expect(other.claim(NOW, NOW + 1000)).toBeUndefined();
    expect(other.claim(NOW + 1000, NOW + 2000)?.tries).toBe(2);
  });

  test('that is put off is left alone until then', async () => {
    const { received } = open();
    const id = await received.keep('{}', NOW);
    received.postpone(id, NOW + 5000);
    expect(received.claim(NOW + 4999, NOW + 9999)).toBeUndefined();
    expect(received.claim(NOW + 5000, NOW + 9999)?.id).toBe(id);
  });

  test('that is held is never claimed by the process that works on it', async () => {
    const { received, file } = open();
    const { received: other } = open(file);
    const id = await received.keep('{}', NOW);
    const release = received.hold(id);
    expect(received.claim(NOW, NOW + 1000)).toBeUndefined();
    expect(other.claim(NOW, NOW + 1000)?.id).toBe(id);
    release();
    expect(received.claim(NOW + 1000, NOW + 2000)?.id).toBe(id);
  });

  test('that is struck out is gone, and of what it said no trace stays', async () => {
    const { received, file } = open();
    const id = await received.keep('{"text":"segretissimo"}', NOW);
    expect(readFileSync(`${file}-wal`, 'latin1')).toContain('segretissimo');
    received.strike(id);
    expect(received.count()).toBe(0);
    for (let turn = 0; turn < 10; turn += 1) expect(received.claim(NOW, NOW)).toBeUndefined();
    for (const each of [file, `${file}-wal`])
      expect(readFileSync(each, 'latin1')).not.toContain('segretissimo');
  });
});

test('while another process holds the database itself, it is kept all the same', async () => {
  const file = temporaryFile();
  const writer = openRaw(file);
  writer.exec('CREATE TABLE t (a); BEGIN IMMEDIATE');
  const { received } = open(receivedFile(file));
  await expect(received.keep('{}', NOW)).resolves.toBeGreaterThan(0);
});
