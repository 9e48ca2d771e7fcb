/** Problems and notices of plan and directory files, in Italian. */
import { type IsoDate, parseIsoDate } from '../domain/dates.ts';
import type { CodeOwner, SyntaxKind, ValueKind } from '../plan-file/problems.ts';
import { formatBps, formatDay, formatNumber } from './format.ts';
import type { PlanFileCatalogue } from './plan-file-catalogue.ts';

const bps = (value: number): string => formatBps(value, 'it');
const points = (value: number): string => bps(value).replace(/\s*%$/, '');
const day = (text: string): string => formatDay((parseIsoDate(text) ?? text) as IsoDate);
const list = (values: readonly string[]): string => values.join(', ');
const quoted = (text: string): string => `«${text.length > 80 ? `${text.slice(0, 79)}…` : text}»`;

const KINDS: Readonly<Record<ValueKind, string>> = {
  TEXT: 'un testo',
  NUMBER: 'un numero',
  BOOLEAN: 'un vero/falso',
  LIST: 'un elenco',
  FIELDS: 'un gruppo di campi',
};

const SYNTAX: Readonly<Record<SyntaxKind, string>> = {
  INDENTATION: 'il rientro delle righe non torna: i campi di uno stesso gruppo devono essere allineati',
  TAB: 'il rientro si fa con gli spazi, non con le tabulazioni',
  QUOTES: 'un testo comincia o contiene caratteri che vanno messi tra virgolette',
  MISSING_CHARACTER: 'manca un carattere di chiusura, o i due punti dopo il nome di un campo',
  ANCHOR: 'un’àncora (&nome) o un richiamo (*nome) non è scritto bene',
  TAG: 'le etichette di tipo (!nome) non sono accettate',
  OTHER: 'il testo non è YAML valido in questo punto',
};

const OWNERS: Readonly<Record<CodeOwner, string>> = {
  GOAL: 'Il codice di obiettivo',
  AREA: 'Il codice di ambito',
  STRUCTURE: 'Il codice di struttura',
  STRUCTURE_NAME: 'Il nome di struttura',
  PHASE: 'Il codice di fase',
  PERSON: 'La chiave di persona',
  EMAIL: 'L’indirizzo',
  CHANNEL: 'Il nome di canale',
};

