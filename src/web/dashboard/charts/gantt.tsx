import type { ComponentChildren } from 'preact';
import type { IsoDate } from '../../../domain/dates.ts';
import type { Health } from '../../../domain/health.ts';
import type { Language } from '../../../messages/language.ts';
import { healthClass } from '../parts/health-mark.tsx';
import { useGradually } from '../parts/use-gradually.ts';
import { endOfDay, monthsOf, type YearAxis } from './curve-scale.ts';
import { type Bars, barsOf, type PlannedSpans } from './gantt-bars.ts';
import './gantt.scss';

export type GanttRow = PlannedSpans & {
  readonly code: string;
  readonly health: Health | null;
  /** The bars in words, beneath them. */
  readonly said: ComponentChildren;
};

export type GanttColumn<Row> = {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
};

type GanttProps<Row extends GanttRow> = {
  readonly caption: string;
  /** Of rows from the first to the last, where they are drawn in several tables. */
  readonly captionOfPart: (first: number, last: number) => string;
  readonly axis: YearAxis;
  /** The day of the figures. */
  readonly day: IsoDate;
  readonly barsLabel: string;
  /** Left of the bars; the first names the row. */
  readonly lead: readonly GanttColumn<Row>[];
  /** Right of the bars. */
  readonly trail: readonly GanttColumn<Row>[];
  readonly rows: readonly Row[];
  readonly language: Language;
};

/** A browser lays out so many rows at one go; what is out of sight it leaves until it is scrolled to. */
const PART = 25;

/** A table with a picture in each row: what it shows is said in words beside it, and so it is hidden from who hears it. */
export function Gantt<Row extends GanttRow>({ rows, ...props }: GanttProps<Row>) {
  const shown = useGradually(rows.length, PART);
  const starts = Array.from({ length: Math.ceil(shown / PART) }, (_, index) => index * PART);
  return (
    <>
      {starts.map((start) => (
        <div key={start} class="gantt-part">
          <GanttTable
            {...props}
            caption={
              rows.length > PART
                ? `${props.caption} (${props.captionOfPart(start + 1, Math.min(start + PART, rows.length))})`
                : props.caption
            }
            rows={rows.slice(start, start + PART)}
          />
        </div>
      ))}
    </>
  );
}

function GanttTable<Row extends GanttRow>(props: GanttProps<Row>) {
  const { caption, axis, day, barsLabel, lead, trail, rows } = props;
  const dayAt = endOfDay(axis, day);
  const grid = quarterLines(axis);
  return (
    <table class="table gantt">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {lead.map(({ key, label }) => (
            <th key={key} scope="col" class={`gantt-${key}`}>
              {label}
            </th>
          ))}
          <th scope="col" class="gantt-bars">
            <span class="visually-hidden">{barsLabel}</span>
            <Months axis={axis} language={props.language} />
          </th>
          {trail.map(({ key, label }) => (
            <th key={key} scope="col" class={`gantt-${key}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            {lead.map(({ key, cell }, index) =>
              index === 0 ? (
                <th key={key} scope="row" class={`gantt-${key}`}>
                  {cell(row)}
                </th>
              ) : (
                <td key={key} class={`gantt-${key}`}>
                  {cell(row)}
                </td>
              ),
            )}
            <td class="gantt-bars">
              <Picture bars={barsOf(axis, row)} health={row.health} dayAt={dayAt} grid={grid} />
              <div class="gantt-said">{row.said}</div>
            </td>
            {trail.map(({ key, cell }) => (
              <td key={key} class={`gantt-${key}`}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MONTH_NAMES: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  it: new Intl.DateTimeFormat('it-IT', { month: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }),
};

function Months({ axis, language }: { readonly axis: YearAxis; readonly language: Language }) {
  return (
    <span class="gantt-months" aria-hidden="true">
      {monthsOf(axis).map(({ first, start }) => {
        const name = MONTH_NAMES[language].format(new Date(`${first}T12:00:00Z`));
        return (
          <span key={first} style={{ left: `${start * 100}%` }}>
            {name.slice(0, 1).toUpperCase()}
            <span class="gantt-month-rest">{name.slice(1)}</span>
          </span>
        );
      })}
    </span>
  );
}

/** As high as it is wide in these units: the box is stretched to whatever width the column has. */
const BOX = { width: 100, height: 30 };
const APPROVED = { y: 3, height: 6 };
const CURRENT = { y: 12, height: 15 };

type PictureProps = {
  readonly bars: Bars;
  readonly health: Health | null;
  readonly dayAt: number | null;
  readonly grid: string;
};

/** A line where each quarter begins, but the first. */
const quarterLines = (axis: YearAxis): string =>
  monthsOf(axis)
    .filter((_, index) => index > 0 && index % 3 === 0)
    .map(({ start }) => `M${start * BOX.width} 0V${BOX.height}`)
    .join('');

function Picture({ bars: { approved, current, done }, health, dayAt, grid }: PictureProps) {
  return (
    <svg
      class="gantt-picture"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path class="gantt-grid" d={grid} />
      {approved && <rect class="gantt-approved" x={approved.left} width={approved.width} {...APPROVED} />}
      {done && (
        <rect class={`gantt-done ${healthClass(health)}`} x={done.left} width={done.width} {...CURRENT} />
      )}
      {current && <rect class="gantt-current" x={current.left} width={current.width} {...CURRENT} />}
      {dayAt !== null && <path class="gantt-day" d={`M${dayAt * BOX.width} 0V${BOX.height}`} />}
    </svg>
  );
}

export type GanttKey = { readonly kind: 'approved' | 'current' | 'done' | 'day'; readonly text: string };

/** What each line of the picture is. */
export function GanttLegend({ label, keys }: { readonly label: string; readonly keys: readonly GanttKey[] }) {
  return (
    <ul class="gantt-legend" aria-label={label}>
      {keys.map(({ kind, text }) => (
        <li key={kind}>
          <svg viewBox="0 0 30 14" aria-hidden="true" focusable="false">
            {kind === 'day' ? (
              <path class="gantt-day" d="M15 0V14" />
            ) : (
              <rect
                class={`gantt-${kind}`}
                x="1"
                width="28"
                y={kind === 'approved' ? 4 : 1}
                height={kind === 'approved' ? 6 : 12}
              />
            )}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
