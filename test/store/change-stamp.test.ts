import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { openTestStore, temporaryFile } from './support.ts';

test('the stamp is another one after a commit of whichever connection, and stays while nothing is committed', async () => {
  const file = temporaryFile();
  const [store, other] = [await openTestStore(file), await openTestStore(file)];
  const stamps = [await store.changeStamp(), await store.changeStamp()];
  await store.setSetting('a', '1');
  stamps.push(await store.changeStamp());
  await other.setSetting('b', '2');
  stamps.push(await store.changeStamp());
  await store.getSetting('b');
  stamps.push(await store.changeStamp());
  const [first, same, own, others, read] = stamps;
  expect([same === first, own !== first, others !== own, read === others]).toEqual([true, true, true, true]);
  expect(new Set([first, own, others]).size).toBe(3);
});

test('what another connection has not committed yet is not told of, nor what it takes back', async () => {
  const file = temporaryFile();
  const store = await openTestStore(file);
  const before = await store.changeStamp();
  const database = openDatabase({ file });
  const failed = database.write(() => {
    database.query.run("INSERT INTO settings (name, value) VALUES ('c', '3')");
    throw new Error('taken back');
  });
  await expect(failed).rejects.toThrow('taken back');
  expect(await store.changeStamp()).toBe(before);
  database.close();
});
