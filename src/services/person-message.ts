/**
 * What became of a message that somebody wrote to the bot. It is kept under inbox keys made of the message's place in
 * Slack, which stays the same for every delivery, edit and deletion of it.
 */
import type { ItemCode } from '../domain/codes.ts';
import { dayInRome, type IsoDate } from '../domain/dates.ts';
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

/**
 * Makes a version have one effect, however often Slack delivers it.
 * @param writtenAt Slack's timestamp of the message or of the edit: it tells a late delivery from a new edit
 */
export const versionInbox = (version: MessageVersion, writtenAt: string, text: string): InboxKey => ({
  key: versionKey(version),
  fingerprint: `${writtenAt} ${text}`,
});

const chosenKey = (version: MessageVersion): string => `${versionKey(version)}/chosen`;

/**
 * Makes a version that was asked back be recorded once, whichever of its readings is chosen.
 * @param text what it was taken to say, as Slack would have sent it
 */
export const chosenInbox = (version: MessageVersion, text: string): InboxKey => ({
  key: chosenKey(version),
  fingerprint: text,
});

/** A version that had its effect. */
export type HandledVersion = {
  readonly edit: number;
  readonly writtenAt: string;
  readonly text: string;
  /** The day on which it came. */
  readonly day: IsoDate;
  /** Null when it was refused, is still asked back, or said nothing new. */
  readonly recorded: { readonly text: string; readonly facts: Committed } | null;
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
    const space = handled.fingerprint.indexOf(' ');
    const text = handled.fingerprint.slice(space + 1);
    const chosen = await store.findCommitted(chosenKey(version));
    const facts = [handled, chosen].find((each) => each !== undefined && each.sequences.length > 0);
    versions.push({
      edit,
      writtenAt: handled.fingerprint.slice(0, space),
      text,
      day: dayInRome(new Date(handled.recordedAt)),
      recorded: facts ? { text: facts === handled ? text : facts.fingerprint, facts } : null,
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
