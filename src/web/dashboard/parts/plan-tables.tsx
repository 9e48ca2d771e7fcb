import { texts } from '../../../messages/dashboard.ts';
import { addressOf, language } from '../page-state.ts';
import { weightText } from '../texts/numbers.ts';
import type { Column } from './data-table.tsx';
import { figureColumns, pointsColumn, progressColumn } from './figure-columns.tsx';
import { Link } from './link.tsx';
import type { Plan } from './plan-head.tsx';

type Goal = Plan['goals'][number];
type Area = Plan['areas'][number];
type Structure = Plan['structures'][number];

export function goalColumns(): readonly Column<Goal>[] {
  const t = texts(language.value);
  return [
    {
      key: 'code',
      label: t.goal,
      cell: ({ code, title, change, neutralised }) => (
        <>
          <Link to={addressOf({ name: 'GOAL', code })}>
            {code} {title}
          </Link>
          {change !== null && <small class="plan-change">{t.plan.changed[change.kind]}</small>}
          {neutralised !== null && <small class="plan-change">{t.plan.neutralised}</small>}
        </>
      ),
      value: ({ code, title }) => `${code} ${title}`,
    },
    weightColumn(),
    progressColumn(({ progress }) => progress),
    pointsColumn(({ progress }) => progress),
    ...figureColumns<Goal>(
      ({ progress }) => progress,
      ({ code }) => code,
    ),
  ];
}

export function areaColumns(): readonly Column<Area>[] {
  return [
    {
      key: 'code',
      label: texts(language.value).plan.area,
      cell: ({ code, title }) => `${code} ${title}`,
      value: ({ code, title }) => `${code} ${title}`,
    },
    weightColumn(),
    progressColumn(({ progress }) => progress),
    pointsColumn(({ progress }) => progress),
    ...figureColumns<Area>(
      ({ progress }) => progress,
      ({ code }) => code,
    ),
  ];
}

export function structureColumns(): readonly Column<Structure>[] {
  return [
    {
      key: 'code',
      label: texts(language.value).plan.structure,
      cell: ({ code, name }) => <Link to={addressOf({ name: 'STRUCTURE', code })}>{name}</Link>,
      value: ({ name }) => name,
    },
    progressColumn(({ progress }) => progress),
    ...figureColumns<Structure>(
      ({ progress }) => progress,
      ({ code }) => code,
    ),
  ];
}

const weightColumn = <Row extends { readonly weightBps: number }>(): Column<Row> => ({
  key: 'weight',
  label: texts(language.value).weight,
  isNumber: true,
  cell: ({ weightBps }) => weightText(weightBps, language.value),
  value: ({ weightBps }) => weightBps / 100,
});
