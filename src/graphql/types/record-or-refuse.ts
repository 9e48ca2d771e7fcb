import type { RecordedItem } from '../../domain/notice.ts';
import type { Result } from '../../domain/refusal.ts';
import type { Statement } from '../../domain/statement.ts';
import type { Context } from '../../services/context.ts';
import type { GraphqlContext } from '../context.ts';
import { fieldAtFault } from '../field-at-fault.ts';
import type { MeasurementInput, StatusInput } from '../parse-input.ts';
import { recordOnce } from '../record-once.ts';
import { type RefusedView, refusedView } from './refused-result.ts';

type AnyInput = (StatusInput | MeasurementInput) & {
  readonly idempotencyKey: string;
  readonly year?: number | null | undefined;
};

/** What every mutation that records one statement answers; `read` reads back what was recorded. */
export async function recordOrRefuse<Recorded extends object>(
  context: GraphqlContext,
  input: AnyInput,
  statement: Result<Statement>,
  read: (services: Context, year: number | null, item: RecordedItem) => Promise<Recorded>,
): Promise<(Recorded & { readonly duplicate: boolean }) | RefusedView> {
  const year = input.year ?? null;
  const result = await recordOnce(context, { statement, idempotencyKey: input.idempotencyKey, year });
  if (!result.ok) return refusedView(result.refusal, fieldAtFault(result.refusal, input), context.language);
  const [item] = result.value.items;
  if (!item) throw new Error('a statement was recorded without an item');
  return { ...(await read(context.services, year, item)), duplicate: result.value.duplicate };
}
