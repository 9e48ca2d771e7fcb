import type { ItemCode } from '../../domain/codes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { type Answer, answerOnce } from '../../services/answer-once.ts';
import { askedKey } from '../../services/asked-reading.ts';
import {
  type HandledVersion,
  itemOfSubject,
  meaningOf,
  readVersions,
  type Sayings,
  spokenDay,
  subjectOf,
  versionInbox,
} from '../../services/person-message.ts';
import type { Environment } from '../environment.ts';
import type { Reply } from '../grammar/reply.ts';
import { type Caller, identify } from '../identify.ts';
import type { EditedMessage } from './message-event.ts';
import { itemsOfText, readConversation } from './read-conversation.ts';
import { readReply } from './read-reply.ts';
import { refuseReply, type Taken, takeReply } from './take-reply.ts';
import { replyTo, takeVersion } from './take-version.ts';

/** An edit that comes so soon may overtake the message itself; of an older one that is not known, nothing is. */
const JUST_WRITTEN_SECONDS = 60;
/** Edits at the same time take their turns; each that waits has seen another one done. */
const TURNS = 5;

/**
 * A message was edited. What was recorded of it stays; where it says something else now, that is offered as a
 * correction. One of which nothing was recorded is taken as it stands now.
 */
export async function answerEdit(environment: Environment, message: EditedMessage): Promise<void> {
  // Slack also changes a message when it shows a card under it.
  if (message.text === message.previousText) return;
  for (let turn = 0; turn < TURNS; turn++) {
    const versions = await readVersions(environment.context, message);
    const last = versions.at(-1);
    const age = Number(message.editedAt) - Number(last?.writtenAt ?? message.ts);
    // Delivered again, perhaps after a later edit.
    if (!(age > 0) || (!last && age > JUST_WRITTEN_SECONDS)) return;
    const caller = await identify(environment, message.user);
    if (!caller.ok) return;
    const edit = versions.length;
    const taken = versions.every(({ recorded }) => recorded === null)
      ? await takeVersion(environment, message, { edit, writtenAt: message.editedAt })
      : await offerCorrection(environment, message, caller.value, versions);
    if (taken !== 'BEFORE') return;
  }
}

/** Of what was recorded from the message, what it says otherwise now. */
async function offerCorrection(
  environment: Environment,
  message: EditedMessage,
  caller: Caller,
  versions: readonly HandledVersion[],
): Promise<Taken | 'OFFERED'> {
  const { context } = environment;
  const { person } = caller;
  const { team, channel, ts } = message;
  const version = { place: { team, channel, ts }, edit: versions.length };
  const inbox = versionInbox(version, message.editedAt, message.text, itemsOfText(message.text));
  const answering = { answeredInbox: inbox, replyTo: replyTo(message) };
  const conversation = await readConversation(environment, message);
  const { checkIn } = conversation;
  if (checkIn?.closedSince) {
    const refusal = { code: 'CHECK_IN_CLOSED', closedOn: checkIn.closedSince } as const;
    return refuseReply(environment, [{ line: '', refusal }], answering);
  }
  const day = spokenDay(versions, version.edit, context.clock.today());
  const reply = await readReply(environment, person, message.text, conversation, day);
  const asked = { version, step: 0 };
  if (reply.ok !== true) {
    return takeReply(environment, reply, { ...answering, recordedInbox: inbox, caller, checkIn, day, asked });
  }
  const { lines, gone } = differencesOf(reply, sayingsOf(versions), day);
  const destination = answering.replyTo;
  const kept: Answer = {
    key: `kept-${inbox.key}`,
    destination,
    notice: { kind: 'KEPT_AFTER_DELETION', items: gone },
  };
  const checkInId = checkIn?.checkIn.id ?? null;
  const offered: Answer = {
    key: askedKey(asked),
    destination,
    notice: { kind: 'CORRECTION_OFFERED', person: person.key, lines, checkInId },
  };
  const left = await answerOnce(context, inbox, [
    ...(gone.length > 0 ? [kept] : []),
    ...(lines.length > 0 ? [offered] : []),
  ]);
  return left === 'BEFORE' ? 'BEFORE' : 'OFFERED';
}

/** The lines that say something else than what was recorded, and the items of which nothing is said any more. */
function differencesOf(
  reply: Extract<Reply, { ok: true }>,
  recorded: Sayings,
  day: IsoDate,
): { readonly lines: readonly string[]; readonly gone: readonly ItemCode[] } {
  const lines = reply.codedLines.filter((_, index) => {
    const statement = reply.statements[index];
    return statement && recorded.get(subjectOf(statement, day)) !== meaningOf(statement, day);
  });
  const said = new Set(reply.statements.map(({ item }) => item));
  const gone = new Set([...recorded.keys()].map(itemOfSubject).filter((item) => !said.has(item)));
  return { lines, gone: [...gone] as ItemCode[] };
}

/** What was recorded from the message so far; of what was corrected, the correction. */
const sayingsOf = (versions: readonly HandledVersion[]): Sayings =>
  new Map(versions.flatMap(({ recorded }) => [...(recorded?.sayings ?? [])]));
