/** The forms behind the home tab: hours and time zone, an absence, a delegation; and what only is read. */
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { HOME_TIME_ZONE, type PersonSettings } from '../../domain/arrangement.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Person } from '../../domain/directory.ts';
import type { PlanItem } from '../../domain/plan-items.ts';
import { itemHead, itemStanding } from './item-lines.ts';
import { clip, escapeText, type MessageContent, section } from './parts.ts';
import type { Voice } from './voice.ts';

export const SETTINGS_VIEW = 'home_settings_view';
export const AWAY_VIEW = 'home_away_view';
export const DELEGATE_VIEW = 'home_delegate_view';

/** `block_id` and `action_id` of the inputs. */
export const HOURS_FIELD = 'hours';
export const HOURS_FROM_FIELD = 'hours_from';
export const HOURS_TO_FIELD = 'hours_to';
export const ZONE_FIELD = 'zone';
export const FROM_FIELD = 'from';
export const UNTIL_FIELD = 'until';
export const COLLEAGUE_FIELD = 'colleague';

/** Options: of when one may be written to, and of the time zone beside the names of zones. */
export const OWN_HOURS = 'own';
export const HOURS_OF_SLACK = 'slack';
export const ZONE_OF_SLACK = 'slack';

/**
 * `private_metadata` of each form: the page of the home tab from which it was opened, and what it is about – the key
 * of a person for an absence, an item for a delegation.
 */
export type HomeForm = { readonly home: number; readonly about: string };

const homeForm = z.object({ home: z.number(), about: z.string() });
export const readHomeForm = (privateMetadata: string): HomeForm =>
  homeForm.parse(JSON.parse(privateMetadata));

/** Where people of an Italian agency may find themselves; whoever is elsewhere keeps to Slack's own. */
const ZONES = [
  'Europe/Rome',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Dublin',
  'Europe/Madrid',
  'Europe/Paris',
  'Europe/Brussels',
  'Europe/Berlin',
  'Europe/Zurich',
  'Europe/Vienna',
  'Europe/Warsaw',
  'Europe/Athens',
  'Europe/Bucharest',
  'Europe/Helsinki',
  'Europe/Istanbul',
  'Atlantic/Azores',
  'Atlantic/Canary',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Argentina/Buenos_Aires',
  'Asia/Shanghai',
] as const;

const FIRST_HOUR = '09:00';
const LAST_HOUR = '17:00';

export function settingsModal(settings: PersonSettings, about: HomeForm, voice: Voice): ModalView {
  const { t } = voice;
  const { hours, timeZone, slackTimeZone } = settings;
  const choices = [option(t.homeHoursOfSlack, HOURS_OF_SLACK), option(t.homeHoursOwn, OWN_HOURS)];
  const zones = [
    option(t.homeZoneOfSlack(slackTimeZone ?? HOME_TIME_ZONE), ZONE_OF_SLACK),
    ...[...new Set([...(timeZone === null ? [] : [timeZone]), ...ZONES])].map((zone) => option(zone, zone)),
  ];
  return form(SETTINGS_VIEW, t.homeSettingsTitle, about, voice, [
    input(HOURS_FIELD, t.homeHoursChoice, {
      type: 'radio_buttons',
      action_id: HOURS_FIELD,
      options: choices,
      ...initial(choices, hours === null ? HOURS_OF_SLACK : OWN_HOURS),
    }),
    timeInput(HOURS_FROM_FIELD, t.homeHoursFrom, hours?.from ?? FIRST_HOUR),
    timeInput(HOURS_TO_FIELD, t.homeHoursTo, hours?.to ?? LAST_HOUR),
    input(ZONE_FIELD, t.homeZone, {
      type: 'static_select',
      action_id: ZONE_FIELD,
      options: zones,
      ...initial(zones, timeZone ?? ZONE_OF_SLACK),
    }),
  ]);
}

/** @param person whose absence it is, when it is not one's own */
export function awayModal(person: Person | null, today: IsoDate, about: HomeForm, voice: Voice): ModalView {
  const { t } = voice;
  return form(AWAY_VIEW, t.homeAwayTitle, about, voice, [
    ...(person === null ? [] : [section(t.homeAwayOf(escapeText(person.name)))]),
    dateInput(FROM_FIELD, t.homeAwayFrom, today),
    { ...dateInput(UNTIL_FIELD, t.homeAwayUntil, today), hint: plain(t.homeAwayHint) },
  ]);
}

export function delegateModal(item: PlanItem, today: IsoDate, about: HomeForm, voice: Voice): ModalView {
  const { t } = voice;
  return form(DELEGATE_VIEW, t.homeDelegateTitle, about, voice, [
    section(`${itemHead(item)}\n${itemStanding(item, voice)}`),
    {
      ...input(COLLEAGUE_FIELD, t.homeDelegateTo, {
        type: 'users_select',
        action_id: COLLEAGUE_FIELD,
        placeholder: plain(t.homeDelegateToPlaceholder),
      }),
      hint: plain(t.homeDelegateHint),
    },
    dateInput(FROM_FIELD, t.homeAwayFrom, today),
    dateInput(UNTIL_FIELD, t.homeAwayUntil, today),
  ]);
}

/** Slack's limit of a modal's title. */
const TITLE_LIMIT = 24;

/** What a message would say, to be read over the home tab. */
export const readingModal = (title: string, { blocks }: MessageContent, { t }: Voice): ModalView => ({
  type: 'modal',
  title: plain(clip(title, TITLE_LIMIT)),
  close: plain(t.modalDismiss),
  blocks,
});

const form = (
  callbackId: string,
  title: string,
  about: HomeForm,
  { t }: Voice,
  blocks: KnownBlock[],
): ModalView => ({
  type: 'modal',
  callback_id: callbackId,
  private_metadata: JSON.stringify(about),
  title: plain(clip(title, TITLE_LIMIT)),
  submit: plain(t.homeSave),
  close: plain(t.modalClose),
  blocks,
});

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const option = (text: string, value: string): PlainTextOption => ({ text: plain(clip(text, 75)), value });

function initial(
  options: readonly PlainTextOption[],
  value: string,
): { readonly initial_option?: PlainTextOption } {
  const chosen = options.find((each) => each.value === value);
  return chosen ? { initial_option: chosen } : {};
}

const input = (id: string, label: string, element: InputBlock['element']): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element,
});

/** Midnight at the end of a day, which a picker does not know, is shown as its last minute. */
const timeInput = (id: string, label: string, time: string): InputBlock =>
  input(id, label, {
    type: 'timepicker',
    action_id: id,
    initial_time: time === '24:00' ? '23:59' : time,
  });

const dateInput = (id: string, label: string, day: IsoDate): InputBlock =>
  input(id, label, { type: 'datepicker', action_id: id, initial_date: day });
