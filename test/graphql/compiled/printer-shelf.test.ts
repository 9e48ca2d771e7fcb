import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { OperationPrinter } from '../../../src/graphql/compiled/compile-operation.ts';
import { prepareOperation } from '../../../src/graphql/compiled/prepare-operation.ts';
import { createPrinterShelf } from '../../../src/graphql/compiled/printer-shelf.ts';
import { schema } from '../../../src/graphql/schema.ts';

const printer = (): OperationPrinter => () => '';

describe('a shelf of ten fields', () => {
  test('gives back what fits, and forgets what was asked for longest ago', () => {
    const shelf = createPrinterShelf(10);
    const [a, b, c] = [printer(), printer(), printer()];
    shelf.keep('a', a, 4);
    shelf.keep('b', b, 4);
    expect(shelf.find('a')).toBe(a);
    shelf.keep('c', c, 4);
    expect([shelf.find('a'), shelf.find('b'), shelf.find('c')]).toEqual([a, undefined, c]);
  });

  test('keeps one that is larger than itself, alone', () => {
    const shelf = createPrinterShelf(10);
    const large = printer();
    shelf.keep('a', printer(), 4);
    shelf.keep('b', large, 40);
    expect([shelf.find('a'), shelf.find('b')]).toEqual([undefined, large]);
    shelf.keep('c', printer(), 4);
    expect(shelf.find('b')).toBeUndefined();
  });

  test('counts one that is kept again once', () => {
    const shelf = createPrinterShelf(10);
    const [a, again] = [printer(), printer()];
    shelf.keep('a', a, 5);
    for (let times = 0; times < 5; times += 1) shelf.keep('b', again, 5);
    expect([shelf.find('a'), shelf.find('b')]).toEqual([a, again]);
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
});
