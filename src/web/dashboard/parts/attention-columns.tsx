import type { IsoDate } from '../../../domain/dates.ts';
import { texts } from '../../../messages/dashboard.ts';
import { attentionTexts } from '../../../messages/dashboard-attention.ts';
import { language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { signedText } from '../texts/numbers.ts';
import { type AttentionItem, daysLeft } from './attention-groups.ts';
import { ItemLink, itemReason } from './attention-item.tsx';
import type { Column } from './data-table.tsx';
import { Percent } from './figure.tsx';
import { HealthMark, healthWord } from './health-mark.tsx';

/** What stands in a line, as columns: for who compares, or copies it. */
export function attentionColumns(day: IsoDate): readonly Column<AttentionItem>[] {
  const t = attentionTexts(language.value);
  const { health, linear, variance, none } = texts(language.value);
  const late = ({ end }: AttentionItem) => Math.max(0, -daysLeft(end, day));
  const names = ({ structures }: AttentionItem) => structures.map(({ name }) => name).join(', ');
  return [
    {
      key: 'item',
      label: t.item,
      cell: (item) => <ItemLink item={item} />,
      value: ({ code, title }) => `${code} ${title}`,
    },
    { key: 'structures', label: t.structures, cell: names, value: names },
    { key: 'deadline', label: t.deadline, cell: ({ end }) => dayText(end), value: ({ end }) => end },
    { key: 'late', label: t.days, isNumber: true, cell: late, value: late },
    {
      key: 'progress',
      label: t.progress,
      isNumber: true,
      cell: ({ progress: { percent, reason } }) => <Percent percent={percent} reason={reason} digits={2} />,
      value: ({ progress }) => progress.percent,
    },
    {
      key: 'planned',
      label: linear,
      isNumber: true,
      cell: ({ progress }) => <Percent percent={progress.planned.linear} digits={2} />,
      value: ({ progress }) => progress.planned.linear,
    },
    {
      key: 'variance',
      label: variance,
      isNumber: true,
      cell: ({ progress }) =>
        progress.variance.linear === null ? none : signedText(progress.variance.linear, language.value, 2),
      value: ({ progress }) => progress.variance.linear,
    },
    {
      key: 'health',
      label: health,
      cell: ({ progress }) => <HealthMark health={progress.health} />,
      value: ({ progress }) => healthWord(progress.health),
    },
    { key: 'reason', label: t.reason, cell: itemReason, value: itemReason },
  ];
}
