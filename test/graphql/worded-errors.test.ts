/** Errors of the protocol and of a request, in both languages and with the message in the configured one. */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { openApi } from './support.ts';

const READS_ALL: Actor = { key: 'key:reads', role: 'READER', structures: [] };

const CASES = [
  { why: 'no GraphQL', query: '{ plan {', it: '(riga 1, colonna 9)', en: '(line 1, column 9)' },
  { why: 'no such field', query: '{ plan { titel } }', it: '«titel»', en: 'Cannot query field "titel"' },
  {
    why: 'a page too long',
    query: '{ reports(first: 1000) { nodes { id } } }',
    it: 'da 1 a 100',
    en: '1 to 100',
  },
  {
    why: 'no cursor',
    query: '{ reports(after: "x") { nodes { id } } }',
    it: 'non indica una pagina',
    en: 'names no page',
  },
  { why: 'no id', query: '{ node(id: "x") { id } }', it: 'non è un identificativo', en: 'is no id' },
  { why: 'no day', query: '{ plan(asOf: "x") { year } }', it: 'non è un giorno', en: 'is not a day' },
  {
    why: 'no day, in a variable',
    query: 'query($day: Date) { plan(asOf: $day) { year } }',
    variables: { day: '31/12/2020' },
    it: 'Variabile «$day»: «31/12/2020» non è un giorno',
    en: 'Variable "$day" got invalid value "31/12/2020"',
  },
  {
    why: 'a range that ends before it begins',
    query: '{ reports(filter: { reportedOn: { from: "2020-02-01", to: "2020-01-01" } }) { nodes { id } } }',
    it: 'comincia (2020-02-01)',
    en: 'begins (2020-02-01)',
  },
  {
    why: 'a variable left out',
    query: 'query($c: String!) { goal(code: $c) { code } }',
    it: 'è obbligatoria',
    en: 'was not provided',
  },
  {
    why: 'two operations',
    query: 'query A { today } query B { today }',
    it: '«operationName»',
    en: 'what operation to execute',
  },
] as const;

describe.each(['it', 'en'] as const)('in %s', (language) => {
  test.each(CASES)('$why', async ({ query, it, en, ...rest }) => {
    const api = await openApi({ language });
    const { errors } = await api.ask(query, 'variables' in rest ? rest.variables : {});
    const [{ message, extensions } = { message: '', extensions: {} }] = errors;
    expect(extensions?.messageIt).toContain(it);
    expect(extensions?.messageEn).toContain(en);
    expect(message).toBe(language === 'it' ? extensions?.messageIt : extensions?.messageEn);
    expect(extensions?.code).toBeTypeOf('string');
  });
});

test('a mutation by GET', async () => {
  const api = await openApi();
  const response = await api.fetch(
    `/graphql?query=${encodeURIComponent('mutation { askCheckIns(input: {idempotencyKey: "x"}) { __typename } }')}`,
  );
  const { errors } = (await response.json()) as { errors: { extensions: { messageIt: string } }[] };
  expect(errors[0]?.extensions.messageIt).toContain('soltanto con POST');
});

describe('a value that an enum has not', () => {
  const literal = { query: '{ reports(orderBy: LATEST) { nodes { id } } }', variables: {} };
  const variable = {
    query: 'query($o: FactOrder) { reports(orderBy: $o) { nodes { id } } }',
    variables: { o: 'RECORDED' },
  };
  test.each([literal, variable])(
    '$query says those that it has, to everybody',
    async ({ query, variables }) => {
      const { context } = await openApi();
      const limited = await openApi({
        context,
        authenticate: async () => ({
          ok: true,
          caller: { actor: READS_ALL, counted: 'key:reads', introspects: false },
        }),
      });
      const { errors, text } = await limited.ask(query, variables);
      const accepted = 'RECORDED_ASC, RECORDED_DESC, REPORTED_ON_ASC, REPORTED_ON_DESC.';
      expect(errors[0]?.extensions?.messageIt).toContain(`Si accetta: ${accepted}`);
      expect(errors[0]?.extensions?.messageEn).toContain(`Accepted: ${accepted}`);
      expect(text).not.toContain('Did you mean');
      expect(text).not.toContain('Forse');
    },
  );
});

test.each([
  { why: 'a value', o: 'x" does not exist in "RefusalCode' },
  { why: 'a value with a suggestion', o: 'x" does not exist in "RefusalCode" enum. Did you mean "y' },
  { why: 'the name of a field', o: { '; Enum "RefusalCode" cannot represent': 1 } },
])('another enum is not told of, though it is named by $why', async ({ o }) => {
  const query = 'query($o: FactOrder) { reports(orderBy: $o) { nodes { id } } }';
  const { errors, text } = await (await openApi()).ask(query, { o });
  expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  expect(text).not.toContain('NO_BASELINE');
});

test('a value of a megabyte is not said three times over', async () => {
  const api = await openApi();
  const { text } = await api.ask('query($n: Int) { plan(year: $n) { year } }', { n: 'x'.repeat(500_000) });
  expect(text.length).toBeLessThan(10_000);
});
