/** Whether two answers say the same: floating point may differ in the last of its digits. */
const TOLERANCE = 1e-9;

/** The first place at which they differ; null where they do not. */
export function differenceOf(one: unknown, other: unknown, place = '$'): string | null {
  if (typeof one === 'number' && typeof other === 'number') {
    const near = Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one));
    return near ? null : `${place}: ${one} and ${other}`;
  }
  if (!isObject(one) || !isObject(other)) {
    return one === other ? null : `${place}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`;
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = differenceOf(one[key], other[key], `${place}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
