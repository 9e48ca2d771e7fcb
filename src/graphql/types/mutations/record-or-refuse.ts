import type { Result } from '../../../domain/refusal.ts';
import type { Statement } from '../../../domain/statement.ts';
import type { Context } from '../../../services/context.ts';
import type { Recorded } from '../../../services/record-statements.ts';
import { isOfKey } from '../../client-key.ts';
import type { GraphqlContext } from '../../context.ts';
import { fieldAtFault, type SaidInput } from '../../field-at-fault.ts';
import { recordOnce } from '../../record-once.ts';
import { type RefusedView, refusedView } from '../refused-result.ts';

type AnyInput = SaidInput & {
  readonly idempotencyKey: string;
  readonly year?: number | null | undefined;
};

export type RecordOrRefuse<Shown> = {
  readonly input: AnyInput;
  readonly statement: Result<Statement>;
  /** Sequence of what it corrects; null for what is new. */
  readonly corrects: number | null;
  /** Shows what was recorded. */
  readonly view: (services: Context, recorded: Recorded) => Shown;
};

/** What every mutation that records one statement answers. */
export async function recordOrRefuse<Shown extends object>(
  context: GraphqlContext,
  { input, statement, corrects, view }: RecordOrRefuse<Shown>,
): Promise<(Shown & { readonly duplicate: boolean }) | RefusedView> {
  const year = input.year ?? null;
  const { idempotencyKey } = input;
  const result = await recordOnce(context, { statement, idempotencyKey, year, corrects });
  if (!result.ok) {
    const { refusal } = result;
    const field = isOfKey(refusal)
      ? 'idempotencyKey'
      : refusal.code === 'SAID_MEANWHILE'
        ? 'corrects'
        : fieldAtFault(refusal, input);
    return refusedView(refusal, field, context.language);
  }
  return { ...view(context.services, result.value), duplicate: result.value.duplicate };
}
