import type { JSX } from 'preact';
import type { IsoDate } from '../../../domain/dates.ts';
import { curvesTexts } from '../../../messages/dashboard-curves.ts';
import { formatDay } from '../../../messages/format.ts';
import { language } from '../page-state.ts';
import { percentText } from '../texts/numbers.ts';
import { dotPath, linePath, type PathPoint, stepPath } from './curve-path.ts';
import { type BaselineChange, type CurvePoint, lastFigure } from './curve-points.ts';
import { dayAt, endOfDay, monthsOf, startOfDay, type YearAxis } from './curve-scale.ts';
import './curve.scss';

export type CurveProps = {
  readonly axis: YearAxis;
  readonly points: readonly CurvePoint[];
  /** The day of the figures, and whether it is today. */
  readonly asOf: IsoDate;
  readonly isToday: boolean;
  readonly changes: readonly BaselineChange[];
  /** What is seen, in a sentence. */
  readonly said: string;
  /** A small one has fewer labels: it stands among others like it. */
  readonly size: 'LARGE' | 'SMALL';
  /** The day that is being read. */
  readonly cursor?: IsoDate | null;
  /** Somebody points at a day. */
  readonly onPoint?: (day: IsoDate) => void;
};

/** The picture is stretched to its place: widths of lines and all text are kept out of that. */
const WIDTH = 1000;
const LEVELS = { LARGE: [100, 75, 50, 25, 0], SMALL: [100, 50, 0] } as const;
/** Labels beyond it stand on the left of what they name, or they would run out of the picture. */
const TO_THE_RIGHT = 0.7;

/** What was reached of a year, and what was planned, as lines on one scale: 0–100% from January to December. */
export function Curve({
  axis,
  points,
  asOf,
  isToday,
  changes,
  said,
  size,
  cursor = null,
  onPoint,
}: CurveProps) {
  const levels = LEVELS[size];
  const marks = changes.flatMap((change) => {
    const share = startOfDay(axis, change.day);
    return share === null ? [] : [{ ...change, share }];
  });
  const today = endOfDay(axis, asOf);
  const reading = cursor === null ? null : endOfDay(axis, cursor);
  const last = lastFigure(points);
  const end = last && endOfDay(axis, last.day);
  return (
    <div class={`curve curve-${size.toLowerCase()}`}>
      {size === 'LARGE' && <TopLabels marks={marks} today={today} asOf={asOf} isToday={isToday} />}
      <div class="curve-levels" aria-hidden="true">
        {levels.map((level) => (
          <span key={level} style={{ top: share(1 - level / 100) }}>
            {percentText(level, language.value)}
          </span>
        ))}
      </div>
      <div class="curve-plot" onPointerMove={onPoint && ((event) => onPoint(dayAt(axis, shareOf(event))))}>
        <svg viewBox={`0 0 ${WIDTH} 100`} preserveAspectRatio="none" role="img" aria-label={said}>
          {levels.map((level) => (
            <Line key={level} class="curve-level" y={100 - level} />
          ))}
          {monthsOf(axis).map(({ first, start }, index) =>
            index > 0 && (size === 'LARGE' || index % 3 === 0) ? (
              <Line key={first} class="curve-month" x={start} />
            ) : null,
          )}
          {marks.map(({ number, share: x }) => (
            <Line key={number} class="curve-baseline" x={x} />
          ))}
          {today !== null && <Line class="curve-today" x={today} />}
          <path
            class="curve-by-deadline"
            d={stepPath(placed(axis, points, ({ planned }) => planned.byDeadline))}
          />
          <path class="curve-linear" d={linePath(placed(axis, points, ({ planned }) => planned.linear))} />
          <path class="curve-actual" d={linePath(placed(axis, points, ({ percent }) => percent))} />
          {typeof end === 'number' && last?.percent != null && (
            <path class="curve-end" d={dotPath(end * WIDTH, 100 - last.percent)} />
          )}
          {reading !== null && <Line class="curve-cursor" x={reading} />}
        </svg>
        {marks.map(({ number, share: x }) => (
          <span key={number} class="curve-baseline-mark" style={{ left: share(x) }} aria-hidden="true">
            ◆
          </span>
        ))}
      </div>
      <div class="curve-months" aria-hidden="true">
        {monthsOf(axis).map(({ first, start }, index) => (
          <span
            key={first}
            class={index % 3 === 0 ? undefined : 'curve-minor'}
            style={{ left: share(start) }}
          >
            {monthName(first)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Two rows, so that an act shortly before today and today do not lie upon each other. */
function TopLabels({ marks, today, asOf, isToday }: TopLabelsProps) {
  const t = curvesTexts(language.value);
  return (
    <div class="curve-top" aria-hidden="true">
      {marks.map(({ number, act, share: x }) => (
        <span key={number} class={`curve-act ${side(x)}`} style={{ left: share(x) }}>
          ◆ {act}
        </span>
      ))}
      {today !== null && (
        <span class={`curve-day ${side(today)}`} style={{ left: share(today) }}>
          {isToday ? t.today : t.asOf(formatDay(asOf))}
        </span>
      )}
    </div>
  );
}

type TopLabelsProps = Pick<CurveProps, 'asOf' | 'isToday'> & {
  readonly marks: readonly (BaselineChange & { readonly share: number })[];
  readonly today: number | null;
};

type LineProps = { readonly class: string; readonly x?: number; readonly y?: number };

/** Through the whole picture: upright at a share of the year, or level. */
function Line({ class: name, x, y }: LineProps) {
  const d = x === undefined ? `M0 ${y}H${WIDTH}` : `M${x * WIDTH} 0V100`;
  return <path class={name} d={d} />;
}

const placed = (
  axis: YearAxis,
  points: readonly CurvePoint[],
  heightOf: (point: CurvePoint) => number | null,
): readonly PathPoint[] =>
  points.flatMap((point) => {
    const x = endOfDay(axis, point.day);
    const height = heightOf(point);
    return x === null ? [] : [{ x: x * WIDTH, y: height === null ? null : 100 - height }];
  });

const share = (of: number): string => `${of * 100}%`;

function shareOf({ currentTarget, clientX }: JSX.TargetedPointerEvent<HTMLElement>): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return (clientX - left) / width;
}

const side = (at: number): string => (at > TO_THE_RIGHT ? 'curve-leftwards' : 'curve-rightwards');

const MONTHS = {
  it: new Intl.DateTimeFormat('it-IT', { month: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }),
};

const monthName = (first: IsoDate): string => MONTHS[language.value].format(new Date(`${first}T12:00:00Z`));
