export const attentionIt = {
  intro: 'Che cosa richiede un intervento, a partire da ciò che è più urgente.',
  overview: 'Riepilogo per urgenza',
  groups: {
    OVERDUE: 'In ritardo',
    BLOCKED: 'Bloccate',
    AT_RISK: 'A rischio',
    UNREPORTED: 'Mai comunicate',
    STALE: 'Senza notizie recenti',
    DUE: 'In scadenza entro 30 giorni',
    UNANSWERED: 'Senza risposta',
    NOBODY: 'Senza un referente',
  },
  hints: {
    OVERDUE: 'La fine prevista è passata e l’attività non risulta completata.',
    BLOCKED: 'La struttura dichiara di non poter proseguire.',
    AT_RISK: 'L’avanzamento è inferiore all’atteso lineare, oltre la tolleranza.',
    UNREPORTED: 'L’attività è iniziata e nessuno ne ha ancora dato notizia.',
    STALE: 'L’ultima comunicazione risale a troppo tempo fa.',
    DUE: 'Scadono a breve e finora non presentano criticità.',
    UNANSWERED: 'Richieste di aggiornamento ancora in attesa di risposta, per struttura.',
    NOBODY: 'Attività aperte che nessun referente segue.',
  },
  alsoDue: (count: number, isMore: boolean) =>
    count === 1
      ? `${isMore ? 'Un’altra' : 'Una'} in scadenza è già elencata sopra.`
      : `${isMore ? 'Altre ' : ''}${count} in scadenza sono già elencate sopra.`,
  deadline: 'Scadenza',
  daysLate: (days: number) => (days === 1 ? '1 giorno di ritardo' : `${days} giorni di ritardo`),
  daysLeft: (days: number) =>
    days === 0 ? 'scade oggi' : days === 1 ? 'scade domani' : `scade tra ${days} giorni`,
  days: 'Giorni di ritardo',
  progress: 'Avanzamento',
  ofPlanned: (percent: string) => `su ${percent} atteso`,
  points: (signed: string) => `${signed} punti`,
  structures: 'Strutture',
  reason: 'Motivo',
  blockedUnsaid: 'il motivo non è visibile con l’accesso attuale',
  item: 'Attività',
  all: 'Tabella delle attività da seguire',
  allDue: 'Tabella delle attività in scadenza',
  tables: 'Dati in tabella',
  nothing: 'Nulla da seguire',
  nothingText:
    'Nessuna attività in ritardo, bloccata, a rischio, senza notizie o in scadenza nei prossimi 30 giorni.',
  nothingOfStructure: 'Il filtro riguarda una sola struttura: togliendolo si vedono tutte.',
  everyStructure: 'Tutte le strutture',
  onlyToday:
    'Le richieste senza risposta e le attività senza referente si leggono solo per la situazione di oggi.',
  neverAsked: 'Non è ancora stata inviata alcuna richiesta di aggiornamento.',
  allAnswered: 'Nessuna richiesta di aggiornamento è in attesa di risposta.',
  people: (count: number) =>
    count === 1 ? '1 persona non ha risposto' : `${count} persone non hanno risposto`,
  about: (codes: string) => `attività ${codes}`,
  silences: {
    NOT_ANSWERED: (day: string) => `nessuna risposta alla richiesta del ${day}, ormai chiusa`,
    SKIPPED: (day: string) => `ha saltato la richiesta del ${day}`,
    REMINDED: (day: string) => `non ha risposto alla richiesta del ${day}, già sollecitata`,
    AWAY: (day: string) => `assente (richiesta del ${day})`,
    SNOOZED: (day: string) => `ha rimandato la richiesta del ${day}`,
    ASKED: (day: string) => `richiesta inviata il ${day}`,
    NOT_ASKED_YET: (day: string) => `richiesta del ${day}, in attesa dell’orario della persona`,
  },
  closesOn: (day: string) => `si può rispondere fino al ${day}`,
  because: (reason: string) => `motivo: ${reason}`,
  headOnly: 'ne risponde il solo responsabile',
  heads: (names: string) => `ne risponde il solo responsabile: ${names}`,
  nobody: 'non ne risponde nessuno',
  everybodyThere: 'Ogni attività aperta ha un referente.',
};

export type AttentionTexts = typeof attentionIt;
