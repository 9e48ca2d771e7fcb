/** Everything the bot says in Slack, in Italian; `slack-en.ts` says the same in English. */
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

  // Check-in
  checkInTitle: 'Richiesta di aggiornamento',
  checkInText: (count: number, day: string) =>
    count === 1
      ? `Richiesta di aggiornamento del ${day}: 1 attività attende una risposta.`
      : `Richiesta di aggiornamento del ${day}: ${count} attività attendono una risposta.`,
  checkInIntro: (day: string, example: string) =>
    `A che punto sono le attività di cui risponde? Prema *Aggiorna*, oppure risponda con codice e dato, ad esempio \`${example}\`. Si può rispondere fino al ${day}.`,
  checkInAnswered: (answered: number, of: number) => `Risposte ricevute: ${answered} su ${of}.`,
  checkInClosed: (day: string) => `Chiusa il ${day}.`,
  checkInAllDone: 'Grazie: tutte le attività hanno una risposta.',
  answerButton: 'Aggiorna',
  answerAgainButton: 'Modifica',
  answered: (what: string, day: string) => `✅ *${what}* al ${day}`,
  lastSaid: (what: string, day: string) => `Ultimo dato: ${what} (${day})`,
  dueOn: (day: string) => `fine ${day}`,

  // Modal
  modalTitle: 'Aggiornamento',
  modalSubmit: 'Registra',
  modalClose: 'Annulla',
  modalPercent: 'Avanzamento (%)',
  modalPercentHint: 'Da 0 a 100, al più due decimali. 100 significa completata.',
  modalUnits: (unit: string) => `Quanti ${unit} finora`,
  modalUnitsHint: (target: string, unit: string) => `Numero intero. Obiettivo: ${target} ${unit}.`,
  modalNumerator: 'Numeratore',
  modalDenominator: 'Denominatore',
  modalDenominatorHint: 'Maggiore di 0.',
  modalValue: (unit: string) => `Valore (${unit})`,
  modalNote: 'Nota',
  modalNotePlaceholder: 'Ad esempio: bando pubblicato',
  modalBlocked: 'Se è bloccata, il motivo',
  modalDay: 'Giorno a cui si riferisce',
  modalFor: (item: string, title: string) => `*${item}* · ${title}`,
  modalOpenFailed: 'Il modulo non si è aperto in tempo. Prema di nuovo il pulsante.',

  // Summary
  summaryTitle: (structure: string) => `Riepilogo settimanale · ${structure}`,
  summaryText: (structure: string, share: string) =>
    `Riepilogo settimanale di ${structure}: avanzamento ${share}.`,
  summaryNow: 'Avanzamento pesato',
  summaryWeekAgo: (day: string) => `Una settimana fa (${day})`,
  summaryMoved: 'Che cosa è avanzato',
  summaryLate: 'In ritardo o bloccate',
  summaryUnreported: 'Senza comunicazioni da una settimana o più',
  summaryDueSoon: 'In scadenza entro due settimane',
  summaryQuiet: 'Settimana tranquilla: nulla si è mosso, nulla scade, nulla è in ritardo.',
  summaryFirst: (share: string) => `prima comunicazione: *${share}*`,
  summaryMovedItem: (before: string, now: string) => `${before} → *${now}*`,
  summaryOverdue: (count: number, end: string) => `in ritardo di ${days(count, 'it')} (fine ${end})`,
  summaryLast: (day: string) => `ultima comunicazione ${day}`,
  more: (count: number) => (count === 1 ? '… e un’altra' : `… e altre ${count}`),
  summariesSent: (channels: string) => `Riepiloghi in invio a ${channels}.`,
  summariesWithoutChannel: (structures: string) => `Nessun canale è indicato per: ${structures}.`,

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

  // Outbox
  outboxEmpty: 'Tutti i messaggi sono stati consegnati o sono in invio.',
  outboxDead: (count: number) =>
    count === 1 ? 'Un messaggio non è stato consegnato.' : `${count} messaggi non sono stati consegnati.`,
  outboxResendHint: 'Rimossa la causa, `/arti consegne rinvia` li rimette in invio.',
  outboxResent: (count: number) =>
    count === 1 ? 'Un messaggio è di nuovo in invio.' : `${count} messaggi sono di nuovo in invio.`,

  // Day
  todayIs: (day: string, simulated: boolean) =>
    simulated ? `Oggi è ${day} (giorno simulato).` : `Oggi è ${day}.`,
  dayMoved: (day: string) => `Il giorno è ora ${day} (simulato).`,

  // Help
  commandDescription: 'Stato e aggiornamento del piano',
  commandUsage: 'stato 1.4 · aggiorna 1.1.3 60% · dato 3.1 8006/20015 · aiuto',
  helpTitle: 'Comandi di ARTI',
  helpIntro: 'Si possono usare le parole italiane o quelle inglesi.',
  help: {
    status: [
      '`/arti stato [CODICE]`',
      'il piano per ambito, un obiettivo (`1.4`), una fase (`1.1.3`) o una struttura (`OSRU`); si può aggiungere `al 30/06` e `baseline 0`',
    ],
    explain: ['`/arti spiega 1.4`', 'la somma dietro la cifra, termine per termine'],
    history: [
      '`/arti storico 1.1.3`',
      'tutto ciò che è stato comunicato di una fase o di un indicatore, correzioni comprese',
    ],
    update: [
      '`/arti aggiorna 1.1.3 60% bando pubblicato`',
      'registra un avanzamento; anche `fatto`, `invariato`, `bloccata: motivo`, `6200 colloqui`, `il 28/04`',
    ],
    figure: ['`/arti dato 3.1 8006/20015`', 'registra il dato di un indicatore: numeratore/denominatore'],
    checkin: ['`/arti checkin ora`', 'chiede adesso a tutti un aggiornamento (ufficio programmazione)'],
    summary: [
      '`/arti riepilogo ora`',
      'invia adesso il riepilogo settimanale di ogni struttura (ufficio programmazione)',
    ],
    outbox: [
      '`/arti consegne [rinvia]`',
      'i messaggi non consegnati, e il loro rinvio (ufficio programmazione)',
    ],
    today: [
      '`/arti oggi [30/09/2020]`',
      'dice, o nell’area locale sposta, il giorno (ufficio programmazione)',
    ],
    help: ['`/arti aiuto`', 'questo elenco'],
  },
  helpReply:
    'In un messaggio diretto basta scrivere codice e dato, una riga per ciascuno: `1.1.3 60% bando pubblicato`.',
  unknownCommand: (word: string) => `Il comando «${word}» non esiste.`,
  nowExpected: (command: string) => `Si scrive \`/arti ${command} ora\`.`,

  // Errors
  busy: 'La base dati è occupata e non è stato registrato nulla. Riprovi fra qualche secondo.',
  internalError: (id: string) =>
    `Si è verificato un errore interno e non è stato registrato nulla. Riferisca il codice ${id} a chi gestisce il sistema.`,
};

export type SlackMessages = typeof slackIt;
