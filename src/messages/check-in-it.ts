/** What check-ins and their forms say, in Italian; `check-in-en.ts` says the same in English. */

export const checkInIt = {
  // The message
  checkInTitle: 'Richiesta di aggiornamento',
  checkInText: (count: number, day: string) => {
    if (count === 0) return `Richiesta di aggiornamento del ${day}: tutte le attività hanno una risposta.`;
    return count === 1
      ? `Richiesta di aggiornamento del ${day}: 1 attività attende una risposta.`
      : `Richiesta di aggiornamento del ${day}: ${count} attività attendono una risposta.`;
  },
  checkInTextClosed: (day: string, closed: string) =>
    `Richiesta di aggiornamento del ${day}: chiusa il ${closed}.`,
  checkInProgress: (answered: number, of: number, until: string) =>
    `*${answered} di ${of}* con risposta. Si può rispondere fino al ${until}.`,
  checkInHow: (example: string) =>
    `Si risponde con i pulsanti, oppure in parole con codice e dato: \`${example}\`.`,
  checkInAllDone: (until: string) =>
    `Grazie: tutte le attività hanno una risposta. Si può modificare fino al ${until}.`,
  checkInClosed: (day: string, answered: number, of: number) =>
    `Chiusa il ${day}, con ${answered} risposte su ${of}.`,
  checkInEmpty: 'Nessuna di queste attività attende più una Sua risposta.',
  checkInSkipped: (day: string, because: string) =>
    `⏭️ Saltata il ${day}: ${because}. Si può comunque rispondere.`,
  checkInSnoozed: (day: string, time: string) => `⏰ Rimandata al ${day}, ore ${time}.`,
  checkInLate: (day: string, time: string) =>
    `Questa richiesta arriva in ritardo: era prevista per ${day} alle ${time}.`,
  checkInMoreWaiting: (count: number) =>
    count === 1
      ? '… e un’altra senza risposta: si apre con *Aggiorna tutte*.'
      : `… e altre ${count} senza risposta: si aprono con *Aggiorna tutte*.`,
  checkInMoreOthers: (count: number) =>
    count === 1 ? '… e un’altra che non attende risposta.' : `… e altre ${count} che non attendono risposta.`,
  checkInGone:
    'Non serve più rispondere: ne risponde ora un’altra persona, oppure non fa più parte del piano in vigore.',
  answered: (what: string, day: string) => `✅ *${what}* al ${day}`,
  lastSaid: (what: string, day: string) => `Ultimo dato: ${what} (${day})`,
  dueOn: (day: string) => `fine ${day}`,

  // The message once more
  checkInAgainSnooze: (waiting: string, until: string) =>
    `Come ha chiesto, ecco di nuovo la richiesta: ${waiting}, entro il ${until}.`,
  checkInAgainReminder: (waiting: string, until: string) => `Promemoria: ${waiting}, entro il ${until}.`,
  checkInAgainLate: (day: string, time: string) =>
    `Questo promemoria arriva in ritardo: era previsto per ${day} alle ${time}.`,
  checkInWaiting: (count: number) =>
    count === 1 ? '1 attività attende una risposta' : `${count} attività attendono una risposta`,
  checkInCodes: (codes: string, more: number) => (more === 0 ? codes : `${codes} e altre ${more}`),

  // Its buttons
  unchangedButton: 'Invariato',
  answerButton: 'Aggiorna',
  doneButton: 'Fatto',
  blockedButton: 'Bloccata',
  answerAgainButton: 'Modifica',
  updateAllButton: 'Aggiorna tutte',
  editAllButton: 'Modifica tutte',
  allUnchangedButton: (count: number) => `Tutto invariato (${count})`,
  allUnchangedLabel: (count: number) =>
    count === 1
      ? 'Tutto invariato: conferma l’ultimo dato di 1 attività'
      : `Tutto invariato: conferma l’ultimo dato di ${count} attività`,
  snoozePlaceholder: 'Rimanda…',
  snoozeHour: 'Di 1 ora',
  snoozeTomorrow: 'A domani',
  snoozeDay: 'A un altro giorno…',
  skipButton: 'Salta questa volta',

  // What a press is told
  saidMeanwhile: (item: string, said: string, day: string) =>
    `Nel frattempo per ${item} è stato comunicato «${said}» (${day}): il pulsante era di prima e non è stato registrato nulla. Per cambiare il dato si usa «Modifica».`,
  nothingToConfirm:
    'Non c’è altro da confermare: le attività senza risposta non hanno un ultimo dato, e si usa «Aggiorna».',

  // The form
  modalTitle: 'Aggiornamento',
  modalSubmit: 'Registra',
  modalSubmitNext: 'Registra e continua',
  modalClose: 'Annulla',
  modalFieldOf: (item: string, label: string) => `${item} · ${label}`,
  modalPercent: 'Avanzamento (%)',
  modalPercentHint: 'Da 0 a 100, al più due decimali. 100 significa completata.',
  modalStage: 'A che punto è',
  modalStagePlaceholder: 'Si sceglie uno stato',
  modalStages: {
    NOT_STARTED: 'Non avviata',
    STARTED: 'Avviata',
    NOT_COMPLETED: 'Non ancora completata',
    COMPLETED: 'Completata',
  },
  modalUnits: (unit: string) => `Quanti ${unit} finora`,
  modalUnitsHint: (target: string, unit: string) => `Numero intero. Obiettivo: ${target} ${unit}.`,
  modalNumerator: 'Numeratore',
  modalDenominator: 'Denominatore',
  modalDenominatorHint: 'Maggiore di 0.',
  modalValue: (unit: string) => `Valore (${unit})`,
  modalSumHint: 'Il dato di ogni giorno si somma a quelli già comunicati: qui va solo il nuovo.',
  modalNote: 'Nota',
  modalNotePlaceholder: 'Ad esempio: bando pubblicato',
  modalBlocked: 'Se è bloccata, il motivo',
  modalBlockedHint: 'Vuoto significa che non è bloccata.',
  modalLink: 'Documento: collegamento',
  modalLinkPlaceholder: 'https://…',
  modalFile: 'Documento: file',
  modalOneDocument: 'Si indica un collegamento oppure un file, non entrambi.',
  modalDay: 'Giorno a cui si riferisce',
  modalDays: 'Giorno a cui si riferiscono i dati',
  modalOwnDay: 'Giorno, se diverso da quello in fondo',
  modalMore: 'Altro…',
  modalOthers: 'Righe non modificate',
  modalOthersChoice: (count: number) =>
    count === 1
      ? 'L’altra è invariata (1 con un ultimo dato)'
      : `Le altre sono invariate (${count} con un ultimo dato)`,
  modalOthersHint: 'Conferma l’ultimo dato delle righe di questa pagina che non sono state toccate.',
  modalOnlyChanged: 'Si registrano solo le righe modificate.',
  modalLeft: (count: number) =>
    count === 1 ? 'Ne resta 1, nella pagina seguente.' : `Ne restano ${count}, nelle pagine seguenti.`,
  modalRecorded: (codes: string) => `✅ Registrate: ${codes}.`,
  modalNothing:
    'Non è stato modificato nulla: si scrive almeno un dato, oppure si conferma che le altre sono invariate.',
  modalSaidMeanwhile: (said: string, day: string) =>
    `Nel frattempo è stato comunicato «${said}» (${day}). Se si invia di nuovo, si registra quanto è scritto qui.`,
  modalRecording: 'La registrazione è in corso: prema di nuovo il pulsante fra qualche secondo.',
  modalRecordedLate: '✅ Registrato.',
  workspaceHeld:
    'Il bot è al momento scollegato da questa area di lavoro di Slack: non è stato registrato nulla.',
  modalChanged:
    'Il modulo era cambiato nel frattempo. Quanto ha scritto è conservato: prema di nuovo il pulsante nel modulo.',
  modalLoading: 'Un momento: il modulo si sta aprendo…',
  modalDismiss: 'Chiudi',
  modalOpenFailed: 'Il modulo non si è aperto in tempo. Prema di nuovo il pulsante.',

  // Small forms
  blockedTitle: 'Attività bloccata',
  blockedReason: 'Perché è bloccata',
  blockedPlaceholder: 'Ad esempio: manca il parere',
  snoozeTitle: 'Rimanda la richiesta',
  snoozeSubmit: 'Rimanda',
  snoozeOn: 'A quale giorno',
  snoozeHint: (until: string) => `Non oltre il ${until}, ultimo giorno per rispondere.`,
  skipTitle: 'Salta questa volta',
  skipSubmit: 'Salta',
  skipReason: 'Per quale motivo',
  skipPlaceholder: 'Ad esempio: dati disponibili solo a fine mese',
  skipHint: (until: string) =>
    `Non riceverà promemoria per questa richiesta; potrà comunque rispondere fino al ${until}.`,

  // What `/arti checkin now` answers
  askedNobodyNow: 'Per ora nessuna richiesta è in invio.',
  askedNames: (names: string) => `Destinatari: ${names}.`,
  askedWaiting: (names: string) => `In attesa del loro orario: ${names}.`,
  askedWaitingOne: (name: string, day: string, time: string) => `${name} (${day}, ore ${time})`,
  askedAway: (names: string) => `Assenti: ${names}.`,
  askedAwayOne: (name: string, until: string) => `${name} (fino al ${until})`,
  askedSnoozed: (names: string) => `Hanno rimandato una richiesta ancora aperta: ${names}.`,
  askedSnoozedOne: (name: string, day: string, time: string) => `${name} (al ${day}, ore ${time})`,
  askedHoliday: (names: string) => `In un giorno non lavorativo: ${names}.`,
  askedHolidayOne: (name: string, holiday: string) => `${name} (${holiday})`,
  askedWeekend: 'fine settimana',
  askedRecently: (names: string) => `Hanno già comunicato nei giorni scorsi: ${names}.`,
  askedUnreachable: (names: string) => `Non raggiungibili nei prossimi giorni: ${names}.`,
  askedMore: (count: number) => (count === 1 ? 'un’altra persona' : `altre ${count} persone`),
};
