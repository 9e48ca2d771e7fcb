import { type Actor, may } from '../../domain/actor.ts';
import { SESSION_TEXTS } from '../../messages/session-texts.ts';
import { createSignInLink } from '../../services/sessions/create-sign-in-link.ts';
import { endOwnSessions, revokeSessions } from '../../services/sessions/end-sessions.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import {
  context as contextBlock,
  escapeText,
  type MessageContent,
  message,
  section,
} from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';
import { findPeople } from '../find-colleagues.ts';
import { readReferences } from './mentions.ts';
import type { SlackCommand } from './slack-command.ts';

const SIGN_OUT = /^(?:esci|chiudi|logout|log out|sign out|signout)$/i;
const REVOKE = /^(?:revoca|revoke)\s+(.+)$/is;

/**
 * `/arti dashboard`: a personal link, which this answer alone shows; `logout` ends one's own sessions, `revoke` those of
 * somebody else. Not kept to be worked on once more: the answer would come as a message, which Slack keeps and unfurls.
 */
export const dashboardCommand: SlackCommand = {
  names: ['cruscotto', 'dashboard'],
  permission: 'READ',
  help: 'dashboard',
  isKept: false,
  async answer(environment, { person, actor, rest }) {
    const { context, voice } = environment;
    const t = SESSION_TEXTS[voice.language].slack;
    if (SIGN_OUT.test(rest)) return plainMessage(t.signedOut(await endOwnSessions(context, person)));
    const [, whom] = REVOKE.exec(rest) ?? [];
    if (whom !== undefined) return revoke(environment, actor, whom);
    if (rest !== '') {
      return refusalMessage({ code: 'USAGE', given: rest, usage: voice.t.help.dashboard.usage }, voice);
    }
    const link = await createSignInLink(context, person);
    if (link === null) return plainMessage(t.noDashboard);
    // The link stands in a block alone: what notifications show of a message leaves it out.
    return message(t.intro, [
      section(t.intro),
      section(`*<${link}|${escapeText(t.open)}>*`),
      contextBlock(t.holds),
    ]);
  },
};

async function revoke(environment: Environment, actor: Actor, whom: string): Promise<MessageContent> {
  const { context, voice } = environment;
  // Whoever may not is not told either whether somebody of that name is there.
  if (!may(actor, 'ADMINISTER')) {
    return refusalMessage({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ADMINISTER' }, voice);
  }
  const people = await findPeople(
    environment,
    readReferences(whom).map(({ reference }) => reference),
  );
  if (!people.ok) return refusalMessage(people.refusal, voice);
  const [person, ...others] = people.value;
  if (person === undefined || others.length > 0) {
    return refusalMessage({ code: 'USAGE', given: whom, usage: voice.t.help.dashboard.usage }, voice);
  }
  const ended = await revokeSessions(context, actor, person);
  if (!ended.ok) return refusalMessage(ended.refusal, voice);
  const t = SESSION_TEXTS[voice.language].slack;
  return plainMessage(escapeText(t.revoked(person.name, ended.value)));
}
