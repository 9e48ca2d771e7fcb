import type { ItemCode } from '../domain/codes.ts';
import { baselineInForce } from '../domain/plan.ts';
import { findItem } from '../domain/resolve.ts';
import { answerOnce } from './answer-once.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';

/** Cards under one message: more would bury it. */
const CARDS = 3;

export type AnnounceItems = {
  /** Slack's ids; the cards go into that thread. */
  readonly team: string;
  readonly channel: string;
  readonly threadTs: string;
  /** In the order in which they were mentioned. */
  readonly mentioned: readonly { readonly code: string; readonly introduced: boolean }[];
};

/**
 * Leaves a card to be sent for each goal and phase of the plan in force that was mentioned: at most three a message,
 * and each item once a channel and day, whoever mentions it and however often Slack tells of it. A goal counts only
 * where it was introduced as one: `1.4` alone is a number.
 * @returns the items of which a card was left
 */
export async function announceItems(
  context: Context,
  { team, channel, threadTs, mentioned }: AnnounceItems,
): Promise<readonly ItemCode[]> {
  if (mentioned.length === 0) return [];
  const found = await findPlan(context, null);
  if (!found.ok) return [];
  const today = context.clock.today();
  const baseline = baselineInForce(found.value.plan, today);
  const items = mentioned.flatMap(({ code, introduced }): readonly ItemCode[] => {
    const item = findItem(baseline, code);
    return item && (item.kind === 'PHASE' || introduced) ? [item.code] : [];
  });
  const left: ItemCode[] = [];
  for (const item of [...new Set(items)].slice(0, CARDS)) {
    const key = `unfurl/${team}/${channel}/${item}/${today}`;
    const answer = await answerOnce(context, { key, fingerprint: 'card' }, [
      {
        key,
        destination: { kind: 'CONVERSATION', channel, threadTs, team },
        notice: { kind: 'ITEM_CARD', item },
      },
    ]);
    if (answer === 'LEFT') left.push(item);
  }
  return left;
}
