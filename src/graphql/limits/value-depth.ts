/** Of a variable; whoever prints or compares one that is deeper runs out of stack. Ours have four levels. */
export const DEEPEST_VALUE = 30;

export const isTooDeep = (value: unknown): boolean => isDeeperThan(DEEPEST_VALUE, value);

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  // Without a copy of what may be a hundred thousand entries.
  for (const name in value) {
    if (isDeeperThan(levels - 1, (value as Readonly<Record<string, unknown>>)[name])) return true;
  }
  return false;
}
