/** Answers about who answers for what: assignments, structures, what nobody is assigned to, delegations. */
import type { KnownBlock } from '@slack/types';
import type { Answerer } from '../../domain/answerers.ts';
import type { Person } from '../../domain/directory.ts';
import { formatDay } from '../../messages/format.ts';
import type { AnsweredItem, AssignedItems } from '../../services/assign-item.ts';
import type { ChangedPerson, ChangedStructure } from '../../services/change-structure.ts';
import type { OrphansView } from '../../services/read-orphans.ts';
import type { NamedDelegation } from '../../services/read-own-arrangements.ts';
import type { StructureView } from '../../services/read-structure.ts';
import {
  clip,
  context,
  escapeText,
  fields,
  fitted,
  header,
  type MessageContent,
  message,
  section,
} from './parts.ts';
import { structureNames } from './status-lines.ts';
import type { Voice } from './voice.ts';

/** Names, or codes, in one list; of more it is said how many. */
const LISTED = 12;
/** Of a title in a list. */
const TITLE_LIMIT = 140;
const NAME_LIMIT = 80;

const nameOf = ({ name }: Pick<Person, 'name'>): string => escapeText(clip(name, NAME_LIMIT));

/** Escaped already. */
const listed = (texts: readonly string[], { t }: Voice): string =>
  t.andOthers(texts.slice(0, LISTED).join(', '), Math.max(0, texts.length - LISTED));

/** What was assigned, or who answers: for each item everybody who does now. */
export function assignedMessage(
  assigned: AssignedItems,
  asked: 'CHANGE' | 'QUESTION',
  voice: Voice,
): MessageContent {
  const { t } = voice;
  const { items, goals, changed, repeated } = assigned;
  const done = repeated ? t.arrangedBefore : t.assignDone(changed);
  const head = asked === 'QUESTION' ? t.assignTitle : done;
  return message(
    `${head} ${items.map((item) => item.code).join(', ')}`,
    fitted(
      [section(`*${head}*`), ...goals.map((goal) => context(t.assignGoal(goal)))],
      items.map((item) => section(answeredText(item, voice))),
      [],
      t.more,
    ),
  );
}

function answeredText({ code, title, answerers }: AnsweredItem, voice: Voice): string {
  const { t } = voice;
  const names = answerers.map((each) => answererText(each, voice));
  const who = names.length === 0 ? t.answeredByNobody : t.answeredBy(listed(names, voice));
  return `*${code}* ${escapeText(clip(title, TITLE_LIMIT))}\n${who}`;
}

const answererText = ({ person, because }: Answerer, { t }: Voice): string =>
  `${nameOf(person)} (${t.answererBecause[because]})`;

export function structureMessage(view: StructureView, administers: boolean, voice: Voice): MessageContent {
  const { t } = voice;
  const { structure, channel, heads, members, open, orphans } = view;
  const people = (each: readonly Person[]) =>
    each.length === 0
      ? t.structureNone
      : listed(
          each.map((person) => t.memberTitle(nameOf(person), escapeText(clip(person.title, NAME_LIMIT)))),
          voice,
        );
  const codes = (each: readonly string[]) =>
    each.length === 0 ? t.structureNoItems : `${each.length}: ${listed(each, voice)}`;
  const text = t.structureText(
    escapeText(structure.name),
    heads.length + members.length,
    open.length,
    orphans.length,
  );
  return message(text, [
    header(`${structure.code} · ${structure.name}`),
    fields([
      [t.structureChannel, channel === null ? t.structureNoChannel : `#${escapeText(channel.name)}`],
      [t.structureHeads, people(heads)],
      [t.structureMembers, people(members)],
      [t.structureOpen, codes(open.map(({ code }) => code))],
      [t.structureOrphans, codes(orphans.map(({ item }) => item))],
    ]),
    ...(administers ? [context(t.structureHow(structure.code))] : []),
  ]);
}

