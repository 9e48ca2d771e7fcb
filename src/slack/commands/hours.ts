import type { PersonSettings } from '../../domain/arrangement.ts';
import { timeZoneOf } from '../../domain/arrangement.ts';
import { setHours, setTimeZone } from '../../services/change-settings.ts';
import { readArrangementsOf } from '../../services/read-own-arrangements.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { escapeText } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { Voice } from '../blocks/voice.ts';
import { learnTimeZone } from '../home/learn-time-zone.ts';
import { inboxKeyOf } from './command-call.ts';
import { parseHoursCommand } from './parse-hours-command.ts';
import type { SlackCommand } from './slack-command.ts';

/** `/arti hours 8:30-14:00`, `/arti hours zone Europe/Rome`: when the bot may write first; bare, what is set. */
export const hoursCommand: SlackCommand = {
  names: ['orario', 'hours'],
  permission: 'READ',
  help: 'hours',
  async answer(environment, { call, person, actor, rest }) {
    const { context, voice } = environment;
    const parsed = parseHoursCommand(rest, voice.t.help.hours.usage);
    if (!parsed.ok) return refusalMessage(parsed.refusal, voice);
    const command = parsed.value;
    switch (command.kind) {
      case 'SHOW': {
        const read = await readArrangementsOf(context, actor, person);
        if (!read.ok) return refusalMessage(read.refusal, voice);
        return plainMessage(hoursText(read.value.settings, voice));
      }
      case 'HOURS': {
        // Hours are of a place: without a zone of the person's own they are read in the one that Slack knows.
        await learnTimeZone(environment, person, call.user);
        const set = await setHours(context, actor, command.hours, inboxKeyOf(call));
        return set.ok ? plainMessage(hoursText(set.value, voice)) : refusalMessage(set.refusal, voice);
      }
      case 'ZONE': {
        const set = await setTimeZone(context, actor, command.timeZone, inboxKeyOf(call));
        return set.ok ? plainMessage(hoursText(set.value, voice)) : refusalMessage(set.refusal, voice);
      }
    }
  },
};

function hoursText(settings: PersonSettings, { t }: Voice): string {
  const { hours, timeZone, slackTimeZone } = settings;
  const zone = escapeText(timeZoneOf(settings));
  const whose =
    timeZone !== null ? t.zoneOwn(zone) : slackTimeZone !== null ? t.zoneOfSlack(zone) : t.zoneDefault(zone);
  return [hours === null ? t.hoursNone : t.hoursSet(hours.from, hours.to), whose].join('\n');
}
