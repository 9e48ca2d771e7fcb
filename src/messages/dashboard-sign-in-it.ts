/** The page by which one signs in, in Italian. */
export const dashboardSignInIt = {
  title: 'Accesso al cruscotto',
  ready: 'Il collegamento personale è pronto: vale una volta sola e per cinque minuti.',
  enter: 'Entra',
  entering: 'Accesso in corso…',
  entered: (name: string) => `Accesso eseguito: ${name}.`,
  refusedTitle: 'Il collegamento non è valido',
  refusedHint: 'Per riceverne un altro si scrive di nuovo /arti cruscotto in Slack.',
  unreachable: 'Il servizio non risponde: il collegamento resta valido fino alla scadenza. Si può riprovare.',
  tryAgain: 'Riprova',
  how: 'Come si entra',
  steps: [
    'In Slack, in qualunque canale, si scrive /arti cruscotto.',
    'Il bot risponde, a chi ha scritto soltanto, con un collegamento personale.',
    'Si apre il collegamento entro cinque minuti e si preme «Entra».',
  ],
  provider: 'Entra con le credenziali dell’ente',
  or: 'Oppure',
  backToPlan: 'Torna al piano',
};

export type DashboardSignInTexts = typeof dashboardSignInIt;
