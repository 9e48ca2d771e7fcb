/** Where what was measured and what was wanted lie on one line that begins at 0, in percent of its width. */
export type AchievementPlaces = { readonly actual: number; readonly target: number };

/** A tenth is left free at the end, so that the longer of the two is seen to end. */
const FREE = 1.1;

/** Null where neither is above 0: nothing could be drawn. */
export function achievementPlaces(actual: number, target: number): AchievementPlaces | null {
  const most = Math.max(actual, target) * FREE;
  if (most <= 0) return null;
  return { actual: (Math.max(actual, 0) / most) * 100, target: (Math.max(target, 0) / most) * 100 };
}
