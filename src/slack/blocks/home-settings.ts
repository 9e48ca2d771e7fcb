/** The rows of the home tab that show the person's settings, absence and delegations. */
import type { KnownBlock, SectionBlock } from '@slack/types';
import { HOME_TIME_ZONE, isAway } from '../../domain/arrangement.ts';
import { formatDay } from '../../messages/format.ts';
import type { Home } from '../../services/read-home.ts';
import type { NamedDelegation } from '../../services/read-own-arrangements.ts';
import {
  HOME_AWAY_ACTION,
  HOME_BACK_ACTION,
  HOME_END_DELEGATION_ACTION,
  HOME_SETTINGS_ACTION,
  homeButton,
} from './home-controls.ts';
import { clip, context, escapeText, header, section } from './parts.ts';
import type { Voice } from './voice.ts';

/** Of those given and of those taken, each. */
const DELEGATIONS_LIMIT = 5;
const NAME_LIMIT = 100;

export function settingsBlocks(home: Home, voice: Voice): readonly KnownBlock[] {
  const { key } = home.person;
  const given = home.delegations.filter(({ from }) => from.key === key);
  const taken = home.delegations.filter(({ to }) => to.key === key);
  return [
    header(voice.t.homeSettings),
    hoursRow(home, voice),
    awayRow(home, voice),
    ...delegationRows(given, ({ to }) => to.name, voice.t.homeDelegated, voice),
    ...delegationRows(taken, ({ from }) => from.name, voice.t.homeTaken, voice),
  ];
}

function hoursRow({ settings }: Home, { t }: Voice): SectionBlock {
  const { hours, timeZone, slackTimeZone } = settings;
  const when = hours === null ? t.homeHoursSlack : t.homeHours(hours.from, hours.to);
  const zone =
    timeZone !== null
      ? t.homeTimeZone(escapeText(timeZone))
      : slackTimeZone !== null
        ? t.homeTimeZoneSlack(escapeText(slackTimeZone))
        : t.homeTimeZoneDefault(HOME_TIME_ZONE);
  const label = `${t.homeChange}: ${t.homeSettings}`;
  return {
    ...section(`${when}\n${zone}`),
    accessory: homeButton(HOME_SETTINGS_ACTION, t.homeChange, { label }),
  };
}

function awayRow({ settings, awaySetBy, figures }: Home, { t }: Voice): SectionBlock {
  const { away } = settings;
  if (away === null || away.until < figures.day) {
    return { ...section(t.homeAwayNone), accessory: homeButton(HOME_AWAY_ACTION, t.homeSetAway) };
  }
  const now = isAway(settings, figures.day);
  const text = (now ? t.homeAwayNow : t.homeAwayLater)(formatDay(away.from), formatDay(away.until));
  const by = awaySetBy === null ? '' : ` ${t.homeAwaySetBy(escapeText(clip(awaySetBy.name, NAME_LIMIT)))}`;
  const back = homeButton(HOME_BACK_ACTION, now ? t.homeBack : t.homeAwayCancel);
  return { ...section(`${text}${by}`), accessory: back };
}

function delegationRows(
  delegations: readonly NamedDelegation[],
  nameIn: (delegation: NamedDelegation) => string,
  textOf: Voice['t']['homeDelegated'],
  { t }: Voice,
): readonly KnownBlock[] {
  const left = delegations.length - DELEGATIONS_LIMIT;
  return [
    ...delegations.slice(0, DELEGATIONS_LIMIT).map((each): SectionBlock => {
      const { id, item, startsOn, endsOn } = each;
      const name = escapeText(clip(nameIn(each), NAME_LIMIT));
      return {
        ...section(textOf(item, name, formatDay(startsOn), formatDay(endsOn))),
        accessory: homeButton(HOME_END_DELEGATION_ACTION, t.homeEndDelegation, {
          value: String(id),
          label: `${t.homeEndDelegation}: ${item}`,
        }),
      };
    }),
    ...(left > 0 ? [context(t.homeMoreDelegations(left))] : []),
  ];
}
