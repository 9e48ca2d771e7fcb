/** Lines of an SVG through points in the order of time. Where a point has no height there is no line. */

export type PathPoint = { readonly x: number; readonly y: number | null };

/** Straight from point to point. */
export const linePath = (points: readonly PathPoint[]): string => path(points, ({ x, y }) => `L${at(x, y)}`);

/** What holds until it changes: level up to the next point, then straight up or down. */
export const stepPath = (points: readonly PathPoint[]): string =>
  path(points, ({ x, y }) => `H${short(x)}V${short(y)}`);

/** A dot, drawn by the round end of a line without length: a circle would be stretched with the picture. */
export const dotPath = (x: number, y: number): string => `M${at(x, y)}h0`;

type Placed = { readonly x: number; readonly y: number };

function path(points: readonly PathPoint[], go: (to: Placed) => string): string {
  return runs(points)
    .map(([first, ...others]) =>
      others.length === 0 ? dotPath(first.x, first.y) : `M${at(first.x, first.y)}${others.map(go).join('')}`,
    )
    .join('');
}

/** Points that follow each other without a gap. */
function runs(points: readonly PathPoint[]): readonly (readonly [Placed, ...Placed[]])[] {
  const found: [Placed, ...Placed[]][] = [];
  let run: [Placed, ...Placed[]] | null = null;
  for (const { x, y } of points) {
    if (y === null) {
      run = null;
    } else if (run) {
      run.push({ x, y });
    } else {
      run = [{ x, y }];
      found.push(run);
    }
  }
  return found;
}

const at = (x: number, y: number): string => `${short(x)} ${short(y)}`;

/** Two decimals are less than a pixel of any screen, and a third of the text. */
const short = (value: number): string => String(Math.round(value * 100) / 100);
