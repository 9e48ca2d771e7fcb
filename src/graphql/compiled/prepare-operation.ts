import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { measureDocument } from '../limits/measure-document.ts';
import { compileOperation, type OperationPrinter } from './compile-operation.ts';
import { createPrinterShelf, type PrinterShelf } from './printer-shelf.ts';

/** One query of a document, ready to be printed again and again. */
export type PreparedOperation = {
  readonly operation: OperationDefinitionNode;
  /** Undefined where they are not what the operation takes. */
  readonly coerce: (
    given: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, unknown>> | undefined;
  readonly printerFor: (variables: Readonly<Record<string, unknown>>) => OperationPrinter;
};

/**
 * Undefined for what is no query, or names none.
 * @param shelf on which there is a printer for each way in which the variables of `@skip` and `@include` fell out; one of
 *   its own unless told
 */
export function prepareOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  shelf: PrinterShelf = createPrinterShelf(),
): PreparedOperation | undefined {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'query') return undefined;
  const deciding = decidingVariables(document);
  const printers = shelf.placeFor(measureDocument(document, 0).fields);
  return {
    operation,
    coerce(given) {
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...given });
      return coerced;
    },
    printerFor(variables) {
      const way = deciding.map((each) => variables[each]).join();
      const known = printers.find(way);
      if (known) return known;
      const printer = compileOr(() => compileOperation(schema, document, operation, variables));
      printers.keep(way, printer);
      return printer;
    },
  };
}

/** What can't be printed is not compiled again and again. */
function compileOr(compile: () => OperationPrinter): OperationPrinter {
  try {
    return compile();
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** Those that decide which fields are selected. */
function decidingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: args = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
