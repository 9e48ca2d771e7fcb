/** What holds of every mutation: done once for its key, refused by name with its field, and then nothing is changed. */
import { GraphQLObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../src/graphql/schema.ts';
import { CASES, type Case } from './mutation-cases.ts';
import { type Answered, type Asked, openAsked, timeless } from './support.ts';

/** Made by others, and held by tests of their own. */
const ELSEWHERE = ['createApiKey', 'revokeApiKey'];

test('each mutation has its case', () => {
  const type = schema.getMutationType();
  if (!(type instanceof GraphQLObjectType)) throw new Error('no mutations');
  const named = Object.keys(type.getFields()).filter((name) => !ELSEWHERE.includes(name));
  expect(CASES.map(({ mutation }) => mutation).sort()).toEqual(named.sort());
});

async function openCase({ before }: Case): Promise<Asked> {
  const asked = await openAsked();
  await before?.(asked);
  return asked;
}

describe.each(CASES)('$mutation', (each) => {
  const { file, input, answer, other, refused } = each;

  test('once for its key', async () => {
    const asked = await openCase(each);
    const start = timeless(await asked.left());
    const first: Answered = await asked.send(file, input, each.actor);
    expect(first).toMatchObject({ duplicate: false, ...answer });
    const done = timeless(await asked.left());
    expect(done).not.toBe(start);
    expect(await asked.send(file, input, each.actor)).toMatchObject({ duplicate: true });
    expect(timeless(await asked.left())).toBe(done);
    if (Object.keys(other).length === 0) return;
    expect(await asked.send(file, other, each.actor)).toMatchObject({
      __typename: 'RefusedResult',
      code: 'IDEMPOTENCY_KEY_REUSED',
      field: 'idempotencyKey',
      messageEn: expect.stringContaining('k-1'),
    });
    expect(timeless(await asked.left())).toBe(done);
  });

  test('sent at once, once', async () => {
    const alone = await openCase(each);
    await alone.send(file, input, each.actor);
    const asked = await openCase(each);
    const twins = await Promise.all([1, 2, 3].map(() => asked.send(file, input, each.actor)));
    expect(twins.map(({ duplicate }: Answered) => duplicate).sort()).toEqual([false, true, true]);
    expect(timeless(await asked.left())).toBe(timeless(await alone.left()));
  });

  test('refused by name, with the field, and nothing is changed', async () => {
    const asked = await openCase(each);
    const start = await asked.left();
    for (const { why, input: wrong, actor: who = each.actor, code, field } of refused) {
      const result = await asked.send(file, { idempotencyKey: why, ...wrong }, who);
      expect(result, why).toMatchObject({ __typename: 'RefusedResult', code, field });
      expect(result.messageIt, why).not.toBe(result.messageEn);
    }
    expect(await asked.send(file, { ...input, idempotencyKey: ' ' }, each.actor)).toMatchObject({
      code: 'IDEMPOTENCY_KEY_INVALID',
      field: 'idempotencyKey',
    });
    expect(await asked.left()).toEqual(start);
  });
});

test('a key is not shared by two mutations', async () => {
  const { send } = await openAsked();
  await send('ask-check-ins', {});
  expect(await send('send-summaries', {})).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});
