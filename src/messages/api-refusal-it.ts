/**
 * Refusals as the API words them, where the sentence for people in Slack or at the terminal would tell them to type
 * something: here fields and arguments are named. What is not here is worded alike for everybody.
 */
import { KEY_SCOPES } from '../domain/api-key.ts';
import { PLACES } from '../domain/places.ts';
import type { Refusal, RefusalCode, ScheduleExpectation } from '../domain/refusal.ts';
import { brief, list } from './brief.ts';
import { formatDay, formatNumber } from './format.ts';
import { scheduleIt } from './schedule-it.ts';

/** Of codes with a wording of the API’s own. */
export type ApiWording = {
  readonly [C in RefusalCode]?: (refusal: Extract<Refusal, { readonly code: C }>) => string;
};

const SCHEDULE_EXPECTS: Readonly<Record<ScheduleExpectation, string>> = {
  WEEK: 'Si indica «weekday», da 1 (lunedì) a 5 (venerdì), «time», o entrambi',
  MONTH: 'Si indica «dayOfMonth», da 1 a 28, «time», o entrambi',
  QUARTER: 'Si indica «dayOfMonth», da 1 a 28, del mese che segue il trimestre, «time», o entrambi',
  YEAR: 'Si indica «days», con una o più date MM-GG che esistano ogni anno (ad esempio "06-30"), «time», o entrambi',
  TIME: '«time» va da "00:00" a "23:59"',
  WORKING_WEEKDAY: '«weekday» va da 1 (lunedì) a 5 (venerdì): nel fine settimana non si scrive a nessuno',
  CADENCE: 'Si indica «nearDays», da 0 a 180, «everyWeeks», da 1 a 13, o entrambi',
  PLACE: `«town» è una di queste città: ${list(PLACES)}; senza, contano le sole feste nazionali`,
};

