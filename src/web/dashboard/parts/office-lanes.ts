/** Messages that wait, by where they go. */
export type Waiting = {
  readonly destination: 'CHANNEL' | 'PERSON' | 'CONVERSATION';
  /** Name; null of what goes to no channel. */
  readonly channel: string | null;
  readonly recordedAt: string;
};

export type Lane = Pick<Waiting, 'destination' | 'channel'> & {
  readonly count: number;
  /** The instant since which its first message waits. */
  readonly oldest: string;
};

/** What has waited longest first. Whom a direct message goes to is left out: all of them are one lane. */
export function lanesOf(messages: readonly Waiting[]): readonly Lane[] {
  const lanes = new Map<string, Lane>();
  for (const { destination, channel, recordedAt } of messages) {
    const key = `${destination} ${channel ?? ''}`;
    const lane = lanes.get(key) ?? { destination, channel, count: 0, oldest: recordedAt };
    const oldest = recordedAt < lane.oldest ? recordedAt : lane.oldest;
    lanes.set(key, { ...lane, count: lane.count + 1, oldest });
  }
  return [...lanes.values()].sort((a, b) => (a.oldest < b.oldest ? -1 : 1));
}
