/** What goes with summaries when they are frozen: to which channel each is sent, and what the history says of it. */
import type { Actor } from '../domain/actor.ts';
import type { Channel } from '../domain/directory.ts';
import type { Summary } from '../domain/summary.ts';
import type { NewAuditEntry, NewOutboxMessage, NewSummary } from '../store/port.ts';

/** By name: the structure's own, or of the plan's summaries the managers'; null where the directory names none. */
export function summaryChannel(summary: Summary, channels: readonly Channel[]): string | null {
  const channel = channels.find(({ structure, purpose }) =>
    summary.kind === 'STRUCTURE_WEEK' ? structure === summary.structure : purpose === 'MANAGERS',
  );
  return channel?.name ?? null;
}

/** At most one: a summary without a channel is frozen all the same. */
export function summaryMessages(
  { id, summary }: NewSummary,
  channels: readonly Channel[],
): readonly NewOutboxMessage[] {
  const name = summaryChannel(summary, channels);
  if (name === null) return [];
  const notice =
    summary.kind === 'STRUCTURE_WEEK'
      ? ({ kind: 'STRUCTURE_SUMMARY', structure: summary.structure, summaryId: id } as const)
      : ({ kind: 'PLAN_SUMMARY', summaryId: id } as const);
  return [{ key: `summary-${id}`, destination: { kind: 'CHANNEL', name }, notice }];
}

export const summaryAudit = ({ id, summary }: NewSummary, actor: Actor): NewAuditEntry => ({
  kind: 'SUMMARY_SENT',
  actor: actor.key,
  body: {
    summary: id,
    kind: summary.kind,
    ...(summary.kind === 'STRUCTURE_WEEK' ? { structure: summary.structure } : {}),
    day: summary.day,
    share: summary.now.share,
  },
});
