import { useEffect, useState } from 'preact/hooks';
import type { Health } from '../../../domain/health.ts';
import { healthClass, healthMark, healthWord } from '../parts/health-mark.tsx';
import { Link } from '../parts/link.tsx';
import { layTiles, type Weighed } from './treemap-layout.ts';

export type Tile = Weighed & {
  readonly code: string;
  readonly title: string;
  readonly health: Health | null;
  /** As it is shown: `45%`. */
  readonly figure: string;
  readonly weightText: string;
  readonly to: string;
};

/** The box in which tiles are laid out has the ratio that the style gives it. */
const BOX = { wide: { width: 200, height: 100 }, narrow: { width: 60, height: 100 } } as const;
const NARROW = '(max-width: 40rem)';

/** One picture in which the size is the weight and the colour the health. It is a list of links for who does not see it. */
export function Treemap({ tiles, label }: { readonly tiles: readonly Tile[]; readonly label: string }) {
  const box = BOX[useNarrow() ? 'narrow' : 'wide'];
  return (
    <ul class="treemap" aria-label={label}>
      {layTiles(tiles, box).map(({ tile, ...place }) => (
        <li key={tile.code} style={inPercent(place)}>
          <Link class={`tile ${healthClass(tile.health)}`} to={tile.to} title={tile.title}>
            <span class="tile-head">
              {tile.code} <span aria-hidden="true">{healthMark(tile.health)}</span> {healthWord(tile.health)}
            </span>
            <strong class="tile-figure">{tile.figure}</strong>
            <span class="tile-text">
              {tile.weightText} · {tile.title}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

type Place = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

const inPercent = ({ left, top, width, height }: Place) => ({
  left: `${left}%`,
  top: `${top}%`,
  width: `${width}%`,
  height: `${height}%`,
});

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