export const apiRefusalIt: ApiWording = {
  NO_PLAN: ({ year, years }) =>
    years.length === 0
      ? 'Non è ancora stato importato alcun piano: lo si importa con importFile.'
      : `Non c’è un piano del ${year}. Anni disponibili: ${list(years)}.`,
  UNKNOWN_CODE: ({ given, near }) =>
    `Il codice «${brief(given)}» non esiste. Codici di esempio: 3 di un ambito, 1.4 di un obiettivo, 1.1.3 di una fase.${near.length > 0 ? ` Forse: ${list(near)}.` : ''}`,
  NOT_IN_BASELINE: ({ item, baseline, change, readableIn }) => {
    const where = `Resta leggibile con l’argomento baseline: ${readableIn}`;
    if (change?.kind === 'MERGE') {
      return `${item} è confluito in ${change.into} con la baseline ${baseline}. ${where}. Motivazione: ${change.motivation}`;
    }
    return change
      ? `${item} è stato eliminato dalla baseline ${baseline}. ${where}. Motivazione: ${change.motivation}`
      : `${item} non fa parte della baseline ${baseline}. ${where}.`;
  },
  NOT_A_PHASE: ({ goal, phases }) =>
    phases.length === 0
      ? `${goal} è un obiettivo senza fasi note: si chiede con goal(code: "${goal}").`
      : `${goal} è un obiettivo, che si chiede con goal(code: "${goal}"): qui si indica una delle sue fasi (${list(phases)}).`,
  NOT_A_GOAL: ({ phase, goal }) =>
    `${phase} è una fase dell’obiettivo ${goal}, e si chiede con phase(code: "${phase}"): qui si indica l’obiettivo, "${goal}".`,
  MEASURED_BY_FIGURES: ({ goal }) =>
    `L’obiettivo ${goal} si misura con un dato: non ha stati di avanzamento, ma rilevazioni, che si chiedono con «measurements».`,
  NOTHING_SAID: ({ item }) =>
    `Manca il dato${item === null ? '' : ` per ${item}`}. Di una fase si indica «percent», «units» o «done», oppure «blockedBecause»; di un indicatore «numerator» e «denominator», oppure «value».`,
  BLOCK_REASON_MISSING: ({ item }) =>
    `Manca il motivo del blocco di ${item}: «blockedBecause» non può essere vuoto.`,
  NOT_UNDERSTOOD: ({ given }) =>
    `Non è chiaro che cosa registrare (${brief(given)}): «numerator» e «denominator» si indicano insieme.`,
  MISSING_CODE: ({ given }) => `Manca il codice a cui si riferisce «${brief(given)}».`,
  SEVERAL_FIGURES: ({ figures }) =>
    `Ci sono più dati (${list(figures)}): si indicano «numerator» e «denominator», oppure «value».`,
  NUMBER_INVALID: ({ given }) =>
    `«${brief(given)}» non è un numero valido: se ne accettano di al più 15 cifre, 6 delle quali decimali.`,
  UNITS_INVALID: ({ given, unit, target }) =>
    `«${brief(given)}» non va bene per questa fase, che conta ${unit}: «units» è un numero intero da 0 in su (obiettivo ${formatNumber(target, 'it')}).`,
  UNITS_NOT_COUNTED: ({ item, given }) =>
    `${item} si aggiorna in percentuale e non conta unità («${brief(given)}»): si indica «percent».`,
  NOTHING_TO_REPEAT: ({ item }) =>
    `Per ${item} non è mai stato comunicato nulla: non c’è un valore da confermare, si indica il dato.`,
  PERCENT_NOT_WHOLE_UNITS: ({ item, unit, target }) =>
    `${item} conta ${unit} (obiettivo ${formatNumber(target, 'it')}), e quella percentuale non ne è un numero intero: si indica «units».`,
  RATIO_EXPECTED: ({ goal, indicator }) =>
    `L’indicatore di ${goal} («${indicator}») si comunica con «numerator» e «denominator».`,
  VALUE_EXPECTED: ({ goal, indicator, unit }) =>
    `L’indicatore di ${goal} («${indicator}») si comunica con «value», in ${unit}.`,
  INDICATOR_NOT_BLOCKED: ({ goal }) =>
    `${goal} si misura con un dato e non può essere indicato come bloccato: si comunica il dato, con il motivo in «note».`,
  DATE_INVALID: ({ given }) =>
    `«${brief(given)}» non è una data valida: si scrive AAAA-MM-GG, ad esempio "2020-09-30".`,
  CHECK_IN_CLOSED: ({ closedOn }) =>
    `Questa richiesta è stata chiusa il ${formatDay(closedOn)} e non accetta più risposte. Un avanzamento si comunica ora con reportStatus, un dato con recordMeasurement.`,
  ALREADY_SUBMITTED: () =>
    'La stessa richiesta è già stata registrata con altri valori: per una nuova serve una nuova chiave di idempotenza.',
  UNKNOWN_COLLEAGUE: ({ given }) =>
    `«${brief(given)}» non risulta nell’elenco delle persone: si indica l’indirizzo e-mail, o la chiave dell’elenco. Chi manca si inserisce con changeMembers.`,
  NOT_IN_STRUCTURE: ({ person, item, structures }) =>
    `${brief(person)} non lavora in una struttura che risponde di ${item} (${list(structures)}): lo si inserisce con changeMembers.`,
  HOURS_INVALID: ({ given }) =>
    `«${brief(given)}» non è un orario valido: «from» e «to» si scrivono HH:MM, con la fine dopo l’inizio.`,
  TIME_ZONE_INVALID: ({ given }) =>
    `«${brief(given)}» non è un fuso orario: si indica un nome IANA, ad esempio "Europe/Rome".`,
  PERIOD_INVALID: ({ given }) =>
    `«${brief(given)}» non è un periodo: comincia prima di finire, o a pari giorno, e dura al più 366 giorni; in ore, da 1 in su.`,
  ABSENCE_STANDS: ({ from, until }) =>
    `Risulta già un’assenza dal ${formatDay(from)} al ${formatDay(until)}, e se ne tiene una sola. Si indica un periodo che la tocchi, e i due si uniscono; oppure prima la si termina con endAbsence.`,
  UNKNOWN_CHANNEL: ({ given }) =>
    `«${brief(given)}» non è il nome di un canale: si indica un canale pubblico in cui l’app è stata invitata, con lettere minuscole, cifre, «-» e «_», ad esempio "osru".`,
  UNKNOWN_GROUP: ({ given }) => `Il gruppo «${brief(given)}» non si trova o è vuoto.`,
  UNKNOWN_MESSAGE: ({ given }) =>
    `Nessun messaggio non consegnato ha il numero «${brief(given)}»: l’elenco è in «outbox».`,
  UNKNOWN_KEY: ({ given }) => `Non esiste una chiave «${brief(given)}»: l’elenco è in «apiKeys».`,
  KEY_SCOPES_INVALID: ({ given }) => {
    const accepted = `Si accetta: ${list(KEY_SCOPES.map((scope) => scope.toUpperCase()))}; almeno uno che non sia INTROSPECT`;
    return given === ''
      ? `Manca che cosa la chiave permette. ${accepted}.`
      : `«${brief(given)}» non è un’autorizzazione. ${accepted}.`;
  },
  NOT_YOUR_SCHEDULE: ({ structure, own }) => {
    if (structure !== null) {
      return `Il calendario di ${structure} può cambiarlo chi ne è responsabile, oppure l’ufficio programmazione.`;
    }
    return `Il calendario del piano può cambiarlo solo l’ufficio programmazione.${own.length === 0 ? '' : ` Delle strutture di cui Lei è responsabile si indica il codice in «structure»: ${list(own)}.`}`;
  },
  SCHEDULE_UNCLEAR: ({ given, expects }) =>
    given === ''
      ? `${SCHEDULE_EXPECTS[expects]}.`
      : `«${brief(given)}» non è accettato. ${SCHEDULE_EXPECTS[expects]}.`,
  NOT_OF_STRUCTURE: ({ kind, structure }) =>
    `Il ${scheduleIt.names[kind]} riguarda l’intero piano, non la sola ${structure}: si omette «structure».`,
};
