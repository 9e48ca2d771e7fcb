import { useState } from 'preact/hooks';
import type { IsoDate } from '../../../domain/dates.ts';
import { Curve } from '../charts/curve.tsx';
import { type BaselineChange, type CurvePoint, hasFigures, hasPlanned } from '../charts/curve-points.ts';
import { nearestDay, type YearAxis } from '../charts/curve-scale.ts';
import type { OperationName, VariablesOf } from '../data/ask.ts';
import { CurveEmpty } from './curve-empty.tsx';
import { CurveLegend } from './curve-legend.tsx';
import { CurveReading } from './curve-reading.tsx';
import { CurveTable } from './curve-table.tsx';

type LargeCurveProps<Name extends OperationName> = {
  /** Whose curve it is. */
  readonly what: string;
  /** What is seen, in a sentence. */
  readonly said: string;
  readonly axis: YearAxis;
  readonly points: readonly CurvePoint[];
  readonly asOf: IsoDate;
  readonly isToday: boolean;
  readonly changes: readonly BaselineChange[];
  /** Why there is no figure on the day. */
  readonly reason: string | null;
  readonly query: { readonly name: Name; readonly variables: VariablesOf<Name> };
};

/** One curve across the page, that can be read day by day, with its legend and its table. */
export function LargeCurve<Name extends OperationName>(props: LargeCurveProps<Name>) {
  const { what, said, axis, points, asOf, isToday, changes, reason, query } = props;
  const [read, setRead] = useState<IsoDate | null>(null);
  if (!hasFigures(points) && !hasPlanned(points)) return <CurveEmpty reason={reason} />;
  const days = points.map(({ day }) => day);
  const at = nearestDay(days, read ?? asOf);
  return (
    <figure class="curve-figure">
      <Curve
        axis={axis}
        points={points}
        asOf={asOf}
        isToday={isToday}
        changes={changes}
        said={said}
        size="LARGE"
        cursor={read}
        onPoint={setRead}
      />
      <CurveReading points={points} at={at} onRead={(next) => setRead(days[next] ?? null)} />
      <figcaption>
        <CurveLegend changes={changes} />
      </figcaption>
      <CurveTable what={what} points={points} query={query} />
    </figure>
  );
}
