/** The rows of the home tab that are about items: what is open, and what the person said last. */
import type { KnownBlock } from '@slack/types';
import type { IsoDate } from '../../domain/dates.ts';
import { canRepeat, lastSequenceOf } from '../../domain/last-said.ts';
import { isOpenItem } from '../../domain/open-items.ts';
import { type PlanItem, type Urgency, urgencyOf } from '../../domain/plan-items.ts';
import { formatDay } from '../../messages/format.ts';
import type { Home } from '../../services/read-home.ts';
import type { OwnItem } from '../../services/read-items.ts';
import type { SaidFact } from '../../services/read-last-said.ts';
import {
  HOME_HISTORY_ACTION,
  HOME_ITEM_ACTION,
  HOME_NEXT_ACTION,
  HOME_PREVIOUS_ACTION,
  homeButton,
  homeMenu,
  homeOption,
  type ItemChoice,
  itemChoice,
} from './home-controls.ts';
import { ownText, REPORT_ITEM_ACTION } from './item-list-blocks.ts';
import { clip, context, escapeText, header, section } from './parts.ts';
import { saidText, type Voice } from './voice.ts';

/** Each takes two blocks, and up to nine urgencies one each. */
export const ITEMS_A_PAGE = 12;

/**
 * @param open as `openByUrgency` orders them
 * @param page counted from 0, one that there is
 */
export function itemBlocks(
  { items, figures }: Home,
  open: readonly OwnItem[],
  page: number,
  voice: Voice,
): readonly KnownBlock[] {
  const { t } = voice;
  const first = page * ITEMS_A_PAGE;
  const shown = open.slice(first, first + ITEMS_A_PAGE);
  return [
    header(t.homeItems),
    ...(open.length === 0 ? [section(items.length === 0 ? t.mineNothing : t.homeItemsNone)] : []),
    ...shown.flatMap((own, index) => {
      const urgency = urgencyOf(own.item, figures.day);
      const before = shown[index - 1];
      const begins = before === undefined || urgencyOf(before.item, figures.day) !== urgency;
      return [
        ...(begins ? [groupHead(urgency, open, figures.day, voice)] : []),
        ...itemRow(own, figures.plan.year, voice),
      ];
    }),
    ...pagesOf(open.length, first, voice),
    ...restOf(items, figures.day, voice),
  ];
}

/** The page asked for, or the last when there are fewer by now. */
export const shownPage = (count: number, page: number): number =>
  Math.min(page, Math.max(0, Math.ceil(count / ITEMS_A_PAGE) - 1));

function groupHead(urgency: Urgency, open: readonly OwnItem[], day: IsoDate, { t }: Voice): KnownBlock {
  const count = open.filter(({ item }) => urgencyOf(item, day) === urgency).length;
  return context(`*${t.homeUrgencies[urgency]}* (${count})`);
}

/** `block_id` of the controls of an item: with its last report in it, no menu keeps what was chosen before. */
const controlsId = ({ code }: PlanItem, sequence: number): string => `item:${code}:${sequence}`;

function itemRow(own: OwnItem, year: number, voice: Voice): readonly KnownBlock[] {
  const { item } = own;
  const { t } = voice;
  const sequence = lastSequenceOf(item);
  const option = (text: string, choice: ItemChoice) =>
    homeOption(text, itemChoice({ choice, year, item: item.code, sequence }));
  return [
    section(ownText(own, voice)),
    {
      type: 'actions',
      block_id: controlsId(item, sequence),
      elements: [
        homeButton(REPORT_ITEM_ACTION, t.itemUpdate, {
          value: item.code,
          label: `${t.itemUpdate} ${item.code}`,
        }),
        homeMenu(HOME_ITEM_ACTION, [
          ...(canRepeat(item) ? [option(t.homeUnchanged, 'UNCHANGED')] : []),
          ...(item.phase ? [option(t.homeDone, 'DONE')] : []),
          option(t.homeHistory, 'HISTORY'),
          option(t.homeExplain, 'EXPLAIN'),
          option(t.homeDelegate, 'DELEGATE'),
        ]),
      ],
    },
  ];
}

function pagesOf(count: number, first: number, { t }: Voice): readonly KnownBlock[] {
  if (count <= ITEMS_A_PAGE) return [];
  const page = first / ITEMS_A_PAGE;
  const last = Math.min(first + ITEMS_A_PAGE, count);
  return [
    context(t.homePage(first + 1, last, count)),
    {
      type: 'actions',
      block_id: `pages:${page}`,
      elements: [
        ...(first > 0 ? [homeButton(HOME_PREVIOUS_ACTION, t.homePrevious, { value: `${page - 1}` })] : []),
        ...(last < count ? [homeButton(HOME_NEXT_ACTION, t.homeNext, { value: `${page + 1}` })] : []),
      ],
    },
  ];
}

/** How many more there are that are over or lie ahead. */
function restOf(items: readonly OwnItem[], day: IsoDate, { t }: Voice): readonly KnownBlock[] {
  const others = items.filter(({ item }) => !isOpenItem(item, day));
  const count = (wanted: Urgency) => others.filter(({ item }) => urgencyOf(item, day) === wanted).length;
  const [completed, later] = [count('COMPLETED'), count('NOT_DUE')];
  const rest = [
    ...(completed > 0 ? [t.mineCompleted(completed)] : []),
    ...(later > 0 ? [t.mineLater(later)] : []),
  ];
  return rest.length === 0 ? [] : [context(rest.join(' · '))];
}

const NOTE_LIMIT = 200;

export const saidBlocks = ({ said }: Home, voice: Voice): readonly KnownBlock[] => [
  header(voice.t.homeSaid),
  ...(said.length === 0 ? [section(voice.t.homeSaidNone)] : said.map((fact) => saidRow(fact, voice))),
];

function saidRow({ item, said, reportedOn, note, inForce }: SaidFact, voice: Voice): KnownBlock {
  const { t } = voice;
  const words = `*${item}* ${t.lastReportOn(saidText(said, voice), formatDay(reportedOn))}`;
  const quoted = note === null ? '' : `: _${escapeText(clip(note, NOTE_LIMIT))}_`;
  const gone = inForce ? '' : ` · _${t.homeNotInPlan}_`;
  const [action, text] = inForce
    ? ([REPORT_ITEM_ACTION, t.homeCorrect] as const)
    : ([HOME_HISTORY_ACTION, t.homeHistory] as const);
  return {
    ...section(`${words}${quoted}${gone}`),
    accessory: homeButton(action, text, { value: item, label: `${text} ${item}` }),
  };
}
