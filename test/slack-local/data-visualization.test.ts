import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../src/slack-local/blocks/validate.ts';

const x = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const labels = (count: number) => times(count, (n) => `m${n}`);
const points = (categories: readonly string[]) => categories.map((label, value) => ({ label, value }));
const series = (name: string, categories = labels(3)) => ({ name, data: points(categories) });
const plot = (over: object = {}) => ({
  type: 'line',
  series: [series('Atteso'), series('Attuale')],
  axis_config: { categories: labels(3), x_label: 'Mese', y_label: '%' },
  ...over,
});
const wide = (count: number) =>
  plot({ series: [series('a', labels(count))], axis_config: { categories: labels(count) } });
const pie = (...segments: object[]) => ({ type: 'pie', segments });
const slice = (value: number, label = 'a') => ({ label, value });
const block = (chart: unknown, over: object = {}) => ({
  type: 'data_visualization',
  title: 'Avanzamento',
  chart,
  ...over,
});

const cases = [
  { why: 'a line', block: block(plot()) },
  { why: 'bars', block: block(plot({ type: 'bar' })) },
  { why: 'areas', block: block(plot({ type: 'area' })) },
  { why: 'a pie', block: block(pie(slice(1), slice(2.5, 'b'))) },
  {
    why: 'a value below zero',
    block: block(
      plot({
        series: [{ ...series('a'), data: [{ label: 'm0', value: -1 }] }],
        axis_config: { categories: ['m0'] },
      }),
    ),
  },
  {
    why: 'a chart of another kind',
    block: block(plot({ type: 'radar' })),
    problem: 'unsupported type: radar @ /0/chart/type',
  },
  {
    why: 'no title',
    block: block(plot(), { title: undefined }),
    problem: 'missing required field: title @ /0',
  },
  { why: 'a title of 50', block: block(plot(), { title: x(50) }) },
  {
    why: 'a title of 51',
    block: block(plot(), { title: x(51) }),
    problem: 'must be less than 51 characters @ /0/title',
  },
  { why: 'six series', block: block(plot({ series: times(6, (n) => series(`s${n}`)) })) },
  {
    why: 'seven series',
    block: block(plot({ series: times(7, (n) => series(`s${n}`)) })),
    problem: 'no more than 6 items allowed @ /0/chart/series',
  },
  {
    why: 'two series of one name',
    block: block(plot({ series: [series('a'), series('a')] })),
    problem: 'must be unique @ /0/chart/series/1/name',
  },
  {
    why: 'a name of 21',
    block: block(plot({ series: [series(x(21))] })),
    problem: 'must be less than 21 characters @ /0/chart/series/0/name',
  },
  { why: '20 points', block: block(wide(20)) },
  {
    why: '21 points',
    block: block(wide(21)),
    problem: 'no more than 20 items allowed @ /0/chart/series/0/data',
  },
  {
    why: 'a point missing',
    block: block(plot({ series: [series('a', labels(2))] })),
    problem: 'labels must match axis_config.categories @ /0/chart/series/0/data',
  },
  {
    why: 'points in another order',
    block: block(plot({ series: [series('a', labels(3).reverse())] })),
    problem: 'labels must match axis_config.categories @ /0/chart/series/0/data',
  },
  {
    why: 'a value that is text',
    block: block(
      plot({
        series: [{ name: 'a', data: [{ label: 'm0', value: '1' }] }],
        axis_config: { categories: ['m0'] },
      }),
    ),
    problem: 'must provide a number @ /0/chart/series/0/data/0/value',
  },
  {
    why: 'an axis label of 51',
    block: block(plot({ axis_config: { categories: labels(3), y_label: x(51) } })),
    problem: 'must be less than 51 characters @ /0/chart/axis_config/y_label',
  },
  { why: 'six slices', block: block(pie(...times(6, (n) => slice(1, `s${n}`)))) },
  {
    why: 'seven slices',
    block: block(pie(...times(7, (n) => slice(1, `s${n}`)))),
    problem: 'no more than 6 items allowed @ /0/chart/segments',
  },
  {
    why: 'a slice of nothing',
    block: block(pie(slice(0))),
    problem: 'must be greater than 0 @ /0/chart/segments/0/value',
  },
];

describe('a chart', () => {
  test.each(cases)('$why', ({ block, problem }) => {
    const told = validateBlocks([block], 'message', '').map(
      ({ pointer, message }) => `${message} @ ${pointer}`,
    );
    expect(told.slice(0, 1)).toEqual(problem === undefined ? [] : [problem]);
  });

  test('two a message', () => {
    expect(validateBlocks([block(plot()), block(plot())], 'message')).toEqual([]);
    expect(validateBlocks([block(plot()), block(plot()), block(plot())], 'message')).toMatchObject([
      { pointer: '/blocks/2', message: 'only 2 data_visualization blocks allowed' },
    ]);
  });

  test.each(['modal', 'home'] as const)('not in a %s', (surface) => {
    expect(validateBlocks([block(plot())], surface)).toMatchObject([{ pointer: '/blocks/0/type' }]);
  });
});
