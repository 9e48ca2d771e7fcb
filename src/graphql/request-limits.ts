import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Language } from '../messages/language.ts';
import { REQUEST_TEXTS } from '../messages/request-texts.ts';

/**
 * What one request may ask for. Figures are computed once a plan, day and baseline, so each root field may cost
 * a computation of its own and everything below only its place in the answer. All of the schema under `plan`,
 * without arguments, is some 700 fields and 9 levels; GraphiQL's introspection has 15 levels.
 */
export const REQUEST_LIMITS = { tokens: 2000, depth: 15, rootFields: 30, fields: 2000 } as const;

/** Refuses, before anything is executed, what is far larger than any dashboard's query. */
export const requestLimits = (language: Language): Plugin => ({
  onParse({ parseFn, setParseFn }) {
    setParseFn((source: string, options?: object) =>
      parseFn(source, { ...options, maxTokens: REQUEST_LIMITS.tokens }),
    );
    return ({ result, replaceParseResult }) => {
      if (result instanceof Error && /^Syntax Error: Document contains more that/.test(result.message)) {
        const message = REQUEST_TEXTS[language].tooManyTokens(REQUEST_LIMITS.tokens);
        replaceParseResult(refusal('TOO_MANY_TOKENS', message, REQUEST_LIMITS.tokens));
      }
    };
  },
  onValidate({ addValidationRule }) {
    addValidationRule((context: ValidationContext) => limitsRule(context, language));
  },
});

type Code = 'TOO_DEEP' | 'TOO_MANY_ROOT_FIELDS' | 'TOO_MANY_FIELDS' | 'TOO_MANY_TOKENS';

const refusal = (code: Code, message: string, limit: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code, limit, http: { status: 400 } } });

function limitsRule(context: ValidationContext, language: Language): ASTVisitor {
  const texts = REQUEST_TEXTS[language];
  const { depth, rootFields, fields } = REQUEST_LIMITS;
  const measure = createMeasure((name) => context.getFragment(name));
  return {
    OperationDefinition({ selectionSet }) {
      const size = measure(selectionSet);
      const refuse = (code: Code, message: string, limit: number) =>
        context.reportError(refusal(code, message, limit));
      if (size.depth > depth) refuse('TOO_DEEP', texts.tooDeep(depth), depth);
      if (size.rootFields > rootFields)
        refuse('TOO_MANY_ROOT_FIELDS', texts.tooManyRootFields(size.rootFields, rootFields), rootFields);
      if (size.fields > fields) refuse('TOO_MANY_FIELDS', texts.tooManyFields(fields), fields);
      return false;
    },
  };
}

/** Of a selection with its fragments spread; lists count once. */
type Size = { readonly depth: number; readonly rootFields: number; readonly fields: number };

/** Each fragment is measured once, however often it is spread: else measuring could itself be made costly. */
function createMeasure(findFragment: (name: string) => FragmentDefinitionNode | null | undefined) {
  const measured = new Map<string, Size>();

  function ofFragment(name: string): Size {
    const known = measured.get(name);
    if (known) return known;
    // Stands for a fragment that spreads itself, which another rule refuses.
    measured.set(name, { depth: 0, rootFields: 0, fields: 0 });
    const fragment = findFragment(name);
    const size = fragment ? measure(fragment.selectionSet) : { depth: 0, rootFields: 0, fields: 0 };
    measured.set(name, size);
    return size;
  }

  function measure({ selections }: SelectionSetNode): Size {
    let [depth, rootFields, fields] = [0, 0, 0];
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? measure(selection.selectionSet) : { depth: 0, fields: 0 };
        depth = Math.max(depth, below.depth + 1);
        rootFields += 1;
        fields += below.fields + 1;
      } else {
        const spread =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : measure(selection.selectionSet);
        depth = Math.max(depth, spread.depth);
        rootFields += spread.rootFields;
        fields += spread.fields;
      }
    }
    return { depth, rootFields, fields };
  }

  return measure;
}
