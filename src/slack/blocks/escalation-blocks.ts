/** What who heads a structure is told: who did not answer what, since when, and what can be done. No figures. */
import type { KnownBlock } from '@slack/types';
import { HOME_TIME_ZONE } from '../../domain/arrangement.ts';
import { addDays } from '../../domain/dates.ts';
import { formatDay, formatLongDay } from '../../messages/format.ts';
import { dayAndTime } from '../../messages/format-time.ts';
import type { EscalationView } from '../../services/read-escalation.ts';
import { clip, context, escapeText, fitted, header, type MessageContent, message, section } from './parts.ts';
import type { Voice } from './voice.ts';

const TITLE_LIMIT = 120;
/** Of one person; `/arti missing` shows all. */
const ITEMS_SHOWN = 12;

export function escalationMessage(view: EscalationView, voice: Voice): MessageContent {
  const { t } = voice;
  const codes = new Set(view.people.flatMap(({ items }) => items.map(({ code }) => code)));
  const text = escapeText(t.escalationText(view.structureName, codes.size, view.people.length));
  const head = [header(t.escalationTitle(view.structureName)), section(text), ...lateOf(view, voice)];
  const [first] = codes;
  const foot = first === undefined ? [] : [context(t.escalationHow(first, exampleDay(view)))];
  const rows = view.people.map((person) => section(personText(person, voice)));
  return message(text, fitted(head, rows, foot, t.escalationMorePeople));
}

function lateOf({ late }: EscalationView, { t, language }: Voice): readonly KnownBlock[] {
  if (late === null) return [];
  const { day, time } = dayAndTime(late, HOME_TIME_ZONE);
  return [context(t.escalationLate(formatLongDay(day, language), time))];
}

/** An example that can be used as it stands: two weeks from the day it is told. */
const exampleDay = ({ day }: EscalationView): string => formatDay(addDays(day, 14));

function personText(person: EscalationView['people'][number], { t }: Voice): string {
  const { name, askedOn, awayUntil, items } = person;
  const shown = items.slice(0, ITEMS_SHOWN);
  const more = items.length - shown.length;
  const first = [
    t.escalationPerson(escapeText(name), formatDay(askedOn)),
    ...(awayUntil === null ? [] : [t.escalationAway(formatDay(awayUntil))]),
  ].join(', ');
  return [
    first,
    ...shown.map(({ code, title }) => t.escalationItem(code, escapeText(clip(title, TITLE_LIMIT)))),
    ...(more > 0 ? [t.escalationMoreItems(more)] : []),
  ].join('\n');
}
