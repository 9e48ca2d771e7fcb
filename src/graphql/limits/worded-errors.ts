/** Errors of the protocol itself in both languages: what the library says in English, and the same in Italian. */
import { type GraphQLError, type GraphQLSchema, isEnumType } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { API_TEXTS } from '../../messages/api-texts.ts';
import type { Language } from '../../messages/language.ts';
import { protocolIt } from '../../messages/protocol-it.ts';
import { withChanges } from './refuse.ts';

/**
 * Gives `messageIt` and `messageEn` to every error that has not got them, and `message` in the configured language.
 * Comes after whatever gives codes to errors, and takes suggestions out of them.
 */
export const wordedErrors = (schema: GraphQLSchema, language: Language): Plugin => ({
  onExecutionResult({ result, setResult }) {
    if (!result || Array.isArray(result) || !('errors' in result)) return;
    const { errors } = result;
    const isSaid = ({ message, extensions }: GraphQLError) =>
      message === (language === 'it' ? extensions?.messageIt : extensions?.messageEn);
    if (!errors || errors.every(isSaid)) return;
    setResult({
      ...result,
      errors: errors.map((error) => (isSaid(error) ? error : inBoth(error, schema, language))),
    });
  },
});

function inBoth(error: GraphQLError, schema: GraphQLSchema, language: Language): GraphQLError {
  const { messageIt, messageEn } = wordingOf(error, schema);
  return withChanges(error, { message: language === 'it' ? messageIt : messageEn, messageIt, messageEn });
}

type Wording = { readonly messageIt: string; readonly messageEn: string };

/** Characters: a value of a megabyte is not said three times over, nor searched. */
const LONGEST = 600;

function wordingOf({ message: whole, locations, extensions }: GraphQLError, schema: GraphQLSchema): Wording {
  const message = whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST)}…`;
  const { messageIt, messageEn } = extensions ?? {};
  if (typeof messageIt === 'string' && typeof messageEn === 'string') {
    // A scalar of ours says what is accepted; the library puts the variable before it.
    const variable = /^Variable "(.+?)" got invalid value (?:.*? at "(.+?)"; )?/s.exec(message);
    const name = variable?.[2] ?? variable?.[1];
    return name === undefined
      ? { messageIt, messageEn }
      : { messageIt: `Variabile «${name}»: ${messageIt}`, messageEn: message };
  }
  const accepted = acceptedValues(message, schema);
  const [place] = locations ?? [];
  const beside = (of: Language): string =>
    [
      ...(place && message.startsWith('Syntax Error') ? [API_TEXTS[of].at(place.line, place.column)] : []),
      ...(accepted.length > 0 ? [API_TEXTS[of].valuesAccepted(accepted)] : []),
    ]
      .map((text) => ` ${text}`)
      .join('');
  return { messageIt: `${protocolIt(message)}${beside('it')}`, messageEn: `${message}${beside('en')}` };
}

/** What was given stands in the message as it is, and may name any enum: the one it is about is where no value reaches. */
const AT_ITS_END = / does not exist in "(\w+)" enum\.(?: Did you mean [^.]*\?)?$/;
const AT_ITS_BEGINNING =
  /^(?:Variable "\$\w+" got invalid value (?:[\d.-]+|true|false)(?: at "[\w.[\]]+")?; )?Enum "(\w+)" cannot represent/;

/**
 * Of the enum whose value was wrong, whoever asks: whoever may not ask for the schema learns what this one argument
 * takes, which the error has to tell, and nothing else of it.
 */
function acceptedValues(message: string, schema: GraphQLSchema): readonly string[] {
  const [, name] = AT_ITS_END.exec(message) ?? AT_ITS_BEGINNING.exec(message) ?? [];
  const type = name === undefined ? undefined : schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
}
