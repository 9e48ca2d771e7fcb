import type { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Language } from '../../messages/language.ts';
import { refuseRequest, withChanges } from './refuse.ts';
import { DEEPEST_VALUE, isTooDeep } from './value-depth.ts';

type Received = { readonly body: string | null };

/** Gives a code to what Yoga and graphql-js refuse without one, or take for a fault of ours. */
export const codedErrors = (language: Language): Plugin<object, Received> => ({
  onRequestParse({ request, serverContext, requestParser, setRequestParser }) {
    const { body } = serverContext;
    if (request.method === 'POST' && typeof body === 'string') {
      // The text is here already: by way of the request's own stream a large one takes many times as long.
      setRequestParser(() => parseBody(body, language));
      return;
    }
    if (request.method !== 'GET' || requestParser === undefined) return;
    setRequestParser((asked) => {
      try {
        return requestParser(asked);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw refuseRequest(language, 'BAD_REQUEST', (texts) => texts.parameterNotJson);
      }
    });
  },
  onParams({ params }) {
    if (isTooDeep(params.variables) || isTooDeep(params.extensions)) {
      throw refuseRequest(language, 'BAD_REQUEST', (texts) => texts.valueTooDeep(DEEPEST_VALUE), {
        facts: { limit: DEEPEST_VALUE },
      });
    }
  },
  onExecutionResult({ result, setResult }) {
    if (!result || Array.isArray(result) || !('errors' in result)) return;
    const { errors } = result;
    if (!errors?.some(isUncoded)) return;
    setResult({
      ...result,
      errors: errors.map((error) =>
        isUncoded(error) ? withChanges(error, 'data' in result ? { code: USER_INPUT } : WRONG_VALUES) : error,
      ),
    });
  },
});

function parseBody(body: string, language: Language): GraphQLParams {
  const parsed = parseJson(body);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw refuseRequest(language, 'BAD_REQUEST', (texts) => texts.bodyNotOneRequest);
  }
  // `then` among them would be taken for a promise.
  const other = Object.keys(parsed).find((name) => !PARAMETERS.has(name));
  if (other === undefined) return parsed;
  const given = other.slice(0, LONGEST_NAME);
  throw refuseRequest(language, 'BAD_REQUEST', (texts) => texts.unknownParameter(given));
}

const PARAMETERS: ReadonlySet<string> = new Set(['query', 'variables', 'operationName', 'extensions']);
const LONGEST_NAME = 100;

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Of what has no code only values of variables are left, which do not fit what the operation takes. */
const USER_INPUT = 'BAD_USER_INPUT';
/** Nothing was executed. With `spec`, 200 for who accepts plain JSON, as the specification wants it. */
const WRONG_VALUES = { code: USER_INPUT, http: { status: 400, spec: true } };

const isUncoded = ({ extensions }: GraphQLError): boolean => extensions?.code === undefined;
