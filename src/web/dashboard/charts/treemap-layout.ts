import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';

/** What a tile must have to be laid out. */
export type Weighed = {
  /** Tiles of one group lie together. */
  readonly group: string;
  /** The size: any unit, as long as it is the same for all. */
  readonly weight: number;
};

/** In percent of the box. */
export type LaidTile<Tile> = {
  readonly tile: Tile;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** A little wider than high: a tile has words in it. */
const RATIO = 1.3;

type Node<Tile> = { readonly children: readonly Node<Tile>[] } | { readonly tile: Tile };

/** @param box in units that have the ratio of its sides, so that tiles stay near to squares */
export function layTiles<Tile extends Weighed>(
  tiles: readonly Tile[],
  box: { readonly width: number; readonly height: number },
): readonly LaidTile<Tile>[] {
  const groups = [...new Set(tiles.map(({ group }) => group))];
  const data: Node<Tile> = {
    children: groups.map((group) => ({
      children: tiles.filter((tile) => tile.group === group).map((tile) => ({ tile })),
    })),
  };
  const root = hierarchy<Node<Tile>>(data, (node) => ('children' in node ? node.children : undefined))
    .sum((node) => ('tile' in node ? node.tile.weight : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const { width, height } = box;
  const laid = treemap<Node<Tile>>().tile(treemapSquarify.ratio(RATIO)).size([width, height])(root).leaves();
  return laid.flatMap(({ data: node, x0, x1, y0, y1 }) =>
    'tile' in node
      ? [
          {
            tile: node.tile,
            left: (x0 / width) * 100,
            top: (y0 / height) * 100,
            width: ((x1 - x0) / width) * 100,
            height: ((y1 - y0) / height) * 100,
          },
        ]
      : [],
  );
}
