/** Everything the command line says, in Italian; `terminal-en.ts` says the same in English. */
import { days } from './health.ts';

export const terminalIt = {
  // Figures
  weight: 'Peso',
  weightOf: (share: string) => `peso ${share}`,
  progress: 'Avanzamento',
  progressOf: (share: string) => `avanzamento ${share}`,
  progressWeighted: 'Avanzamento pesato',
  planned: 'Atteso',
  variance: 'Scostamento',
  readings: (byDeadline: string, linear: string) => `${byDeadline} a scadenza · ${linear} lineare`,
  coverage: 'Copertura',
  atMost: (share: string) => `al più ${share}`,
  health: 'Stato',
  healthUnknown: 'non valutabile',
  noFigure: '—',
  points: (points: string, of: string) => `${points} di ${of} punti`,
  inDocument: (of: string) => `${of} punti su 100 in questo documento`,

  // Subjects
  goal: (code: string) => `Obiettivo ${code}`,
  phase: (code: string) => `Fase ${code}`,
  area: (code: string, title: string) => `Ambito ${code} · ${title}`,
  asOf: (day: string, baseline: number, act: string) => `Al ${day} · baseline ${baseline} (${act})`,
  goals: 'Obiettivi',
  goalShort: 'Obiettivo',
  progressShort: 'Avanz.',
  coverageShort: 'Copert.',
  phases: 'Fasi',
  structures: 'Strutture',
  schedule: 'Cronoprogramma',
  scheduleUnknown: (name: string, because: string) => `${name}, fasi non note: ${because}`,
  indicator: 'Indicatore',
  target: 'Target',
  operators: { GTE: '≥', LTE: '≤' },
  actual: 'Dato attuale',
  uncapped: (share: string) => `${share} del target`,
  output: 'Output',
  dates: 'Date',
  ends: (day: string) => `fine ${day}`,
  wordingUnknown: (because: string) => `(testo non noto: ${because})`,
  lastReport: 'Ultimo dato',
  lastReportOf: (said: string) => `ultimo dato: ${said}`,
  saidOn: (said: string, day: string) => `${said} il ${day}`,
  neverReported: 'mai comunicato',
  completedLate: (count: number) => `completata con ${days(count, 'it')} di ritardo`,
  completed: 'Completata',
  neutralised: 'Neutralizzato',
  neutralisedFrom: (day: string, by: string, because: string) => `dal ${day}, ${by}: ${because}`,
  change: 'Rimodulazione',
  changes: {
    INSERT: 'inserito',
    MODIFY: 'modificato',
    ELIMINATE: 'eliminato',
    MERGE: 'accorpato',
  },
  sharedPhases:
    'Una fase condivisa conta per intero per ciascuna delle sue strutture: le strutture non si sommano al totale del piano.',
  structureNothing: 'Nessuna attività nella baseline mostrata: nessun valore (che non è 0).',
  units: (units: string, target: string, unit: string) => `${units} di ${target} ${unit}`,
  blocked: (because: string) => `bloccata: ${because}`,

  // Import
  imported: {
    CREATED: (title: string, baselines: number) => `Importato: ${title} (baseline: ${baselines}).`,
    REPLACED: (title: string, baselines: number) => `Aggiornato: ${title} (baseline: ${baselines}).`,
    UNCHANGED: (title: string, _baselines: number) => `Invariato, già importato: ${title}.`,
  },
  importedDirectory: {
    WHOLE: (people: number, channels: number) => `Importato l’elenco: persone ${people}, canali ${channels}.`,
    PEOPLE: (people: number, channels: number) =>
      `Importate le persone: ora sono ${people}. I canali restano com’erano: ${channels}.`,
    CHANNELS: (people: number, channels: number) =>
      `Importati i canali: ora sono ${channels}. Le persone restano com’erano: ${people}.`,
  },
  unansweredStructures: (structures: string) =>
    `Attenzione: per queste strutture del piano l’elenco non ha né operatori né responsabili: ${structures}.`,
  unchangedDirectory: 'Invariato, elenco già importato.',
  problemCount: (file: string, count: number) =>
    count === 1
      ? `${file}: 1 problema, non è stato importato nulla.`
      : `${file}: ${count} problemi, non è stato importato nulla.`,
  reportedItemsMissing: (file: string, items: string) =>
    `${file}: non è stato importato nulla. Su questi codici sono già stati comunicati dati, e nessuna baseline del nuovo piano li contiene: ${items}.`,
  structuresOutsidePlan: (file: string, structures: string) =>
    `${file}: non è stato importato nulla. Il piano non ha queste strutture: ${structures}. Si importa prima il piano.`,
  fileMissing: (file: string) => `${file}: il file non esiste.`,
  fileUnreadable: (file: string, code: string) => `${file}: il file non si può leggere (${code}).`,

  // Outbox
  workspaceHeld: (workspace: string, because: string, since: string) =>
    `Slack non accetta più l’app in ${workspace} (${because}, dal ${since}): nulla vi è inviato, i messaggi restano in attesa.`,

  migrated: 'La banca dati è pronta e aggiornata.',

  // Usage
  description: 'Il piano della performance: consultazione e gestione da terminale.',
  importDescription: 'importa piani o elenchi di persone e canali: ogni file per intero, o per nulla',
  importFiles: 'file YAML, con la riga «format», oppure file .csv di persone o di canali',
  statusDescription: 'mostra il piano, un obiettivo (1.4), una fase (1.1.3) o una struttura (OSRU)',
  statusSubject: 'codice o nome; senza, il piano intero',
  asOfOption: 'giorno dei dati: 2020-09-30 o 30/09/2020; senza, oggi',
  baselineOption: 'numero della baseline, 0 è il piano approvato; senza, quella in vigore quel giorno',
  yearOption: 'anno del piano; senza, il più recente',
  jsonOption: 'gli stessi dati dell’API GraphQL, in JSON',
  langOption: 'lingua dei testi: it o en',
  outboxDescription: 'mostra i messaggi non recapitati o di esito incerto, e perché',
  resendOption: 'rimette in invio i non recapitati, o il solo messaggio con quel numero',
  dismissOption: 'toglie dall’elenco il messaggio con quel numero, senza inviarlo',
  scheduleDescription: 'mostra il calendario: quando il bot chiede, ricorda e riepiloga',
  scheduleHistoryDescription: 'mostra che cosa è avvenuto degli appuntamenti del calendario',
  scheduleStructure: 'codice o nome di una struttura; senza, il piano intero',
  limitOption: 'quante voci, da 1 a 100; senza, 20',
  keyDescription: 'mostra le chiavi con cui i programmi leggono l’API; «create» e «revoke» le gestiscono',
  keyCreateDescription: 'crea una chiave e la mostra, questa sola volta',
  keyListDescription: 'mostra le chiavi, la più recente per prima',
  keyRevokeDescription: 'revoca la chiave con quell’identificativo',
  keyId: 'identificativo della chiave: gli 8 caratteri dopo «arti_»',
  keyNameOption: 'a che cosa serve, ad esempio "Cruscotto della Regione"',
  keyScopeOption:
    'che cosa permette: lettura (read), registrazione (report), amministrazione (administer), schema (introspect)',
  keyStructureOption: 'codici delle strutture per cui vale; senza, l’intero piano',
  keyExpiresOption: 'ultimo giorno in cui vale: 2027-12-31 o 31/12/2027; senza, non scade',
  keyJsonOption: 'in JSON, per i programmi',
  migrateDescription: 'crea o aggiorna la banca dati',
  helpOption: 'mostra questo aiuto',
  helpDescription: 'mostra l’aiuto di un comando',
  titles: {
    'Usage:': 'Uso:',
    'Options:': 'Opzioni:',
    'Commands:': 'Comandi:',
    'Arguments:': 'Argomenti:',
    'Global Options:': 'Opzioni generali:',
  } as Readonly<Record<string, string>>,
  placeholders: (usage: string) =>
    usage
      .replace('[options]', '[opzioni]')
      .replace('[command]', '[comando]')
      .replace('[code]', '[codice]')
      .replace('[structure]', '[struttura]'),
  usage: {
    unknownCommand: (given: string) => `«${given}» non è un comando.`,
    unknownOption: (given: string) => `«${given}» non è un’opzione di questo comando.`,
    missingArgument: (given: string) => `Manca l’argomento «${given}».`,
    missingValue: (given: string) => `L’opzione «${given}» vuole un valore.`,
    excessArguments: 'Ci sono troppi argomenti.',
    badLimit: (option: string, given: string) =>
      `${option}: «${given}» non è accettato. Si scrive un numero da 1 a 100.`,
    badNumber: (option: string, given: string) => `${option}: «${given}» non è un numero intero da 0 in su.`,
    badDay: (option: string, given: string) =>
      `${option}: «${given}» non è una data che esiste. Si scrive 2020-09-30 oppure 30/09/2020.`,
    badLanguage: (option: string, given: string) =>
      `${option}: «${given}» non è accettata. Si scrive it o en.`,
    seeHelp: 'Per i comandi e le opzioni: arti help',
  },
};

export type TerminalMessages = typeof terminalIt;
