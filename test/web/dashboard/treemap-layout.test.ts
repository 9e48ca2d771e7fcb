import { expect, test } from 'vitest';
import { layTiles } from '../../../src/web/dashboard/charts/treemap-layout.ts';

/** The goals of the plan of 2020, with their areas. */
const TILES = [
  ['1.1', '1', 1200],
  ['1.2', '1', 800],
  ['1.3', '1', 1000],
  ['1.4', '1', 700],
  ['1.5', '1', 500],
  ['3.1', '3', 1000],
  ['3.2', '3', 800],
  ['4.1', '4', 800],
  ['4.2', '4', 800],
  ['4.3', '4', 1000],
].map(([code, group, weight]) => ({ code: String(code), group: String(group), weight: Number(weight) }));
const TOTAL = TILES.reduce((sum, { weight }) => sum + weight, 0);

test.each([
  { why: 'on a wide page', box: { width: 200, height: 100 } },
  { why: 'on a phone', box: { width: 60, height: 100 } },
])('$why the area of a tile is its share of the weight, and all of the box is taken', ({ box }) => {
  const laid = layTiles(TILES, box);
  expect(laid).toHaveLength(TILES.length);
  for (const { tile, left, top, width, height } of laid) {
    expect((width * height) / 10_000).toBeCloseTo(tile.weight / TOTAL, 10);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + width).toBeLessThanOrEqual(100 + 1e-9);
    expect(top + height).toBeLessThanOrEqual(100 + 1e-9);
  }
});

test('no tile lies upon another', () => {
  const laid = layTiles(TILES, { width: 200, height: 100 });
  const overlaps = laid.flatMap((a, index) =>
    laid
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left) > 1e-9 &&
          Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top) > 1e-9,
      )
      .map((b) => [a.tile.code, b.tile.code]),
  );
  expect(overlaps).toEqual([]);
});

test('goals of an area lie together: they fill one rectangle', () => {
  const laid = layTiles(TILES, { width: 200, height: 100 });
  for (const group of ['1', '3', '4']) {
    const own = laid.filter(({ tile }) => tile.group === group);
    const left = Math.min(...own.map((each) => each.left));
    const right = Math.max(...own.map((each) => each.left + each.width));
    const top = Math.min(...own.map((each) => each.top));
    const bottom = Math.max(...own.map((each) => each.top + each.height));
    const area = own.reduce((sum, { width, height }) => sum + width * height, 0);
    expect((right - left) * (bottom - top)).toBeCloseTo(area, 6);
  }
});
