/**
 * Values that are forged, out of range or of another kind, for every field of the schema that takes such a value: a field
 * that comes to the schema comes to these cases too.
 */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../../../../src/graphql/schema.ts';
import { asked, family, type HostileCase } from '../hostile-case.ts';

/** A field that can be asked for, and the path to it. */
type Place = { readonly path: readonly string[]; readonly field: GraphQLField<unknown, unknown> };

/** Of the root and of what hangs from a plan, a goal, a phase and a structure. */
function places(): readonly Place[] {
  const found: Place[] = [];
  const look = (fields: readonly GraphQLField<unknown, unknown>[], path: readonly string[]) => {
    for (const field of fields) {
      found.push({ path, field });
      const type = getNamedType(field.type);
      const given = ENTRANCES[field.name];
      if (path.length === 0 && given !== undefined && isObjectType(type)) {
        look(Object.values(type.getFields()), [`${field.name}${given}`]);
      }
    }
  };
  look(Object.values(schema.getQueryType()?.getFields() ?? {}), []);
  return found;
}

const ENTRANCES: Readonly<Record<string, string>> = {
  plan: '',
  goal: '(code: "1.1")',
  phase: '(code: "1.1.1")',
  structure: '(code: "LAVORO")',
};

/** Something that would do, for what has to be given besides. */
const USUAL: Readonly<Record<string, string>> = {
  String: '"1.1"',
  ID: '"1"',
  Int: '1',
  Float: '1',
  Boolean: 'true',
  Date: '"2020-06-30"',
};

const usual = (type: GraphQLInputType): string | null => {
  if (isNonNullType(type)) return usual(type.ofType);
  if (isListType(type)) return '[]';
  if (!isLeafType(type)) return '{}';
  return USUAL[type.name] ?? ('getValues' in type ? (type.getValues()[0]?.name ?? null) : null);
};

function queryOf({ path, field }: Place, arg: GraphQLArgument): string {
  const others = field.args
    .filter((each) => each !== arg && isRequiredArgument(each))
    .map((each) => `, ${each.name}: ${usual(each.type)}`);
  const below = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  const inner = `${field.name}(${arg.name}: $v${others.join('')})${below}`;
  const whole = path.reduceRight((inside, each) => `${each} { ${inside} }`, inner);
  return `query ($v: ${String(arg.type)}) { ${whole} }`;
}

type Bad = { readonly takes: (arg: GraphQLArgument) => boolean; readonly values: readonly unknown[] };

const named = (arg: GraphQLArgument): string => getNamedType(arg.type).name;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const BAD: readonly Bad[] = [
  {
    takes: ({ name }) => name === 'after' || name === 'before',
    values: [
      '',
      '0',
      '-1',
      '1.5',
      '1e3',
      '9'.repeat(16),
      '9'.repeat(400),
      'NaN',
      'null',
      '__proto__',
      '{"sequence":1}',
      base64('{"__proto__":{"x":1}}'),
      base64('cursor:-1'),
      base64('["2020-01-01",9999999999999999999]'),
      `${base64('x'.repeat(10_000))}==`,
      "1' OR 1=1 --",
      '1\u0000',
      '\ud800',
      'x'.repeat(100_000),
      1,
      ['1'],
      { a: 1 },
    ],
  },
  {
    takes: ({ name }) => name === 'first' || name === 'last',
    values: [0, -1, 101, 1000, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 1e21, 1.5, '1', null, [1], true, {}],
  },
  {
    takes: (arg) => named(arg) === 'ID',
    values: [
      '',
      '0',
      '-1',
      'Plan:1',
      base64('Plan:1'),
      base64('Goal:1.1'),
      base64('ApiKey:1'),
      base64('Person:direttrice'),
      base64('Query:'),
      base64('__Schema:x'),
      base64('__proto__:1'),
      base64('constructor:1'),
      base64('StatusReport:9999999999999999'),
      base64('StatusReport:-1'),
      base64('Phase:1.1.1\u0000'),
      'x'.repeat(100_000),
      1.5,
      true,
      {},
    ],
  },
  {
    takes: (arg) => named(arg) === 'Date',
    values: [
      '',
      '2020-02-30',
      '0000-00-00',
      '1899-12-31',
      '3000-01-01',
      '2020-1-1',
      '30/06/2020',
      '2020-06-30T00:00:00Z',
      '+002020-06-30',
      '٢٠٢٠-٠٦-٣٠',
      '2020-06-30\n',
      '2020-06-30\u0000',
      'today',
      20200630,
      ['2020-06-30', '2020-06-30'],
      {},
      '1900-01-01',
      '2999-12-31',
    ],
  },
  {
    takes: ({ name }) => name === 'year',
    values: [-1, 0, 2 ** 31 - 1, -(2 ** 31), 2 ** 53, 1.5, '2020', {}],
  },
  { takes: ({ name }) => name === 'baseline', values: [-1, 99, 2 ** 31 - 1, '0', 0.5] },
  {
    takes: ({ name }) => name === 'code' || name === 'structure' || name === 'goal',
    values: ['', ' ', '1.1.1.1.1', '%', '*', '../../etc/passwd', "'", '١.١', '🙂', 1.1, null, []],
  },
];

/** Each field that takes such an argument is asked with some of the values, in turn, so that all of them are asked. */
const SOME = 3;

function inputCases(): readonly Omit<HostileCase, 'family'>[] {
  return BAD.flatMap(({ takes, values }) => {
    const taking = places().flatMap((place) => place.field.args.filter(takes).map((arg) => ({ place, arg })));
    return taking.flatMap(({ place, arg }, index) => {
      const turned = [...values, ...values].slice((index * SOME) % values.length);
      const some = taking.length > 2 ? turned.slice(0, SOME) : values;
      return some.map((value) =>
        asked({
          why: `${[...place.path, place.field.name].join('.')}(${arg.name}: ${String(JSON.stringify(value)).slice(0, 40)})`,
          query: queryOf(place, arg),
          variables: { v: value },
        }),
      );
    });
  });
}

export const INPUT_CASES = family('input', inputCases());
