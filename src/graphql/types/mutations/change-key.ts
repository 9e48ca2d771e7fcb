import type { Refusal, Result } from '../../../domain/refusal.ts';
import { isOfKey, type RequestKey, requestKey, withClientKey } from '../../client-key.ts';
import type { GraphqlContext } from '../../context.ts';
import { type RefusedView, refusedView } from '../refused-result.ts';

export type KeyChange<Done> = {
  /** Name of the mutation: a client's key is not shared by two of them. */
  readonly name: string;
  readonly input: { readonly idempotencyKey: string };
  readonly act: (context: GraphqlContext, inbox: RequestKey) => Promise<Result<Done>>;
  readonly fieldOf: (refusal: Refusal) => string | null;
};

/**
 * Makes or revokes a key, once for the client's key. By itself, unlike other mutations: what a service wrote before
 * tells here what is answered, for a secret is shown only once.
 */
export async function changeKey<Done>(
  context: GraphqlContext,
  { name, input, act, fieldOf }: KeyChange<Done>,
): Promise<Done | RefusedView> {
  const { idempotencyKey, ...content } = input;
  const inbox = requestKey(context.actor, idempotencyKey, [name, content]);
  const result = inbox.ok ? await act(context, inbox.value) : inbox;
  if (result.ok) return result.value;
  const { refusal } = result;
  const field = isOfKey(refusal) ? 'idempotencyKey' : fieldOf(refusal);
  return refusedView(withClientKey(refusal, idempotencyKey), field, context.language);
}
