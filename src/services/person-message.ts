/**
 * What became of a message that somebody wrote to the bot. It is kept under inbox keys made of the message's place in
 * Slack, which stays the same for every delivery, edit and deletion of it.
 */
import { createHash } from 'node:crypto';
import type { ItemCode } from '../domain/codes.ts';
import { dayInRome, type IsoDate } from '../domain/dates.ts';
import type { Statement } from '../domain/statement.ts';
import type { Committed } from '../store/port.ts';
import type { Context } from './context.ts';
import type { InboxKey } from './find-repeat.ts';

export type MessagePlace = {
  /** Slack's ids of the workspace and the conversation. */
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
};

/** A message as it was first written (0), or as it was edited for the nth time. */
export type MessageVersion = { readonly place: MessagePlace; readonly edit: number };

const messageKey = ({ team, channel, ts }: MessagePlace): string => `slack/message/${team}/${channel}/${ts}`;

export const versionKey = ({ place, edit }: MessageVersion): string =>
  edit === 0 ? messageKey(place) : `${messageKey(place)}/edit/${edit}`;

export const deletionKey = (place: MessagePlace): string => `${messageKey(place)}/deleted`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const HASH = /^[\da-f]{64}$/;
const NO_CODES = '-';

/**
 * What is kept of a version's words: never they themselves, for they may name somebody and are kept for ever. Its
 * parts stand between spaces: when it was written, the SHA-256 of the text, the codes that its lines begin with, and
 * for each thing recorded what it is about and the SHA-256 of what it says.
 */
const fingerprintOf = (writtenAt: string, text: string, mentioned: readonly string[]): string =>
  [writtenAt, sha256(text), mentioned.join(',') || NO_CODES].join(' ');

/** What was said, by item and day, as hashes: two that are equal say the same. */
export type Sayings = ReadonlyMap<string, string>;

/** @param day of what names no other */
export const subjectOf = ({ item, reportedOn }: Statement, day: IsoDate): string =>
  `${item}@${reportedOn ?? day}`;
export const itemOfSubject = (subject: string): string => subject.slice(0, subject.indexOf('@'));
export const meaningOf = (statement: Statement, day: IsoDate): string =>
  sha256(JSON.stringify({ ...statement, reportedOn: statement.reportedOn ?? day }));

/** The same key, which notes besides what is recorded under it: an edit is compared with that. */
export const recordingInbox = (
  { key, fingerprint }: InboxKey,
  statements: readonly Statement[],
  day: IsoDate,
): InboxKey => ({
  key,
  fingerprint: [
    fingerprint,
    ...statements.map((each) => `${subjectOf(each, day)}=${meaningOf(each, day)}`),
  ].join(' '),
});

function readFingerprint(fingerprint: string): {
  readonly writtenAt: string;
  readonly mentioned: readonly string[];
  readonly sayings: Sayings;
} {
  const [writtenAt = '', hash = '', codes = NO_CODES, ...said] = fingerprint.split(' ');
  // Of a time when the text itself was kept.
  if (!HASH.test(hash)) return { writtenAt, mentioned: [], sayings: new Map() };
  return {
    writtenAt,
    mentioned: codes === NO_CODES ? [] : codes.split(','),
    sayings: new Map(
      said.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
    ),
  };
}

/**
 * Makes a version have one effect, however often Slack delivers it.
 * @param writtenAt Slack's timestamp of the message or of the edit: it tells a late delivery from a new edit
 * @param mentioned the items with whose codes lines of the text begin
 */
export const versionInbox = (
  version: MessageVersion,
  writtenAt: string,
  text: string,
  mentioned: readonly string[],
): InboxKey => ({ key: versionKey(version), fingerprint: fingerprintOf(writtenAt, text, mentioned) });

const chosenKey = (version: MessageVersion): string => `${versionKey(version)}/chosen`;

/**
 * Makes a version that was asked back be recorded once, whichever of its readings is chosen.
 * @param text what it was taken to say, as Slack would have sent it
 */
export const chosenInbox = (version: MessageVersion, text: string): InboxKey => ({
  key: chosenKey(version),
  fingerprint: fingerprintOf('chosen', text, []),
});

/** A version that had its effect. */
export type HandledVersion = {
  readonly edit: number;
  readonly writtenAt: string;
  /** The items with whose codes its lines begin. */
  readonly mentioned: readonly string[];
  /** The day on which it came. */
  readonly day: IsoDate;
  /** Null when it was refused, is still asked back, or said nothing new. */
  readonly recorded: { readonly sayings: Sayings; readonly facts: Committed } | null;
};

/** The versions that were handled, oldest first; none of a message that was never seen. */
export async function readVersions(
  { store }: Context,
  place: MessagePlace,
): Promise<readonly HandledVersion[]> {
  const versions: HandledVersion[] = [];
  for (let edit = 0; ; edit += 1) {
    const version = { place, edit };
    const handled = await store.findCommitted(versionKey(version));
    if (!handled) return versions;
    const { writtenAt, mentioned } = readFingerprint(handled.fingerprint);
    const chosen = await store.findCommitted(chosenKey(version));
    const facts = [handled, chosen].find((each) => each !== undefined && each.sequences.length > 0);
    versions.push({
      edit,
      writtenAt,
      mentioned,
      day: dayInRome(new Date(handled.recordedAt)),
      recorded: facts ? { sayings: readFingerprint(facts.fingerprint).sayings, facts } : null,
    });
  }
}

/** The day that a version speaks of unless it names another: a correction speaks of what it corrects. */
export function spokenDay(versions: readonly HandledVersion[], edit: number, today: IsoDate): IsoDate {
  const first = versions.find((version) => version.edit < edit && version.recorded !== null);
  return first?.day ?? versions.find((version) => version.edit === edit)?.day ?? today;
}

/** Items about which something was recorded from the message, in the order in which it was. */
export async function recordedItemsOf(
  { store }: Context,
  versions: readonly HandledVersion[],
): Promise<readonly ItemCode[]> {
  const items = new Set<ItemCode>();
  for (const { recorded } of versions) {
    if (recorded === null) continue;
    const { planId, sequences } = recorded.facts;
    const said = await store.listSaidSince(planId, Math.min(...sequences) - 1);
    for (const { sequence, phase } of said.reports) if (sequences.includes(sequence)) items.add(phase);
    for (const { sequence, goal } of said.measurements) if (sequences.includes(sequence)) items.add(goal);
  }
  return [...items];
}
