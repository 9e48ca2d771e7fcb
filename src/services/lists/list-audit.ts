/** The hash-chained history: that something was done, when and of what; never by whom. */
import { type Actor, may, mayReadRowsOf } from '../../domain/actor.ts';
import type { ItemCode, StructureCode } from '../../domain/codes.ts';
import { knownItems } from '../../domain/item-structures.ts';
import type { Plan } from '../../domain/plan.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import type { KeptAuditEntry, ListOrder, StoredPlan } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';
import { collectPage } from './collect-page.ts';
import { type ListPage, mapPage } from './list-page.ts';

export type AuditEntryView = Omit<KeptAuditEntry, 'body'> & { readonly year: number };

export type AuditQuery = {
  readonly year: number | null;
  readonly kinds: readonly string[] | null;
  readonly recordedAt: { readonly from: string | null; readonly to: string | null };
  readonly order: ListOrder;
  /** Sequence, exclusive; null begins with the first. */
  readonly after: number | null;
  readonly limit: number;
};

/** Refused: ROLE_MAY_NOT, NO_PLAN. */
export async function listAudit(
  context: Context,
  actor: Actor,
  query: AuditQuery,
): Promise<Result<ListPage<AuditEntryView, number>>> {
  if (!may(actor, 'READ_AUDIT')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'READ_AUDIT' });
  }
  const found = await findPlan(context, query.year);
  if (!found.ok) return found;
  const { id, plan } = found.value;
  const isReadable = readable(plan, actor);
  const { kinds, recordedAt, order } = query;
  const page = await collectPage<KeptAuditEntry, number>(query.limit, query.after, {
    next: (after, limit) => context.store.pageAudit(id, { recordedAt, order, after, limit }),
    placeOf: ({ sequence }) => sequence,
    fits: (entry) => (kinds === null || kinds.includes(entry.kind)) && isReadable(entry),
  });
  return accepted(mapPage(page, (entry) => auditEntryView(plan, entry)));
}

/** By its number in the chain; null when there is none, or it may not be read. */
export async function findAuditEntryView(
  context: Context,
  actor: Actor,
  { id, plan }: StoredPlan,
  sequence: number,
): Promise<AuditEntryView | null> {
  if (!may(actor, 'READ_AUDIT')) return null;
  const entry = await context.store.findAuditEntry(id, sequence);
  return entry && readable(plan, actor)(entry) ? auditEntryView(plan, entry) : null;
}

const auditEntryView = ({ year }: Plan, { body: _, ...entry }: KeptAuditEntry): AuditEntryView => ({
  ...entry,
  year,
});

/** To whoever reads the rows of some structures, what names none of theirs is not shown. */
function readable(plan: Plan, actor: Actor): (entry: KeptAuditEntry) => boolean {
  if (actor.rowsOf === undefined) return () => true;
  const known = knownItems(plan);
  return ({ body }) => {
    const structure = typeof body.structure === 'string' ? [body.structure as StructureCode] : [];
    const items = [body.phase, body.goal, body.item, ...(Array.isArray(body.items) ? body.items : [])];
    const answering = items.map((item) => known.get(item as ItemCode)?.structures ?? null);
    const named = answering.filter((each) => each !== null);
    return (
      mayReadRowsOf(actor, structure) ||
      (named.length > 0 && named.every((each) => mayReadRowsOf(actor, each)))
    );
  };
}
