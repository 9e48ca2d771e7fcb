/** A context whose real clock a test sets, and keys made in it. */
import type { Actor } from '../../../src/domain/actor.ts';
import type { Context } from '../../../src/services/context.ts';
import { type CreatedKey, createKey, type GivenKey } from '../../../src/services/keys/create-key.ts';
import { openTestContext, PLANNING_OFFICE, type TestContext } from '../../helpers/context.ts';

export const NOW = '2020-09-14T08:00:00.000Z';

export type KeysContext = TestContext & { setRealNow(instant: string): void };

export async function openKeysContext(
  options: Parameters<typeof openTestContext>[0] = {},
): Promise<KeysContext> {
  const context = await openTestContext(options);
  let now = new Date(NOW);
  return {
    ...context,
    realNow: () => now,
    setRealNow(instant) {
      now = new Date(instant);
    },
  };
}

export const given = (parts: Partial<GivenKey> = {}): GivenKey => ({
  name: 'Cruscotto',
  scopes: ['read'],
  structures: [],
  expiresOn: null,
  ...parts,
});

/** Made as it is; whoever tests refusals calls the service. */
export async function makeKey(
  context: Context,
  parts: Partial<GivenKey> = {},
  actor: Actor = PLANNING_OFFICE,
): Promise<CreatedKey & { readonly token: string }> {
  const created = await createKey(context, actor, given(parts), null);
  if (!created.ok) throw new Error(created.refusal.code);
  const { token } = created.value;
  if (token === null) throw new Error('nothing asked for it before');
  return { ...created.value, token };
}
