/** Lists of items: what somebody answers for, what falls due, what is at risk. */
import type { SectionBlock } from '@slack/types';
import type { IsoDate } from '../../domain/dates.ts';
import { isOpenItem } from '../../domain/open-items.ts';
import type { PlanFigures } from '../../domain/plan-figures.ts';
import { byUrgency, type ItemAtRisk, type PlanItem, RISKS, urgencyOf } from '../../domain/plan-items.ts';
import { formatDay } from '../../messages/format.ts';
import type { DueItems, OwnItem } from '../../services/read-items.ts';
import { itemHead, itemStanding } from './item-lines.ts';
import { context, escapeText, fitted, header, type MessageContent, message, section } from './parts.ts';
import { structureNames } from './status-lines.ts';
import type { Voice } from './voice.ts';

/** `action_id` of the button on an item that opens its form; its value is the item's code. */
export const REPORT_ITEM_ACTION = 'item_report';

export function mineMessage(
  { figures, items }: { readonly figures: PlanFigures; readonly items: readonly OwnItem[] },
  voice: Voice,
): MessageContent {
  const { t } = voice;
  const { day } = figures;
  const urgency = (own: OwnItem) => urgencyOf(own.item, day);
  const open = openByUrgency(items, day);
  const late = open.filter((own) => ['OVERDUE', 'BLOCKED'].includes(urgency(own))).length;
  const rows = open.map((own) => withReportButton(section(ownText(own, voice)), own.item, voice));
  const closed = items.filter((own) => !open.includes(own));
  const count = (wanted: string) => closed.filter((own) => urgency(own) === wanted).length;
  const rest = [
    ...(count('COMPLETED') > 0 ? [t.mineCompleted(count('COMPLETED'))] : []),
    ...(count('NOT_DUE') > 0 ? [t.mineLater(count('NOT_DUE'))] : []),
  ];
  const text = items.length === 0 ? t.mineNothing : t.mineText(open.length, late);
  return message(
    text,
    fitted(
      [header(t.mineTitle), section(text)],
      rows,
      rest.length === 0 ? [] : [context(rest.join(' · '))],
      t.more,
    ),
  );
}

/** Of what somebody answers for, what is open, the most urgent first. */
export function openByUrgency(items: readonly OwnItem[], day: IsoDate): readonly OwnItem[] {
  const owned = new Map(items.map((own) => [own.item, own]));
  return byUrgency([...owned.keys()], day).flatMap((item) => {
    const own = owned.get(item);
    return own && isOpenItem(item, day) ? [own] : [];
  });
}

/** The item, how it stands, and why it is this person's, where that is not plain. */
export function ownText({ item, because, delegatedBy }: OwnItem, voice: Voice): string {
  const { t } = voice;
  const why =
    delegatedBy !== null
      ? ` · _${t.mineDelegatedBy(escapeText(delegatedBy.name))}_`
      : because === 'HEAD'
        ? ` · _${t.mineAsHead}_`
        : '';
  return `${itemHead(item)}\n${itemStanding(item, voice)}${why}`;
}

/** The row with a button that opens the form of its item. */
export const withReportButton = (row: SectionBlock, { code }: PlanItem, { t }: Voice): SectionBlock => ({
  ...row,
  accessory: {
    type: 'button',
    action_id: REPORT_ITEM_ACTION,
    text: { type: 'plain_text', text: t.itemUpdate },
    value: code,
    accessibility_label: `${t.itemUpdate} ${code}`,
  },
});

export function dueMessage({ figures, until, items, own }: DueItems, voice: Voice): MessageContent {
  const { t } = voice;
  const last = formatDay(until);
  const text = items.length === 0 ? t.dueNothing(last) : t.dueText(items.length, last);
  const rows = items.map((item) => section(listedText(item, figures, voice)));
  return message(
    text,
    fitted([header(t.dueTitle(last)), section(text)], rows, own ? [context(t.dueOwn)] : [], t.more),
  );
}

export function riskMessage(
  { figures, items }: { readonly figures: PlanFigures; readonly items: readonly ItemAtRisk[] },
  voice: Voice,
): MessageContent {
  const { t } = voice;
  const text = items.length === 0 ? t.riskNothing : t.riskText(items.length);
  const counts = RISKS.flatMap((risk) => {
    const count = items.filter((each) => each.risk === risk).length;
    return count === 0 ? [] : [`${t.risks[risk]}: ${count}`];
  });
  const rows = items.map(({ item }) => section(listedText(item, figures, voice)));
  return message(
    text,
    fitted(
      [
        header(t.riskTitle),
        section(text),
        ...(counts.length === 0 ? [] : [context(t.riskCounts(counts.join(', ')))]),
      ],
      rows,
      [],
      t.more,
    ),
  );
}

const listedText = (item: PlanItem, figures: PlanFigures, voice: Voice): string =>
  `${itemHead(item)}\n${itemStanding(item, voice)} · ${structureNames(item.structures, figures)}`;
