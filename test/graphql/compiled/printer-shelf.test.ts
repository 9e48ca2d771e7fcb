import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type FieldNode, parse, visit } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { OperationPrinter } from '../../../src/graphql/compiled/compile-operation.ts';
import { prepareOperation } from '../../../src/graphql/compiled/prepare-operation.ts';
import { createPrinterShelf } from '../../../src/graphql/compiled/printer-shelf.ts';
import { schema } from '../../../src/graphql/schema.ts';

const printer = (): OperationPrinter => () => '';

describe('a shelf of ten fields', () => {
  test('gives back what fits, and forgets what was asked for longest ago', () => {
    const place = createPrinterShelf(10).placeFor(4);
    const [a, b, c] = [printer(), printer(), printer()];
    place.keep('a', a);
    place.keep('b', b);
    expect(place.find('a')).toBe(a);
    place.keep('c', c);
    expect([place.find('a'), place.find('b'), place.find('c')]).toEqual([a, undefined, c]);
  });

  test('keeps one that is larger than itself, alone', () => {
    const shelf = createPrinterShelf(10);
    const [small, large] = [shelf.placeFor(4), shelf.placeFor(40)];
    const whole = printer();
    small.keep('', printer());
    large.keep('', whole);
    expect([small.find(''), large.find('')]).toEqual([undefined, whole]);
    small.keep('', printer());
    expect(large.find('')).toBeUndefined();
  });

  test('counts one that is kept again once', () => {
    const place = createPrinterShelf(10).placeFor(5);
    const [a, again] = [printer(), printer()];
    place.keep('a', a);
    for (let times = 0; times < 5; times += 1) place.keep('b', again);
    expect([place.find('a'), place.find('b')]).toEqual([a, again]);
  });
});

describe('of operations on one shelf', () => {
  const prepared = (text: string, shelf = createPrinterShelf()) => {
    const operation = prepareOperation(schema, parse(text), null, shelf);
    if (!operation) throw new Error('no query');
    return operation;
  };

  test('each way in which a field is left out is compiled once', () => {
    const { printerFor } = prepared('query ($a: Boolean!) { today @skip(if: $a) plan { year } }');
    expect(printerFor({ a: true })).toBe(printerFor({ a: true }));
    expect(printerFor({ a: true })).not.toBe(printerFor({ a: false }));
  });

  test('none is taken for another', () => {
    const shelf = createPrinterShelf();
    const [first, second] = [prepared('{ today }', shelf), prepared('{ plan { year } }', shelf)];
    expect(first.printerFor({})).not.toBe(second.printerFor({}));
    expect(first.printerFor({})).toBe(first.printerFor({}));
  });

  test('many large ones leave no more behind than few', () => {
    const shelf = createPrinterShelf(100);
    const fields = Array.from({ length: 60 }, (_, index) => `a${index}: today`).join(' ');
    const operations = [prepared(`{ ${fields} }`, shelf), prepared(`{ ${fields} }`, shelf)];
    const before = operations.map(({ printerFor }) => printerFor({}));
    expect(operations[1]?.printerFor({})).toBe(before[1]);
    expect(operations[0]?.printerFor({})).not.toBe(before[0]);
  });

  test('a document that nobody keeps any more leaves nothing behind', async () => {
    const shelf = createPrinterShelf();
    const asked = () => {
      const document = parse('{ plan { year } }');
      prepareOperation(schema, document, null, shelf)?.printerFor({});
      // Of a document a printer holds the parts, and each of them all of its text.
      const fields: FieldNode[] = [];
      visit(document, { Field: (field) => void fields.push(field) });
      return fields.map((field) => new WeakRef(field));
    };
    const left = asked();
    // What a WeakRef was made of stays until the turn is over.
    await setImmediate();
    collectGarbage();
    expect(left.map((field) => field.deref())).toEqual([undefined, undefined]);
  });
});

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
