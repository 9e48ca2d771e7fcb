import { canonicalCode } from '../domain/codes.ts';
import { type Result, refused } from '../domain/refusal.ts';
import type { Statement } from '../domain/statement.ts';
import { firstRefusal, type Recorded, recordShown } from '../services/record-statements.ts';
import { requestKey, withClientKey } from './client-key.ts';
import type { GraphqlContext } from './context.ts';

export type RecordOnce = {
  readonly statement: Result<Statement>;
  readonly idempotencyKey: string;
  readonly year: number | null;
  /** Sequence of what the statement corrects; nothing newer may have been said of its day. Null for what is new. */
  readonly corrects: number | null;
};

/** Records one statement, once for its key however often it is sent. Of progress the answer tells by itself, if asked. */
export async function recordOnce(
  { services, actor }: GraphqlContext,
  { statement, idempotencyKey, year, corrects }: RecordOnce,
): Promise<Result<Recorded>> {
  const content = statement.ok ? [contentOf(statement.value), year, corrects] : null;
  const inbox = requestKey(actor, idempotencyKey, content);
  if (!inbox.ok) return inbox;
  if (!statement.ok) return statement;
  const said = statement.value;
  const outcome = await recordShown(services, {
    statements: [said],
    lines: [said.item],
    actor,
    source: 'GRAPHQL',
    year,
    inbox: inbox.value,
    replyTo: null,
    tellsProgress: false,
    expects: new Map(corrects === null ? [] : [[said.item, corrects]]),
    ...(said.reportedOn !== null && { shownAsOf: said.reportedOn }),
  });
  if (outcome.ok === 'SAID_MEANWHILE') {
    const [newer] = outcome.said;
    if (!newer) throw new Error('something was said meanwhile of nothing');
    return refused({ code: 'SAID_MEANWHILE', item: newer.item, reportedOn: newer.reportedOn });
  }
  const result = firstRefusal(outcome);
  return result.ok ? result : refused(withClientKey(result.refusal, idempotencyKey));
}

/** The same for what says the same, in whatever spelling of the code. */
export const contentOf = ({ item, ...said }: Statement): readonly unknown[] => [
  canonicalCode(item) ?? item,
  said,
];
