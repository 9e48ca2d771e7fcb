import { PLACES } from '../domain/places.ts';
import type { Refusal, ScheduleExpectation } from '../domain/refusal.ts';
import { brief, list } from './brief.ts';
import { formatDay, formatNumber } from './format.ts';
import { keysIt } from './keys-it.ts';
import { scheduleIt } from './schedule-it.ts';

const ROLES = {
  READER: 'programma, in sola lettura',
  STAFF: 'operatore',
  HEAD: 'responsabile di struttura',
  MANAGER: 'dirigente, in sola lettura',
  PLANNING: 'ufficio programmazione',
} as const;

const PERMISSIONS = {
  READ: 'consultare il piano',
  READ_MISSING: 'vedere chi non ha ancora risposto',
  REPORT_OWN_STRUCTURES: 'registrare stati di avanzamento e dati',
  REPORT_ALL: 'registrare per tutte le strutture',
  ARRANGE_OWN_STRUCTURES: 'disporre assenze, deleghe e assegnazioni di altri',
  ADMINISTER: 'amministrare persone, strutture e canali',
  ASK_CHECK_INS: 'inviare le richieste di aggiornamento',
  SEND_SUMMARIES: 'inviare i riepiloghi e seguirne le consegne',
  MOVE_THE_DAY: 'spostare il giorno simulato',
  IMPORT: 'importare i piani',
  MANAGE_KEYS: 'creare e revocare le chiavi dei programmi',
  READ_AUDIT: 'consultare il registro delle modifiche',
} as const;

const { CHECK_IN, REMINDER, ESCALATION, STRUCTURE_SUMMARY, CADENCE, PLACE } = scheduleIt.words;
const STRUCTURE_WORDS = [CHECK_IN, REMINDER, ESCALATION, STRUCTURE_SUMMARY, CADENCE, PLACE];

const SCHEDULE_EXPECTS: Readonly<Record<ScheduleExpectation, string>> = {
  WEEK: 'Si scrive un giorno da lunedì a venerdì, un orario, o entrambi: `lunedì 9:30`; oppure `off`, `on`, `predefinito`',
  MONTH:
    'Si scrive un giorno del mese da 1 a 28, un orario, o entrambi: `5 9:00`; oppure `off`, `on`, `predefinito`',
  QUARTER:
    'Si scrive un giorno da 1 a 28 del mese che segue il trimestre, un orario, o entrambi: `10 9:00`; oppure `off`, `on`, `predefinito`',
  YEAR: 'Si scrivono una o più date senza anno che esistano ogni anno, un orario, o entrambi: `30/06 30/09 18:00`; oppure `off`, `on`, `predefinito`',
  TIME: 'L’orario va da 00:00 a 23:59: si scrive ad esempio `9:30`',
  WORKING_WEEKDAY:
    'Sono accettati i giorni da lunedì a venerdì, perché nel fine settimana non si scrive a nessuno',
  CADENCE:
    'Si scrive entro quanti giorni dalla scadenza si chiede ogni settimana (da 0 a 180), e ogni quante settimane negli altri casi (da 1 a 13): `30 giorni 2 settimane`; oppure `predefinito`',
  PLACE: `Si scrive una di queste città: ${list(PLACES)}; oppure \`nessuna\``,
};

