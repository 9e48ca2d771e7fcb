import type { Context } from './context.ts';

export type CountedMessages = {
  readonly pending: number;
  /** Given up: Slack refused them for good. */
  readonly refused: number;
  /** Perhaps sent: never repeated without a person’s word. */
  readonly doubtful: number;
};

/** How many messages wait, were refused, or are in doubt. */
export async function countMessages({ store }: Context): Promise<CountedMessages> {
  const { pending, dead, doubtful } = await store.countOutbox();
  return { pending, refused: dead, doubtful };
}
