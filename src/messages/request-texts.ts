import type { NotAdmitted } from '../domain/caller.ts';
import type { Language } from './language.ts';

/** Why the API does not take up a request at all. */
export type RequestTexts = {
  readonly notAdmitted: Readonly<Record<NotAdmitted, string>>;
  readonly tooDeep: (limit: number) => string;
  readonly tooManyRootFields: (given: number, limit: number) => string;
  readonly tooManyFields: (limit: number) => string;
  readonly tooManyTokens: (limit: number) => string;
};

export const REQUEST_TEXTS: Readonly<Record<Language, RequestTexts>> = {
  it: {
    notAdmitted: {
      MISSING: 'Serve una chiave: "Authorization: Bearer arti_…". La rilascia l’ufficio programmazione.',
      UNKNOWN: 'La chiave non è valida. Un’altra la rilascia l’ufficio programmazione.',
      EXPIRED: 'La chiave è scaduta. Un’altra la rilascia l’ufficio programmazione.',
      REVOKED: 'La chiave è stata revocata. Un’altra la rilascia l’ufficio programmazione.',
    },
    tooDeep: (limit) => `La richiesta è troppo annidata: al massimo ${limit} livelli.`,
    tooManyRootFields: (given, limit) =>
      `La richiesta chiede ${given} campi al primo livello: al massimo ${limit}. Si divide in più richieste.`,
    tooManyFields: (limit) =>
      `La richiesta chiede troppi campi, contando i frammenti ovunque compaiano: al massimo ${limit}.`,
    tooManyTokens: (limit) =>
      `Il testo della richiesta è troppo lungo: al massimo ${limit} elementi lessicali.`,
  },
  en: {
    notAdmitted: {
      MISSING: 'A key is needed: "Authorization: Bearer arti_…". The planning office gives one out.',
      UNKNOWN: 'The key is not valid. The planning office gives out another one.',
      EXPIRED: 'The key has expired. The planning office gives out another one.',
      REVOKED: 'The key was revoked. The planning office gives out another one.',
    },
    tooDeep: (limit) => `The request is nested too deeply: at most ${limit} levels.`,
    tooManyRootFields: (given, limit) =>
      `The request asks for ${given} fields at its top: at most ${limit}. Divide it into several requests.`,
    tooManyFields: (limit) =>
      `The request asks for too many fields, with fragments counted wherever they are used: at most ${limit}.`,
    tooManyTokens: (limit) => `The text of the request is too long: at most ${limit} tokens.`,
  },
};
