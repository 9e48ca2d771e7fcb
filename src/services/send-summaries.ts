import { type Actor, may } from '../domain/actor.ts';
import type { Channel } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { PlanSummary, StructureSummary, Summary } from '../domain/summary.ts';
import type { Committed, NewSummary } from '../store/port.ts';
import type { Context } from './context.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { loadSummaryBasis, makePlanSummary, makeStructureSummary } from './make-summaries.ts';
import { summaryAudit, summaryChannel, summaryMessages } from './summary-messages.ts';
import { untilCommitted } from './until-committed.ts';

export type SentSummaries = {
  readonly sent: readonly { readonly summary: StructureSummary; readonly channel: string }[];
  /** Structures for which the directory names no channel. */
  readonly withoutChannel: readonly StructureSummary[];
  /**
   * The plan's; `channel` is null where the directory names none for the managers. Null in the answer to a command
   * that was given before there were any.
   */
  readonly plan: { readonly summary: PlanSummary; readonly channel: string | null } | null;
};

/** One for a structure or the plan and commit; by it a repeated command finds what the first one sent. */
const summaryId = (year: number, of: string, recordedAt: string): string => `${year}-${of}-${recordedAt}`;

const PLAN: PlanSummary['kind'] = 'PLAN_WEEK';

/**
 * Freezes the weekly summary of every structure and of the plan as of today and sends each to its channel, once per
 * `inbox` key: the same command again answers what was sent the first time. Those of the week's slots are others, and
 * come all the same. Refused: ROLE_MAY_NOT, NO_PLAN, IDEMPOTENCY_KEY_REUSED.
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
  const loaded = await loadSummaryBasis(context, { year: null, asOf: null });
  if (!loaded.ok) return loaded;
  const basis = loaded.value;
  const { stored } = basis;
  const { year, structures } = stored.plan;
  const recordedAt = context.clock.now().toISOString();
  const channels = await context.store.listChannels();
  const made: NewSummary[] = [];
  for (const { code } of structures) {
    const summary = await makeStructureSummary(context, basis, code, null);
    made.push({ id: summaryId(year, code, recordedAt), summary });
  }
  const ofPlan = await makePlanSummary(context, basis, PLAN, null);
  made.push({ id: summaryId(year, PLAN, recordedAt), summary: ofPlan });
  const result = await context.store.commit({
    planId: stored.id,
    revision: stored.revision,
    // A summary says how things stood when it was made: what is said meanwhile stands in the next one.
    lastSequence: null,
    recordedAt,
    inbox,
    summaries: made,
    outbox: () => made.flatMap((each) => summaryMessages(each, channels)),
    audit: made.map((each) => summaryAudit(each, actor)),
  });
  // Sent under the same key meanwhile: the next attempt finds it.
  if (result.outcome !== 'COMMITTED') return 'CONFLICT';
  context.wakeDelivery();
  const summaries = made.map(({ summary }) => summary);
  return accepted(byChannel(summaries, channels));
}

async function sentBefore(
  context: Context,
  { planId, recordedAt }: Committed,
): Promise<Result<SentSummaries>> {
  const year = await context.store.planYear(planId);
  const found = await findPlan(context, year);
  if (!found.ok) return found;
  const names = [...found.value.plan.structures.map(({ code }): string => code), PLAN];
  const sent = await Promise.all(
    names.map(async (name) => (await context.store.findSummary(summaryId(year, name, recordedAt)))?.summary),
  );
  const summaries = sent.filter((summary) => summary !== undefined);
  return accepted(byChannel(summaries, await context.store.listChannels()));
}

function byChannel(summaries: readonly Summary[], channels: readonly Channel[]): SentSummaries {
  const placed = summaries.flatMap((summary) =>
    summary.kind === 'STRUCTURE_WEEK' ? [{ summary, channel: summaryChannel(summary, channels) }] : [],
  );
  const plan = summaries.find((summary) => summary.kind !== 'STRUCTURE_WEEK');
  return {
    sent: placed.flatMap(({ summary, channel }) => (channel === null ? [] : [{ summary, channel }])),
    withoutChannel: placed.flatMap(({ summary, channel }) => (channel === null ? [summary] : [])),
    plan: plan ? { summary: plan, channel: summaryChannel(plan, channels) } : null,
  };
}
