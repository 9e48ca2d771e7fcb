/** Whether `written` becomes `code` by one key: one too many, one too few, or another one in its place. */
export function isOneSlipFrom(written: string, code: string): boolean {
  if (written === code || Math.abs(written.length - code.length) > 1) return false;
  let start = 0;
  while (start < written.length && written[start] === code[start]) start++;
  let end = 0;
  while (
    end < Math.min(written.length, code.length) - start &&
    written[written.length - 1 - end] === code[code.length - 1 - end]
  ) {
    end++;
  }
  return written.length - start - end <= 1 && code.length - start - end <= 1;
}
