import type { ActorRole } from '../domain/actor.ts';

export const frameIt = {
  // Filters
  year: 'Anno',
  baseline: 'Versione del piano',
  inForce: 'In vigore nel giorno scelto',
  baselineChoice: (number: number, act: string | null, from: string) =>
    `${number} – ${act ?? 'senza atto'}, dal ${from}`,
  structure: 'Struttura',
  everyStructure: 'Tutte',
  today: 'Oggi',
  clear: 'Togli i filtri',

  // Account
  account: 'Accesso',
  signedInAs: (name: string) => `Accesso effettuato: ${name}`,
  signOut: 'Esci',
  notSignedOut: 'L’uscita non è riuscita: riprovare.',
  roles: {
    READER: 'sola lettura',
    STAFF: 'operatore',
    HEAD: 'responsabile di struttura',
    MANAGER: 'dirigente',
    PLANNING: 'ufficio programmazione',
  } satisfies Readonly<Record<ActorRole, string>>,

  // Below tables
  download: 'Scarica CSV',
  downloadOf: (what: string) => `Scarica la tabella «${what}» in CSV`,
  copy: 'Copia CSV',
  copyOf: (what: string) => `Copia la tabella «${what}» in CSV`,
  copied: 'Copiato.',
  notCopied: 'Il browser non consente la copia: usare «Scarica CSV».',
  query: 'Interrogazione GraphQL',
  queryOf: (what: string) => `Interrogazione GraphQL della tabella «${what}»`,
  queryText: 'Documento',
  queryVariables: 'Variabili',
  queryCall: 'Per richiamarla da un altro programma, con una chiave dell’API',
  key: 'CHIAVE',

  // When something breaks
  broken: 'Questa pagina non si può mostrare',
  brokenHint:
    'Si è verificato un errore imprevisto, oppure il cruscotto è stato aggiornato nel frattempo. Nessun dato è andato perduto.',
  reload: 'Ricarica la pagina',

  // Footer
  workspace: 'Area di lavoro locale',
  api: 'API GraphQL',
  figuresNote: 'I valori sono calcolati dall’API sulle comunicazioni registrate fino al giorno indicato.',
};

export type FrameTexts = typeof frameIt;
