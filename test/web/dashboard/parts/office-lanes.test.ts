import { expect, test } from 'vitest';
import { lanesOf, type Waiting } from '../../../../src/web/dashboard/parts/office-lanes.ts';

const waiting = (destination: Waiting['destination'], channel: string | null, minute: number): Waiting => ({
  destination,
  channel,
  recordedAt: `2020-09-14T07:0${minute}:00.000Z`,
});

test('a lane a channel, one for all direct messages, the longest waiting first', () => {
  const lanes = lanesOf([
    waiting('CHANNEL', 'osru', 5),
    waiting('PERSON', null, 3),
    waiting('PERSON', null, 2),
    waiting('CHANNEL', 'dirigenti', 4),
    waiting('CHANNEL', 'osru', 6),
  ]);
  expect(
    lanes.map(({ destination, channel, count, oldest }) => [
      destination,
      channel,
      count,
      oldest.slice(14, 16),
    ]),
  ).toEqual([
    ['PERSON', null, 2, '02'],
    ['CHANNEL', 'dirigenti', 1, '04'],
    ['CHANNEL', 'osru', 2, '05'],
  ]);
});
