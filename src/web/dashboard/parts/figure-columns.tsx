import { texts } from '../../../messages/dashboard.ts';
import type { AnswerOf } from '../data/ask.ts';
import { language } from '../page-state.ts';
import { signedText } from '../texts/numbers.ts';
import type { Column } from './data-table.tsx';
import { Percent } from './figure.tsx';
import { healthWord } from './health-mark.tsx';
import { HealthWithReason } from './health-reason.tsx';
import { pointsOf } from './plan-head.tsx';

type Figure = NonNullable<AnswerOf<'plan-overview'>['plan']>['structures'][number]['progress'];
type Pointed = Figure & { readonly points: number | null; readonly ofPoints: number | null };

type Of<Row, Shown> = (row: Row) => Shown;

export function progressColumn<Row>(figureOf: Of<Row, Figure>): Column<Row> {
  return {
    key: 'progress',
    label: texts(language.value).progress,
    isNumber: true,
    cell: (row) => {
      const { percent, reason } = figureOf(row);
      return <Percent percent={percent} reason={reason} digits={2} />;
    },
    value: (row) => figureOf(row).percent,
  };
}

/** Structures have none: only what adds up to the plan does. */
export function pointsColumn<Row>(figureOf: Of<Row, Pointed>): Column<Row> {
  const t = texts(language.value);
  return {
    key: 'points',
    label: t.points,
    isNumber: true,
    cell: (row) => {
      const { points, ofPoints } = figureOf(row);
      return points === null || ofPoints === null ? t.none : pointsOf(points, ofPoints);
    },
    value: (row) => figureOf(row).points,
  };
}

/** Planned and variance in both readings, coverage, and health with its reason. */
export function figureColumns<Row>(
  figureOf: Of<Row, Figure>,
  codeOf: Of<Row, string>,
): readonly Column<Row>[] {
  const by = language.value;
  const t = texts(by);
  const percent = (key: string, label: string, of: (figure: Figure) => number | null): Column<Row> => ({
    key,
    label,
    isNumber: true,
    cell: (row) => <Percent percent={of(figureOf(row))} digits={2} />,
    value: (row) => of(figureOf(row)),
  });
  const signed = (key: string, label: string, of: (figure: Figure) => number | null): Column<Row> => ({
    key,
    label,
    isNumber: true,
    cell: (row) => {
      const found = of(figureOf(row));
      return found === null ? <span class="no-figure">{t.none}</span> : signedText(found, by, 2);
    },
    value: (row) => of(figureOf(row)),
  });
  return [
    percent('by-deadline', t.plan.plannedByDeadline, ({ planned }) => planned.byDeadline),
    percent('linear', t.plan.plannedLinear, ({ planned }) => planned.linear),
    signed('variance-by-deadline', t.plan.varianceByDeadline, ({ variance }) => variance.byDeadline),
    signed('variance-linear', t.plan.varianceLinear, ({ variance }) => variance.linear),
    {
      key: 'coverage',
      label: t.coverage,
      isNumber: true,
      cell: (row) => <Percent percent={figureOf(row).coverage} />,
      value: (row) => figureOf(row).coverage,
    },
    {
      key: 'health',
      label: t.health,
      cell: (row) => {
        const { health, healthReason } = figureOf(row);
        return <HealthWithReason health={health} reason={healthReason} of={codeOf(row)} />;
      },
      value: (row) => healthWord(figureOf(row).health),
    },
  ];
}
