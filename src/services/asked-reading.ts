/** The messages that ask somebody what they meant: found again by the place where they stand. */
import type { AskedBack, Notice } from '../domain/notice.ts';
import type { Context } from './context.ts';
import type { MessageVersion } from './person-message.ts';

export type CorrectionOffered = Extract<Notice, { kind: 'CORRECTION_OFFERED' }>;

/** What is asked about a version of a message: of several doubts the first is step 0. */
export type AskedStep = { readonly version: MessageVersion; readonly step: number };

const KEY_PREFIX = 'reading/';

/** Outbox key of the message that asks. */
export const askedKey = ({ version: { place, edit }, step }: AskedStep): string =>
  `${KEY_PREFIX}${place.team}/${place.channel}/${place.ts}/${edit}/${step}`;

function askedOfKey(key: string): AskedStep | undefined {
  if (!key.startsWith(KEY_PREFIX)) return undefined;
  const [team = '', channel = '', ts = '', edit, step] = key.slice(KEY_PREFIX.length).split('/');
  return { version: { place: { team, channel, ts }, edit: Number(edit) }, step: Number(step) };
}

/** Inbox key under which the answer to the question is kept, when it is another question, a refusal or “neither”. */
export const answeredKey = (asked: AskedStep): string => `${askedKey(asked)}/answered`;

export type AskedReading = AskedStep & { readonly notice: AskedBack | CorrectionOffered };

/** The question whose message stands at `ts` in `channel`, or undefined. */
export async function findAskedReading(
  { store }: Context,
  channel: string,
  ts: string,
): Promise<AskedReading | undefined> {
  const sent = await store.findSentByMessage(channel, ts);
  const asked = sent && askedOfKey(sent.key);
  if (!sent || !asked) return undefined;
  const { notice } = sent;
  return notice.kind === 'ASK_BACK' || notice.kind === 'CORRECTION_OFFERED'
    ? { ...asked, notice }
    : undefined;
}

/** Whether the question was answered other than by a record. */
export const isAnswered = async ({ store }: Context, asked: AskedStep): Promise<boolean> =>
  (await store.findCommitted(answeredKey(asked))) !== undefined;
