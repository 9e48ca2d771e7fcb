/**
 * A query made into functions that print its answer as JSON, without building it first. What is printed is what
 * graphql-js would answer: whatever is not an answer without errors throws {@link NotPrintable} or what a resolver
 * threw, and the query is executed again from the beginning by graphql-js, which knows what an error looks like. That
 * is harmless for a query, and for nothing else.
 */
import {
  type DocumentNode,
  defaultFieldResolver,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { GraphqlContext } from '../context.ts';
import { collectFields, fragmentsOf, type Selecting } from './collect-fields.ts';
import { NotPrintable } from './not-printable.ts';
import { leafPrinter } from './print-leaf.ts';

/**
 * What was printed of objects, by the place in the query. It holds as long as the objects live, for one query with its
 * variables, one caller and one day.
 */
export type Memo = Map<number, WeakMap<object, string>>;

export type Run = {
  readonly context: GraphqlContext;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly memo: Memo;
};

type Printed = string | Promise<string>;
type Printer = (value: unknown, run: Run) => Printed;
type FieldPrinter = { readonly label: string; readonly print: Printer };

/** Prints the `data` of an answer. */
export type OperationPrinter = (run: Run) => Printed;

/** Fields below which looking an object up costs about what printing it does. */
const WORTH_KEEPING = 6;

/** @param variables those of `@skip` and `@include` decide what is printed @throws NotPrintable */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): OperationPrinter {
  const root = schema.getQueryType();
  if (operation.operation !== 'query' || !root) throw new NotPrintable(operation.operation);
  const compiler = createCompiler({ schema, fragments: fragmentsOf(document), variables }, operation);
  const print = compiler.objectOf(root, [operation.selectionSet]);
  return (run) => print(ROOT, run);
}

const ROOT = {};