/** What was changed, and what follows from it that nobody may have had in mind. */
export function structureChangedMessage(
  { structure, people, channelWas, repeated }: ChangedStructure,
  channel: { readonly name: string } | null | undefined,
  voice: Voice,
): MessageContent {
  const { t } = voice;
  const { code } = structure;
  const lines = repeated
    ? [t.arrangedBefore]
    : [
        ...people.map((person) => personText(person, code, voice)),
        ...(channel === null ? [t.channelOff(code)] : []),
        ...(channel ? [t.channelSet(code, `#${escapeText(channel.name)}`)] : []),
        ...(channelWas === null ? [] : [t.channelWas[channelWas.purpose](channelWas.structure ?? '')]),
      ];
  return message(
    lines.join(' '),
    fitted(
      [],
      lines.map((line) => section(line)),
      [],
      t.more,
    ),
  );
}

function personText({ wish, before, after }: ChangedPerson, code: string, { t }: Voice): string {
  const name = nameOf(after);
  const structures = after.structures.join(', ');
  if (before === after) {
    // Asked to become a head, the planning office stays what it is.
    return wish === 'HEAD' && after.role === 'PLANNING'
      ? `${t.personUnchanged(name)} ${t.personStaysPlanning}`
      : t.personUnchanged(name);
  }
  switch (wish) {
    case 'REMOVE': {
      const without = after.role === 'STAFF' && after.structures.length === 0;
      return [t.personRemoved(name, code), ...(without ? [t.personWithoutStructure] : [])].join(' ');
    }
    case 'NOT_HEAD':
      return t.personNoHead(name, structures);
    case 'ADD':
    case 'HEAD': {
      const joined = before === null ? t.personNew(name, code) : t.personAdded(name, code);
      if (after.role === 'HEAD') {
        const ofAll = after.structures.length > 1 ? [t.personHeadOfAll] : [];
        const added = before === null ? [joined] : [];
        return [...added, t.personHead(name, structures), ...ofAll].join(' ');
      }
      return wish === 'HEAD' ? `${joined} ${t.personStaysPlanning}` : joined;
    }
  }
}

export function orphansMessage({ orphans, own, figures }: OrphansView, voice: Voice): MessageContent {
  const { t } = voice;
  const items = new Set(orphans.map(({ item }) => item));
  const text = items.size === 0 ? t.orphansNothing : t.orphansText(items.size);
  const rows = orphans.map(({ item, structure, heads }): KnownBlock => {
    const who = heads.length === 0 ? t.orphanNobody : t.orphanHeads(listed(heads.map(nameOf), voice));
    return section(`*${item}* (${structureNames([structure], figures)}): ${who}`);
  });
  return message(
    text,
    fitted(
      [header(t.missingOrphans), section(text)],
      rows,
      [...(own ? [context(t.orphansOwn)] : []), ...(orphans.length > 0 ? [context(t.orphanHint)] : [])],
      t.more,
    ),
  );
}

const delegationText = (each: Omit<NamedDelegation, 'id'>, { t }: Voice): string =>
  t.delegatedItem(
    each.item,
    nameOf(each.from),
    nameOf(each.to),
    formatDay(each.startsOn),
    formatDay(each.endsOn),
  );

/** One delegation a line under `text`; what could not be done stands first. */
export function delegationsMessage(
  text: string,
  delegations: readonly Omit<NamedDelegation, 'id'>[],
  notDone: readonly { readonly item: string; readonly why: string }[],
  voice: Voice,
): MessageContent {
  const { t } = voice;
  return message(
    text,
    fitted(
      [section(`*${text}*`)],
      [
        ...notDone.map(({ item, why }) => section(`⚠️ ${t.delegateNotDone(item, escapeText(why))}`)),
        ...delegations.map((each) => section(delegationText(each, voice))),
      ],
      [],
      t.more,
    ),
  );
}
