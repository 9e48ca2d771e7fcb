/** What lists of items say: mine, due, at risk, missing, changed, in Italian; `reading-en.ts` says the same in English. */

export const readingIt = {
  // Mine
  mineTitle: 'Le mie attività',
  mineText: (open: number, late: number) =>
    `Attività aperte di cui risponde: ${open}${late === 0 ? '' : `, in ritardo o bloccate: ${late}`}.`,
  mineNothing: 'Non risponde di alcuna attività nella baseline in vigore.',
  mineCompleted: (count: number) => (count === 1 ? '1 completata' : `${count} completate`),
  mineLater: (count: number) => (count === 1 ? '1 non ancora avviata' : `${count} non ancora avviate`),
  mineDelegatedBy: (name: string) => `delegata da ${name}`,
  mineAsHead: 'senza un referente: risponde come responsabile',
  itemUpdate: 'Aggiorna',

  // Due
  dueTitle: (until: string) => `In scadenza entro il ${until}`,
  dueText: (count: number, until: string) =>
    count === 1
      ? `1 attività in scadenza entro il ${until}.`
      : `${count} attività in scadenza entro il ${until}.`,
  dueNothing: (until: string) => `Nulla in scadenza entro il ${until}.`,
  dueOwn: 'Sono mostrate le attività di cui risponde; per tutto il piano: `/arti scadenze 30g tutto`.',

  // Risk
  riskTitle: 'Attività a rischio',
  riskText: (count: number) =>
    count === 1 ? '1 attività richiede attenzione.' : `${count} attività richiedono attenzione.`,
  riskNothing: 'Nessuna attività in ritardo, bloccata, a rischio o senza notizie.',
  riskCounts: (parts: string) => `Dalla più grave – ${parts}.`,
  risks: {
    OVERDUE: 'in ritardo',
    BLOCKED: 'bloccate',
    AT_RISK: 'a rischio',
    STALE: 'senza notizie recenti',
    UNREPORTED: 'mai comunicate',
  },

  // Missing
  missingTitle: 'Senza risposta',
  missingText: (people: number) =>
    people === 1 ? '1 persona non ha ancora risposto.' : `${people} persone non hanno ancora risposto.`,
  missingNothing: 'Nessuna richiesta di aggiornamento attende una risposta.',
  missingNeverAsked: 'Non è ancora stata inviata alcuna richiesta di aggiornamento.',
  silences: {
    NOT_ANSWERED: (day: string) => `nessuna risposta alla richiesta del ${day}, ormai chiusa`,
    SKIPPED: (day: string) => `ha saltato la richiesta del ${day}`,
    REMINDED: (day: string) => `non ha risposto alla richiesta del ${day}, già sollecitata`,
    AWAY: (day: string) => `assente (richiesta del ${day})`,
    SNOOZED: (day: string) => `ha rimandato la richiesta del ${day}`,
    ASKED: (day: string) => `richiesta inviata il ${day}`,
    NOT_ASKED_YET: (day: string) => `richiesta del ${day}, in attesa dell’orario della persona`,
  },
  missingItems: (count: number, of: number) => `${count} di ${of} senza risposta`,
  missingReason: (because: string) => `motivo: ${because}`,
  missingOrphans: 'Attività senza un referente',
  orphanHeads: (names: string) => `chiesta al responsabile: ${names}`,
  orphanNobody: 'nessuno a cui chiederla',
  orphanHint: 'Per assegnarle: `/arti assegna 1.1.2 @nome` oppure `/arti struttura OSRU aggiungi @nome`.',

  // Chart
  chartButton: 'Grafico dell’anno',

  // Diff
  diffTitle: (before: number, after: number) => `Baseline ${before} e baseline ${after} a confronto`,
  diffActs: (before: string, after: string) => `${before} → ${after}`,
  diffWeights: (before: string, after: string) =>
    before === after
      ? `La somma dei pesi è conservata: ${after}.`
      : `La somma dei pesi passa da ${before} a ${after}.`,
  diffNothing: (code: string | null) =>
    code === null
      ? 'Le due baseline dicono le stesse cose.'
      : `Per ${code} le due baseline dicono le stesse cose.`,
  diffPresence: { INSERTED: 'inserito', REMOVED: 'eliminato', CHANGED: 'modificato' },
  diffInto: (goal: string) => `Accorpato in ${goal}.`,
  diffMotivation: (baseline: number) => `Motivazione (baseline ${baseline}):`,
  diffNone: '—',
  diffUnknown: (because: string) => `testo non noto (${because})`,
  diffTarget: (from: number, to: number) => (from === to ? `Target ${from}` : `Target ${from}–${to}`),
  diffFields: {
    WEIGHT: 'Peso',
    START: 'Inizio',
    END: 'Fine',
    DEADLINE: 'Scadenza',
    STRUCTURES: 'Strutture',
    TITLE: 'Titolo',
    INDICATOR: 'Indicatore',
    STARTING_VALUE: 'Valore iniziale',
    SCHEDULE: 'Cronoprogramma',
    DESCRIPTION: 'Descrizione',
    OUTPUT: 'Output',
    UNITS: 'Unità previste',
  },
  cutDiff: (count: number) => `… e altre ${count} voci. Per un solo obiettivo: \`/arti confronto 1.1\`.`,
};
