/**
 * Fields that hold one value. Each is a zod schema that reads a value of the tree, says by a rule what is wrong
 * with it, and describes itself to JSON Schema; and each takes {@link STAND_IN} for a valid value.
 */
import { z } from 'zod';
import { canonicalCode, type GoalCode, type StructureCode } from '../domain/codes.ts';
import { type IsoDate, isoDate, parseIsoDate } from '../domain/dates.ts';
import { type Decimal, parseDecimal } from '../domain/decimal.ts';
import { findPlace, PLACES, type Place } from '../domain/places.ts';
import { type Bps, WHOLE_BPS } from '../domain/plan.ts';
import type { FieldRule } from './problems.ts';
import { kindOf, STAND_IN, type Tree, WrittenNumber } from './tree.ts';

const MAX_TEXT = 10_000;

type Read<T> = { readonly value: T } | FieldRule;

function scalar<T>(standIn: T, jsonSchema: Record<string, unknown>, read: (value: Tree) => Read<T>) {
  return z
    .unknown()
    .transform((input, context): T => {
      if (input === STAND_IN) return standIn;
      // Missing and empty fields are told by whoever turns issues into problems: here the name is not known.
      const result: Read<T> =
        input === undefined || input === null ? { code: 'EMPTY_FIELD', field: '' } : read(input as Tree);
      if ('value' in result) return result.value;
      context.addIssue({ code: 'custom', params: { rule: result } });
      return z.NEVER;
    })
    .meta(jsonSchema);
}

const wrongType = (value: Tree, expected: 'TEXT' | 'NUMBER'): FieldRule => ({
  code: 'WRONG_TYPE',
  expected,
  found: kindOf(value),
});

function readText<T>(value: Tree, read: (text: string) => Read<T>): Read<T> {
  return typeof value === 'string' ? read(value.trim()) : wrongType(value, 'TEXT');
}

export const text = () =>
  scalar('', { type: 'string', minLength: 1, maxLength: MAX_TEXT }, (value) =>
    readText(value, (found) => {
      if (found === '') return { code: 'EMPTY_FIELD', field: '' };
      return found.length > MAX_TEXT ? { code: 'TOO_LONG', limit: MAX_TEXT } : { value: found };
    }),
  );

export function oneOf<const V extends readonly [string, ...string[]]>(...accepted: V) {
  return scalar<V[number]>(accepted[0], { type: 'string', enum: [...accepted] }, (value) =>
    readText(value, (found) =>
      accepted.includes(found) ? { value: found } : { code: 'NOT_ONE_OF', found, accepted },
    ),
  );
}

/** One of the words that stand for a value, whatever their case. */
export const wordFor = <V extends string>(standIn: V, words: Readonly<Record<string, V>>) =>
  scalar<V>(standIn, { type: 'string', enum: Object.keys(words) }, (value) =>
    readText(value, (found) => {
      const [, meant] = Object.entries(words).find(([word]) => word === found.toLocaleLowerCase('it')) ?? [];
      return meant === undefined
        ? { code: 'NOT_ONE_OF', found, accepted: Object.keys(words) }
        : { value: meant };
    }),
  );

export const place = () =>
  scalar<Place>('Firenze', { type: 'string', enum: [...PLACES] }, (value) =>
    readText(value, (found) => {
      const known = findPlace(found);
      return known === undefined ? { code: 'NOT_ONE_OF', found, accepted: PLACES } : { value: known };
    }),
  );

export const day = () =>
  scalar<IsoDate>(isoDate('2000-01-01'), { type: 'string', format: 'date' }, (value) => {
    const found = writtenText(value);
    if (found === undefined) return wrongType(value, 'TEXT');
    const parsed = parseIsoDate(found);
    return parsed === undefined ? { code: 'NOT_A_DATE', found } : { value: parsed };
  });

/** `1.10` without quotes is the number 1.1 to any other YAML tool that saves the file: so quotes are required. */
function dottedCode<C extends string>() {
  return scalar('0' as C, { type: 'string', pattern: '^\\d{1,4}(\\.\\d{1,4}){0,4}$' }, (value) => {
    if (value instanceof WrittenNumber) return { code: 'CODE_NOT_QUOTED', found: value.text };
    return readText(value, (found) => {
      const code = canonicalCode(found);
      return code === undefined ? { code: 'NOT_A_CODE', found } : { value: code as C };
    });
  });
}
export const goalCode = () => dottedCode<GoalCode>();
export const areaCode = () => dottedCode<string>();

