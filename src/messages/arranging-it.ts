/** What assigning, delegating, absences and the directory say, in Italian; `arranging-en.ts` says the same in English. */

const NOT_TOLD = 'non riceverà richieste di aggiornamento';

export const arrangingIt = {
  // Who answers for what
  assignDone: (changed: number): string =>
    changed === 0 ? 'Era già così: nulla è cambiato.' : 'Assegnazioni aggiornate.',
  assignTitle: 'Chi risponde',
  arrangedBefore: 'Questa richiesta era già stata eseguita.',
  assignGoal: (goal: string) => `${goal} è un obiettivo: vale per le sue fasi.`,
  answeredBy: (names: string) => `Risponde: ${names}`,
  answeredByNobody: 'Non risponde nessuno.',
  answererBecause: {
    ASSIGNED: 'per assegnazione',
    STRUCTURE: 'con la struttura',
    HEAD: 'come responsabile',
    DELEGATED: 'in delega',
  },
  andOthers: (names: string, count: number) => (count === 0 ? names : `${names} e altre ${count}`),

  // Structures
  structureText: (structure: string, people: number, open: number, orphans: number) =>
    `${structure}: persone ${people}, attività aperte ${open}, senza un referente ${orphans}.`,
  structureChannel: 'Canale',
  structureNoChannel: 'nessuno: i riepiloghi non vengono inviati',
  structureHeads: 'Responsabili',
  structureMembers: 'Persone',
  structureOpen: 'Attività aperte',
  structureOrphans: 'Senza un referente',
  structureNone: 'nessuno',
  structureNoItems: 'nessuna',
  memberTitle: (name: string, title: string) => (title === '' ? name : `${name} (${title})`),
  structureHow: (code: string) =>
    `Per cambiare: \`/arti struttura ${code} canale #nome\`, \`responsabile @nome\`, \`aggiungi @nome\`, \`rimuovi @nome\`.`,

  personUnchanged: (name: string) => `${name}: nulla da cambiare.`,
  personNew: (name: string, structure: string) => `${name}: nuovo inserimento nell’elenco, in ${structure}.`,
  personAdded: (name: string, structure: string) => `${name}: ora in ${structure}.`,
  personHead: (name: string, structures: string) => `${name}: responsabile di ${structures}.`,
  personHeadOfAll: 'Il ruolo vale per tutte le strutture della persona.',
  personStaysPlanning:
    'Resta nell’ufficio programmazione, che può già disporre per tutti: non figura fra i responsabili.',
  personNoHead: (name: string, structures: string) =>
    `${name}: non più responsabile, resta in ${structures}.`,
  personRemoved: (name: string, structure: string) => `${name}: non più in ${structure}.`,
  personWithoutStructure:
    'Resta nell’elenco senza struttura: non riceve richieste e non può comunicare dati, se non per delega.',
  channelSet: (structure: string, channel: string) =>
    `I riepiloghi di ${structure} vanno ora nel canale ${channel}.`,
  channelOff: (structure: string) => `${structure} non ha più un canale: i riepiloghi non vengono inviati.`,
  channelWas: {
    STRUCTURE: (structure: string) => `Finora era il canale di ${structure}, che resta senza.`,
    MANAGERS: () => 'Finora era il canale dei dirigenti.',
    GENERAL: () => 'Finora era il canale generale.',
  },

  // Orphans
  orphansText: (count: number) =>
    count === 1
      ? '1 attività aperta è senza un referente: ne risponde al più il responsabile.'
      : `${count} attività aperte sono senza un referente: ne risponde al più il responsabile.`,
  orphansNothing: 'Tutte le attività aperte hanno un referente.',
  orphansOwn: 'Sono mostrate quelle delle strutture di cui è responsabile.',

  // Absences
  awayNone: 'Nessuna assenza è impostata. Per impostarla: `/arti assente fino al 20/09`.',
  awayNoneOf: (name: string) => `${name}: nessuna assenza è impostata.`,
  awayNow: (from: string, until: string) =>
    `È impostata un’assenza dal ${from} al ${until}. In caso di rientro anticipato: \`/arti assente rientrato\`.`,
  awayNowOf: (name: string, from: string, until: string) => `${name}: assenza dal ${from} al ${until}.`,
  awaySetBy: (name: string) => `L’ha impostata: ${name}.`,
  awaySet: (from: string, until: string) =>
    `Assenza impostata dal ${from} al ${until}: in quei giorni ${NOT_TOLD}. Per lasciare le attività a qualcuno: \`/arti delega tutto @nome fino al ${until}\`.`,
  awaySetOf: (name: string, from: string, until: string) =>
    `${name}: assenza impostata dal ${from} al ${until}; in quei giorni ${NOT_TOLD}.`,
  awayEnded: 'L’assenza non è più impostata: le richieste di aggiornamento riprendono.',
  awayEndedOf: (name: string) => `${name}: l’assenza non è più impostata.`,

  // Delegations
  delegatedItem: (item: string, from: string, to: string, startsOn: string, endsOn: string) =>
    `*${item}*: da ${from} a ${to}, dal ${startsOn} al ${endsOn}.`,
  delegateDone: (count: number) => (count === 1 ? '1 attività delegata.' : `${count} attività delegate.`),
  delegateNotDone: (item: string, why: string) => `*${item}*: ${why}`,
  delegateEnded: (count: number) => (count === 1 ? '1 delega terminata.' : `${count} deleghe terminate.`),
  delegateNone: 'Nessuna delega in corso. Per delegare: `/arti delega 1.1.3 @nome fino al 30/09`.',
  delegateText: (given: number, taken: number) => `Deleghe date: ${given}; ricevute: ${taken}.`,
  delegateNothing: (name: string) => `${name} non ha attività da delegare.`,

  // Hours
  hoursSet: (from: string, to: string) => `Il bot scrive per primo solo dalle ${from} alle ${to}.`,
  hoursNone: 'Nessun orario è impostato: valgono le notifiche impostate in Slack.',
  zoneOwn: (zone: string) => `Fuso orario: ${zone}, impostato con \`/arti orario fuso\`.`,
  zoneOfSlack: (zone: string) => `Fuso orario: ${zone}, come in Slack.`,
  zoneDefault: (zone: string) => `Fuso orario: ${zone}.`,

  // Cards
  cardMore: (code: string) => `Per saperne di più: \`/arti stato ${code}\`.`,
  cardText: (what: string, progress: string) => `${what}: avanzamento ${progress}`,
  cardOf: (goal: string, title: string) => `Obiettivo ${goal}: ${title}`,
  cardPlanned: (byDeadline: string, linear: string) => `atteso ${byDeadline} a scadenza, ${linear} lineare`,
};
