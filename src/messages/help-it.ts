/** What each command of `/arti` is written like and does, in Italian; `help-en.ts` says the same in English. */
import type { HelpEntry } from './help-entry.ts';

export const helpIt = {
  mine: {
    usage: '/arti mie',
    what: 'le attività di cui risponde, la più urgente per prima',
    examples: () => ['/arti mie'],
  },
  due: {
    usage: '/arti scadenze [30g] [tutto]',
    what: 'che cosa scade nei prossimi giorni',
    examples: () => ['/arti scadenze', '/arti scadenze 2s', '/arti scadenze 60g tutto'],
  },
  update: {
    usage: '/arti aggiorna CODICE DATO [NOTA]',
    what: 'registra un avanzamento; in un messaggio diretto basta scrivere codice e dato',
    examples: ({ phase, units }) => [
      `/arti aggiorna ${phase} 60% in attesa della firma`,
      `/arti aggiorna ${phase} fatto il 28/04`,
      `/arti aggiorna ${phase} bloccata: manca il parere`,
      `/arti aggiorna ${phase} invariato`,
      `/arti aggiorna ${units.code} 6200 ${units.name}`,
    ],
  },
  figure: {
    usage: '/arti dato CODICE NUMERATORE/DENOMINATORE',
    what: 'registra il dato di un indicatore',
    examples: ({ ratio }) => [`/arti dato ${ratio} 8006/20015`, `/arti dato ${ratio} 8006/20015 al 30/06`],
  },
  history: {
    usage: '/arti storico CODICE',
    what: 'tutto ciò che è stato comunicato di una fase o di un indicatore, correzioni comprese',
    examples: ({ phase, ratio }) => [`/arti storico ${phase}`, `/arti storico ${ratio}`],
  },
  away: {
    usage: '/arti assente [@NOME] [dal GG/MM] fino al GG/MM',
    what: 'un’assenza, durante la quale non arrivano richieste; `rientrato` la termina',
    examples: () => [
      '/arti assente',
      '/arti assente fino al 20/09',
      '/arti assente dal 14/09 al 20/09',
      '/arti assente @nome fino al 20/09',
      '/arti assente rientrato',
    ],
  },
  delegate: {
    usage: '/arti delega CODICE @NOME [dal GG/MM] fino al GG/MM',
    what: 'lascia un’attività a un’altra persona per un periodo; `tutto` al posto del codice, `off` per terminare',
    examples: ({ phase }) => [
      '/arti delega',
      `/arti delega ${phase} @nome fino al 30/09`,
      '/arti delega tutto @nome dal 14/09 al 20/09',
      `/arti delega ${phase} da @nome a @nome fino al 30/09`,
      `/arti delega off ${phase}`,
    ],
  },
  hours: {
    usage: '/arti orario [HH:MM-HH:MM | off | fuso ZONA]',
    what: 'in quale orario il bot può scrivere per primo, e il fuso orario',
    examples: () => [
      '/arti orario',
      '/arti orario 8:30-14:00',
      '/arti orario off',
      '/arti orario fuso Europe/Rome',
      '/arti orario fuso off',
    ],
  },
  status: {
    usage: '/arti stato [CODICE] [al GG/MM] [baseline N]',
    what: 'il piano, un ambito, un obiettivo, una fase o una struttura: avanzamento, atteso, scostamento, stato',
    examples: ({ phase, goal, structure }) => [
      '/arti stato',
      `/arti stato ${goal}`,
      `/arti stato ${phase}`,
      `/arti stato ${structure}`,
      `/arti stato ${goal} al 30/06 baseline 0`,
    ],
  },
  explain: {
    usage: '/arti spiega [CODICE] [al GG/MM] [baseline N]',
    what: 'la somma dietro la cifra, termine per termine',
    examples: ({ goal, structure }) => [`/arti spiega ${goal}`, `/arti spiega ${structure}`],
  },
  chart: {
    usage: '/arti grafico [CODICE] [al GG/MM] [baseline N]',
    what: 'l’andamento nell’anno: avanzamento e atteso',
    examples: ({ goal, structure }) => [
      '/arti grafico',
      `/arti grafico ${goal}`,
      `/arti grafico ${structure}`,
    ],
  },
  risk: {
    usage: '/arti rischi [CODICE]',
    what: 'in ritardo, bloccate, a rischio, senza notizie: dalla più grave',
    examples: ({ goal, structure }) => ['/arti rischi', `/arti rischi ${goal}`, `/arti rischi ${structure}`],
  },
  missing: {
    usage: '/arti mancanti [STRUTTURA]',
    what: 'chi non ha ancora risposto, per struttura, e le attività senza un referente',
    examples: ({ structure }) => ['/arti mancanti', `/arti mancanti ${structure}`],
  },
  orphans: {
    usage: '/arti orfane',
    what: 'le attività aperte di cui risponde soltanto il responsabile, o nessuno',
    examples: () => ['/arti orfane'],
  },
  assign: {
    usage: '/arti assegna CODICE @NOME [-@NOME]',
    what: 'assegna un’attività a chi vi lavora, o la toglie; senza nomi dice chi risponde',
    examples: ({ phase, goal }) => [
      `/arti assegna ${phase}`,
      `/arti assegna ${phase} @nome`,
      `/arti assegna ${goal} @gruppo`,
      `/arti assegna ${phase} -@nome`,
    ],
  },
  structure: {
    usage: '/arti struttura CODICE [canale #NOME | responsabile @NOME | aggiungi @NOME | rimuovi @NOME]',
    what: 'canale, responsabili e persone di una struttura, e le sue attività aperte',
    examples: ({ structure }) => [
      `/arti struttura ${structure}`,
      `/arti struttura ${structure} canale #nome`,
      `/arti struttura ${structure} responsabile @nome`,
      `/arti struttura ${structure} aggiungi @nome @gruppo`,
      `/arti struttura ${structure} rimuovi @nome`,
    ],
  },
  diff: {
    usage: '/arti confronto [CODICE] [N N]',
    what: 'il piano approvato e quello rimodulato a confronto, con la motivazione',
    examples: ({ goal }) => ['/arti confronto', `/arti confronto ${goal}`, `/arti confronto ${goal} 0 1`],
  },
  checkin: {
    usage: '/arti checkin ora',
    what: 'chiede adesso un aggiornamento a chi ha attività aperte',
    examples: () => ['/arti checkin ora'],
  },
  summary: {
    usage: '/arti riepilogo ora',
    what: 'invia adesso i riepiloghi settimanali delle strutture e del piano',
    examples: () => ['/arti riepilogo ora'],
  },
  schedule: {
    usage: '/arti calendario [ANNO] [STRUTTURA] [VOCE QUANDO] · [ANNO] storico [STRUTTURA] [VOCE] [1–40]',
    what: 'quando il bot chiede, ricorda e riepiloga; lo cambia l’ufficio programmazione, o chi è responsabile per la propria struttura',
    examples: ({ structure }) => [
      '/arti calendario',
      `/arti calendario ${structure}`,
      '/arti calendario checkin lunedì 9:30',
      `/arti calendario ${structure} checkin martedì 10`,
      `/arti calendario ${structure} checkin predefinito`,
      '/arti calendario promemoria off',
      '/arti calendario mensile 5 9:00',
      '/arti calendario monitoraggio 30/06 30/09 18:00',
      '/arti calendario cadenza 30 giorni 2 settimane',
      '/arti calendario sede Pisa',
      `/arti calendario storico ${structure} checkin 40`,
      '/arti calendario 2020 trimestrale off',
    ],
  },
  outbox: {
    usage: '/arti consegne [rinvia [numero] | archivia numero]',
    what: 'i messaggi non consegnati o di esito incerto, e che cosa farne',
    examples: () => ['/arti consegne', '/arti consegne rinvia', '/arti consegne archivia 12'],
  },
  key: {
    usage: '/arti chiave [crea "NOME" AMBITO [STRUTTURA] [fino al GG/MM/AAAA] | revoca ID]',
    what: 'le chiavi con cui i programmi accedono all’API: elenco, creazione e revoca',
    examples: ({ structure }) => [
      '/arti chiave',
      '/arti chiave crea "Cruscotto della Regione" lettura fino al 31/12/2027',
      '/arti chiave crea "Esplorazione dello schema" lettura schema',
      `/arti chiave crea "Dati della struttura" registrazione ${structure}`,
      '/arti chiave revoca k7m3x9qd',
    ],
  },
  dashboard: {
    usage: '/arti cruscotto [esci | revoca PERSONA]',
    what: 'un collegamento personale al cruscotto, valido una volta per cinque minuti; «esci» chiude le proprie sessioni, «revoca» quelle di un’altra persona (ufficio programmazione)',
    examples: () => ['/arti cruscotto', '/arti cruscotto esci'],
  },
  today: {
    usage: '/arti oggi [GG/MM/AAAA]',
    what: 'dice il giorno; nell’area di lavoro locale lo sposta',
    examples: () => ['/arti oggi', '/arti oggi 30/09/2020'],
  },
  help: {
    usage: '/arti aiuto [COMANDO]',
    what: 'questo elenco, o come si usa un comando',
    examples: () => ['/arti aiuto', '/arti aiuto aggiorna'],
  },
} satisfies Record<string, HelpEntry>;

/** The commands that help knows. */
export type HelpTopic = keyof typeof helpIt;
