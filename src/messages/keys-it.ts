/** What is said of the keys of programs, in Italian; `keys-en.ts` says the same in English. */
import type { KeyScope, KeyState } from '../domain/api-key.ts';

export const keysIt = {
  title: 'Chiavi dell’API',
  none: 'Non è stata creata alcuna chiave.',
  more: (count: number) => (count === 1 ? '… e un’altra' : `… e altre ${count}`),
  created: (name: string, id: string) => `Chiave «${name}» creata, con identificativo ${id}.`,
  /** Beside the key itself. */
  shownOnce: 'La si conservi ora in un luogo sicuro: non sarà mostrata di nuovo.',
  howToSend: 'Si invia con ogni richiesta: «Authorization: Bearer» seguito dalla chiave.',
  createdBefore: (name: string, id: string) =>
    `La chiave «${name}» (${id}) era già stata creata da questa richiesta, e si mostra una volta sola. Se è andata persa, la si revochi e se ne crei un’altra.`,
  revoked: (name: string, id: string) =>
    `Chiave «${name}» (${id}) revocata: dalla prossima richiesta non è più accettata.`,
  revokedBefore: (name: string, id: string) => `La chiave «${name}» (${id}) era già stata revocata.`,
  row: (id: string, name: string, state: string) => `${id} · ${name} · ${state}`,
  states: {
    ACTIVE: 'valida',
    EXPIRED: 'scaduta',
    REVOKED: 'revocata',
  } satisfies Readonly<Record<KeyState, string>>,
  scopes: {
    read: 'lettura',
    report: 'registrazione',
    administer: 'amministrazione',
    introspect: 'schema',
  } satisfies Readonly<Record<KeyScope, string>>,
  allows: (scopes: string) => `permette: ${scopes}`,
  structures: (codes: string) => `strutture: ${codes}`,
  wholePlan: 'intero piano',
  until: (day: string) => `fino al ${day} compreso`,
  noExpiry: 'senza scadenza',
  madeOn: (day: string) => `creata il ${day}`,
  lastUsed: (moment: string) => `ultimo uso il ${moment}`,
  neverUsed: 'mai usata',
  slackHint: (example: string) =>
    [
      '`/arti chiave crea "Cruscotto della Regione" lettura fino al 31/12/2027` crea una chiave che legge; `registrazione` e il codice di una o più strutture, una che comunica dati; `amministrazione`, una che fa ciò che fa l’ufficio programmazione; con `schema` legge anche lo schema dell’API.',
      `\`/arti chiave revoca ${example}\` revoca la chiave con quell’identificativo.`,
    ].join('\n'),
};

export type KeyMessages = typeof keysIt;
