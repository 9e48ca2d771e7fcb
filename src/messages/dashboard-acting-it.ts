/** What the forms of the dashboard say, in Italian. They come with the pages that have one. */
export const dashboardActingIt = {
  report: 'Comunica',
  reportOf: (what: string) => `Comunica lo stato della fase ${what}`,
  measure: 'Registra un dato',
  measureOf: (what: string) => `Registra un dato dell’obiettivo ${what}`,
  correct: 'Correggi',
  correctReportOf: (what: string, day: string) => `Correggi quanto comunicato sulla fase ${what} al ${day}`,
  correctMeasurementOf: (what: string, day: string) => `Correggi il dato dell’obiettivo ${what} al ${day}`,
  correctHint:
    'La correzione è una comunicazione nuova, riferita allo stesso giorno: quella di prima resta agli atti. Si scrive per intero quanto è esatto.',
  resume: 'Riprendi la bozza',

  percent: 'Avanzamento (%)',
  percentHint: 'Da 0 a 100, al più due decimali.',
  units: (unit: string) => `Quanti ${unit} finora`,
  unitsHint: (target: string, unit: string) =>
    `Numero intero, dall’inizio a oggi. Da raggiungere: ${target} ${unit}.`,
  done: 'La fase è completata',
  blockedBecause: 'Se è bloccata, il motivo',
  blockedHint: 'Vuoto significa che non è bloccata.',
  numerator: 'Numeratore',
  denominator: 'Denominatore',
  denominatorHint: 'Maggiore di 0.',
  value: (unit: string) => `Valore (${unit})`,
  note: 'Nota',
  evidence: 'Documento (collegamento)',
  evidenceHint: 'Indirizzo che comincia con https://',
  reportedOn: 'Giorno a cui si riferisce',
  reportedOnHint: 'Vuoto significa oggi.',
  optional: 'facoltativo',
  last: (what: string) => `Ultimo dato comunicato: ${what}.`,

  send: 'Registra',
  sendAgain: 'Invia di nuovo',
  sending: 'Registrazione in corso…',
  close: 'Chiudi',
  closeKeeping: 'Chiudi e conserva la bozza',
  discard: 'Elimina la bozza',
  recorded: (goal: string, percent: string, coverage: string) =>
    `Registrato. L’obiettivo ${goal} è ora al ${percent} (copertura ${coverage}).`,
  recordedBefore: (goal: string, percent: string, coverage: string) =>
    `Era già stato registrato, una sola volta. L’obiettivo ${goal} è ora al ${percent} (copertura ${coverage}).`,
  numberProblems: {
    NOT_A_NUMBER: 'Non è un numero. Si scrive, per esempio, 62,5.',
    DOUBTFUL:
      'Potrebbero essere migliaia oppure decimali. Le migliaia si scrivono con il punto (8.006) o senza nulla; i decimali con uno zero in più (8,0060).',
  },
  refusedTitle: 'Non registrato',
  cutTitle: 'Non è arrivata risposta',
  cut: 'Quanto scritto è conservato. Inviandolo di nuovo si registra comunque una volta sola.',
  signedOutTitle: 'La sessione è terminata',
  signedOut:
    'Quanto scritto è conservato. In Slack si scrive /arti cruscotto e si apre il collegamento ricevuto; poi si torna qui e si invia di nuovo.',
  signIn: 'Vai alla pagina di accesso',
};

export type DashboardActingTexts = typeof dashboardActingIt;
