import type { Person } from '../../domain/directory.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { formatDay } from '../../messages/format.ts';
import { setAway } from '../../services/change-settings.ts';
import { readArrangementsOf } from '../../services/read-own-arrangements.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { escapeText } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';
import { findPeople } from '../find-colleagues.ts';
import { inboxKeyOf } from './command-call.ts';
import type { Reference } from './mentions.ts';
import { parseAway } from './parse-away.ts';
import type { CommandRequest, SlackCommand } from './slack-command.ts';

/** `/arti away until 20/09`: of oneself, or of a colleague for whom one arranges; bare, what is set. */
export const awayCommand: SlackCommand = {
  names: ['assente', 'assenza', 'away', 'rientrato', 'rientrata'],
  permission: 'READ',
  help: 'away',
  async answer(environment, request) {
    const { context, voice } = environment;
    const { t } = voice;
    const { actor, word, rest, call } = request;
    const setting = { today: context.clock.today(), usage: t.help.away.usage };
    const parsed = parseAway(word, rest, setting);
    if (!parsed.ok) return refusalMessage(parsed.refusal, voice);
    const { who, change } = parsed.value;
    const found = await findWho(environment, request, who);
    if (!found.ok) return refusalMessage(found.refusal, voice);
    const person = found.value;
    const own = person.key === actor.key;
    const name = escapeText(person.name);
    if (change.kind === 'SHOW') return showAway(environment, request, person);
    const { kind } = change;
    const period = kind === 'BACK' ? null : change;
    const set = await setAway(context, actor, person.key, period, inboxKeyOf(call));
    if (!set.ok) return refusalMessage(set.refusal, voice);
    if (kind === 'BACK') return plainMessage(own ? t.awayEnded : t.awayEndedOf(name));
    // As it stands: it may have been joined with one that was set before.
    const { from: first, until: last } = set.value.away ?? change;
    const [from, until] = [formatDay(first), formatDay(last)];
    return plainMessage(own ? t.awaySet(from, until) : t.awaySetOf(name, from, until));
  },
};

async function findWho(
  environment: Environment,
  { person }: CommandRequest,
  who: Reference | null,
): Promise<Result<Person>> {
  if (who === null) return accepted(person);
  const found = await findPeople(environment, [who]);
  if (!found.ok) return found;
  const [colleague] = found.value;
  return colleague ? accepted(colleague) : refused({ code: 'UNKNOWN_COLLEAGUE', given: who.given });
}

async function showAway({ context, voice }: Environment, { actor }: CommandRequest, person: Person) {
  const { t } = voice;
  const read = await readArrangementsOf(context, actor, person);
  if (!read.ok) return refusalMessage(read.refusal, voice);
  const { settings, awaySetBy } = read.value;
  const own = person.key === actor.key;
  const name = escapeText(person.name);
  const { away } = settings;
  // What has passed is set no more, though it is kept until the next change.
  if (away === null || away.until < context.clock.today()) {
    return plainMessage(own ? t.awayNone : t.awayNoneOf(name));
  }
  const [from, until] = [formatDay(away.from), formatDay(away.until)];
  const said = own ? t.awayNow(from, until) : t.awayNowOf(name, from, until);
  const setBy = awaySetBy === null ? [] : [t.awaySetBy(escapeText(awaySetBy.name))];
  return plainMessage([said, ...setBy].join(' '));
}
