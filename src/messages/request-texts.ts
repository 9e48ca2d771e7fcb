import type { NotAdmitted } from '../domain/caller.ts';
import type { Language } from './language.ts';
import { SESSION_TEXTS } from './session-texts.ts';

/** Why the API does not take up a request at all. */
export type RequestTexts = {
  readonly notAdmitted: Readonly<Record<NotAdmitted, string>>;
  readonly tooManyRequests: (limit: number, seconds: number) => string;
  /** From one address. */
  readonly tooManyUnknownKeys: (seconds: number) => string;
  readonly noSuchPath: string;
  readonly methodNotAllowed: (method: string) => string;
  readonly notAcceptable: string;
  readonly bodyTooLarge: (limit: number) => string;
  readonly parameterNotJson: string;
  readonly bodyNotOneRequest: string;
  readonly unknownParameter: (given: string) => string;
  readonly tooDeepToRead: string;
  readonly valueTooDeep: (limit: number) => string;
  readonly hostInvalid: string;
  readonly noIntrospection: string;
  readonly tooLong: (given: number, limit: number) => string;
  /** @param given null where the text is none of the language beyond the limit */
  readonly tooManyTokens: (given: number | null, limit: number) => string;
  readonly tooDeep: (given: number, limit: number) => string;
  readonly tooManyRootFields: (given: number, limit: number) => string;
  readonly tooManyFields: (given: number, limit: number) => string;
  readonly tooManyAliases: (given: number, limit: number) => string;
  readonly tooManyDirectives: (given: number, limit: number) => string;
  readonly tooManyRepeatedFields: (given: number, limit: number) => string;
  readonly fragmentCycle: (name: string) => string;
  readonly tooCostly: (given: number, limit: number) => string;
};

