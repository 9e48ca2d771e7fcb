import type { Plan, Structure } from '../../domain/plan.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { findStructure } from '../../domain/resolve.ts';
import type { ScheduleEntryName, SlotKind } from '../../domain/schedule/schedule.ts';
import type { ScheduleWish } from '../../services/schedule/schedule-wish.ts';
import { HISTORY_LIMIT } from '../blocks/schedule-blocks.ts';
import { folded, parseWish } from './parse-schedule-wish.ts';

export type ScheduleCommand =
  | { readonly kind: 'SHOW'; readonly structure: Structure | null }
  | {
      readonly kind: 'HISTORY';
      readonly structure: Structure | null;
      readonly slot: SlotKind | null;
      /** Null is as many as are usual. */
      readonly limit: number | null;
    }
  | { readonly kind: 'CHANGE'; readonly structure: Structure | null; readonly wanted: ScheduleWish };

/** Folded; the words by which people call what a schedule sets. */
const NAMES: Readonly<Record<ScheduleEntryName, readonly string[]>> = {
  CHECK_IN: ['checkin', 'check in', 'richiesta', 'richieste', 'richiesta di aggiornamento'],
  REMINDER: ['promemoria', 'sollecito', 'reminder'],
  ESCALATION: ['segnalazione', 'segnalazioni', 'escalation'],
  STRUCTURE_SUMMARY: ['riepilogo', 'riepilogo struttura', 'summary', 'structure summary'],
  PLAN_SUMMARY: ['piano', 'riepilogo piano', 'riepilogo del piano', 'plan', 'plan summary'],
  MONTHLY_DIGEST: ['mensile', 'riepilogo mensile', 'monthly', 'monthly digest'],
  QUARTERLY_DIGEST: ['trimestrale', 'riepilogo trimestrale', 'quarterly', 'quarterly digest'],
  INTERIM_REVIEW: [
    'monitoraggio',
    'monitoraggio infrannuale',
    'monitoraggi',
    'review',
    'reviews',
    'interim review',
    'interim reviews',
  ],
  CADENCE: ['cadenza', 'cadence'],
  PLACE: ['sede', 'luogo', 'place'],
};
const LONGEST_NAME = 3;
const HISTORY = ['storico', 'cronologia', 'history'];
/** No other number of a schedule has four digits; `1030` is rather a time without its colon. */
const YEAR = /^(?:19|20|21)\d{2}$/;

/**
 * The year that stands among the words after `/arti schedule`, wherever it does, and what is left; null is the current
 * plan's. Only the first is taken: whoever reads what is left does not understand another.
 */
export function takeYear(text: string): { readonly year: number | null; readonly rest: string } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const at = words.findIndex((word) => YEAR.test(word));
  if (at < 0) return { year: null, rest: text };
  return { year: Number(words[at]), rest: words.filter((_, index) => index !== at).join(' ') };
}

/**
 * Reads what follows `/arti schedule` and a year: nothing, a structure, `history`, or an entry and what it is to be; the structure
 * stands before the entry or after its name. Refused: UNKNOWN_SCHEDULE_ENTRY, SCHEDULE_UNCLEAR, USAGE.
 */
export function parseSchedule(text: string, plan: Plan, usage: string): Result<ScheduleCommand> {
  const words = text
    .replaceAll(/[,;]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const first = takeStructure(words, plan);
  const [head] = first.rest;
  if (head === undefined) return accepted({ kind: 'SHOW', structure: first.structure });
  if (HISTORY.includes(folded(head))) {
    return parseHistory(
      first.rest.slice(1),
      first.structure,
      plan,
      refused({ code: 'USAGE', given: text, usage }),
    );
  }
  const taken = takeName(first.rest);
  if (taken === undefined) {
    const structures = plan.structures.map(({ code }) => code);
    return refused({ code: 'UNKNOWN_SCHEDULE_ENTRY', given: head, structures });
  }
  const second = takeStructure(taken.rest, plan);
  if (first.structure !== null && second.structure !== null)
    return refused({ code: 'USAGE', given: text, usage });
  const wanted = parseWish(taken.name, second.rest);
  if (!wanted.ok) return wanted;
  return accepted({ kind: 'CHANGE', structure: first.structure ?? second.structure, wanted: wanted.value });
}

/** The structure with which `words` begin, by the longest of its names. */
function takeStructure(
  words: readonly string[],
  plan: Plan,
): { readonly structure: Structure | null; readonly rest: readonly string[] } {
  for (let count = words.length; count > 0; count -= 1) {
    const structure = findStructure(plan, words.slice(0, count).join(' '));
    if (structure) return { structure, rest: words.slice(count) };
  }
  return { structure: null, rest: words };
}

function takeName(
  words: readonly string[],
): { readonly name: ScheduleEntryName; readonly rest: readonly string[] } | undefined {
  for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count -= 1) {
    const written = folded(words.slice(0, count).join(' '));
    const name = (Object.keys(NAMES) as ScheduleEntryName[]).find((each) => NAMES[each].includes(written));
    if (name) return { name, rest: words.slice(count) };
  }
  return undefined;
}

/** Structure, kind and number in any order, each at most once. */
function parseHistory(
  words: readonly string[],
  given: Structure | null,
  plan: Plan,
  unclear: ReturnType<typeof refused>,
): Result<ScheduleCommand> {
  let [structure, rest]: [Structure | null, readonly string[]] = [given, words];
  let slot: SlotKind | null = null;
  let limit: number | null = null;
  while (rest.length > 0) {
    const place = structure === null ? takeStructure(rest, plan) : { structure: null, rest };
    const taken = takeName(rest);
    const [head = ''] = rest;
    if (place.structure !== null) {
      [structure, rest] = [place.structure, place.rest];
    } else if (slot === null && taken && taken.name !== 'CADENCE' && taken.name !== 'PLACE') {
      [slot, rest] = [taken.name, taken.rest];
    } else if (
      limit === null &&
      /^\d{1,3}$/.test(head) &&
      Number(head) >= 1 &&
      Number(head) <= HISTORY_LIMIT
    ) {
      [limit, rest] = [Number(head), rest.slice(1)];
    } else {
      return unclear;
    }
  }
  return accepted({ kind: 'HISTORY', structure, slot, limit });
}