export const structureCode = () =>
  scalar('X' as StructureCode, { type: 'string', pattern: '^[A-Z][A-Z0-9_-]{0,29}$' }, (value) =>
    readText(value, (found) =>
      /^[A-Z][A-Z0-9_-]{0,29}$/.test(found)
        ? { value: found as StructureCode }
        : { code: 'NOT_A_STRUCTURE_CODE', found },
    ),
  );

/** Percent with at most two decimals, in basis points; read from its text, never from a double. */
export const weight = () =>
  scalar<Bps>(0, { type: 'number', minimum: 0, maximum: 100 }, (value) => {
    const found = writtenText(value);
    if (found === undefined) return wrongType(value, 'NUMBER');
    if (!(value instanceof WrittenNumber)) return { code: 'NOT_A_WEIGHT', found };
    const [, sign, whole = '', fraction = ''] = /^(-)?(\d+)(?:\.(\d+))?$/.exec(found) ?? [];
    if (whole === '') return { code: 'NOT_A_WEIGHT', found };
    if (sign !== undefined) return { code: 'WEIGHT_NEGATIVE', found };
    if (fraction.length > 2) return { code: 'WEIGHT_TOO_PRECISE', found };
    const bps = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
    return bps > WHOLE_BPS ? { code: 'WEIGHT_OVER_100', found } : { value: bps };
  });

export const integer = (least: number, most: number) =>
  scalar(least, { type: 'integer', minimum: least, maximum: most }, (value) => {
    const found = writtenText(value);
    if (found === undefined) return wrongType(value, 'NUMBER');
    const fits = value instanceof WrittenNumber && /^\d{1,15}$/.test(found);
    return fits && Number(found) >= least && Number(found) <= most
      ? { value: Number(found) }
      : { code: 'NOT_AN_INTEGER', found, least, most };
  });

export const targetValue = () =>
  scalar<Decimal>('1' as Decimal, { type: 'number', minimum: 0 }, (value) => {
    const found = writtenText(value);
    if (found === undefined) return wrongType(value, 'NUMBER');
    const decimal = value instanceof WrittenNumber ? parseDecimal(found) : undefined;
    return decimal === undefined || decimal.startsWith('-')
      ? { code: 'NOT_A_TARGET_VALUE', found }
      : { value: decimal };
  });

export type Years = { readonly from: number; readonly to: number };

/** `2020`, or `2021-2022`. */
export const years = () =>
  scalar<Years>({ from: 0, to: 0 }, { type: ['integer', 'string'], pattern: '^\\d{4}-\\d{4}$' }, (value) => {
    const found = writtenText(value);
    if (found === undefined) return wrongType(value, 'NUMBER');
    const [, from, to = from] = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/.exec(found) ?? [];
    if (from === undefined || Number(to) < Number(from)) return { code: 'NOT_YEARS', found };
    return { value: { from: Number(from), to: Number(to) } };
  });

/** A role address in a directory, or the name of a channel as Slack takes it: no capitals, at most 80. */
export const key = () =>
  scalar('x', { type: 'string', pattern: '^[a-z0-9][a-z0-9._-]{0,79}$' }, (value) =>
    readText(value, (found) =>
      /^[a-z0-9][a-z0-9._-]{0,79}$/.test(found) ? { value: found } : { code: 'NOT_A_KEY', found },
    ),
  );

export const email = () =>
  scalar('x@y', { type: 'string', format: 'email' }, (value) =>
    readText(value, (found) =>
      /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(found)
        ? { value: found.toLowerCase() }
        : { code: 'NOT_AN_EMAIL', found },
    ),
  );

/** Numbers and texts alike, as written: for fields where either could have been meant. */
function writtenText(value: Tree): string | undefined {
  if (value instanceof WrittenNumber) return value.text;
  return typeof value === 'string' ? value.trim() : undefined;
}
