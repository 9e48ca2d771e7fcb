/** The controls of the home tab: what each is called and carries. */
import type { Button, Overflow, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { type IsoDate, parseIsoDate } from '../../domain/dates.ts';
import { clip } from './parts.ts';

/** Buttons that turn the pages of the items; the value is the page, counted from 0. */
export const HOME_PREVIOUS_ACTION = 'home_previous';
export const HOME_NEXT_ACTION = 'home_next';
/** Opens the forms of the check-in whose id is the value. */
export const HOME_ANSWER_ACTION = 'home_answer';
/** The menu of an item; an option is written by {@link itemChoice}. */
export const HOME_ITEM_ACTION = 'home_item';
/** The menu of somebody who has not answered; an option is written by {@link missingChoice}. */
export const HOME_MISSING_ACTION = 'home_missing';
/** Opens the status of what the value says: a code, or {@link WHOLE_PLAN}. */
export const HOME_DETAILS_ACTION = 'home_details';
/** Opens everything that was said of the item that is the value. */
export const HOME_HISTORY_ACTION = 'home_history';
export const HOME_ALL_RISKS_ACTION = 'home_all_risks';
export const HOME_ALL_MISSING_ACTION = 'home_all_missing';
export const HOME_SETTINGS_ACTION = 'home_settings';
export const HOME_AWAY_ACTION = 'home_away';
export const HOME_BACK_ACTION = 'home_back';
/** The value is the delegation's id. */
export const HOME_END_DELEGATION_ACTION = 'home_end_delegation';

export const WHOLE_PLAN = 'PLAN';

export const ITEM_CHOICES = ['UNCHANGED', 'DONE', 'HISTORY', 'EXPLAIN', 'DELEGATE'] as const;
export type ItemChoice = (typeof ITEM_CHOICES)[number];

/** `year` is of the item's plan, `sequence` of the last report that the row showed; 0 where there was none. */
export type ChosenForItem = {
  readonly choice: ItemChoice;
  readonly year: number;
  readonly item: string;
  readonly sequence: number;
};

export const itemChoice = ({ choice, year, item, sequence }: ChosenForItem): string =>
  `${choice}/${year}/${item}/${sequence}`;

/** Undefined for the option of a menu that we do not draw any more. */
export function readItemChoice(value: string): ChosenForItem | undefined {
  const [first, year, item = '', sequence = '0'] = value.split('/');
  const choice = ITEM_CHOICES.find((each) => each === first);
  return choice && { choice, year: Number(year), item, sequence: Number(sequence) };
}

/** Of somebody who has not answered: an item to report on, or the person whose absence to set. */
export type ChosenForMissing =
  | { readonly kind: 'REPORT'; readonly item: string }
  | { readonly kind: 'AWAY'; readonly person: string };

export const missingChoice = (chosen: ChosenForMissing): string =>
  chosen.kind === 'REPORT' ? `REPORT/${chosen.item}` : `AWAY/${chosen.person}`;

export function readMissingChoice(value: string): ChosenForMissing | undefined {
  const slash = value.indexOf('/');
  const rest = value.slice(slash + 1);
  switch (value.slice(0, slash)) {
    case 'REPORT':
      return { kind: 'REPORT', item: rest };
    case 'AWAY':
      return { kind: 'AWAY', person: rest };
    default:
      return undefined;
  }
}

/** `private_metadata` of the home tab: the page of items that it shows, and the day on which it was drawn. */
export type HomeState = { readonly page: number; readonly day: IsoDate };

const homeState = z.object({ page: z.int().nonnegative(), day: z.string() });

/** The page that the home tab shows, or 0 when it was drawn on another day: what is urgent stands on the first. */
export function homePageIn(privateMetadata: string, today: IsoDate | null = null): number {
  const read = homeState.safeParse(parseJson(privateMetadata));
  if (!read.success) return 0;
  return today === null || parseIsoDate(read.data.day) === today ? read.data.page : 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Slack's limits for labels of buttons and of options. */
const LABEL_LIMIT = 75;

export type ButtonOptions = {
  readonly value?: string;
  /** What screen readers say where the text alone does not tell what it is about. */
  readonly label?: string;
  readonly style?: 'primary' | 'danger';
};

export const homeButton = (actionId: string, text: string, options: ButtonOptions = {}): Button => {
  const { value, label, style } = options;
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: clip(text, LABEL_LIMIT) },
    ...(value === undefined ? {} : { value }),
    ...(label === undefined ? {} : { accessibility_label: clip(label, LABEL_LIMIT) }),
    ...(style === undefined ? {} : { style }),
  };
};

export const homeMenu = (actionId: string, options: readonly PlainTextOption[]): Overflow => ({
  type: 'overflow',
  action_id: actionId,
  options: [...options],
});

export const homeOption = (text: string, value: string): PlainTextOption => ({
  text: { type: 'plain_text', text: clip(text, LABEL_LIMIT) },
  value,
});
