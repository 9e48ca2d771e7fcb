import type { Language } from './language.ts';

/** What is said of signing in to the dashboard: to its page, and in Slack. */
export type SessionTexts = {
  readonly link: Readonly<Record<'UNKNOWN' | 'USED' | 'EXPIRED' | 'GONE', string>>;
  readonly none: string;
  readonly ended: string;
  readonly badRequest: string;
  readonly methodNotAllowed: string;
  /** A request that changes something came from a page of another site. */
  readonly notOwnPage: string;
  readonly slack: {
    readonly intro: string;
    readonly open: string;
    readonly holds: string;
    readonly noDashboard: string;
    readonly signedOut: (count: number) => string;
    readonly revoked: (name: string, count: number) => string;
  };
};

export const SESSION_TEXTS: Readonly<Record<Language, SessionTexts>> = {
  it: {
    link: {
      UNKNOWN:
        'Il collegamento non è riconosciuto: forse è stato copiato in parte. Un altro si ottiene scrivendo /arti cruscotto in Slack.',
      USED: 'Il collegamento è già stato usato: vale una volta sola. Un altro si ottiene scrivendo /arti cruscotto in Slack.',
      EXPIRED:
        'Il collegamento è scaduto: vale cinque minuti. Un altro si ottiene scrivendo /arti cruscotto in Slack.',
      GONE: 'La persona per cui il collegamento è stato creato non è più nell’elenco dell’ente: ci si rivolga all’ufficio programmazione.',
    },
    none: 'Non è stato effettuato l’accesso: in Slack, /arti cruscotto dà un collegamento personale.',
    ended: 'La sessione è terminata: per accedere di nuovo si scriva /arti cruscotto in Slack.',
    badRequest: 'Il corpo della richiesta deve essere JSON: {"token": "…"}.',
    methodNotAllowed: 'Si accettano GET, POST e DELETE.',
    notOwnPage:
      'La richiesta non viene dalle pagine del cruscotto: si apra il cruscotto al suo indirizzo (ARTI_DASHBOARD_URL) e si riprovi da lì.',
    slack: {
      intro: 'Ecco il collegamento personale al cruscotto.',
      open: 'Apri il cruscotto',
      holds:
        'Vale una volta sola, per cinque minuti, e non va inoltrato: chi lo apre accede a Suo nome. `/arti cruscotto esci` chiude tutte le sessioni aperte.',
      noDashboard:
        'L’indirizzo del cruscotto non è configurato: ci si rivolga a chi gestisce il servizio (ARTI_DASHBOARD_URL).',
      signedOut: (count) =>
        count === 0
          ? 'Nessuna sessione del cruscotto era aperta; i collegamenti non ancora usati non valgono più.'
          : count === 1
            ? 'La sessione del cruscotto è stata chiusa.'
            : `Le ${count} sessioni del cruscotto sono state chiuse.`,
      revoked: (name, count) =>
        count === 0
          ? `${name} non aveva sessioni del cruscotto aperte; i collegamenti non ancora usati non valgono più.`
          : count === 1
            ? `La sessione del cruscotto di ${name} è stata chiusa.`
            : `Le ${count} sessioni del cruscotto di ${name} sono state chiuse.`,
    },
  },
  en: {
    link: {
      UNKNOWN:
        'The link is not known: perhaps a part of it is missing. To get another one, write /arti dashboard in Slack.',
      USED: 'The link was used already: it is valid once. To get another one, write /arti dashboard in Slack.',
      EXPIRED:
        'The link has expired: it is valid for five minutes. To get another one, write /arti dashboard in Slack.',
      GONE: 'Whoever the link was made for is no longer in the agency’s directory: ask the planning office.',
    },
    none: 'Nobody is signed in: in Slack, /arti dashboard gives a personal link.',
    ended: 'The session has ended: to sign in again, write /arti dashboard in Slack.',
    badRequest: 'The body of the request has to be JSON: {"token": "…"}.',
    methodNotAllowed: 'GET, POST and DELETE are accepted.',
    notOwnPage:
      'The request does not come from the dashboard’s own pages: open the dashboard at its address (ARTI_DASHBOARD_URL), and try again from there.',
    slack: {
      intro: 'Here is your personal link to the dashboard.',
      open: 'Open the dashboard',
      holds:
        'It is valid once, for five minutes, and not to be passed on: whoever opens it signs in as you. `/arti dashboard logout` ends all your sessions.',
      noDashboard:
        'The dashboard’s address is not configured: ask whoever runs the service (ARTI_DASHBOARD_URL).',
      signedOut: (count) =>
        count === 0
          ? 'You had no open session of the dashboard; links not used yet are no longer valid.'
          : count === 1
            ? 'Your session of the dashboard was ended.'
            : `Your ${count} sessions of the dashboard were ended.`,
      revoked: (name, count) =>
        count === 0
          ? `${name} had no open session of the dashboard; links not used yet are no longer valid.`
          : count === 1
            ? `${name}’s session of the dashboard was ended.`
            : `${name}’s ${count} sessions of the dashboard were ended.`,
    },
  },
};
