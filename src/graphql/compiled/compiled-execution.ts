import type { DocumentNode, ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphqlContext } from '../context.ts';
import type { Reader } from './create-reader.ts';
import type { KeptAnswer } from './kept-answers.ts';
import { type PreparedOperation, prepareOperation } from './prepare-operation.ts';
import { createPrinterShelf } from './printer-shelf.ts';

/** A query that is asked once is answered sooner by graphql-js than it is compiled. */
const ASKED_BEFORE = 1;
/** Of all of them, as large as the largest ten that may be asked: 24 MB. */
const MOST_FIELDS = 20_000;

type Known = { times: number; readonly prepared: Map<string, Named | null> };
type Named = { readonly key: string; readonly operation: PreparedOperation };

/** Queries that come again are answered by `reader`, which compiles them. Documents are kept by whoever parses them. */
export const compiledExecution = (reader: Reader): Plugin<GraphqlContext> => {
  const documents = new WeakMap<DocumentNode, Known>();
  const shelf = createPrinterShelf(MOST_FIELDS);
  let keys = 0;

  function prepare({ schema, document, operationName }: ExecutionArgs): Named | null {
    const known = documents.get(document) ?? { times: 0, prepared: new Map() };
    documents.set(document, known);
    if (known.times++ < ASKED_BEFORE) return null;
    const name = operationName ?? '';
    const found = known.prepared.get(name);
    if (found !== undefined) return found;
    const operation = prepareOperation(schema, document, operationName, shelf);
    const named = operation ? { key: `query ${++keys}`, operation } : null;
    known.prepared.set(name, named);
    return named;
  }

  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const found = prepare(args);
      if (!found) return;
      const { variableValues, contextValue: context } = args;
      setExecuteFn(async (asked: ExecutionArgs) => {
        const answer = await reader({ ...found, variables: variableValues ?? {}, context });
        return answer ? printedResult(answer) : executeFn(asked);
      });
    },
  };
};

/** Data that is JSON already. */
class PrintedData {
  readonly text: string;

  constructor({ text }: KeptAnswer) {
    this.text = text;
  }

  /** For whoever prints it in another way than {@link stringify}. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** Yoga prints a result by its own `stringify`; what plugins add to it stands beside the data. */
const printedResult = (answer: KeptAnswer) => ({ data: new PrintedData(answer), stringify });

function stringify({ data, ...beside }: { readonly data: PrintedData }): string {
  const others = JSON.stringify(beside);
  return others === '{}' ? `{"data":${data.text}}` : `{"data":${data.text},${others.slice(1)}`;
}
