import type { KeyView } from '../../domain/api-key.ts';
import { dayInRome } from '../../domain/dates.ts';
import { keyDetails, keyMessages, keyTitle } from '../../messages/keys.ts';
import { type CreatedKey, createKey } from '../../services/keys/create-key.ts';
import { listKeys } from '../../services/keys/list-keys.ts';
import { revokeKey } from '../../services/keys/revoke-key.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import {
  context as contextBlock,
  escapeText,
  fitted,
  type MessageContent,
  message,
  section,
} from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { Voice } from '../blocks/voice.ts';
import { inboxKeyOf } from './command-call.ts';
import { parseKey } from './parse-key.ts';
import type { SlackCommand } from './slack-command.ts';

/** An id that no key has: for whoever has none yet. */
const EXAMPLE_ID = 'k7m3x9qd';

/**
 * `/arti key`: the keys of programs; `create` makes one, which only this answer shows, and `revoke` ends it. Not kept
 * to be worked on once more: the answer would come as a message, which Slack keeps.
 */
export const keyCommand: SlackCommand = {
  names: ['chiave', 'key', 'chiavi', 'keys'],
  permission: 'MANAGE_KEYS',
  help: 'key',
  isKept: false,
  async answer({ context, voice }, { actor, rest, call }) {
    const usage = voice.t.help.key.usage;
    const parsed = parseKey(rest, { today: dayInRome(context.realNow()), usage });
    if (!parsed.ok) return refusalMessage(parsed.refusal, voice);
    const t = keyMessages(voice.language);
    switch (parsed.value.kind) {
      case 'LIST': {
        const keys = await listKeys(context, actor);
        return keys.ok ? listMessage(keys.value, voice) : refusalMessage(keys.refusal, voice);
      }
      case 'CREATE': {
        const created = await createKey(context, actor, parsed.value.given, inboxKeyOf(call));
        return created.ok ? createdMessage(created.value, voice) : refusalMessage(created.refusal, voice);
      }
      case 'REVOKE': {
        const revoked = await revokeKey(context, actor, parsed.value.id, inboxKeyOf(call));
        if (!revoked.ok) return refusalMessage(revoked.refusal, voice);
        const { key, duplicate } = revoked.value;
        return plainMessage(escapeText((duplicate ? t.revokedBefore : t.revoked)(key.name, key.id)));
      }
    }
  },
};

/** The key stands in a block alone: what notifications show of a message leaves it out. */
function createdMessage({ key, token }: CreatedKey, { language }: Voice): MessageContent {
  const t = keyMessages(language);
  if (token === null) return plainMessage(escapeText(t.createdBefore(key.name, key.id)));
  const created = escapeText(t.created(key.name, key.id));
  return message(created, [
    section(created),
    section(`\`\`\`${token}\`\`\``),
    section(`*${t.shownOnce}* ${t.howToSend}`),
    contextBlock(escapeText(keyDetails(key, t))),
  ]);
}

function listMessage(keys: readonly KeyView[], { language }: Voice): MessageContent {
  const t = keyMessages(language);
  // An example had better be one that may still be revoked.
  const example = keys.find(({ state }) => state === 'ACTIVE')?.id ?? EXAMPLE_ID;
  const rows = keys.map((key) => section(escapeText(`${keyTitle(key, t)}\n${keyDetails(key, t)}`)));
  const head = [section(keys.length === 0 ? t.none : `*${t.title}*`)];
  return {
    text: keys.length === 0 ? t.none : t.title,
    blocks: fitted(head, rows, [contextBlock(t.slackHint(example))], t.more),
  };
}
