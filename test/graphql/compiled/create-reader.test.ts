/** What is kept of an answer, and of its parts, from one commit to the next. */
import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { createReader } from '../../../src/graphql/compiled/create-reader.ts';
import { prepareOperation } from '../../../src/graphql/compiled/prepare-operation.ts';
import { createPrinterShelf } from '../../../src/graphql/compiled/printer-shelf.ts';
import type { GraphqlContext } from '../../../src/graphql/context.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openRealContext, PLANNING } from '../../services/real-context.ts';

test('parts that were printed before are of the same place, also when the query was compiled anew in between', async () => {
  const services = await openRealContext();
  const context: GraphqlContext = {
    services,
    actor: PLANNING,
    caller: { actor: PLANNING, counted: 'prova', introspects: true },
    language: 'it',
  };
  const names = ['a', 'b', 'c', 'd', 'e'];
  // Which of the types stand first is only known when they come.
  const document = parse(`query ($ids: [ID!]!, ${names.map((name) => `$${name}: Boolean!`).join()}) {
    ${names.map((name) => `${name}: today @skip(if: $${name})`).join(' ')}
    first: nodes(ids: $ids) { ... on Goal { phases { ...Short a: code } } ... on Phase { progress { percent } } }
    second: nodes(ids: $ids) { ... on Goal { phases { ...Short b: number } } }
  }
  fragment Short on Phase { code number start end weightBps notes output  }`);
  // It holds one printer of them all.
  const operation = prepareOperation(schema, document, null, createPrinterShelf(1));
  if (!operation) throw new Error('no query');
  const read = createReader();
  const ask = async (ids: readonly string[], combination = 0) => {
    const variables = {
      ids,
      ...Object.fromEntries(names.map((name, bit) => [name, ((combination >> bit) & 1) === 1])),
    };
    const answer = await read({ operation, key: 'query', variables, context });
    const { data } = await execute({ schema, document, contextValue: context, variableValues: variables });
    expect(answer?.text).toBe(JSON.stringify(data));
  };
  const found = await execute({
    schema,
    document: parse('{ goal(code: "1.4") { id phases { id } } }'),
    contextValue: context,
  });
  const goal = found.data?.goal as { id: string; phases: { id: string }[] } | undefined;
  const [id, phase] = [goal?.id ?? '', goal?.phases[0]?.id ?? ''];
  await ask([id]);
  for (let combination = 1; combination <= 3; combination += 1) await ask([id], combination);
  await ask([phase, id]);
  await services.store.setSetting('whatever', 'is committed');
  await ask([id]);
});
