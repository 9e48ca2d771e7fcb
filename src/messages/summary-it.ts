/** What summaries, digests and interim reviews say, in Italian; `summary-en.ts` says the same in English. */
import { days } from './health.ts';

export const summaryIt = {
  // Titles
  summaryTitle: (structure: string) => `Riepilogo settimanale · ${structure}`,
  summaryText: (structure: string, share: string, acts: string) =>
    `Riepilogo settimanale di ${structure}: avanzamento ${share}; ${acts}.`,
  planSummaryText: (title: string, share: string, acts: string) =>
    `${title} — avanzamento ${share}; ${acts}.`,
  planWeekTitle: 'Riepilogo settimanale del piano',
  planMonthTitle: (month: string, year: string) => `Riepilogo mensile: ${month} ${year}`,
  /** @param quarter 1–4 */
  planQuarterTitle: (quarter: number, year: string) =>
    `Riepilogo trimestrale: ${['primo', 'secondo', 'terzo', 'quarto'][quarter - 1] ?? quarter} trimestre ${year}`,
  interimReviewTitle: (day: string) => `Monitoraggio infrannuale al ${day}`,
  summaryLateSlot: (day: string, time: string) => `In ritardo: era previsto per ${day} alle ${time}.`,

  // The five lines
  summaryNow: 'Avanzamento pesato',
  summaryChange: (points: string) => `${points} punti percentuali`,
  summaryRankChange: (points: string) => `${points} punti`,
  summaryUnchanged: 'invariato',
  /** Of what cannot be computed, or was not there. */
  summaryNoFigure: 'nessun dato',
  summaryNeverReported: 'mai comunicata',
  /** Of something that was said of it, but for a figure. */
  summaryNoFigureSaid: 'senza un dato',
  summaryCoverage: (coverage: string, atMost: string) =>
    `${coverage} (avanzamento possibile: al più ${atMost})`,
  /** @param held points of the goals that the plan’s document holds */
  summaryWeight: (held: string) => `${held} dei 100 punti del piano sono in questo documento`,
  summaryWeekAgo: (day: string) => `Una settimana fa (${day})`,
  summaryBefore: (day: string) => `Al ${day}`,
  summaryPlanned: {
    byDeadline: (share: string) => `${share} a scadenza`,
    linear: (share: string) => `${share} lineare`,
  },
  summaryVariance: (planned: string, points: string) => `${planned} (scostamento ${points} punti)`,
  summaryActs: 'Da seguire',
  summaryActsOf: (late: number, blocked: number) =>
    `${late} in ritardo, ${blocked} ${blocked === 1 ? 'bloccata' : 'bloccate'}`,
  summaryUnansweredCount: (count: number) => `${count} senza risposta`,
  summaryUnansweredIn: (structures: number) =>
    structures === 1 ? 'senza risposta in 1 struttura' : `senza risposta in ${structures} strutture`,
  summaryDueNone: 'nessuna',
  summaryDueOne: (item: string, day: string) => `1 (${item}, ${day})`,
  summaryDueMany: (count: number, item: string, day: string) => `${count} (la prima: ${item}, ${day})`,

  // The rest
  summaryMoved: 'Che cosa è cambiato',
  summaryCompleted: 'Completate nel periodo',
  summaryLate: 'In ritardo o bloccate',
  summaryNotAnswered: 'Senza risposta alla richiesta di aggiornamento',
  summaryUnreported: 'Senza comunicazioni da una settimana o più',
  summaryDueSoon: 'In scadenza entro due settimane',
  summaryDueNext: 'In scadenza nel periodo successivo',
  summaryIndicators: 'Indicatori',
  summaryStructures: 'Strutture, dallo scostamento peggiore',
  summaryGoals: 'Obiettivi',
  summaryQuiet:
    'Settimana tranquilla, senza novità: nulla si è mosso, nulla è entrato in ritardo o si è bloccato, nulla scade entro due settimane.',
  /** What a quiet week leaves as it was: codes, and the command that tells more. */
  summaryStillLate: (codes: string, left: number, command: string) =>
    `Ancora in ritardo o bloccate: ${codes}${left === 0 ? '' : left === 1 ? ' e un’altra' : ` e altre ${left}`} (\`${command}\`)`,
  summaryStillUnanswered: (codes: string, left: number, command: string) =>
    `Senza risposta: ${codes}${left === 0 ? '' : left === 1 ? ' e un’altra' : ` e altre ${left}`} (\`${command}\`)`,
  summaryWhoMissing: (command: string) => `Risposte mancanti: \`${command}\``,
  summaryFirst: (share: string) => `prima comunicazione: *${share}*`,
  summaryMovedItem: (before: string, now: string) => `${before} → *${now}*`,
  /** What was noted with the last report of what is late. */
  summaryReason: (note: string) => `«${note}»`,
  summaryOverdue: (count: number, end: string) => `in ritardo di ${days(count, 'it')} (fine ${end})`,
  summaryCompletedItem: (count: number) =>
    count === 0 ? 'completata nei tempi' : `completata con ${days(count, 'it')} di ritardo`,
  summaryLast: (day: string) => `ultima comunicazione ${day}`,
  summaryWas: (share: string) => `prima ${share}`,
  summaryNoneBefore: 'senza dato precedente',
  summaryVarianceOf: (linear: string, byDeadline: string) =>
    `scostamento lineare ${linear} punti, a scadenza ${byDeadline} punti`,
  summaryIndicator: (actual: string, target: string, achieved: string) =>
    `${actual} su ${target}: raggiunto ${achieved}`,
  summaryIndicatorAlone: (actual: string) => `${actual}; il valore target non è noto`,
  summaryIndicatorOf: (actual: string, target: string) => `${actual} su ${target}: non calcolabile`,
  summaryIndicatorNone: (target: string) => `nessuna rilevazione; target ${target}`,
  summaryIndicatorNothing: 'nessuna rilevazione; il valore target non è noto',
  summaryMeasured: (day: string) => `al ${day}`,
  summaryDashboard: (subject: string) => `Apri ${subject} nella dashboard`,
  summaryPlanName: 'il piano',
  summaryPictureFailed: 'L’immagine della curva non si è potuta inviare: ecco i dati.',
  more: (count: number) => (count === 1 ? '… e un’altra' : `… e altre ${count}`),
  moreBy: (count: number, command: string) =>
    `${count === 1 ? '… e un’altra' : `… e altre ${count}`}: \`${command}\``,
  moreGoalsBy: (count: number, command: string) =>
    `${count === 1 ? '… e un altro' : `… e altri ${count}`}: \`${command}\``,
  summaryStatusCommand: (code: string | null) => `/arti stato${code === null ? '' : ` ${code}`}`,
  summaryRiskCommand: (code: string | null) => `/arti rischi${code === null ? '' : ` ${code}`}`,
  summaryMissingCommand: '/arti mancanti',

  // Sent
  summariesSent: (channels: string) => `Riepiloghi in invio a ${channels}.`,
  summariesWithoutChannel: (structures: string) => `Nessun canale è indicato per: ${structures}.`,
  planSummarySent: (channel: string) => `Riepilogo del piano in invio a ${channel}.`,
  planSummaryWithoutChannel:
    'Il riepilogo del piano è conservato ma non inviato: nessun canale è indicato per i dirigenti.',
};

export type SummaryMessages = typeof summaryIt;
