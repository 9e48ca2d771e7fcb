import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import type { GraphqlContext } from '../context.ts';

/**
 * Executes a mutation whose document is known, without the layers through which a free one goes: it needs neither to be
 * parsed, nor validated, nor counted. Undefined where the variables are not what it takes: nothing was done then.
 */
export type PreparedMutation = (
  variables: Readonly<Record<string, unknown>>,
  context: GraphqlContext,
) => Promise<ExecutionResult | undefined>;

/** Undefined for what is no mutation, or names none. */
export function prepareMutation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): PreparedMutation | undefined {
  if (getOperationAST(document, operationName)?.operation !== 'mutation') return undefined;
  return async (given, contextValue) => {
    const variableValues = { ...given };
    const result = await execute({ schema, document, operationName, variableValues, contextValue });
    // Without data, be it null, nothing was executed.
    return 'data' in result ? result : undefined;
  };
}
