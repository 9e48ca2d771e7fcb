/** What the schedule of a plan is called and how it is put into words, in Italian; `schedule-en.ts` says the same in English. */
import type { MonthDay, ScheduleEntryName, SlotKind, Weekday } from '../domain/schedule/schedule.ts';
import type { SkipReason } from '../domain/schedule/slots.ts';

const WEEKDAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì'] as const;
const MONTHS = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
] as const;

const FEMININE: readonly SlotKind[] = ['CHECK_IN', 'ESCALATION'];
/** The last letter of what agrees with the kind. */
const ending = (kind: SlotKind): 'a' | 'o' => (FEMININE.includes(kind) ? 'a' : 'o');

/** `il 5`, `l’8`, `il 1º`. */
const theDay = (day: number): string =>
  day === 1 ? 'il 1º' : day === 8 || day === 11 ? `l’${day}` : `il ${day}`;
const theMonthDay = (day: MonthDay): string => {
  const [month = '', date = ''] = day.split('-');
  return `${Number(date) === 8 || Number(date) === 11 ? 'l’' : 'il '}${date}/${month}`;
};
const joined = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} e ${texts.at(-1)}`;
const weeks = (count: number): string => (count === 1 ? 'ogni settimana' : `ogni ${count} settimane`);

/** The current plan's year is not said. */
const ofOtherYear = (year: number | null): string => (year === null ? '' : ` nel piano ${year}`);
const command = (otherYear: number | null): string =>
  otherYear === null ? '/arti calendario' : `/arti calendario ${otherYear}`;

export const scheduleIt = {
  /** With a small letter: they stand in sentences. */
  names: {
    CHECK_IN: 'richiesta di aggiornamento',
    REMINDER: 'promemoria',
    ESCALATION: 'segnalazione al responsabile',
    STRUCTURE_SUMMARY: 'riepilogo della struttura',
    PLAN_SUMMARY: 'riepilogo del piano',
    MONTHLY_DIGEST: 'riepilogo mensile',
    QUARTERLY_DIGEST: 'riepilogo trimestrale',
    INTERIM_REVIEW: 'monitoraggio infrannuale',
    CADENCE: 'cadenza delle richieste',
    PLACE: 'sede',
  } satisfies Readonly<Record<ScheduleEntryName, string>>,
  /** By which each is called after `/arti calendario`. */
  words: {
    CHECK_IN: 'checkin',
    REMINDER: 'promemoria',
    ESCALATION: 'segnalazione',
    STRUCTURE_SUMMARY: 'riepilogo',
    PLAN_SUMMARY: 'piano',
    MONTHLY_DIGEST: 'mensile',
    QUARTERLY_DIGEST: 'trimestrale',
    INTERIM_REVIEW: 'monitoraggio',
    CADENCE: 'cadenza',
    PLACE: 'sede',
  } satisfies Readonly<Record<ScheduleEntryName, string>>,

  // Rules
  weekly: (weekday: Weekday, time: string) => `ogni ${WEEKDAYS[weekday - 1]} alle ${time}`,
  monthly: (day: number, time: string) => `${theDay(day)} del mese alle ${time}, sul mese precedente`,
  quarterly: (day: number, time: string) => `${theDay(day)} del mese dopo il trimestre alle ${time}`,
  yearly: (days: readonly MonthDay[], time: string) => `${joined(days.map(theMonthDay))} alle ${time}`,
  off: (kind: SlotKind) => `sospes${ending(kind)}`,
  cadence: (nearDays: number, everyWeeks: number) => {
    if (everyWeeks === 1) return 'ogni settimana; mai prima dell’inizio';
    const near =
      nearDays === 0
        ? 'settimanale dopo la scadenza'
        : nearDays === 1
          ? 'settimanale dal giorno prima della scadenza in poi'
          : `settimanale negli ultimi ${nearDays} giorni prima della scadenza e dopo di essa`;
    return `${near}, altrimenti ${weeks(everyWeeks)}; mai prima dell’inizio`;
  },
  place: (town: string, day: string) => `${town} (festa patronale il ${day})`,
  noPlace: 'nessuna: valgono le sole festività nazionali',
  moment: (day: string, time: string) => `${day} alle ${time}`,

  // Moments
  next: (kind: SlotKind, moment: string) => `prossim${ending(kind)}: ${moment}`,
  waiting: (kind: SlotKind, moment: string) =>
    `in attesa quell${ending(kind)} di ${moment}: gli invii in ritardo partono nei giorni lavorativi, fra le 8 e le 19`,
  noNext: (kind: SlotKind, year: number) =>
    `${kind === 'CHECK_IN' || kind === 'ESCALATION' ? 'nessun’altra' : 'nessun altro'} nel piano del ${year}`,
  moved: (kind: SlotKind, day: string, holiday: string | null) =>
    `spostat${ending(kind)} da ${day}${holiday === null ? '' : `, ${holiday}`}`,
  last: (kind: SlotKind, moment: string, outcome: string) => `ultim${ending(kind)}: ${moment}, ${outcome}`,
  outcomes: {
    ON_TIME: 'in orario',
    LATE: (delay: string) => `in ritardo di ${delay}`,
    SKIPPED: (kind: SlotKind, because: SkipReason | null) => {
      const skipped = `saltat${ending(kind)}`;
      if (because === null) return skipped;
      switch (because) {
        case 'STALE':
          return `${skipped}: non più utile`;
        case 'SUPERSEDED':
          return `${skipped}: sostituit${ending(kind)} dal${ending(kind) === 'a' ? 'la successiva' : ' successivo'}`;
        case 'RESCHEDULED':
          return `${skipped}: regola modificata prima dell’invio`;
      }
    },
  },
  delay: {
    minutes: (count: number) => (count === 1 ? '1 minuto' : `${count} minuti`),
    hours: (count: number) => (count === 1 ? '1 ora' : `${count} ore`),
    days: (count: number) => (count === 1 ? '1 giorno' : `${count} giorni`),
  },
  periods: {
    week: (monday: string) => `settimana del ${monday}`,
    month: (month: number, year: number) => `${MONTHS[month - 1]} ${year}`,
    quarter: (quarter: number, year: number) => `${quarter}º trimestre ${year}`,
  },

  // The whole
  title: (year: number) => `Calendario del piano ${year}`,
  titleOf: (structure: string, otherYear: number | null) =>
    `Calendario di ${structure}${ofOtherYear(otherYear)}`,
  text: (next: string) => `Prossimo appuntamento: ${next}`,
  textNothing: 'Nessun appuntamento in programma.',
  everyStructure: 'Per ogni struttura',
  wholePlan: 'Per l’intero piano',
  own: 'regola propria della struttura',
  ownInstead: (plan: string) => `regola propria; per il piano: ${plan}`,
  ofPlan: 'come il piano',
  differing: 'Strutture con regole proprie',
  rest: (otherYear: number | null) => `Riepiloghi del piano e monitoraggi: \`${command(otherYear)}\`.`,
  how: (otherYear: number | null) =>
    `Per cambiare: \`${command(otherYear)} checkin lunedì 9:30\`, \`promemoria off\`, \`mensile 5 9:00\`, \`cadenza 30 giorni 2 settimane\`, \`sede Pisa\`; per una struttura \`${command(otherYear)} OSRU checkin martedì 10\`. Lo svolgimento: \`${command(otherYear)} storico\`.`,
  howOf: (structure: string, otherYear: number | null) =>
    `Per cambiare: \`${command(otherYear)} ${structure} checkin martedì 10\`, \`promemoria off\`, \`cadenza 30 giorni 2 settimane\`, \`checkin predefinito\` per tornare alla regola del piano. Lo svolgimento: \`${command(otherYear)} storico ${structure}\`.`,
  notRun: 'Questo processo non dà seguito al calendario (`ARTI_SCHEDULE=off`).',
  howToRead: (otherYear: number | null) =>
    `Una sola struttura: \`${command(otherYear)} OSRU\`. Lo svolgimento: \`${command(otherYear)} storico\`.`,

  // Changes
  changed: (what: string, after: string, before: string) =>
    `Calendario aggiornato. *${what}*: ${after} (finora: ${before}).`,
  unchanged: (what: string, value: string) => `*${what}*: ${value}. Era già così: nulla è cambiato.`,
  repeated: (what: string, value: string) =>
    `Questa richiesta era già stata eseguita. *${what}*: ora ${value}.`,
  whose: (what: string, structure: string) => `${what} · ${structure}`,
  ofYear: (what: string, year: number) => `${what} · piano ${year}`,
  followsPlan: (value: string) => `${value}, come il piano`,
  alreadyRun: {
    WEEK: 'Per questa settimana è già stato provveduto: la modifica vale dalla prossima.',
    MONTH: 'Per il mese in corso è già stato provveduto: la modifica vale dal prossimo.',
    QUARTER: 'Per il trimestre in corso è già stato provveduto: la modifica vale dal prossimo.',
    YEAR: 'Per la data in corso è già stato provveduto: la modifica vale dalla prossima.',
  },
  restoredPlan: 'Vale di nuovo la regola del piano.',
  restoredDefault: 'È stata ripresa la regola predefinita.',
  structuresKeep: (structures: string) => `Mantengono la propria regola: ${structures}.`,
  warnings: {
    REMINDER_NOT_AFTER_CHECK_IN: (whose: string, reminder: string, checkIn: string) =>
      `${whose}: il promemoria (${reminder}) non segue la richiesta di aggiornamento (${checkIn}); ricorderà soltanto le richieste della settimana precedente ancora aperte.`,
    ESCALATION_NOT_AFTER_REMINDER: (whose: string, escalation: string, reminder: string) =>
      `${whose}: la segnalazione al responsabile (${escalation}) non segue il promemoria (${reminder}); chi non ha ancora avuto il promemoria non vi comparirà.`,
  },
  whosePlan: 'Per il piano',
  whoseStructure: (structure: string) => `Per ${structure}`,

  // History
  historyTitle: (year: number) => `Calendario del piano ${year}: storico`,
  historyTitleOf: (structure: string, otherYear: number | null) =>
    `Calendario di ${structure}${ofOtherYear(otherYear)}: storico`,
  historyOf: (what: string) => `Solo: ${what}.`,
  historyNothing: 'Ancora nulla: nessun appuntamento del calendario è giunto a scadenza.',
  historyText: (count: number) => (count === 1 ? '1 voce, la più recente.' : `Le ${count} voci più recenti.`),
  historyEarlier: (count: number) =>
    count === 1 ? 'Ce n’è un’altra precedente.' : `Ce ne sono altre ${count} precedenti.`,
  historyHow: (limit: number, otherYear: number | null) =>
    `Per vederne di più si aggiunge un numero fino a ${limit}: \`${command(otherYear)} storico ${limit}\`.`,
  planned: (kind: SlotKind, moment: string) => `previst${ending(kind)} ${moment}`,
  settled: (moment: string) => `il ${moment}`,
  messages: (count: number) =>
    count === 0 ? 'nessun messaggio' : count === 1 ? '1 messaggio' : `${count} messaggi`,
};

export type ScheduleMessages = typeof scheduleIt;
