import type { Refusal, Result } from '../domain/refusal.ts';
import { actOnce } from '../services/act-once.ts';
import type { Context } from '../services/context.ts';
import { isOfKey, type RequestKey, requestKey, withClientKey } from './client-key.ts';
import type { GraphqlContext } from './context.ts';
import { type RefusedView, refusedView } from './types/refused-result.ts';

export type Mutation<Done> = {
  /** Name of the mutation: a key is not shared by two of them. */
  readonly name: string;
  readonly input: { readonly idempotencyKey: string };
  /** `repeated`: whether the same request had been done when this began. */
  readonly act: (services: Context, inbox: RequestKey, repeated: boolean) => Promise<Result<Done>>;
  /** The field of the input that a refusal is about, as a path; null where it is no single one. */
  readonly fieldOf: (refusal: Refusal) => string | null;
};

/** What every mutation answers: what was done, and whether it had been before; or why it was refused. */
export type MutationAnswer<Done> = (Done & { readonly duplicate: boolean }) | RefusedView;

/** Does what a mutation asks, once for its client's key however often it is sent. */
export async function mutateOnce<Done extends object>(
  { services, actor, language }: GraphqlContext,
  { name, input, act, fieldOf }: Mutation<Done>,
): Promise<MutationAnswer<Done>> {
  const { idempotencyKey, ...content } = input;
  const refuse = (refusal: Refusal): RefusedView => {
    const field = isOfKey(refusal) ? 'idempotencyKey' : fieldOf(refusal);
    return refusedView(withClientKey(refusal, idempotencyKey), field, language);
  };
  const inbox = requestKey(actor, idempotencyKey, [name, content]);
  if (!inbox.ok) return refuse(inbox.refusal);
  const outcome = await actOnce(services, inbox.value, (context, repeated) =>
    act(context, inbox.value, repeated),
  );
  return outcome.ok ? { ...outcome.done.value, duplicate: outcome.duplicate } : refuse(outcome.refusal);
}

/** The field of each code that is about a single one. */
export const fieldByCode =
  (fields: Partial<Readonly<Record<Refusal['code'], string>>>) =>
  ({ code }: Refusal): string | null =>
    fields[code] ?? null;
