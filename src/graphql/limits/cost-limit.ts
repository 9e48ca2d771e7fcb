import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Language } from '../../messages/language.ts';
import { refuseRequest } from './refuse.ts';

/**
 * About ten times what the largest of the dashboards' own queries costs. At the limit a request is answered within
 * 100 ms on a small machine (`bench/hostile.ts`).
 */
export const COST_LIMIT = 20_000;

export type Cost = { readonly requested: number; readonly limit: number };

/** Counts what a request costs before anything of it is executed, refuses what costs too much, and tells it in each answer. */
export const costLimit = (language: Language): Plugin => {
  const countCost = createCounter();
  /** Undefined where execution says what is wrong; what has `errors` is the answer. */
  const judge = (asked: Asked): Judged => {
    const counted = countCost(asked);
    if (counted === undefined || 'errors' in counted) return counted;
    const cost: Cost = { requested: counted.cost, limit: COST_LIMIT };
    const extensions = { cost };
    return counted.cost > COST_LIMIT ? { errors: [tooCostly(cost, language)], extensions } : { extensions };
  };
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const judged = judge(args);
      if (judged === undefined) return;
      if ('errors' in judged) {
        setResultAndStopExecution(judged);
        return;
      }
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          setResult({ ...result, extensions: { ...result.extensions, ...judged.extensions } });
        },
      };
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const judged = judge(args);
      if (judged && 'errors' in judged) setResultAndStopExecution(judged);
    },
  };
};

type Refused = { readonly errors: readonly GraphQLError[]; readonly extensions?: { readonly cost: Cost } };
type Judged = Refused | { readonly extensions: { readonly cost: Cost } } | undefined;

const tooCostly = ({ requested: given, limit }: Cost, language: Language): GraphQLError =>
  refuseRequest(language, 'TOO_COSTLY', (texts) => texts.tooCostly(given, limit), {
    facts: { limit, given },
  });

type Asked = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

type Counted = { readonly cost: number } | { readonly errors: readonly GraphQLError[] };

/** The last cost of each document is kept: a dashboard asks the same again. */
function createCounter(): (asked: Asked) => Counted | undefined {
  const last = new WeakMap<DocumentNode, { readonly key: string; readonly counted: Counted }>();
  return (asked) => {
    const operation = getOperationAST(asked.document, asked.operationName);
    if (!operation) return undefined;
    const variables = operation.variableDefinitions?.length ? (asked.variableValues ?? {}) : {};
    const key = `${operation.name?.value ?? ''} ${JSON.stringify(variables)}`;
    const known = last.get(asked.document);
    if (known?.key === key) return known.counted;
    const isLong = key.length > LONGEST_KEY;
    const counted = count(asked, operation, variables, isLong);
    if (!isLong) last.set(asked.document, { key, counted });
    return counted;
  };
}

const LONGEST_KEY = 1000;
const MOST_ERRORS = 20;

/** @param isLong of variables: what is near a text of a megabyte takes long to find, and helps nobody */
function count(
  { schema, document }: Asked,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  isLong: boolean,
): Counted {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: MOST_ERRORS,
    hideSuggestions: isLong,
  });
  if (errors) return { errors };
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
  return { cost: complexityFromQuery(alone, { schema, variables }).complexity };
}
