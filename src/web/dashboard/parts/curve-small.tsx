import type { IsoDate } from '../../../domain/dates.ts';
import { texts } from '../../../messages/dashboard.ts';
import { curvesTexts } from '../../../messages/dashboard-curves.ts';
import { formatDay } from '../../../messages/format.ts';
import { Curve } from '../charts/curve.tsx';
import {
  type Baseline,
  baselineChanges,
  hasFigures,
  hasPlanned,
  pointsWith,
} from '../charts/curve-points.ts';
import type { YearAxis } from '../charts/curve-scale.ts';
import type { AnswerOf, VariablesOf } from '../data/ask.ts';
import { addressOf, language } from '../page-state.ts';
import { percentText } from '../texts/numbers.ts';
import { CurveEmpty } from './curve-empty.tsx';
import { curveSentence } from './curve-sentence.ts';
import { CurveTable } from './curve-table.tsx';
import { Percent } from './figure.tsx';
import { HealthMark } from './health-mark.tsx';
import { Link } from './link.tsx';

type Goal = NonNullable<AnswerOf<'goal-curves'>['plan']>['goals'][number];

type SmallCurveProps = {
  readonly goal: Goal;
  readonly axis: YearAxis;
  readonly asOf: IsoDate;
  readonly isToday: boolean;
  readonly baselines: readonly Baseline[];
  /** What its series alone is asked with. */
  readonly variables: VariablesOf<'goal-series'>;
};

/** One goal among all: its curve on the scale of the others, with the figures of the day above it. */
export function SmallCurve({ goal, axis, asOf, isToday, baselines, variables }: SmallCurveProps) {
  const t = texts(language.value);
  const c = curvesTexts(language.value);
  const { code, title, change, progress, progressSeries } = goal;
  const { percent, planned, health, reason } = progress;
  const points = pointsWith(progressSeries?.points ?? [], asOf, progress);
  // An act that left this goal as it was changes nothing in its curve.
  const changes = change ? baselineChanges(points, baselines) : [];
  const what = `${t.goal} ${code}`;
  const isDrawn = hasFigures(points) || hasPlanned(points);
  return (
    <li class="curve-card">
      <h3>
        <Link to={addressOf({ name: 'GOAL', code })} title={title}>
          <span class="curve-card-code">{code}</span> {title}
        </Link>
      </h3>
      <p class="curve-card-figures">
        <strong>{percent === null ? t.none : <Percent percent={percent} digits={2} />}</strong>{' '}
        <span>
          {planned.linear === null ? c.noPlanned : c.of(percentText(planned.linear, language.value, 2))}
        </span>{' '}
        <HealthMark health={health} />
      </p>
      {isDrawn ? (
        <Curve
          axis={axis}
          points={points}
          asOf={asOf}
          isToday={isToday}
          changes={changes}
          said={curveSentence(what, progress, asOf)}
          size="SMALL"
        />
      ) : (
        <CurveEmpty reason={reason} />
      )}
      {changes.map(({ number, day }) => (
        <p key={number} class="curve-card-change">
          <span aria-hidden="true">◆</span> {change && c.changed[change.kind](formatDay(day))}
        </p>
      ))}
      {isDrawn && (
        <CurveTable what={what} points={points} isShort query={{ name: 'goal-series', variables }} />
      )}
    </li>
  );
}
