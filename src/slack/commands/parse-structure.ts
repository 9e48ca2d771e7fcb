import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { type Reference, readReferences } from './mentions.ts';

export type StructureCommand = {
  /** Code, name or alias, as typed. */
  readonly structure: string;
  readonly change:
    | null
    | { readonly kind: 'CHANNEL'; readonly channel: Reference | null }
    | { readonly kind: 'PEOPLE'; readonly people: readonly MembershipWish[] };
};

export type MembershipWish = {
  readonly wish: 'ADD' | 'REMOVE' | 'HEAD' | 'NOT_HEAD';
  readonly who: Reference;
};

const ACTIONS = {
  CHANNEL: 'canale|channel',
  HEAD: 'responsabile|responsabili|head|heads',
  ADD: 'aggiungi|add',
  REMOVE: 'rimuovi|togli|remove',
} as const;
type Action = keyof typeof ACTIONS;

const WRITTEN = new RegExp(
  String.raw`^(.+?)\s+(?:${Object.entries(ACTIONS)
    .map(([action, words]) => `(?<${action}>${words})`)
    .join('|')})(?:\s+(.*))?$`,
  'is',
);
const NONE = /^(?:nessuno|off|none|no)$/i;

/** Reads `OSRU`, `OSRU channel #osru`, `OSRU head @ada -@bruno`, `OSRU add @ada`, `OSRU remove @ada`. Refused: USAGE. */
export function parseStructure(text: string, usage: string): Result<StructureCommand> {
  const match = WRITTEN.exec(text);
  const unclear = refused({ code: 'USAGE', given: text, usage });
  // A name left in the rest would otherwise be looked for as a structure: `OSRU @ada`.
  if (!match)
    return text === '' || /[<@#]/.test(text) ? unclear : accepted({ structure: text, change: null });
  const structure = match[1] ?? '';
  const rest = (match.at(-1) ?? '').trim();
  const action = (Object.keys(ACTIONS) as Action[]).find((each) => match.groups?.[each] !== undefined);
  if (action === 'CHANNEL') {
    if (NONE.test(rest)) return accepted({ structure, change: { kind: 'CHANNEL', channel: null } });
    const [named, ...others] = readReferences(rest);
    const channel = named?.reference;
    const fits = channel?.kind === 'CHANNEL' || (channel?.kind === 'NAME' && !/\s/.test(channel.given));
    return fits && named?.minus === false && others.length === 0
      ? accepted({ structure, change: { kind: 'CHANNEL', channel } })
      : unclear;
  }
  const people = readReferences(rest).map(
    ({ minus, reference }): MembershipWish => ({ wish: wishOf(action, minus), who: reference }),
  );
  return people.length > 0 && people.every(({ who }) => who.kind !== 'CHANNEL')
    ? accepted({ structure, change: { kind: 'PEOPLE', people } })
    : unclear;
}

function wishOf(action: Exclude<Action, 'CHANNEL'> | undefined, minus: boolean): MembershipWish['wish'] {
  if (action === 'HEAD') return minus ? 'NOT_HEAD' : 'HEAD';
  return action === 'REMOVE' || minus ? 'REMOVE' : 'ADD';
}
