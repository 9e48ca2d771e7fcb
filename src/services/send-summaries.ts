import { type Actor, may } from '../domain/actor.ts';
import { addDays } from '../domain/dates.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { StructureSummary } from '../domain/summary.ts';
import { summariseStructure } from '../domain/weekly-summary.ts';
import type { NewSummary } from '../store/port.ts';
import type { Context } from './context.ts';
import { CURRENT, loadFigures } from './load-figures.ts';

export type SentSummaries = {
  readonly sent: readonly { readonly summary: StructureSummary; readonly channel: string }[];
  /** Structures for which the directory names no channel. */
  readonly withoutChannel: readonly StructureSummary[];
};

const DAYS_IN_A_WEEK = 7;

/**
 * Freezes the weekly summary of every structure as of today and sends each to its channel.
 * Refused: ROLE_MAY_NOT, NO_PLAN.
 */
export async function sendSummaries(context: Context, actor: Actor): Promise<Result<SentSummaries>> {
  if (!may(actor, 'SEND_SUMMARIES')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'SEND_SUMMARIES' });
  }
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const { stored, figures } = loaded.value;
  const weekAgo = addDays(figures.day, -DAYS_IN_A_WEEK);
  const before = await loadFigures(context, { year: stored.plan.year, asOf: weekAgo, baseline: null });
  if (!before.ok) return before;
  const channels = await context.store.listChannels();
  const made = figures.structures.map(({ structure }) => ({
    summary: summariseStructure(figures, before.value.figures, structure.code),
    channel: channels.find((each) => each.structure === structure.code)?.name ?? null,
  }));
  const recordedAt = context.clock.now().toISOString();
  const rows = made.map(
    ({ summary }): NewSummary => ({ id: `${stored.plan.year}-${summary.structure}-${recordedAt}`, summary }),
  );
  await context.store.commit({
    planId: stored.id,
    revision: stored.revision,
    recordedAt,
    inbox: null,
    reports: [],
    measurements: [],
    openedCheckIns: [],
    closedCheckIns: [],
    summaries: rows,
    outbox: () =>
      made.flatMap(({ summary, channel }, index) => {
        const id = rows[index]?.id;
        if (channel === null || id === undefined) return [];
        return [
          {
            key: `summary-${id}`,
            destination: { kind: 'CHANNEL', name: channel } as const,
            notice: { kind: 'STRUCTURE_SUMMARY', structure: summary.structure, summaryId: id } as const,
          },
        ];
      }),
    audit: made.map(({ summary }) => ({
      kind: 'SUMMARY_SENT',
      actor: actor.key,
      body: { structure: summary.structure, day: summary.day, share: summary.now.share },
    })),
  });
  context.wakeDelivery();
  return accepted({
    sent: made.flatMap(({ summary, channel }) => (channel === null ? [] : [{ summary, channel }])),
    withoutChannel: made.flatMap(({ summary, channel }) => (channel === null ? [summary] : [])),
  });
}
