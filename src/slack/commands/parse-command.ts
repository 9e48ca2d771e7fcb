import type { IsoDate } from '../../domain/dates.ts';
import { parseDateInYear, yearOf } from '../../domain/dates.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';

export type StatusQuery = {
  /** Null is the whole plan. */
  readonly subject: string | null;
  readonly asOf: IsoDate | null;
  readonly baseline: number | null;
};

export type Command =
  | { readonly kind: 'STATUS' | 'EXPLAIN'; readonly query: StatusQuery }
  | { readonly kind: 'UPDATE' | 'FIGURE'; readonly line: string }
  | { readonly kind: 'CHECK_IN' | 'SUMMARY'; readonly now: boolean; readonly word: string }
  | { readonly kind: 'HISTORY'; readonly code: string }
  | { readonly kind: 'OUTBOX'; readonly resend: boolean }
  | { readonly kind: 'TODAY'; readonly day: IsoDate | null }
  | { readonly kind: 'HELP' }
  | { readonly kind: 'UNKNOWN'; readonly word: string };

/** Every word that starts a command, in both languages. */
const WORDS: Readonly<Record<string, Exclude<Command['kind'], 'UNKNOWN'>>> = {
  status: 'STATUS',
  stato: 'STATUS',
  explain: 'EXPLAIN',
  spiega: 'EXPLAIN',
  update: 'UPDATE',
  aggiorna: 'UPDATE',
  figure: 'FIGURE',
  dato: 'FIGURE',
  checkin: 'CHECK_IN',
  'check-in': 'CHECK_IN',
  richiesta: 'CHECK_IN',
  summary: 'SUMMARY',
  riepilogo: 'SUMMARY',
  history: 'HISTORY',
  storico: 'HISTORY',
  outbox: 'OUTBOX',
  consegne: 'OUTBOX',
  today: 'TODAY',
  oggi: 'TODAY',
  help: 'HELP',
  aiuto: 'HELP',
};

const NOW = /^(?:now|ora|adesso|subito)$/i;

/** Reads what follows `/arti`. Refused: DATE_INVALID, NOT_UNDERSTOOD. */
export function parseCommand(text: string, today: IsoDate): Result<Command> {
  const [word = '', ...others] = text.trim().split(/\s+/);
  const rest = text.trim().slice(word.length).trim();
  const kind = word === '' ? 'HELP' : WORDS[word.toLowerCase()];
  switch (kind) {
    case 'STATUS':
    case 'EXPLAIN':
      return parseStatus(kind, rest, today);
    case 'UPDATE':
    case 'FIGURE':
      return accepted({ kind, line: rest });
    case 'CHECK_IN':
    case 'SUMMARY':
      return accepted({ kind, now: others.length === 1 && NOW.test(rest), word: word.toLowerCase() });
    case 'HISTORY':
      return accepted({ kind, code: rest });
    case 'OUTBOX':
      return accepted({ kind, resend: /^(?:resend|rinvia)$/i.test(rest) });
    case 'TODAY':
      return parseToday(rest, today);
    case 'HELP':
      return accepted({ kind });
    default:
      return accepted({ kind: 'UNKNOWN', word });
  }
}

const AS_OF = /(?:^|\s)(?:as of|al|alla data del|on)\s+(\S+)/i;
const BASELINE = /(?:^|\s)baseline\s+(\S+)/i;

function parseStatus(kind: 'STATUS' | 'EXPLAIN', text: string, today: IsoDate): Result<Command> {
  const asOf = AS_OF.exec(text);
  const baseline = BASELINE.exec(text);
  const day = asOf ? parseDateInYear(asOf[1] ?? '', yearOf(today)) : null;
  if (day === undefined) return refused({ code: 'DATE_INVALID', given: asOf?.[1] ?? '' });
  if (baseline && !/^\d{1,3}$/.test(baseline[1] ?? ''))
    return refused({ code: 'NOT_UNDERSTOOD', given: text });
  const subject = text.replace(AS_OF, ' ').replace(BASELINE, ' ').trim();
  const query: StatusQuery = {
    subject: subject === '' ? null : subject,
    asOf: day,
    baseline: baseline ? Number(baseline[1]) : null,
  };
  return accepted({ kind, query });
}

function parseToday(text: string, today: IsoDate): Result<Command> {
  if (text === '') return accepted({ kind: 'TODAY', day: null });
  const day = parseDateInYear(text, yearOf(today));
  return day ? accepted({ kind: 'TODAY', day }) : refused({ code: 'DATE_INVALID', given: text });
}
