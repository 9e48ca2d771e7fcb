import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { useEffect, useState } from 'preact/hooks';
import type { Health } from '../../../domain/health.ts';
import { healthClass, healthWord } from '../parts/health-mark.tsx';
import { Link } from '../parts/link.tsx';

export type Tile = {
  readonly code: string;
  readonly title: string;
  /** Tiles of one group lie together. */
  readonly group: string;
  /** The size: any unit, as long as it is the same for all. */
  readonly weight: number;
  readonly health: Health | null;
  /** As it is shown: `45%`. */
  readonly figure: string;
  readonly weightText: string;
  readonly to: string;
};

/** The box in which tiles are laid out has the ratio that the style gives it, so that they stay near to squares. */
const BOX = { wide: [200, 100], narrow: [60, 100] } as const;
const NARROW = '(max-width: 40rem)';
const RATIO = 1.3;

type Node = { readonly children: readonly Node[] } | { readonly tile: Tile };

/** One picture in which the size is the weight and the colour the health. It is a list of links for who does not see it. */
export function Treemap({ tiles, label }: { readonly tiles: readonly Tile[]; readonly label: string }) {
  const [width, height] = BOX[useNarrow() ? 'narrow' : 'wide'];
  const groups = [...new Set(tiles.map(({ group }) => group))];
  const data: Node = {
    children: groups.map((group) => ({
      children: tiles.filter((tile) => tile.group === group).map((tile) => ({ tile })),
    })),
  };
  const root = hierarchy<Node>(data, (node) => ('children' in node ? node.children : undefined))
    .sum((node) => ('tile' in node ? node.tile.weight : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Node>().tile(treemapSquarify.ratio(RATIO)).size([width, height])(root).leaves();
  const share = (part: number, of: number) => `${(part / of) * 100}%`;
  return (
    <ul class="treemap" aria-label={label}>
      {laid.map(({ data: node, x0, x1, y0, y1 }) => {
        if (!('tile' in node)) return null;
        const { code, title, health, figure, weightText, to } = node.tile;
        const place = {
          left: share(x0, width),
          top: share(y0, height),
          width: share(x1 - x0, width),
          height: share(y1 - y0, height),
        };
        return (
          <li key={code} style={place}>
            <Link class={`tile ${healthClass(health)}`} to={to} title={title}>
              <span class="tile-head">
                {code} · {healthWord(health)}
              </span>
              <strong class="tile-figure">{figure}</strong>
              <span class="tile-text">
                {weightText} · {title}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const look = () => setNarrow(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return isNarrow;
}