export const planFileIt: PlanFileCatalogue = {
  problems: {
    FILE_TOO_LARGE: ({ bytes, limit }) =>
      `Il file è di ${formatNumber(bytes, 'it')} byte: se ne accettano al massimo ${formatNumber(limit, 'it')} (5 MB).`,
    NOT_UTF8: () => 'Il file non è in UTF-8 da questa riga: salvarlo con la codifica UTF-8.',
    CONTROL_CHARACTER: ({ codePoint }) =>
      `C’è un carattere di controllo (codice ${codePoint}): si accettano solo testo, tabulazioni e a capo.`,
    EMPTY_FILE: () =>
      'Il file è vuoto: serve un piano in YAML, oppure un elenco di persone e canali in YAML o in CSV.',
    YAML_SYNTAX: ({ kind }) => `Errore di sintassi: ${SYNTAX[kind]}.`,
    MULTIPLE_DOCUMENTS: () => 'Il file contiene più documenti separati da «---»: se ne accetta uno solo.',
    DUPLICATE_KEY: ({ key, firstLine }) =>
      `Il campo ${quoted(key)} è già presente alla riga ${firstLine}: ogni campo si scrive una volta sola.`,
    KEY_NOT_TEXT: () => 'Il nome di un campo deve essere un testo semplice, diverso da «@».',
    UNRESOLVED_ALIAS: ({ alias }) =>
      `Il richiamo *${alias} non ha un’àncora &${alias} che lo preceda nel file.`,
    TOO_MANY_ALIASES: ({ limit }) => `Ci sono troppi richiami (*nome): se ne accettano al massimo ${limit}.`,
    TOO_DEEP: ({ limit }) => `I livelli annidati sono troppi: se ne accettano al massimo ${limit}.`,
    TOO_MANY_VALUES: ({ limit }) =>
      `Il file, sciolti i richiami, contiene troppi valori: se ne accettano al massimo ${formatNumber(limit, 'it')}.`,
    WRONG_FORMAT: ({ found, accepted }) =>
      found === null
        ? `Manca la riga «format: ${accepted}», che dice che cosa contiene il file.`
        : `Il formato ${quoted(found)} non è accettato: deve essere «format: ${accepted}».`,
    MISSING_FIELD: ({ field }) => `Manca il campo «${field}».`,
    EMPTY_FIELD: ({ field }) => `Il campo «${field}» è vuoto: va compilato, oppure tolto se è facoltativo.`,
    UNKNOWN_FIELD: ({ field, accepted }) =>
      `Il campo ${quoted(field)} non è previsto. Qui si accettano: ${list(accepted)}.`,
    WRONG_TYPE: ({ expected, found }) =>
      `Qui serve ${KINDS[expected]}, non ${KINDS[found]}${expected === 'TEXT' && found === 'NUMBER' ? ': mettere il valore tra virgolette' : ''}.`,
    NOT_ONE_OF: ({ found, accepted }) => `${quoted(found)} non è tra i valori accettati: ${list(accepted)}.`,
    TOO_LONG: ({ limit }) =>
      `Il testo è troppo lungo: si accettano al massimo ${formatNumber(limit, 'it')} caratteri.`,
    NOT_A_DATE: ({ found }) =>
      `${quoted(found)} non è una data che esiste: si scrive anno-mese-giorno, per esempio 2020-09-30.`,
    NOT_A_CODE: ({ found }) =>
      `${quoted(found)} non è un codice: servono numeri separati da punti, per esempio '1.4'.`,
    CODE_NOT_QUOTED: ({ found }) =>
      `Il codice ${found} va tra virgolette ('${found}'): senza, 1.10 e 1.1 sarebbero lo stesso numero.`,
    NOT_A_STRUCTURE_CODE: ({ found }) =>
      `${quoted(found)} non è un codice di struttura: maiuscole, cifre, «-» e «_», al massimo 30, per esempio OSRU.`,
    NOT_A_WEIGHT: ({ found }) =>
      `${quoted(found)} non è un peso: serve un numero senza virgolette, da 0 a 100, con il punto e al massimo due decimali, per esempio 12.50.`,
    WEIGHT_NEGATIVE: ({ found }) => `Il peso ${found} è negativo: si accettano pesi da 0 a 100.`,
    WEIGHT_TOO_PRECISE: ({ found }) =>
      `Il peso ${found} ha più di due decimali: se ne accettano al massimo due.`,
    WEIGHT_OVER_100: ({ found }) => `Il peso ${found} supera 100: si accettano pesi da 0 a 100.`,
    NOT_AN_INTEGER: ({ found, least, most }) =>
      `${quoted(found)} non va bene: serve un numero intero da ${least} a ${most}, senza separatori.`,
    NOT_A_TARGET_VALUE: ({ found }) =>
      `${quoted(found)} non è un valore target: serve un numero non negativo, con il punto e al massimo sei decimali, per esempio 40.00.`,
    NOT_YEARS: ({ found }) =>
      `${quoted(found)} non è un anno né un periodo: per esempio 2020, oppure 2021-2022.`,
    NOT_A_KEY: ({ found }) =>
      `${quoted(found)} non è accettato: minuscole, cifre, «.», «-» e «_», al massimo 80 caratteri.`,
    NOT_AN_EMAIL: ({ found }) => `${quoted(found)} non è un indirizzo di posta elettronica.`,
    TARGET_WITHOUT_OPERATOR: () =>
      'Il valore target non ha operatore: si accetta «>=» (almeno) oppure «<=» (al massimo).',
    DUPLICATE_CODE: ({ owner, value, firstLine }) =>
      `${OWNERS[owner]} ${quoted(value)} è già usato alla riga ${firstLine}${owner === 'GOAL' ? ' (1.4 e 1.04 sono lo stesso codice)' : ''}.`,
    GOAL_IS_PHASE_CODE: ({ goal, phaseOf }) =>
      `L’obiettivo ${goal} ha lo stesso codice di una fase dell’obiettivo ${phaseOf}: serve un codice diverso.`,
    UNKNOWN_STRUCTURE: ({ structure, known }) =>
      `La struttura ${quoted(structure)} non è tra quelle del piano: ${list(known)}.`,
    UNKNOWN_AREA: ({ area, known }) =>
      `L’ambito strategico ${quoted(area)} non è tra quelli del piano: ${list(known)}.`,
    TARGET_WITHOUT_VALUE: () =>
      'Il valore target non dice quanto: serve un valore (value) oppure un riferimento (reference).',
    TARGET_VALUE_AND_REFERENCE: () =>
      'Il valore target ha sia un valore (value) sia un riferimento (reference): se ne accetta uno solo.',
    TARGET_YEARS_OVERLAP: ({ goal, year }) =>
      `L’obiettivo ${goal} ha più valori target per il ${year}: se ne accetta uno per anno.`,
    UNITS_WITHOUT_TARGET: ({ phase }) =>
      `La fase ${phase} avanza a unità (UNITS) ma non dice quante: serve «units» con «target» e «name».`,
    UNITS_NOT_COUNTED: ({ phase }) =>
      `La fase ${phase} indica delle unità ma non avanza a unità: serve «creditRule: UNITS», o togliere «units».`,
    PHASE_WEIGHTS_NOT_100: ({ goal, baseline, sumBps }) =>
      `I pesi delle fasi dell’obiettivo ${goal} (baseline ${baseline}) sommano a ${bps(sumBps)}: devono sommare a ${bps(10_000)}.`,
    END_BEFORE_START: ({ phase, start, end }) =>
      `La fase ${phase} finisce il ${day(end)}, prima dell’inizio (${day(start)}).`,
    DATE_OUT_OF_REACH: ({ date, from, to }) =>
      `La data ${day(date)} è lontana dall’anno del piano: si accettano date dal ${day(from)} al ${day(to)}.`,
    GOAL_WEIGHTS_OVER_100: ({ baseline, sumBps }) =>
      `I pesi degli obiettivi della baseline ${baseline} sommano a ${bps(sumBps)}: al massimo ${bps(10_000)}.`,
    WEIGHT_NOT_CONSERVED: ({ baseline, beforeBps, afterBps }) =>
      `La rimodulazione (baseline ${baseline}) porta il totale dei pesi da ${bps(beforeBps)} a ${bps(afterBps)}, cioè ${points(Math.abs(afterBps - beforeBps))} punti in ${afterBps > beforeBps ? 'più' : 'meno'}: il totale deve restare uguale.`,
    FIRST_BASELINE_NOT_WHOLE: () =>
      'La prima baseline è il piano approvato: elenca tutti gli obiettivi in «goals» e non ha «changes».',
    LATER_BASELINE_NOT_CHANGES: ({ baseline }) =>
      `La baseline ${baseline} è una rimodulazione: elenca le modifiche in «changes» e non ha «goals».`,
    BASELINE_NUMBER: ({ found, expected }) =>
      `La baseline ha numero ${found}: le baseline si numerano di seguito da 0, e questa è la ${expected}.`,
    BASELINE_NOT_AFTER_PREVIOUS: ({ date, previous }) =>
      `La baseline decorre dal ${day(date)}: deve decorrere dopo la precedente (${day(previous)}).`,
    CHANGE_OF_UNKNOWN_GOAL: ({ goal, baseline }) =>
      `La baseline ${baseline} modifica l’obiettivo ${goal}, che prima non c’è: per aggiungerlo serve «kind: INSERT».`,
    GOAL_CHANGED_TWICE: ({ goal, baseline }) =>
      `La baseline ${baseline} modifica l’obiettivo ${goal} più di una volta: le modifiche vanno riunite in una.`,
    INSERT_OF_EXISTING: ({ goal, baseline }) =>
      `La baseline ${baseline} inserisce l’obiettivo ${goal}, che c’è già: per modificarlo serve «kind: MODIFY».`,
    MERGE_INTO_UNKNOWN: ({ goal, into }) =>
      `L’obiettivo ${goal} è accorpato all’obiettivo ${into}, che non esiste in questa baseline.`,
    MERGE_INTO_ELIMINATED: ({ goal, into }) =>
      `L’obiettivo ${goal} è accorpato all’obiettivo ${into}, che la stessa rimodulazione elimina.`,
    PHASE_NOT_IN_SCHEDULE: ({ goal, number }) =>
      `L’obiettivo ${goal} non ha una fase ${number} da modificare: per aggiungere o togliere fasi serve il cronoprogramma intero, in «scheduleReplacedBy».`,
    NO_SCHEDULE_TO_CHANGE: ({ goal }) =>
      `L’obiettivo ${goal} non ha un cronoprogramma noto da modificare: serve quello intero, in «scheduleReplacedBy».`,
    SCHEDULE_CHANGED_TWICE: ({ goal }) =>
      `L’obiettivo ${goal} ha sia «schedule» sia «scheduleReplacedBy»: se ne accetta uno solo.`,
    PERSON_WITHOUT_STRUCTURE: ({ person }) =>
      `La persona ${quoted(person)} non ha una struttura: chi è operatore (STAFF) o responsabile (HEAD) ne ha almeno una.`,
    CHANNEL_STRUCTURE_OR_PURPOSE: ({ channel }) =>
      `Il canale ${quoted(channel)} deve avere una struttura (structure) oppure uno scopo (purpose), e uno solo dei due.`,
    CSV_QUOTES: () =>
      'Da questa cella le virgolette non tornano: un testo tra virgolette si chiude con le virgolette, e quelle al suo interno si raddoppiano ("").',
    CSV_ROW_TOO_LONG: ({ limit }) =>
      `La riga è troppo lunga: se ne accettano al massimo ${formatNumber(limit, 'it')} byte. Forse mancano le virgolette di chiusura.`,
    CSV_TOO_MANY_ROWS: ({ rows, limit }) =>
      `Le righe sono ${formatNumber(rows, 'it')}: se ne accettano al massimo ${formatNumber(limit, 'it')}.`,
    CSV_TOO_MANY_CELLS: ({ limit }) =>
      `Le celle, comprese quelle vuote, sono troppe: se ne accettano al massimo ${formatNumber(limit, 'it')}. Togliere dal foglio le righe e le colonne vuote.`,
    CSV_NO_ROWS: () => 'Sotto l’intestazione non c’è nessuna riga: ne serve almeno una.',
    CSV_HEADER: ({ people, channels }) =>
      `La prima riga non è un’intestazione nota. Per le persone si accettano le colonne ${list(people)}; per i canali ${list(channels)}.`,
    CSV_COLUMN_MISSING: ({ missing }) => `Nell’intestazione manca la colonna ${missing}.`,
    CSV_CELL_WITHOUT_COLUMN: ({ columns, delimiter }) =>
      `La riga ha più celle delle ${columns} colonne dell’intestazione: un testo che contiene «${delimiter}» va tra virgolette.`,
    CSV_FORMULA: ({ found }) =>
      `${quoted(found)} è una formula o un errore del foglio di calcolo: si accetta solo testo, che non cominci con =, +, - o @.`,
  },
  notices: {
    GOALS_BELOW_100: ({ baseline, sumBps }) =>
      `Baseline ${baseline}: ${points(sumBps).replace(/,00$/, '')} su 100 punti in questo documento.`,
    WORDINGS_UNKNOWN: ({ baseline, count }) =>
      count === 1
        ? `Baseline ${baseline}: un testo è dichiarato non noto.`
        : `Baseline ${baseline}: ${count} testi sono dichiarati non noti.`,
    SCHEDULE_UNKNOWN: ({ goal, schedule }) =>
      `Obiettivo ${goal}: le fasi del cronoprogramma ${schedule} non sono note; il suo avanzamento non è calcolabile.`,
    CHANGE_WITHOUT_EFFECT: ({ goal, baseline }) =>
      `Baseline ${baseline}: la modifica dell’obiettivo ${goal} non cambia nulla, e nessuna nota dice perché.`,
    PHASE_AFTER_DEADLINE: ({ phase, end, deadline }) =>
      `La fase ${phase} finisce il ${day(end)}, dopo il termine del cronoprogramma (${day(deadline)}).`,
  },
};
