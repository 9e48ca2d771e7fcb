import { createHash } from 'node:crypto';
import { canonicalCode } from '../domain/codes.ts';
import { type Refusal, type Result, refused } from '../domain/refusal.ts';
import type { Statement } from '../domain/statement.ts';
import { firstRefusal, type Recorded, recordStatements } from '../services/record-statements.ts';
import type { GraphqlContext } from './context.ts';

/** Characters of a client's idempotency key. */
export const IDEMPOTENCY_KEY_LIMIT = 200;

export type RecordOnce = {
  readonly statement: Result<Statement>;
  readonly idempotencyKey: string;
  readonly year: number | null;
};

/** Records one statement, once for its key however often it is sent. */
export async function recordOnce(
  { services, actor }: GraphqlContext,
  { statement, idempotencyKey, year }: RecordOnce,
): Promise<Result<Recorded>> {
  if (idempotencyKey.trim() === '' || idempotencyKey.length > IDEMPOTENCY_KEY_LIMIT) {
    return refused({ code: 'IDEMPOTENCY_KEY_INVALID', limit: IDEMPOTENCY_KEY_LIMIT });
  }
  if (!statement.ok) return statement;
  const said = statement.value;
  const outcome = await recordStatements(services, {
    statements: [said],
    lines: [said.item],
    actor,
    source: 'GRAPHQL',
    year,
    inbox: { key: `graphql/${actor.key}/${idempotencyKey}`, fingerprint: fingerprintOf(said, year) },
    replyTo: null,
  });
  const result = firstRefusal(outcome);
  return result.ok ? result : refused(withClientKey(result.refusal, idempotencyKey));
}

/** The stored key names the actor: the client is told its own. */
const withClientKey = (refusal: Refusal, key: string): Refusal =>
  refusal.code === 'IDEMPOTENCY_KEY_REUSED' ? { ...refusal, key } : refusal;

/** The same for requests that say the same, in whatever order of fields and spelling of the code. */
function fingerprintOf(statement: Statement, year: number | null): string {
  const { expects, item, figure, blockedBecause, note, evidence, reportedOn } = statement;
  const code = canonicalCode(item) ?? item;
  const said = JSON.stringify([expects, code, figure, blockedBecause, note, evidence, reportedOn, year]);
  return createHash('sha256').update(said).digest('hex');
}
