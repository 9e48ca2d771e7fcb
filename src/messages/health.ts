import type { NotComputable } from '../domain/achievement.ts';
import type { Health, HealthStatement } from '../domain/health.ts';
import { multiply, ratio } from '../domain/ratio.ts';
import { formatDay, formatDecimals } from './format.ts';
import type { Language } from './language.ts';

const HEALTH_WORDS: Readonly<Record<Language, Readonly<Record<Health, string>>>> = {
  it: {
    COMPLETED: 'completata',
    NOT_DUE: 'non ancora avviata',
    ON_TRACK: 'in linea',
    STALE: 'senza notizie recenti',
    AT_RISK: 'a rischio',
    OVERDUE: 'in ritardo',
    BLOCKED: 'bloccata',
  },
  en: {
    COMPLETED: 'completed',
    NOT_DUE: 'not due',
    ON_TRACK: 'on track',
    STALE: 'stale',
    AT_RISK: 'at risk',
    OVERDUE: 'overdue',
    BLOCKED: 'blocked',
  },
};

/** A mark beside the word, never instead of it. */
export const HEALTH_MARKS: Readonly<Record<Health, string>> = {
  COMPLETED: '✅',
  NOT_DUE: '⚪',
  ON_TRACK: '🟢',
  STALE: '💤',
  AT_RISK: '🟡',
  OVERDUE: '🔴',
  BLOCKED: '⛔',
};

export const healthText = (health: Health, language: Language): string => HEALTH_WORDS[language][health];

/** Why: the facts behind the word, without the part they are about. */
export const healthReasonText = (statement: HealthStatement, language: Language): string =>
  language === 'it' ? reasonIt(statement) : reasonEn(statement);

function reasonIt({ reason }: HealthStatement): string {
  switch (reason.kind) {
    case 'COMPLETED':
      return reason.daysLate === 0 ? 'nei tempi' : `con ${days(reason.daysLate, 'it')} di ritardo`;
    case 'NOT_DUE':
      return `inizia il ${formatDay(reason.start)}`;
    case 'BLOCKED':
      return reason.because;
    case 'OVERDUE':
      return `fine prevista ${formatDay(reason.end)}, ${days(reason.days, 'it')} fa`;
    case 'AT_RISK':
      return `${points(reason.behind, 'it')} punti sotto l’atteso lineare`;
    case 'STALE':
      return reason.lastReportedOn === null
        ? `mai comunicata, a ${days(reason.days, 'it')} dall’inizio`
        : `ultima comunicazione ${days(reason.days, 'it')} fa`;
    case 'ON_TRACK':
      return 'entro la tolleranza';
  }
}

function reasonEn({ reason }: HealthStatement): string {
  switch (reason.kind) {
    case 'COMPLETED':
      return reason.daysLate === 0 ? 'in time' : `${days(reason.daysLate, 'en')} late`;
    case 'NOT_DUE':
      return `starts on ${formatDay(reason.start)}`;
    case 'BLOCKED':
      return reason.because;
    case 'OVERDUE':
      return `planned end ${formatDay(reason.end)}, ${days(reason.days, 'en')} ago`;
    case 'AT_RISK':
      return `${points(reason.behind, 'en')} points behind the linear plan`;
    case 'STALE':
      return reason.lastReportedOn === null
        ? `never reported, ${days(reason.days, 'en')} after its start`
        : `last report ${days(reason.days, 'en')} ago`;
    case 'ON_TRACK':
      return 'within tolerance';
  }
}

export const days = (count: number, language: Language): string => {
  if (language === 'it') return count === 1 ? '1 giorno' : `${count} giorni`;
  return count === 1 ? '1 day' : `${count} days`;
};

const points = (share: Parameters<typeof multiply>[0], language: Language): string =>
  formatDecimals(multiply(share, ratio(100)), language);

const NOT_COMPUTABLE: Readonly<Record<Language, Readonly<Record<NotComputable, string>>>> = {
  it: {
    NO_TARGET: 'non calcolabile: manca il valore target',
    TARGET_UNRESOLVED: 'non calcolabile: il target rimanda a un dato non ancora noto',
    TARGET_ZERO: 'non calcolabile: il valore target è 0',
    DENOMINATOR_ZERO: 'non calcolabile: il denominatore è 0',
    SCHEDULE_UNKNOWN: 'non calcolabile: il cronoprogramma non è noto',
    NOTHING_IN_BASELINE: 'nessuna attività nella baseline in vigore',
    NEUTRALISED: 'neutralizzato',
  },
  en: {
    NO_TARGET: 'not computable: there is no target',
    TARGET_UNRESOLVED: 'not computable: the target refers to a figure not known yet',
    TARGET_ZERO: 'not computable: the target is 0',
    DENOMINATOR_ZERO: 'not computable: the denominator is 0',
    SCHEDULE_UNKNOWN: 'not computable: the schedule is not known',
    NOTHING_IN_BASELINE: 'nothing in the baseline in force',
    NEUTRALISED: 'neutralised',
  },
};

/** Why there is no figure, which is not 0. */
export const notComputableText = (because: NotComputable, language: Language): string =>
  NOT_COMPUTABLE[language][because];
