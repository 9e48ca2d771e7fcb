/** Check-ins of a day in a structure, and how far they are answered. */
export type CheckIn = {
  readonly state: string;
  readonly openedOn: string;
  readonly closesOn: string;
  readonly closedOn: string | null;
  readonly structures: readonly { readonly code: string }[];
  readonly items: readonly { readonly code: string; readonly answeredAt: string | null }[];
};

export type Round = {
  readonly openedOn: string;
  /** Null of whoever works in none any more. */
  readonly structure: string | null;
  /** The last day to answer; null once none of them takes answers. */
  readonly closesOn: string | null;
  readonly asked: number;
  /** Of these, people of whom nothing is waited for. */
  readonly complete: number;
  readonly items: number;
  readonly answeredItems: number;
};

/**
 * In the order of the check-ins, of a day the structures by code. Whoever works in two counts in both; an item that
 * several people of a structure were asked about counts once, as answered when it was for any of them.
 */
export function roundsOf(checkIns: readonly CheckIn[]): readonly Round[] {
  const days = new Map<string, Map<string, CheckIn[]>>();
  for (const checkIn of checkIns) {
    const codes = checkIn.structures.length === 0 ? [''] : checkIn.structures.map(({ code }) => code);
    const day = days.get(checkIn.openedOn) ?? new Map<string, CheckIn[]>();
    days.set(checkIn.openedOn, day);
    for (const code of codes) day.set(code, [...(day.get(code) ?? []), checkIn]);
  }
  return [...days].flatMap(([openedOn, structures]) =>
    [...structures]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, group]) => roundOf(openedOn, code === '' ? null : code, group)),
  );
}

function roundOf(openedOn: string, structure: string | null, group: readonly CheckIn[]): Round {
  const items = group.flatMap((checkIn) => checkIn.items);
  const answered = items.filter(({ answeredAt }) => answeredAt !== null);
  const open = group.filter(({ closedOn }) => closedOn === null).map(({ closesOn }) => closesOn);
  return {
    openedOn,
    structure,
    closesOn: open.sort().at(-1) ?? null,
    asked: group.length,
    complete: group.filter(({ state }) => state === 'ANSWERED').length,
    items: new Set(items.map(({ code }) => code)).size,
    answeredItems: new Set(answered.map(({ code }) => code)).size,
  };
}
