import { describe, expect, test } from 'vitest';
import { DELIVERY_TIMES } from '../../src/services/context.ts';
import { checkDeliveryTimes, postWithinMs } from '../../src/services/delivery-times.ts';

test('the product’s own times fit', () => {
  expect(() => checkDeliveryTimes(DELIVERY_TIMES)).not.toThrow();
});

test('who posts as late as allowed has posted for good before anybody takes the claim over', () => {
  const { claimSeconds, reconcileAfterMs } = DELIVERY_TIMES;
  expect(postWithinMs(DELIVERY_TIMES) + reconcileAfterMs).toBeLessThan(claimSeconds * 1000);
});

describe('refused', () => {
  test.each([
    { why: 'an open call may still succeed when it is looked for', change: { reconcileAfterMs: 9_999 } },
    { why: 'nothing could ever be posted', change: { claimSeconds: 30 } },
    { why: 'no time for a call before posting', change: { claimSeconds: 44 } },
    { why: 'a pace backwards', change: { paceMs: -1 } },
    { why: 'a call that may take no time', change: { requestTimeoutMs: 0 } },
    { why: 'no number', change: { claimSeconds: Number.NaN } },
  ])('$why', ({ change }) => {
    expect(() => checkDeliveryTimes({ ...DELIVERY_TIMES, ...change })).toThrow(RangeError);
  });

  test('the least claim that is named is taken', () => {
    expect(() => checkDeliveryTimes({ ...DELIVERY_TIMES, claimSeconds: 44 })).toThrow(/45 or more/);
    expect(() => checkDeliveryTimes({ ...DELIVERY_TIMES, claimSeconds: 45 })).not.toThrow();
  });
});
