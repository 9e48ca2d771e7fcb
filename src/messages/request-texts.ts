import type { Language } from './language.ts';

/** Why the API does not take up a request at all. */
export type RequestTexts = {
  readonly keyNeeded: string;
  readonly tooDeep: (limit: number) => string;
  readonly tooManyRootFields: (given: number, limit: number) => string;
  readonly tooManyFields: (limit: number) => string;
  readonly tooManyTokens: (limit: number) => string;
};

export const REQUEST_TEXTS: Readonly<Record<Language, RequestTexts>> = {
  it: {
    keyNeeded: 'Serve una chiave valida: "Authorization: Bearer …".',
    tooDeep: (limit) => `La richiesta è troppo annidata: al massimo ${limit} livelli.`,
    tooManyRootFields: (given, limit) =>
      `La richiesta chiede ${given} campi al primo livello: al massimo ${limit}. Si divide in più richieste.`,
    tooManyFields: (limit) =>
      `La richiesta chiede troppi campi, contando i frammenti ovunque compaiano: al massimo ${limit}.`,
    tooManyTokens: (limit) =>
      `Il testo della richiesta è troppo lungo: al massimo ${limit} elementi lessicali.`,
  },
  en: {
    keyNeeded: 'A valid key is needed: "Authorization: Bearer …".',
    tooDeep: (limit) => `The request is nested too deeply: at most ${limit} levels.`,
    tooManyRootFields: (given, limit) =>
      `The request asks for ${given} fields at its top: at most ${limit}. Divide it into several requests.`,
    tooManyFields: (limit) =>
      `The request asks for too many fields, with fragments counted wherever they are used: at most ${limit}.`,
    tooManyTokens: (limit) => `The text of the request is too long: at most ${limit} tokens.`,
  },
};
