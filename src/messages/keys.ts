import type { KeyView } from '../domain/api-key.ts';
import { dayInRome } from '../domain/dates.ts';
import { formatDay } from './format.ts';
import { dayAndTime } from './format-time.ts';
import { keysEn } from './keys-en.ts';
import { type KeyMessages, keysIt } from './keys-it.ts';
import type { Language } from './language.ts';

export type { KeyMessages } from './keys-it.ts';

export const keyMessages = (language: Language): KeyMessages => (language === 'it' ? keysIt : keysEn);

/** A key as it is listed: which one it is; plain text. */
export const keyTitle = ({ id, name, state }: KeyView, t: KeyMessages): string =>
  t.row(id, name, t.states[state]);

/** What it allows, for whom, until when, and whether it is used; plain text. */
export function keyDetails(key: KeyView, t: KeyMessages): string {
  const { scopes, structures, expiresOn, createdAt, lastUsedAt } = key;
  return [
    t.allows(scopes.map((scope) => t.scopes[scope]).join(', ')),
    structures.length === 0 ? t.wholePlan : t.structures(structures.join(', ')),
    expiresOn === null ? t.noExpiry : t.until(formatDay(expiresOn)),
    t.madeOn(formatDay(dayInRome(new Date(createdAt)))),
    lastUsedAt === null ? t.neverUsed : t.lastUsed(momentText(lastUsedAt)),
  ].join(' · ');
}

function momentText(instant: string): string {
  const { day, time } = dayAndTime(instant, 'Europe/Rome');
  return `${formatDay(day)} ${time}`;
}
