import { createHash, randomBytes, randomInt } from 'node:crypto';
import { type Actor, may } from '../../domain/actor.ts';
import {
  type ApiKey,
  endOfDayInRome,
  impliedScopes,
  KEY_ID_LENGTH,
  KEY_ID_LETTERS,
  KEY_SCOPES,
  KEY_SECRET_BYTES,
  type KeyScope,
  type KeyView,
  type KeyWish,
  keyToken,
  keyView,
  parseKeyScope,
  wrongKeyWish,
} from '../../domain/api-key.ts';
import type { StructureCode } from '../../domain/codes.ts';
import { dayInRome, type IsoDate } from '../../domain/dates.ts';
import type { Plan } from '../../domain/plan.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { findStructure } from '../../domain/resolve.ts';
import type { Context } from '../context.ts';
import { findCommitted, type InboxKey } from '../find-repeat.ts';
import { findPlan } from '../load-figures.ts';

/** A new key as it was asked for: scopes and structures as they were written. */
export type GivenKey = {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Codes or names. */
  readonly structures: readonly string[];
  /** The last day on which it holds; null for ever. */
  readonly expiresOn: IsoDate | null;
};

export type CreatedKey = {
  readonly key: KeyView;
  /** All that a program sends, `arti_<id>_<secret>`: shown now and never again. Null where the same request made it before. */
  readonly token: string | null;
  readonly duplicate: boolean;
};

/**
 * Makes a key. Of its secret a hash is kept. Refused: ROLE_MAY_NOT, NO_PLAN, KEY_NAME_INVALID, KEY_SCOPES_INVALID,
 * UNKNOWN_STRUCTURE, KEY_STRUCTURES_MISSING, KEY_STRUCTURES_UNUSED, DATE_IN_PAST, IDEMPOTENCY_KEY_REUSED.
 * @param inbox of the request; null where each is one of its own
 */
export async function createKey(
  context: Context,
  actor: Actor,
  given: GivenKey,
  inbox: InboxKey | null,
): Promise<Result<CreatedKey>> {
  if (!may(actor, 'MANAGE_KEYS')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'MANAGE_KEYS' });
  }
  const earlier = await findMadeBefore(context, inbox);
  if (earlier) return earlier;
  const plan = await findPlan(context, null);
  if (!plan.ok) return plan;
  const wish = readWish(given, plan.value.plan);
  if (!wish.ok) return wish;
  const known = plan.value.plan.structures.map(({ code }) => code);
  const wrong = wrongKeyWish(wish.value, known, dayInRome(context.realNow()));
  if (wrong) return refused(wrong);
  return writeKey(context, actor, wish.value, { planId: plan.value.id, inbox });
}

/** The answer to a request that was made before: judged anew it could be refused, although its key stands. */
async function findMadeBefore(
  context: Context,
  inbox: InboxKey | null,
): Promise<Result<CreatedKey> | undefined> {
  const earlier = inbox && (await findCommitted(context, inbox));
  if (!earlier) return undefined;
  if ('code' in earlier) return refused(earlier);
  const key = await context.store.findApiKeyMadeBy(inbox.key);
  return key && accepted({ key: keyView(key, context.realNow()), token: null, duplicate: true });
}

function readWish(given: GivenKey, plan: Plan): Result<KeyWish> {
  const scopes: KeyScope[] = [];
  for (const text of given.scopes) {
    const scope = parseKeyScope(text);
    if (scope === undefined)
      return refused({ code: 'KEY_SCOPES_INVALID', given: text.trim(), known: KEY_SCOPES });
    scopes.push(scope);
  }
  const structures = new Set<StructureCode>();
  for (const text of given.structures) {
    const structure = findStructure(plan, text);
    if (structure === undefined) {
      const known = plan.structures.map(({ code }) => code);
      return refused({ code: 'UNKNOWN_STRUCTURE', given: text.trim(), known });
    }
    structures.add(structure.code);
  }
  return accepted({
    name: given.name.trim().replace(/\s+/g, ' '),
    scopes: impliedScopes(scopes),
    structures: [...structures],
    expiresOn: given.expiresOn,
  });
}

async function writeKey(
  context: Context,
  actor: Actor,
  wish: KeyWish,
  request: { readonly planId: number; readonly inbox: InboxKey | null },
): Promise<Result<CreatedKey>> {
  const { name, scopes, structures, expiresOn } = wish;
  for (;;) {
    const id = newId();
    const secret = randomBytes(KEY_SECRET_BYTES).toString('hex');
    const now = context.realNow();
    const key: ApiKey = {
      id,
      name,
      scopes,
      structures,
      createdAt: now.toISOString(),
      createdBy: actor.key,
      expiresAt: expiresOn && endOfDayInRome(expiresOn),
      lastUsedAt: null,
      revokedAt: null,
    };
    const outcome = await context.store.createApiKey(
      { ...key, secretHash: hashOfSecret(secret) },
      {
        ...request,
        recordedAt: context.clock.now().toISOString(),
        // Not its name: that may name somebody.
        audit: { kind: 'KEY_CREATED', actor: actor.key, body: { key: id, scopes, structures, expiresOn } },
      },
    );
    if (outcome === 'CREATED') {
      return accepted({ key: keyView(key, now), token: keyToken({ id, secret }), duplicate: false });
    }
    if (outcome === 'ID_TAKEN') continue;
    // Another process was first with the same request.
    const before = await findMadeBefore(context, request.inbox);
    if (before === undefined) throw new Error(`a request that was repeated made no key: ${outcome}`);
    return before;
  }
}

const newId = (): string =>
  Array.from({ length: KEY_ID_LENGTH }, () => KEY_ID_LETTERS.charAt(randomInt(KEY_ID_LETTERS.length))).join(
    '',
  );

/** SHA-256 in hexadecimal digits. The secret is random and long, so that nothing is gained by a slower one. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