export function refusalIt(refusal: Refusal): string {
  switch (refusal.code) {
    case 'NO_PLAN':
      if (refusal.years.length === 0) return 'Non è ancora stato importato alcun piano: `arti import FILE`.';
      return `Non c’è un piano del ${refusal.year}. Anni disponibili: ${list(refusal.years)}.`;
    case 'NO_BASELINE':
      return `Il piano non ha una baseline ${refusal.given}. Baseline disponibili: ${list(refusal.known)} (0 è il piano approvato).`;
    case 'UNKNOWN_CODE':
      return `Il codice «${brief(refusal.given)}» non esiste. Si scrive il codice di un obiettivo (1.4), di una fase (1.1.3), di una struttura (OSRU) o di un ambito (3).${refusal.near.length > 0 ? ` Forse: ${list(refusal.near)}.` : ''}`;
    case 'NOT_IN_BASELINE':
      return notInBaseline(refusal);
    case 'NOT_A_PHASE':
      if (refusal.phases.length === 0) {
        return `L’obiettivo ${refusal.goal} non ha fasi note su cui registrare un avanzamento.`;
      }
      return `${refusal.goal} è un obiettivo: l’avanzamento si registra sulle sue fasi (${list(refusal.phases)}), ad esempio \`${refusal.phases[0]} 60%\`.`;
    case 'NOT_A_GOAL':
      return `${refusal.phase} è una fase dell’obiettivo ${refusal.goal}: qui si indica l’obiettivo, ${refusal.goal}.`;
    case 'MEASURED_BY_FIGURES':
      return `L’obiettivo ${refusal.goal} si misura con un dato: non ha stati di avanzamento, ma rilevazioni.`;
    case 'NOT_MEASURED_BY_FIGURES':
      return `${refusal.item} non si misura con un dato. Obiettivi misurati con un dato: ${list(refusal.goals)}.`;
    case 'NOT_YOURS':
      return `${refusal.item} è di competenza di ${list(refusal.structures)}: può aggiornarla chi vi lavora, oppure l’ufficio programmazione.`;
    case 'ROLE_MAY_NOT':
      return `Chi ha il Suo ruolo (${ROLES[refusal.role]}) non può ${PERMISSIONS[refusal.permission]}. Si rivolga all’ufficio programmazione.`;
    case 'UNKNOWN_PERSON':
      return refusal.contacts.length === 0
        ? 'Non risulta nell’elenco delle persone abilitate. Si rivolga all’ufficio programmazione.'
        : `Non risulta nell’elenco delle persone abilitate. Si rivolga a: ${list(refusal.contacts)}.`;
    case 'NOTHING_SAID':
      return refusal.item === null
        ? 'Nel messaggio non c’è un dato da registrare. Per comunicare un avanzamento si scrivono codice e dato, ad esempio `1.1.3 60% bando pubblicato`.'
        : `Manca il dato per ${refusal.item}. Per una fase, ad esempio, \`${refusal.item} 60%\`, \`${refusal.item} fatto\` o \`${refusal.item} bloccata: motivo\`; per un indicatore \`${refusal.item} 8006/20015\`.`;
    case 'BLOCK_REASON_MISSING':
      return `Manca il motivo del blocco di ${refusal.item}. Si scrive ad esempio \`${refusal.item} bloccata: manca il parere\`.`;
    case 'NOT_UNDERSTOOD':
      return `Non è chiaro che cosa registrare in «${brief(refusal.given)}». Si scrive il codice e poi il dato: \`1.1.3 60% bando pubblicato\`, \`1.4.4 6200 colloqui\`, \`3.1 8006/20015\`, \`1.1.5 fatto il 28/04\`, \`1.1.1 bloccata: manca il parere\`.`;
    case 'MISSING_CODE':
      return `Manca il codice in «${brief(refusal.given)}»: a quale attività si riferisce? Si scrive ad esempio \`${refusal.example}\`.`;
    case 'SEVERAL_FIGURES':
      return `In «${brief(refusal.given)}» ci sono più dati (${list(refusal.figures)}): se ne scrive uno solo per riga. Una nota che contiene numeri va dopo i due punti: \`1.1.3 60%: manca il 10% delle firme\`.`;
    case 'NUMBER_INVALID':
      if (refusal.given === '') return 'Manca un numero: si scrive ad esempio 60, 12,5 o 20.015.';
      return `«${brief(refusal.given)}» non è un numero valido. Si scrive ad esempio 60, 12,5 o 20.015 (al più 6 decimali).`;
    case 'NUMBER_DOUBTFUL':
      return `«${refusal.given}» si può leggere come ${refusal.given.replace(',', '')} o come un numero con la virgola: si scrive ${refusal.given.replace(',', '')}, oppure ${refusal.given}0 se è davvero un decimale.`;
    case 'PERCENT_OUT_OF_RANGE':
      return `La percentuale va da 0 a 100: ${shown(refusal.given)} non è accettata.`;
    case 'PERCENT_TOO_PRECISE':
      return `La percentuale ha al più due decimali: ${shown(refusal.given)} non è accettata.`;
    case 'UNITS_INVALID':
      return `${shown(refusal.given)} non va bene per questa fase, che conta ${refusal.unit}: si scrive un numero intero da 0 in su (obiettivo ${formatNumber(refusal.target, 'it')}), ad esempio \`6200 ${refusal.unit}\`.`;
    case 'UNITS_NOT_COUNTED':
      return `${refusal.item} si aggiorna in percentuale e non conta unità («${brief(refusal.given)}»): si scrive ad esempio \`${refusal.item} 60%\`.`;
    case 'NOTHING_TO_REPEAT':
      return `Per ${refusal.item} non è mai stato comunicato nulla: non c’è un valore da confermare. Si scrive ad esempio \`${refusal.item} 0%\`.`;
    case 'PERCENT_NOT_WHOLE_UNITS':
      return `${refusal.item} conta ${refusal.unit} (obiettivo ${formatNumber(refusal.target, 'it')}): si scrive quanti, ad esempio \`${refusal.item} 6200 ${refusal.unit}\`.`;
    case 'ONE_FIGURE_EXPECTED':
      return 'Si indica uno e un solo dato (percentuale, numero di unità o completamento), oppure il motivo di un blocco, da solo o insieme al dato.';
    case 'RATIO_EXPECTED':
      return `L’indicatore di ${refusal.goal} («${refusal.indicator}») si comunica con numeratore e denominatore, ad esempio \`${refusal.goal} 8006/20015\`.`;
    case 'VALUE_EXPECTED':
      return `L’indicatore di ${refusal.goal} («${refusal.indicator}») si comunica con un valore in ${refusal.unit}, ad esempio \`${refusal.goal} 120\`.`;
    case 'INDICATOR_NOT_BLOCKED':
      return `${refusal.goal} si misura con un dato e non può essere indicato come bloccato: si comunica il dato, con il motivo nella nota, ad esempio \`${refusal.goal} 8006/20015: mancano i dati di un ufficio\`.`;
    case 'DENOMINATOR_NOT_POSITIVE':
      return `Il denominatore deve essere maggiore di 0: ${shown(refusal.given)} non è accettato.`;
    case 'NEGATIVE_FIGURE':
      return `Il dato non può essere negativo: ${shown(refusal.given)} non è accettato.`;
    case 'DATE_INVALID':
      return `«${brief(refusal.given)}» non è una data valida. Si scrive giorno/mese/anno, ad esempio 30/09/2020.`;
    case 'DATE_IN_FUTURE':
      return `Il ${formatDay(refusal.given)} deve ancora venire (oggi è il ${formatDay(refusal.today)}): si comunica ciò che è già avvenuto.`;
    case 'DATE_BEFORE_PLAN':
      return `Il ${formatDay(refusal.given)} precede il piano, che comincia il ${formatDay(refusal.first)}.`;
    case 'TEXT_TOO_LONG':
      return `Il testo è di ${formatNumber(refusal.length, 'it')} caratteri: se ne accettano al più ${formatNumber(refusal.limit, 'it')}.`;
    case 'LINK_INVALID':
      return `«${brief(refusal.given)}» non è un indirizzo valido: deve cominciare con https:// o http:// e non contenere spazi.`;
    case 'CHECK_IN_CLOSED':
      return `Questa richiesta è stata chiusa il ${formatDay(refusal.closedOn)} e non accetta più risposte. Per comunicare ora un avanzamento: \`/arti aggiorna 1.1.3 60%\`, oppure un messaggio diretto con codice e dato.`;
    case 'NOT_YOUR_CHECK_IN':
      return 'Questa richiesta è rivolta a un’altra persona: può rispondere solo chi l’ha ricevuta.';
    case 'NOBODY_TO_ASK':
      return 'Nessuno ha attività aperte su cui rispondere oggi.';
    case 'IDEMPOTENCY_KEY_INVALID':
      return `La chiave di idempotenza è un testo da 1 a ${refusal.limit} caratteri.`;
    case 'IDEMPOTENCY_KEY_REUSED':
      return `La chiave di idempotenza «${refusal.key}» è già stata usata per un’altra richiesta: per una nuova richiesta serve una nuova chiave.`;
    case 'ALREADY_SUBMITTED':
      return 'Questo modulo è già stato registrato con altri valori. Per una nuova comunicazione lo chiuda e lo apra di nuovo.';
    case 'DAY_NOT_MOVABLE':
      return 'Il giorno si può spostare solo nell’area di lavoro locale.';
    case 'UNKNOWN_COLLEAGUE':
      return `«${brief(refusal.given)}» non risulta nell’elenco delle persone. Si scrive @nome come in Slack, oppure l’indirizzo di posta; chi manca viene inserito dall’ufficio programmazione.`;
    case 'NOT_YOUR_PEOPLE':
      return refusal.structures.length === 0
        ? `${brief(refusal.person)} non lavora in una struttura di cui Lei risponde: può provvedere l’ufficio programmazione.`
        : `${brief(refusal.person)} lavora in ${list(refusal.structures)}: può provvedere chi ne è responsabile, oppure l’ufficio programmazione.`;
    case 'NOT_IN_STRUCTURE':
      return `${brief(refusal.person)} non lavora in una struttura che risponde di ${refusal.item} (${list(refusal.structures)}). Per inserirlo: \`/arti struttura ${refusal.structures[0] ?? 'CODICE'} aggiungi @nome\`.`;
    case 'CANNOT_TAKE_OVER':
      return refusal.self
        ? 'Non si può delegare a sé stessi: si indica un’altra persona.'
        : `${brief(refusal.person)} può solo consultare il piano: si indica chi vi lavora.`;
    case 'NOT_DELEGATED':
      return `Nessuna delega in corso per ${brief(refusal.item)}.`;
    case 'NOT_ASSIGNED':
      return `${refusal.item} non è assegnata a ${brief(refusal.person)}.`;
    case 'DATE_IN_PAST':
      return `Il ${formatDay(refusal.given)} è già passato (oggi è il ${formatDay(refusal.today)}): si indica un giorno da oggi in poi.`;
    case 'DATE_TOO_FAR':
      return `Il ${formatDay(refusal.given)} è troppo lontano: si indica un giorno fino al ${formatDay(refusal.last)}.`;
    case 'HOURS_INVALID':
      return `«${brief(refusal.given)}» non è un orario valido. Si scrive dalle-alle, ad esempio 8:30-14:00, con la fine dopo l’inizio.`;
    case 'TIME_ZONE_INVALID':
      return `«${brief(refusal.given)}» non è un fuso orario. Si scrive ad esempio Europe/Rome o Atlantic/Azores.`;
    case 'PERIOD_INVALID':
      return `«${brief(refusal.given)}» non è un periodo. Si scrive un numero di giorni o di settimane da 1 a 366 giorni, ad esempio 30g o 2s.`;
    case 'ABSENCE_STANDS':
      return `Risulta già un’assenza dal ${formatDay(refusal.from)} al ${formatDay(refusal.until)}, e se ne tiene una sola. Si indica un periodo che la tocchi, e i due si uniscono; oppure prima la si termina (\`/arti assente off\`, per altri \`/arti assente @nome off\`).`;
    case 'SNOOZE_AFTER_CLOSE':
      return `La richiesta accetta risposte fino al ${formatDay(refusal.closesOn)}: si può rimandare a un giorno non successivo (indicato: ${formatDay(refusal.given)}).`;
    case 'SKIP_REASON_MISSING':
      return 'Per saltare la richiesta si indica il motivo, in poche parole.';
    case 'UNKNOWN_STRUCTURE':
      return `La struttura «${brief(refusal.given)}» non esiste nel piano. Strutture: ${list(refusal.known)}.`;
    case 'UNKNOWN_CHANNEL':
      return `Il canale «${brief(refusal.given)}» non si trova. Si scrive #nome di un canale pubblico in cui l’app è stata invitata.`;
    case 'UNKNOWN_CHECK_IN':
      return refusal.given === ''
        ? 'Non c’è una richiesta di aggiornamento che accetti risposte.'
        : `Non esiste una richiesta di aggiornamento «${brief(refusal.given)}».`;
    case 'UNKNOWN_MESSAGE':
      return `Nessun messaggio non consegnato ha il numero «${brief(refusal.given)}»: l’elenco è in \`/arti consegne\`.`;
    case 'UNKNOWN_KEY':
      return `Non esiste una chiave «${brief(refusal.given)}»: l’elenco è in \`/arti chiave\`.`;
    case 'KEY_NAME_INVALID':
      return `Il nome di una chiave dice a che cosa serve, con 1–${refusal.limit} caratteri: ad esempio «Cruscotto della Regione».`;
    case 'KEY_SCOPES_INVALID': {
      const known = list(refusal.known.map((scope) => `${keysIt.scopes[scope]} (${scope})`));
      return refusal.given === ''
        ? `Manca che cosa la chiave permette. Si accetta: ${known}.`
        : `«${brief(refusal.given)}» non è un’autorizzazione. Si accetta: ${known}.`;
    }
    case 'KEY_STRUCTURES_MISSING':
      return `Una chiave che registra vale per una o più strutture. Si accetta: ${list(refusal.known)}.`;
    case 'KEY_STRUCTURES_UNUSED':
      return 'Una chiave che amministra vale per l’intero piano: le strutture non si indicano.';
    case 'PERSON_EXPECTED':
      return 'Una chiave agisce per una persona: la si indica in onBehalfOf, con l’indirizzo e-mail o con la chiave dell’elenco delle persone.';
    case 'NEWCOMER_INVALID':
      return refusal.part === 'ADDRESS'
        ? 'Chi non è nell’elenco si inserisce con il suo indirizzo e-mail, ad esempio nome.cognome@ente.it.'
        : `Chi non è nell’elenco si inserisce con ${refusal.part === 'NAME' ? 'il nome' : 'la qualifica'}: da 1 a ${formatNumber(refusal.limit, 'it')} caratteri.`;
    case 'UNKNOWN_REPORT':
      return `Nessuna comunicazione di questo tipo corrisponde a «${brief(refusal.given)}»: si indica il campo id o sequence di quella da correggere.`;
    case 'SAID_MEANWHILE':
      return `Nel frattempo su ${refusal.item} è stato comunicato un altro dato, riferito al ${formatDay(refusal.reportedOn)}: lo si rilegga, e se occorre si ripeta la richiesta con una nuova chiave.`;
    case 'BULK_SIZE_INVALID':
      return `Si accettano da 1 a ${formatNumber(refusal.limit, 'it')} elementi per volta: ne sono stati indicati ${formatNumber(refusal.given, 'it')}.`;
    case 'RANGE_INVALID':
      return `Il periodo comincia il ${formatDay(refusal.from)} e finisce prima, il ${formatDay(refusal.to)}: la prima data non può essere successiva alla seconda.`;
    case 'RANGE_TOO_LONG':
      return `Il periodo comprende ${formatNumber(refusal.points, 'it')} date: se ne accettano al massimo ${formatNumber(refusal.limit, 'it')}. Si scelga un periodo più breve o un passo più lungo.`;
    case 'UNKNOWN_GROUP':
      return `Il gruppo «${brief(refusal.given)}» non si trova o è vuoto. Si scrive @gruppo come in Slack.`;
    case 'NOT_YOUR_SCHEDULE':
      if (refusal.structure !== null) {
        return `Il calendario di ${refusal.structure} può cambiarlo chi ne è responsabile, oppure l’ufficio programmazione.`;
      }
      return refusal.own.length === 0
        ? 'Il calendario del piano può cambiarlo solo l’ufficio programmazione: si rivolga all’ufficio.'
        : `Il calendario del piano può cambiarlo l’ufficio programmazione. Per le strutture di cui è responsabile si antepone il codice: \`/arti calendario ${refusal.own[0]} checkin martedì 10\`.`;
    case 'UNKNOWN_SCHEDULE_ENTRY':
      return `«${brief(refusal.given)}» non è né una struttura (${list(refusal.structures)}) né una voce del calendario (${list(Object.values(scheduleIt.words))}, storico).`;
    case 'SCHEDULE_UNCLEAR':
      return refusal.given === ''
        ? `${SCHEDULE_EXPECTS[refusal.expects]}.`
        : `«${brief(refusal.given)}» non è accettato. ${SCHEDULE_EXPECTS[refusal.expects]}.`;
    case 'NOT_OF_STRUCTURE':
      return `Il ${scheduleIt.names[refusal.kind]} riguarda l’intero piano, non la sola ${refusal.structure}. Per una struttura si impostano: ${list(STRUCTURE_WORDS)}.`;
    case 'USAGE':
      return refusal.given === ''
        ? `Si scrive \`${refusal.usage}\`.`
        : `«${brief(refusal.given)}» non è chiaro. Si scrive \`${refusal.usage}\`.`;
  }
}

function notInBaseline({
  item,
  baseline,
  change,
  readableIn,
}: Extract<Refusal, { code: 'NOT_IN_BASELINE' }>): string {
  if (change?.kind === 'MERGE') {
    return `${item} è confluito in ${change.into} con la baseline ${baseline}. Resta leggibile nella baseline ${readableIn} (\`/arti stato ${item} baseline ${readableIn}\`). Motivazione: ${change.motivation}`;
  }
  if (change) {
    return `${item} è stato eliminato dalla baseline ${baseline}. Resta leggibile nella baseline ${readableIn} (\`/arti stato ${item} baseline ${readableIn}\`). Motivazione: ${change.motivation}`;
  }
  return `${item} non fa parte della baseline ${baseline}: è presente nella baseline ${readableIn}.`;
}

const shown = (decimal: string): string => `«${decimal.replace('.', ',')}»`;
