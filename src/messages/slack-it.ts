/** What the bot says in Slack of every subject alike, in Italian; `slack-en.ts` says the same in English. */
import { days } from './health.ts';

export const slackIt = {
  // Figures
  weight: 'Peso',
  progress: 'Avanzamento',
  progressWeighted: 'Avanzamento pesato',
  planned: 'Atteso',
  plannedByDeadline: 'Atteso a scadenza',
  plannedLinear: 'Atteso lineare',
  variance: 'Scostamento',
  varianceOf: (byDeadline: string, linear: string) => `${byDeadline} a scadenza · ${linear} lineare`,
  coverage: 'Copertura',
  atMost: (share: string) => `al più ${share}`,
  health: 'Stato',
  healthUnknown: 'non valutabile',
  structures: 'Strutture',
  end: 'Fine',
  dates: 'Date',
  lastReport: 'Ultimo stato di avanzamento',
  lastMeasurement: 'Ultima rilevazione',
  lastReportOn: (what: string, day: string) => `${what} il ${day}`,
  neverReported: 'mai comunicato',
  noFigureSaid: 'senza un dato',
  points: (points: string, of: string) => `${points} di ${of} punti`,
  pointsInDocument: (of: string) => `${of} punti su 100 in questo documento`,
  noFigure: '—',
  target: 'Target',
  actual: 'Dato attuale',
  uncapped: (share: string) => `${share} del target`,
  starts: (day: string) => `inizio ${day}`,
  ends: (day: string) => `fine ${day}`,
  completedLate: (count: number) => `completata con ${days(count, 'it')} di ritardo`,
  neutralised: (because: string) => `neutralizzato: ${because}`,
  worstPart: (part: string) => `(${part})`,

  // Subjects
  goal: (code: string) => `Obiettivo ${code}`,
  phase: (code: string) => `Fase ${code}`,
  structure: (name: string) => `Struttura ${name}`,
  area: (code: string, title: string) => `Ambito ${code} · ${title}`,
  asOf: (day: string, baseline: number) => `Al ${day} · baseline ${baseline}`,
  change: (kind: string) => kind,
  changes: {
    INSERT: 'Inserito con la rimodulazione',
    MODIFY: 'Modificato con la rimodulazione',
    ELIMINATE: 'Eliminato con la rimodulazione',
    MERGE: 'Accorpato con la rimodulazione',
  },
  output: 'Output',
  indicator: 'Indicatore',
  scheduleUnknown: (name: string, because: string) => `Il cronoprogramma ${name} non è noto: ${because}`,
  sharedPhases:
    'Una fase condivisa conta per intero per ciascuna delle sue strutture: le strutture non si sommano al totale del piano.',
  structureNothing: 'Nessuna attività nella baseline in vigore: nessun valore (che non è 0).',
  cut: (count: number) => `… e altri ${count}. Per il dettaglio: \`/arti stato CODICE\`.`,
  unknownWording: 'testo non riportato nella fonte',

  // Explain
  explainTotal: (share: string) => `Totale: ${share}`,
  explainReport: (what: string, day: string, sequence: number) =>
    `${what} il ${day} (registrazione n. ${sequence})`,
  explainUnreported: 'mai comunicato: conta 0 e resta fuori dalla copertura',
  explainNoFigure: 'senza un dato: conta 0 e resta fuori dalla copertura',
  explainCoverage: (share: string) => `copertura ${share}`,
  explainAchievement: (actual: string, target: string, share: string) =>
    `${actual}, a fronte di un target di ${target}: ${share} del target (nelle somme al più 100 %)`,
  explainStructure: 'Ogni fase pesa: peso dell’obiettivo × peso della fase, sul totale della struttura.',
  creditRules: {
    PERCENT_COMPLETE: 'Regola: la percentuale comunicata.',
    ZERO_HUNDRED: 'Regola: 0 fino al completamento, poi 100.',
    FIFTY_FIFTY: 'Regola: 50 all’avvio, 100 al completamento.',
    UNITS: 'Regola: unità realizzate ÷ unità previste, al più 100 %.',
  },

  // Recorded
  recorded: (item: string) => `Registrato ${item}`,
  recordedOn: (day: string) => `al ${day}`,
  goalProgress: (goal: string, share: string, before: string | null) =>
    before === null || before === share
      ? `Avanzamento dell’obiettivo ${goal}: *${share}*`
      : `Avanzamento dell’obiettivo ${goal}: *${share}* (prima ${before})`,
  nothingRecorded: 'Non è stato registrato nulla.',
  refusedLine: (line: string, why: string) => (line === '' ? why : `«${line}» — ${why}`),
  done: 'completata',
  units: (units: string, target: string, unit: string) => `${units} di ${target} ${unit}`,
  blocked: (because: string) => `bloccata: ${because}`,
  note: (note: string) => `Nota: ${note}`,
  evidence: (link: string) => `Documento: ${link}`,
  standing: (what: string, day: string) => `Resta in vigore ${what} del ${day}, che è più recente.`,
  correctHint: 'Per correggere basta una nuova comunicazione: quella precedente resta nello storico.',
  alreadyRecorded: 'Questa comunicazione era già stata registrata.',

  // Check-in sent
  checkInsSent: (count: number) =>
    count === 1
      ? 'Richiesta di aggiornamento in invio a 1 persona.'
      : `Richieste di aggiornamento in invio a ${count} persone.`,
  checkInsAskedToday: (names: string) => `Già interpellate oggi: ${names}.`,
  checkInsNothing: (names: string) => `Nulla di aperto per: ${names}.`,

  // History
  historyTitle: (code: string) => `Storico di ${code}`,
  historyMore: 'Sono mostrate le registrazioni più recenti.',

  // Day
  todayIs: (day: string, simulated: boolean) =>
    simulated ? `Oggi è ${day} (giorno simulato).` : `Oggi è ${day}.`,
  dayMoved: (day: string) => `Il giorno è ora ${day} (simulato).`,
  dayMovedSchedule: (ran: number, skipped: number) => {
    const executed =
      ran === 0 ? 'nessun invio eseguito' : ran === 1 ? '1 invio eseguito' : `${ran} invii eseguiti`;
    if (skipped === 0) return `Dal calendario: ${executed}.`;
    return `Dal calendario: ${executed}, ${skipped === 1 ? '1 saltato' : `${skipped} saltati`} (vedi \`/arti calendario storico\`).`;
  },
  dayMovedWaiting: (names: string) => `In attesa delle 8 di un giorno lavorativo: ${names}.`,

  // Help
  commandDescription: 'Stato e aggiornamento del piano',
  commandUsage: 'stato 1.4 · aggiorna 1.1.3 60% · dato 3.1 8006/20015 · aiuto',
  helpTitle: 'Comandi di ARTI',
  helpMore: 'Per gli esempi di un comando: `/arti aiuto COMANDO`.',
  helpExamples: 'Esempi',
  helpIntro: 'Si possono usare le parole italiane o quelle inglesi.',
  helpReply:
    'In un messaggio diretto basta scrivere codice e dato, una riga per ciascuno: `1.1.3 60% bando pubblicato`.',
  unknownCommand: (word: string) => `Il comando «${word}» non esiste.`,
  nowExpected: (command: string) => `Si scrive \`/arti ${command} ora\`.`,

  // Delegation
  delegatedTo: (from: string, item: string, title: string, startsOn: string, endsOn: string) =>
    `${from} Le ha delegato *${item}* ${title} dal ${startsOn} al ${endsOn}: in quel periodo può aggiornarla e riceve Lei le richieste.`,
  delegatedSeveralTo: (from: string, count: number, startsOn: string, endsOn: string) =>
    `${from} Le ha delegato ${count} attività dal ${startsOn} al ${endsOn}: in quel periodo può aggiornarle e riceve Lei le richieste.`,

  // Errors
  busy: 'La base dati è occupata e non è stato registrato nulla. Riprovi fra qualche secondo.',
  notStored:
    'NON è stato registrato nulla: il disco del sistema è pieno o guasto. Chi gestisce il sistema deve intervenire; riprovi più tardi.',
  notStoredYet:
    'Il Suo messaggio NON è stato registrato: il disco del sistema è pieno o guasto. Se entro dieci minuti non riceve conferma, lo scriva di nuovo più tardi.',
  internalError: (id: string) =>
    `Si è verificato un errore interno e non è stato registrato nulla. Riferisca il codice ${id} a chi gestisce il sistema.`,
};
