import { expect, test } from 'vitest';
import { startProduct, TEST_KEY } from '../helpers/running-product.ts';
import { subscribe } from './event-stream.ts';

test('a product that is told to stop completes its streams and ends', { timeout: 60_000 }, async () => {
  const product = await startProduct();
  try {
    const stream = await subscribe(`${product.address}/graphql`, {
      query: 'subscription { progressChanged { cursor } }',
      headers: { authorization: `Bearer ${TEST_KEY}` },
    });
    expect((await stream.next())?.event).toBe('next');
    const code = product.stop('SIGTERM');
    expect((await stream.next())?.event).toBe('complete');
    expect(await stream.next()).toBeUndefined();
    expect(await code).toBe(0);
  } finally {
    await product.remove();
  }
});
