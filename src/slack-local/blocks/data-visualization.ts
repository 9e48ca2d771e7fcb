import { all, byType, type Check, isObject, list, number, object, rule, string } from './checks.ts';
import { blockId } from './composition.ts';

/**
 * The chart block and its limits. Source: docs.slack.dev, Block Kit, data visualization block (June 2026). The
 * documentation has been changing the number of series and segments: the lowest figure is held to.
 */

const MAX_SERIES = 6;
const MAX_SEGMENTS = 6;
const MAX_POINTS = 20;

/** Of a slice, a category or a series. */
const label = string({ min: 1, max: 20 });
const axisLabel = string({ max: 50 });

const share: Check = (value, pointer, report) => {
  number(value, pointer, report);
  if (typeof value === 'number' && value <= 0) report(pointer, 'must be greater than 0');
};

const pie = object({
  segments: list(object({ label, value: share }), { min: 1, max: MAX_SEGMENTS }),
});

const series = object({
  name: label,
  data: list(object({ label, value: number }), { min: 1, max: MAX_POINTS }),
});

const axes = object(
  { categories: list(label, { min: 1, max: MAX_POINTS }) },
  { x_label: axisLabel, y_label: axisLabel },
);

const plotted = all(
  object({ series: list(series, { min: 1, max: MAX_SERIES }), axis_config: axes }),
  rule((chart, pointer, report) => {
    const names = asArray(chart.series).map((one) => (isObject(one) ? one.name : undefined));
    for (const [index, name] of names.entries()) {
      if (names.indexOf(name) < index) report(`${pointer}/series/${index}/name`, 'must be unique');
    }
  }),
  rule(pointsMatchCategories),
);

/** Every series has one point for each category, in their order. */
function pointsMatchCategories(
  chart: Record<string, unknown>,
  pointer: string,
  report: (pointer: string, message: string) => void,
): void {
  const categories = isObject(chart.axis_config) ? asArray(chart.axis_config.categories) : [];
  for (const [index, one] of asArray(chart.series).entries()) {
    const labels = (isObject(one) ? asArray(one.data) : []).map((point) =>
      isObject(point) ? point.label : undefined,
    );
    const matches =
      labels.length === categories.length && labels.every((name, at) => name === categories[at]);
    if (!matches) report(`${pointer}/series/${index}/data`, 'labels must match axis_config.categories');
  }
}

export const dataVisualization: Check = object(
  {
    title: string({ min: 1, max: 50 }),
    chart: byType({ pie, bar: plotted, area: plotted, line: plotted }),
  },
  { block_id: blockId },
);

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
