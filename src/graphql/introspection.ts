import type { DocumentNode, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Caller } from '../domain/caller.ts';
import type { Language } from '../messages/language.ts';
import { asksForSchema } from './limits/measure-document.ts';
import { refuseRequest, withChanges } from './limits/refuse.ts';

type AskedBy = { readonly caller: Caller };

/**
 * Who may not ask for the schema does not learn it by guessing either: “Did you mean” is taken out of what they are
 * answered. Documents and what was found in them are kept for all callers alike, so both are looked at anew each time.
 */
export const introspectionForFew = (language: Language): Plugin<AskedBy, AskedBy> => {
  const asking = new WeakMap<DocumentNode, boolean>();
  return {
    onParse({ context }) {
      return ({ result }) => {
        if (context.caller.introspects || !result || result instanceof Error) return;
        let asks = asking.get(result);
        if (asks === undefined) {
          asks = asksForSchema(result);
          asking.set(result, asks);
        }
        if (!asks) return;
        throw refuseRequest(language, 'INTROSPECTION_NOT_ALLOWED', (texts) => texts.noIntrospection, {
          status: 403,
        });
      };
    },
    onExecutionResult({ context, result, setResult }) {
      if (context.caller.introspects || !result || Array.isArray(result) || !('errors' in result)) return;
      const { errors } = result;
      if (!errors?.some(({ message }) => SUGGESTION.test(message))) return;
      setResult({ ...result, errors: errors.map(withoutSuggestion) });
    },
  };
};

/** At the end of graphql-js' own messages. */
const SUGGESTION = / Did you mean [\s\S]*\?$/;

function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(SUGGESTION, '');
  return message === error.message ? error : withChanges(error, { message });
}
