import { type Actor, may } from '../domain/actor.ts';
import { addDays } from '../domain/dates.ts';
import type { Channel } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { StructureSummary } from '../domain/summary.ts';
import { summariseStructure } from '../domain/weekly-summary.ts';
import type { Committed, NewAuditEntry, NewOutboxMessage, NewSummary } from '../store/port.ts';
import type { Context } from './context.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { CURRENT, findPlan, loadFigures } from './load-figures.ts';
import { untilCommitted } from './until-committed.ts';

export type SentSummaries = {
  readonly sent: readonly { readonly summary: StructureSummary; readonly channel: string }[];
  /** Structures for which the directory names no channel. */
  readonly withoutChannel: readonly StructureSummary[];
};

const DAYS_IN_A_WEEK = 7;

/** One for a structure and commit; by it a repeated command finds what the first one sent. */
const summaryId = (year: number, structure: string, recordedAt: string): string =>
  `${year}-${structure}-${recordedAt}`;

/**
 * Freezes the weekly summary of every structure as of today and sends each to its channel, once per `inbox` key:
 * the same command again answers what was sent the first time. Refused: ROLE_MAY_NOT, NO_PLAN,
 * IDEMPOTENCY_KEY_REUSED.
 * @param inbox null where repeating it is harmless
 */
export async function sendSummaries(
  context: Context,
  actor: Actor,
  inbox: InboxKey | null,
): Promise<Result<SentSummaries>> {
  if (!may(actor, 'SEND_SUMMARIES')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'SEND_SUMMARIES' });
  }
  return untilCommitted(() => attempt(context, actor, inbox));
}

async function attempt(
  context: Context,
  actor: Actor,
  inbox: InboxKey | null,
): Promise<Result<SentSummaries> | 'CONFLICT'> {
  const earlier = inbox && (await findCommitted(context, inbox));
  if (earlier) return 'code' in earlier ? refused(earlier) : sentBefore(context, earlier);
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const { stored, figures } = loaded.value;
  const { year } = stored.plan;
  const weekAgo = addDays(figures.day, -DAYS_IN_A_WEEK);
  const before = await loadFigures(context, { year, asOf: weekAgo, baseline: null });
  if (!before.ok) return before;
  const recordedAt = context.clock.now().toISOString();
  const channels = await context.store.listChannels();
  const made = figures.structures.map(({ structure: { code } }) => ({
    id: summaryId(year, code, recordedAt),
    summary: summariseStructure(figures, before.value.figures, code),
  }));
  const result = await context.store.commit({
    planId: stored.id,
    revision: stored.revision,
    // A summary says how things stood when it was made: what is said meanwhile stands in the next one.
    lastSequence: null,
    recordedAt,
    inbox,
    summaries: made,
    outbox: () => made.flatMap((each) => messageOf(each, channels)),
    audit: made.map(({ summary }) => auditOf(summary, actor)),
  });
  // Sent under the same key meanwhile: the next attempt finds it.
  if (result.outcome !== 'COMMITTED') return 'CONFLICT';
  context.wakeDelivery();
  return accepted(byChannel(made, channels));
}

async function sentBefore(
  context: Context,
  { planId, recordedAt }: Committed,
): Promise<Result<SentSummaries>> {
  const year = await context.store.planYear(planId);
  const found = await findPlan(context, year);
  if (!found.ok) return found;
  const made = await Promise.all(
    found.value.plan.structures.map(async ({ code }) => {
      const id = summaryId(year, code, recordedAt);
      const summary = await context.store.findSummary(id);
      return summary ? [{ id, summary }] : [];
    }),
  );
  return accepted(byChannel(made.flat(), await context.store.listChannels()));
}

const channelOf = ({ structure }: StructureSummary, channels: readonly Channel[]): string | null =>
  channels.find((each) => each.structure === structure)?.name ?? null;

function byChannel(made: readonly NewSummary[], channels: readonly Channel[]): SentSummaries {
  const placed = made.map(({ summary }) => ({ summary, channel: channelOf(summary, channels) }));
  return {
    sent: placed.flatMap(({ summary, channel }) => (channel === null ? [] : [{ summary, channel }])),
    withoutChannel: placed.flatMap(({ summary, channel }) => (channel === null ? [summary] : [])),
  };
}

function messageOf({ id, summary }: NewSummary, channels: readonly Channel[]): readonly NewOutboxMessage[] {
  const name = channelOf(summary, channels);
  if (name === null) return [];
  const notice = { kind: 'STRUCTURE_SUMMARY', structure: summary.structure, summaryId: id } as const;
  return [{ key: `summary-${id}`, destination: { kind: 'CHANNEL', name }, notice }];
}

const auditOf = (summary: StructureSummary, actor: Actor): NewAuditEntry => ({
  kind: 'SUMMARY_SENT',
  actor: actor.key,
  body: { structure: summary.structure, day: summary.day, share: summary.now.share },
});
