import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { printSdl } from '../../src/graphql/print-sdl.ts';
import { schema } from '../../src/graphql/schema.ts';

const GRAPHQL = new URL('../../graphql/', import.meta.url);

test('graphql/schema.graphql is what the code prints', () => {
  expect(readFileSync(new URL('schema.graphql', GRAPHQL), 'utf8')).toBe(printSdl());
});

test('the printed schema is valid on its own', () => {
  expect(() => buildSchema(printSdl())).not.toThrow();
});

/** `Type`, `Type.field`, `Type.field(arg)` of everything without a description. */
function undescribed(): string[] {
  const missing: string[] = [];
  const check = (name: string, description: string | null | undefined) => {
    if (!description?.trim()) missing.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    check(type.name, type.description);
    if (isEnumType(type)) {
      for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field.description);
        for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg.description);
      }
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field.description);
      }
    }
  }
  return missing;
}

test('every type, field, argument and value is described', () => {
  expect(undescribed()).toEqual([]);
});

/** `Type.field` and `Type.field(arg)` of everything that can be asked or given. */
const FIELDS: readonly string[] = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (isIntrospectionType(type)) return [];
  if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) => [
    `${type.name}.${name}`,
    ...args.map((arg) => `${type.name}.${name}(${arg.name})`),
  ]);
});

test('no field names a person', () => {
  expect(FIELDS).toContain('Query.plan(year)');
  expect(FIELDS.filter((field) => /actor|email|person|author|recordedBy/i.test(field))).toEqual([]);
});

/** What stands in each list that is read page by page. */
const LISTED = Object.values(schema.getTypeMap()).flatMap((type) => {
  const nodes = isObjectType(type) && type.name.endsWith('Connection') ? type.getFields().nodes : undefined;
  const listed = nodes && getNamedType(nodes.type);
  return isObjectType(listed) ? [listed] : [];
});

test('whatever is listed page by page has an id by which it is found again', () => {
  expect(LISTED.map(({ name }) => name)).toContain('StatusReport');
  const withoutId = LISTED.filter((type) => type.getInterfaces().every(({ name }) => name !== 'Node'));
  expect(withoutId.map(({ name }) => name)).toEqual([]);
});