export const REQUEST_TEXTS: Readonly<Record<Language, RequestTexts>> = {
  it: {
    notAdmitted: {
      MISSING: 'Serve una chiave: "Authorization: Bearer arti_…". La rilascia l’ufficio programmazione.',
      UNKNOWN: 'La chiave non è valida. Un’altra la rilascia l’ufficio programmazione.',
      EXPIRED: 'La chiave è scaduta. Un’altra la rilascia l’ufficio programmazione.',
      REVOKED: 'La chiave è stata revocata. Un’altra la rilascia l’ufficio programmazione.',
      UNAVAILABLE:
        'Il servizio di identità dell’ente non risponde, perciò l’accesso non si può verificare: si riprovi fra qualche secondo.',
      SESSION_ENDED: SESSION_TEXTS.it.ended,
    },
    tooManyRequests: (limit, seconds) =>
      `Con questa chiave si possono fare ${limit} richieste al minuto: si riprovi fra ${secondi(seconds)}.`,
    tooManyUnknownKeys: (seconds) =>
      `Da questo indirizzo sono arrivate troppe chiavi non valide: si riprovi fra ${secondi(seconds)}.`,
    noSuchPath: 'L’API risponde all’indirizzo /graphql e a nessun altro.',
    methodNotAllowed: (method) =>
      `Il metodo ${method} non è ammesso: GET per le sole interrogazioni, POST per tutto.`,
    notAcceptable:
      'La risposta è JSON: l’intestazione "Accept" deve ammettere "application/graphql-response+json" o "application/json".',
    bodyTooLarge: (limit) => `Il corpo della richiesta è troppo grande: al massimo ${limit} byte.`,
    parameterNotJson: 'I parametri "variables" ed "extensions" devono essere oggetti JSON.',
    bodyNotOneRequest:
      'Il corpo della richiesta deve essere un solo oggetto JSON in UTF-8, ad esempio {"query": "{ today }"}.',
    unknownParameter: (given) =>
      `«${given}» non è un parametro: si accettano "query", "variables", "operationName", "extensions" e, per i documenti registrati, "documentId".`,
    tooDeepToRead: 'Il testo della richiesta è annidato troppo per essere letto.',
    valueTooDeep: (limit) => `Il valore di una variabile è annidato troppo: al massimo ${limit} livelli.`,
    hostInvalid: 'L’intestazione "Host" deve contenere un nome o un indirizzo, con la porta se serve.',
    noIntrospection:
      'Lo schema si può interrogare soltanto con una chiave che ha l’ambito "introspect": la rilascia l’ufficio programmazione.',
    tooLong: (given, limit) =>
      `Il testo della richiesta è lungo ${given} caratteri: al massimo ${limit}. I valori si passano nelle variabili.`,
    tooManyTokens: (given, limit) =>
      given === null
        ? `Il testo della richiesta ha più di ${limit} elementi lessicali, il massimo. Si divide in più richieste; i valori si passano nelle variabili.`
        : `Il testo della richiesta ha ${given} elementi lessicali: al massimo ${limit}. Si divide in più richieste; i valori si passano nelle variabili.`,
    tooDeep: (given, limit) =>
      `La richiesta è annidata su ${given} livelli: al massimo ${limit}. Si parte da un campo più vicino a ciò che serve, ad esempio «goal» o «phase».`,
    tooManyRootFields: (given, limit) =>
      `La richiesta chiede ${given} campi al primo livello: al massimo ${limit}. Si divide in più richieste.`,
    tooManyFields: (given, limit) =>
      `La richiesta chiede ${given} campi, contando i frammenti ovunque compaiano: al massimo ${limit}. Si divide in più richieste.`,
    tooManyAliases: (given, limit) =>
      `La richiesta usa ${given} alias: al massimo ${limit}. Si divide in più richieste.`,
    tooManyDirectives: (given, limit) =>
      `La richiesta usa ${given} direttive: al massimo ${limit}. Una sola su un frammento vale per tutti i suoi campi.`,
    tooManyRepeatedFields: (given, limit) =>
      `La richiesta ripete ${given} volte un campo già chiesto nello stesso punto: al massimo ${limit}. Un campo si chiede una volta sola.`,
    fragmentCycle: (name) =>
      `Il frammento «${name}» contiene sé stesso, anche attraverso altri: va tolto da uno di essi.`,
    tooCostly: (given, limit) =>
      `La richiesta costa ${given}: al massimo ${limit}. Si chiedono pagine più corte ("first"), meno campi o meno giorni, oppure si divide in più richieste.`,
  },
  en: {
    notAdmitted: {
      MISSING: 'A key is needed: "Authorization: Bearer arti_…". The planning office gives one out.',
      UNKNOWN: 'The key is not valid. The planning office gives out another one.',
      EXPIRED: 'The key has expired. The planning office gives out another one.',
      REVOKED: 'The key was revoked. The planning office gives out another one.',
      UNAVAILABLE:
        'The agency’s identity provider does not answer, so who asks cannot be verified: try again in a few seconds.',
      SESSION_ENDED: SESSION_TEXTS.en.ended,
    },
    tooManyRequests: (limit, seconds) =>
      `This key may make ${limit} requests a minute: try again in ${inSeconds(seconds)}.`,
    tooManyUnknownKeys: (seconds) =>
      `Too many keys that are not valid came from this address: try again in ${inSeconds(seconds)}.`,
    noSuchPath: 'The API answers at /graphql and nowhere else.',
    methodNotAllowed: (method) =>
      `The method ${method} is not allowed: GET for queries alone, POST for everything.`,
    notAcceptable:
      'The answer is JSON: the header "Accept" has to take "application/graphql-response+json" or "application/json".',
    bodyTooLarge: (limit) => `The body of the request is too large: at most ${limit} bytes.`,
    parameterNotJson: 'The parameters "variables" and "extensions" have to be JSON objects.',
    bodyNotOneRequest:
      'The body of the request has to be one JSON object in UTF-8, such as {"query": "{ today }"}.',
    unknownParameter: (given) =>
      `“${given}” is no parameter: "query", "variables", "operationName", "extensions" are accepted, and "documentId" for trusted documents.`,
    tooDeepToRead: 'The text of the request is nested too deeply to be read.',
    valueTooDeep: (limit) => `The value of a variable is nested too deeply: at most ${limit} levels.`,
    hostInvalid: 'The header "Host" has to hold a name or an address, with its port where there is one.',
    noIntrospection:
      'The schema itself may be asked for only with a key that has the scope "introspect": the planning office gives one out.',
    tooLong: (given, limit) =>
      `The text of the request has ${given} characters: at most ${limit}. Values are given as variables.`,
    tooManyTokens: (given, limit) =>
      given === null
        ? `The text of the request has more than ${limit} tokens, as many as may be. Divide it into several requests; values are given as variables.`
        : `The text of the request has ${given} tokens: at most ${limit}. Divide it into several requests; values are given as variables.`,
    tooDeep: (given, limit) =>
      `The request is nested ${given} levels deep: at most ${limit}. Start from a field closer to what is needed, such as “goal” or “phase”.`,
    tooManyRootFields: (given, limit) =>
      `The request asks for ${given} fields at its top: at most ${limit}. Divide it into several requests.`,
    tooManyFields: (given, limit) =>
      `The request asks for ${given} fields, with fragments counted wherever they are used: at most ${limit}. Divide it into several requests.`,
    tooManyAliases: (given, limit) =>
      `The request uses ${given} aliases: at most ${limit}. Divide it into several requests.`,
    tooManyDirectives: (given, limit) =>
      `The request uses ${given} directives: at most ${limit}. One on a fragment holds for all its fields.`,
    tooManyRepeatedFields: (given, limit) =>
      `The request repeats a field that it asked for in the same place ${given} times: at most ${limit}. Ask for a field once.`,
    fragmentCycle: (name) =>
      `The fragment “${name}” contains itself, by way of others too: take it out of one of them.`,
    tooCostly: (given, limit) =>
      `The request costs ${given}: at most ${limit}. Ask for shorter pages ("first"), fewer fields or fewer days, or divide it into several requests.`,
  },
};

const secondi = (seconds: number): string => (seconds === 1 ? '1 secondo' : `${seconds} secondi`);
const inSeconds = (seconds: number): string => (seconds === 1 ? '1 second' : `${seconds} seconds`);
