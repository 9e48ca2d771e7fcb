import { curvesTexts } from '../../../messages/dashboard-curves.ts';
import { formatDay } from '../../../messages/format.ts';
import type { CurvePoint } from '../charts/curve-points.ts';
import { language } from '../page-state.ts';
import { percentText } from '../texts/numbers.ts';

type CurveReadingProps = {
  readonly points: readonly CurvePoint[];
  /** Place of the point that is read. */
  readonly at: number;
  readonly onRead: (at: number) => void;
};

/** Says the figures of one day of a curve: by pointing at it, or with the arrow keys. */
export function CurveReading({ points, at, onRead }: CurveReadingProps) {
  const t = curvesTexts(language.value);
  const point = points[at];
  if (!point) return null;
  const { day, percent, planned } = point;
  const figure = (of: number | null) => (of === null ? t.toCome : percentText(of, language.value, 2));
  const said = [
    formatDay(day),
    `${t.actual} ${figure(percent)}`,
    `${t.linear} ${figure(planned.linear)}`,
    `${t.byDeadline} ${figure(planned.byDeadline)}`,
  ];
  return (
    <label class="curve-reading">
      <span class="visually-hidden">{t.reading}</span>
      <input
        type="range"
        min={0}
        max={points.length - 1}
        value={at}
        aria-valuetext={said.join(', ')}
        onInput={(event) => onRead(event.currentTarget.valueAsNumber)}
      />
      <span class="curve-reading-figures" aria-hidden="true">
        <strong>{formatDay(day)}</strong>
        <span>
          {t.actual} <b>{figure(percent)}</b>
        </span>
        <span>
          {t.linear} <b>{figure(planned.linear)}</b>
        </span>
        <span>
          {t.byDeadline} <b>{figure(planned.byDeadline)}</b>
        </span>
      </span>
    </label>
  );
}
