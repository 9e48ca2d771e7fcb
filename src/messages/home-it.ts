/** What the home tab and its forms say, in Italian; `home-en.ts` says the same in English. */

export const homeIt = {
  homeGreeting: (name: string) => `Buongiorno, ${name}`,
  homeDay: (day: string, baseline: number) => `Oggi è ${day} · baseline ${baseline}`,
  homeAppName: 'ARTI Piano',

  // The open check-in
  homeCheckIn: (answered: number, of: number, until: string) =>
    `*${answered} di ${of}* risposte alla richiesta di aggiornamento, entro il ${until}.`,
  homeCheckInDone: (until: string) =>
    `Grazie: ha risposto a tutta la richiesta di aggiornamento. Può modificare le risposte fino al ${until}.`,
  homeNoCheckIn: 'Nessuna richiesta di aggiornamento attende una Sua risposta.',
  homeAnswer: 'Rispondi',
  homeAnswerAgain: 'Modifica le risposte',

  // My items
  homeItems: 'Le mie attività aperte',
  homeItemsNone: 'Non ha attività aperte.',
  homeUrgencies: {
    OVERDUE: 'In ritardo',
    BLOCKED: 'Bloccate',
    DUE_SOON: 'In scadenza',
    AT_RISK: 'A rischio',
    UNREPORTED: 'Mai comunicate',
    STALE: 'Senza notizie recenti',
    ON_TRACK: 'In linea',
    NOT_DUE: 'Non ancora avviate',
    COMPLETED: 'Completate',
  },
  homePage: (first: number, last: number, of: number) => `Attività ${first}–${last} di ${of}`,
  homePrevious: 'Precedenti',
  homeNext: 'Successive',
  homeUnchanged: 'Invariato',
  homeDone: 'Fatto',
  homeHistory: 'Storico',
  homeExplain: 'Spiega',
  homeDelegate: 'Delega…',
  homeSaidMeanwhile: (item: string, said: string, day: string) =>
    `Nel frattempo per ${item} è stato comunicato «${said}» (${day}): non è stato registrato nulla. La pagina iniziale ora mostra il nuovo dato.`,

  // Figures
  homeStructures: 'Le mie strutture',
  homePlan: 'Il piano',
  homeDetails: 'Dettagli',
  homeMoreStructures: (count: number) =>
    count === 1 ? '… e un’altra struttura: `/arti stato`.' : `… e altre ${count} strutture: \`/arti stato\`.`,
  homeRisks: 'Attività a rischio',
  homeSeeAll: (count: number) => `Vedi tutte (${count})`,
  homeMissing: 'Senza risposta',
  homeMissingReport: (item: string) => `Aggiorna ${item}`,
  homeMissingAway: 'Segna l’assenza…',
  homeMissingAll: 'Vedi tutto',

  // What I said last
  homeSaid: 'Le mie ultime comunicazioni',
  homeSaidNone: 'Non ha ancora comunicato nulla.',
  homeCorrect: 'Correggi',
  homeNotInPlan: 'non più nel piano in vigore',

  // My settings
  homeSettings: 'Le mie impostazioni',
  homeHours: (from: string, to: string) => `*Orari*: dalle ${from} alle ${to}`,
  homeHoursSlack: '*Orari*: secondo le notifiche di Slack',
  homeTimeZone: (zone: string) => `*Fuso orario*: ${zone}`,
  homeTimeZoneSlack: (zone: string) => `*Fuso orario*: ${zone} (da Slack)`,
  homeTimeZoneDefault: (zone: string) => `*Fuso orario*: ${zone} (predefinito)`,
  homeChange: 'Modifica',
  homeAwayNone: '*Assenze*: nessuna. Durante un’assenza non riceve richieste.',
  homeAwayNow: (from: string, until: string) => `*Assente* dal ${from} al ${until}: non riceve richieste.`,
  homeAwayLater: (from: string, until: string) => `*Assenza prevista* dal ${from} al ${until}.`,
  homeAwaySetBy: (name: string) => `Indicata da ${name}.`,
  homeSetAway: 'Segna un’assenza…',
  homeBack: 'Rientra',
  homeAwayCancel: 'Annulla l’assenza',
  homeDelegated: (item: string, name: string, from: string, until: string) =>
    `*Delega data*: ${item} a ${name}, dal ${from} al ${until}`,
  homeTaken: (item: string, name: string, from: string, until: string) =>
    `*Delega ricevuta*: ${item} da ${name}, dal ${from} al ${until}`,
  homeEndDelegation: 'Termina delega',
  homeMoreDelegations: (count: number) =>
    count === 1 ? '… e un’altra delega: `/arti delega`.' : `… e altre ${count} deleghe: \`/arti delega\`.`,

  // Its forms
  homeSettingsTitle: 'Impostazioni',
  homeSave: 'Salva',
  homeHoursChoice: 'Quando posso ricevere messaggi',
  homeHoursOwn: 'Nell’orario indicato sotto',
  homeHoursOfSlack: 'Secondo le notifiche di Slack',
  homeHoursFrom: 'Dalle',
  homeHoursTo: 'Alle',
  homeZone: 'Fuso orario',
  homeZoneOfSlack: (zone: string) => `Quello di Slack (${zone})`,
  homeAwayTitle: 'Assenza',
  homeAwayOf: (name: string) => `Assenza di *${name}*.`,
  homeAwayFrom: 'Dal',
  homeAwayUntil: 'Al (compreso)',
  homePeriodReversed: 'L’ultimo giorno viene prima del primo: si indica un giorno uguale o successivo.',
  homeAwayHint: 'In questi giorni non arrivano né richieste né promemoria.',
  homeDelegateTitle: 'Delega',
  homeDelegateTo: 'A chi',
  homeDelegateToPlaceholder: 'Si sceglie una persona',
  homeDelegateHint: 'Nel periodo indicato la richiesta arriva a questa persona.',
};
