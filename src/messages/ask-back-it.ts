/** What the bot says when it asks a reply back, in Italian; `ask-back-en.ts` says the same in English. */

export const askBackIt = {
  askBack: {
    WHICH_ITEM: (line: string) => `A quale attività si riferisce «${line}»?`,
    WHICH_PHASE: (line: string) => `A quale fase si riferisce «${line}»?`,
    WHICH_NUMBER: (line: string) => `Come va letto il numero in «${line}»?`,
    WHICH_FIGURE: (line: string) => `«${line}» si può leggere in più modi: che cosa va registrato?`,
    WHICH_CODE: (line: string) => `Il codice in «${line}» non è nel piano: quale intendeva?`,
  },
  askBackTogether: (count: number) => `Tutte e ${count}`,
  askBackLines: (count: number) => `${count} righe separate`,
  askBackDecimal: (figure: string) => `${figure} (decimale)`,
  askBackMenu: 'Scelga dall’elenco',
  askBackNone: 'Nessuna di queste',
  askBackPending: (lines: number) =>
    lines === 1
      ? 'Finché non sceglie non viene registrato nulla.'
      : `Finché non sceglie non viene registrato nulla: le ${lines} righe del messaggio si registrano insieme.`,
  askBackRewrite: 'Se non è nessuna di queste, riscriva la riga con codice e dato, ad esempio `1.1.3 60%`.',

  // After the press
  readingChosen: (choice: string) => `Ha scelto ${choice}.`,
  readingRefused: (choice: string) =>
    `Ha scelto ${choice}, ma non si può registrare: il motivo è nel messaggio che segue.`,
  readingNone:
    'Non è stato registrato nulla. Riscriva la riga con codice e dato, ad esempio `1.1.3 60% bando pubblicato`.',
  readingBefore: 'Questa domanda ha già avuto risposta: quanto scelto è già stato registrato.',
  readingSuperseded:
    'Nel frattempo il messaggio è stato modificato: vale quello che dice ora, e di questa domanda non si registra nulla.',
  readingGone: 'Questa domanda non è più disponibile. Scriva di nuovo codice e dato, ad esempio `1.1.3 60%`.',

  // A message edited or deleted after it was recorded
  correctionOffered: (count: number) =>
    count === 1
      ? 'Ha modificato un messaggio che era già stato registrato. Vuole registrare la correzione?'
      : `Ha modificato un messaggio che era già stato registrato. Vuole registrare le ${count} correzioni?`,
  correctionPending: 'Finché non sceglie, resta valido quanto già registrato.',
  correctionRecord: 'Registra la correzione',
  correctionLeave: 'Lascia com’è',
  correctionLeft: 'Nessuna correzione: resta valido quanto già registrato.',
  keptAfterDeletion: (items: string) =>
    `Quanto era stato registrato da quel messaggio (${items}) resta valido. Per correggerlo basta una nuova comunicazione con codice e dato.`,
};
