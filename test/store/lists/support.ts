import type { Measurement, StatusReport } from '../../../src/domain/facts.ts';
import type { FactPosition, FactsQuery, SeekedPage, Store } from '../../../src/store/port.ts';

/** Everything, a page after the other; `between` runs after each page. */
export async function everyPage<Fact extends FactPosition>(
  page: (after: FactPosition | null) => Promise<SeekedPage<Fact>>,
  between: () => Promise<unknown> = async () => {},
): Promise<readonly Fact[]> {
  const rows: Fact[] = [];
  let after: FactPosition | null = null;
  for (;;) {
    const found: SeekedPage<Fact> = await page(after);
    rows.push(...found.rows);
    if (!found.more) return rows;
    after = found.reached;
    await between();
  }
}

type Query = Parameters<Store['pageReports']>[1];

export const EVERYTHING: Query = {
  items: null,
  actors: null,
  reportedOn: { from: null, to: null },
  recordedAt: { from: null, to: null },
  source: null,
  order: 'RECORDED_DESC',
  after: null,
  limit: 20,
  blockedOnly: false,
};

const within = (value: string, { from, to }: { from: string | null; to: string | null }): boolean =>
  (from === null || value >= from) && (to === null || value <= to);

/** What the store must give, looked for by reading all. */
export function naively<Fact extends StatusReport | Measurement>(
  facts: readonly Fact[],
  query: Omit<FactsQuery<never>, 'items'> & { readonly items: readonly string[] | null },
  itemOf: (fact: Fact) => string,
): readonly Fact[] {
  const fitting = facts.filter(
    (fact) =>
      (query.items === null || query.items.includes(itemOf(fact))) &&
      (query.actors === null || query.actors.includes(fact.actor)) &&
      within(fact.reportedOn, query.reportedOn) &&
      within(fact.recordedAt, query.recordedAt) &&
      (query.source === null || fact.source === query.source),
  );
  const key = ({ reportedOn, sequence }: Fact): string =>
    `${query.order.startsWith('REPORTED') ? reportedOn : ''}/${String(sequence).padStart(9, '0')}`;
  const ascending = fitting.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return query.order.endsWith('_ASC') ? ascending : ascending.toReversed();
}
