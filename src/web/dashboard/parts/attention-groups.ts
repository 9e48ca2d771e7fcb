/** What asks for attention, each item once: under the worst that is wrong with it, or because it ends soon. */
import type { NamedOperations } from '../../../../graphql/generated/named-operations.ts';
import { daysBetween, type IsoDate, isoDate } from '../../../domain/dates.ts';
import { RISKS, type Risk } from '../../../domain/plan-items.ts';

export type AttentionItem = NonNullable<NamedOperations['attention']['data']['attention']>[number];
export type GroupName = Risk | 'DUE';

export type AttentionGroup = { readonly name: GroupName; readonly items: readonly AttentionItem[] };

/** The most urgent first, as the API orders items; what nobody ever spoke of before what is merely old. */
const ORDER: readonly GroupName[] = [
  ...RISKS.filter((risk) => risk !== 'STALE' && risk !== 'UNREPORTED'),
  'UNREPORTED',
  'STALE',
  'DUE',
];

/** Every group, the empty ones too: that nothing is blocked is worth a word. */
export function groupItems(
  atRisk: readonly AttentionItem[],
  due: readonly AttentionItem[],
): readonly AttentionGroup[] {
  const listed = new Set(atRisk.map(({ code }) => code));
  return ORDER.map((name) => ({
    name,
    items:
      name === 'DUE'
        ? due.filter(({ code, risk }) => risk === null && !listed.has(code))
        : atRisk.filter(({ risk }) => risk === name),
  }));
}

/** How many of what falls due, and is not late yet, stand in a group above. */
export const dueElsewhere = (due: readonly AttentionItem[], day: IsoDate): number =>
  due.filter(({ risk, end }) => risk !== null && daysLeft(end, day) >= 0).length;

/** To the planned end, that day itself 0; below 0 once it is past. */
export const daysLeft = (end: string, day: IsoDate): number => daysBetween(day, isoDate(end));
