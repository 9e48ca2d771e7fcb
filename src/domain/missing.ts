/** Who has not answered a check-in, by structure: names appear because somebody must act (design, decision 9). */
import { type Arrangements, isAway, NO_SETTINGS } from './arrangement.ts';
import { type CheckIn, closedSince } from './check-in.ts';
import type { ItemCode, StructureCode } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { Person } from './directory.ts';

/** Why there is no answer yet; from what asks for an act to what asks for patience. */
export const SILENCES = [
  'NOT_ANSWERED',
  'SKIPPED',
  'REMINDED',
  'AWAY',
  'SNOOZED',
  'ASKED',
  'NOT_ASKED_YET',
] as const;
export type Silence = (typeof SILENCES)[number];

export type MissingAnswer = {
  readonly person: Person;
  readonly checkIn: CheckIn;
  readonly items: readonly ItemCode[];
  readonly silence: Silence;
};

export type MissingByStructure = {
  readonly structure: StructureCode;
  readonly answers: readonly MissingAnswer[];
};

/** A check-in, and those of its items about which nothing was said since. */
export type Unanswered = { readonly checkIn: CheckIn; readonly items: readonly ItemCode[] };

export type MissingInput = {
  readonly unanswered: readonly Unanswered[];
  readonly people: readonly Person[];
  readonly arrangements: Pick<Arrangements, 'settings'>;
  readonly structuresOf: (item: ItemCode) => readonly StructureCode[];
  readonly today: IsoDate;
};

/**
 * By structure in the order of `structures`: whose answer is waited for, and for what. An item shared by several
 * structures stands under those of them in which the person works; one that was delegated, under its own.
 */
export function missingAnswers(
  structures: readonly StructureCode[],
  input: MissingInput,
): readonly MissingByStructure[] {
  return structures.flatMap((structure): readonly MissingByStructure[] => {
    const answers = input.unanswered
      .flatMap((each) => missingIn(structure, each, input))
      .sort((a, b) => SILENCES.indexOf(a.silence) - SILENCES.indexOf(b.silence));
    return answers.length === 0 ? [] : [{ structure, answers }];
  });
}

/** Under which of the item's structures the person's answer stands: their own, or all of what was delegated to them. */
export function structuresOfAnswer(
  structures: readonly StructureCode[],
  person: Pick<Person, 'structures'>,
): readonly StructureCode[] {
  const own = structures.filter((code) => person.structures.includes(code));
  return own.length > 0 ? own : structures;
}

function missingIn(
  structure: StructureCode,
  { checkIn, items }: Unanswered,
  { people, arrangements, structuresOf, today }: MissingInput,
): readonly MissingAnswer[] {
  const person = people.find(({ key }) => key === checkIn.person);
  if (!person) return [];
  const here = items.filter((item) => structuresOfAnswer(structuresOf(item), person).includes(structure));
  const settings = arrangements.settings.get(person.key) ?? NO_SETTINGS;
  const silence = silenceOf(checkIn, isAway(settings, today), today);
  return here.length === 0 ? [] : [{ person, checkIn, items: here, silence }];
}

function silenceOf(checkIn: CheckIn, away: boolean, today: IsoDate): Silence {
  if (checkIn.skipped !== null) return 'SKIPPED';
  if (closedSince(checkIn, today) !== null) return 'NOT_ANSWERED';
  if (away) return 'AWAY';
  if (checkIn.owed?.kind === 'ASK') return 'NOT_ASKED_YET';
  if (checkIn.owed?.kind === 'AGAIN') return 'SNOOZED';
  return checkIn.remindedAt === null ? 'ASKED' : 'REMINDED';
}