function createCompiler(selecting: Selecting, operation: OperationDefinitionNode) {
  const { schema, fragments } = selecting;
  const fragmentRecord = Object.fromEntries(fragments);
  let places = 0;

  function objectOf(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Printer {
    const place = places++;
    const fields = [...collectFields(selecting, type, selections)].map(([name, nodes]) =>
      fieldOf(type, name, nodes),
    );
    const isKept = places - place + fields.length > WORTH_KEEPING;
    const printNew: Printer = (value, run) => printFields(fields, value, run);
    return forObjects((value, run) => {
      if (type.isTypeOf && type.isTypeOf(value, run.context, NO_INFO) !== true)
        throw new NotPrintable(type.name);
      return isKept && value !== ROOT ? printOnce(place, printNew, value, run) : printNew(value, run);
    });
  }

  function fieldOf(type: GraphQLObjectType, name: string, nodes: readonly FieldNode[]): FieldPrinter {
    const [node] = nodes;
    const fieldName = node?.name.value ?? '';
    const label = `${JSON.stringify(name)}:`;
    if (fieldName === '__typename') return { label, print: () => JSON.stringify(type.name) };
    const field = type.getFields()[fieldName];
    if (!node || !field) throw new NotPrintable(fieldName);
    const complete = outputOf(
      field.type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
    return { label, print: readerOf(type, field, node, nodes, complete) };
  }

  function readerOf(
    parentType: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    fieldNodes: readonly FieldNode[],
    complete: Printer,
  ): Printer {
    const { name, resolve } = field;
    if (!resolve || resolve === defaultFieldResolver) {
      return (parent, run) => complete((parent as Record<string, unknown>)[name], run);
    }
    const infoOf = ({ variables }: Run): GraphQLResolveInfo => ({
      fieldName: name,
      fieldNodes,
      returnType: field.type,
      parentType,
      schema,
      fragments: fragmentRecord,
      rootValue: undefined,
      operation,
      variableValues: { ...variables },
      get path(): never {
        throw new NotPrintable('where a field stands is not followed');
      },
    });
    return (parent, run) => {
      const args = getArgumentValues(field, node, run.variables);
      const source = parent === ROOT ? undefined : parent;
      const value: unknown = resolve(source, args, run.context, infoOf(run));
      return isPromise(value) ? value.then((found) => complete(found, run)) : complete(value, run);
    };
  }

  function outputOf(type: GraphQLOutputType, selections: readonly SelectionSetNode[]): Printer {
    if (isNonNullType(type)) {
      const print = outputOf(type.ofType, selections);
      return (value, run) => {
        if (value === null || value === undefined) throw new NotPrintable(`no ${type}`);
        return print(value, run);
      };
    }
    if (isListType(type)) return listOf(outputOf(type.ofType, selections));
    if (isLeafType(type)) {
      const print = leafPrinter(type);
      return (value) => (value === null || value === undefined ? 'null' : print(value));
    }
    return isObjectType(type) ? objectOf(type, selections) : abstractOf(type, selections);
  }

  /** What can stand in its place is compiled when it first does. */
  function abstractOf(type: GraphQLAbstractType, selections: readonly SelectionSetNode[]): Printer {
    const printers = new Map<string, Printer>();
    const printerFor = (name: unknown): Printer => {
      const known = printers.get(String(name));
      if (known) return known;
      const found = schema.getType(String(name));
      if (!isObjectType(found) || !schema.isSubType(type, found)) throw new NotPrintable(String(name));
      const print = objectOf(found, selections);
      printers.set(found.name, print);
      return print;
    };
    const { resolveType } = type;
    if (!resolveType) throw new NotPrintable(type.name);
    return forObjects((value, run) => {
      const name = resolveType(value, run.context, NO_INFO, type);
      if (isPromise(name)) return name.then((found) => printerFor(found)(value, run));
      return printerFor(name)(value, run);
    });
  }

  return { objectOf };
}

/** Resolvers of types are not told where they stand: one that looks throws, and graphql-js answers. */
const NO_INFO = new Proxy({} as GraphQLResolveInfo, {
  get: () => {
    throw new NotPrintable('where a type stands is not followed');
  },
});

function forObjects(print: (value: object, run: Run) => Printed): Printer {
  const printer: Printer = (value, run) => {
    if (value === null || value === undefined) return 'null';
    if (typeof value !== 'object' || value instanceof Error) throw new NotPrintable('not an object');
    if (isPromise(value)) return value.then((found) => printer(found, run));
    return print(value, run);
  };
  return printer;
}

const listOf =
  (printItem: Printer): Printer =>
  (list, run) => {
    if (list === null || list === undefined) return 'null';
    if (isPromise(list)) return list.then((found) => listOf(printItem)(found, run));
    if (!Array.isArray(list)) throw new NotPrintable('not an array');
    const text = createText('[');
    for (const [index, item] of list.entries()) {
      if (index > 0) text.add(',');
      text.add(isPromise(item) ? item.then((found) => printItem(found, run)) : printItem(item, run));
    }
    return text.close(']');
  };

function printFields(fields: readonly FieldPrinter[], value: unknown, run: Run): Printed {
  const text = createText('{');
  let separator = '';
  for (const { label, print } of fields) {
    text.add(separator + label);
    text.add(print(value, run));
    separator = ',';
  }
  return text.close('}');
}

function printOnce(place: number, print: Printer, value: object, run: Run): Printed {
  const kept = run.memo.get(place) ?? new WeakMap<object, string>();
  const known = kept.get(value);
  if (known !== undefined) return known;
  const printed = print(value, run);
  // What waited for something may be otherwise the next time.
  if (typeof printed === 'string') {
    kept.set(value, printed);
    run.memo.set(place, kept);
  }
  return printed;
}

/** Text put together from pieces, of which some may still have to come. */
function createText(start: string) {
  let text = start;
  let pieces: Printed[] | null = null;
  return {
    add(piece: Printed): void {
      if (typeof piece === 'string') {
        text += piece;
        return;
      }
      // It is waited for below; where another piece throws first, nobody else would hear that this one failed.
      piece.catch(() => undefined);
      pieces ??= [];
      pieces.push(text, piece);
      text = '';
    },
    close(end: string): Printed {
      text += end;
      return pieces === null ? text : Promise.all([...pieces, text]).then((all) => all.join(''));
    },
  };
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
