/** In which form an answer is sent to whoever asks. */
export type Encoding = 'br' | 'gzip';

const BEST_FIRST: readonly Encoding[] = ['br', 'gzip'];

/** @returns null where it is to be sent as it is: nothing else is named in `Accept-Encoding`, or it is refused by `q=0` */
export function acceptedEncoding(header: string | null | undefined): Encoding | null {
  if (!header) return null;
  const taken = new Set(
    header
      .toLowerCase()
      .split(',')
      .map((each) => each.split(';').map((part) => part.trim()))
      .filter(([, quality = 'q=1']) => !/^q=0(?:\.0*)?$/.test(quality))
      .map(([name]) => name),
  );
  return BEST_FIRST.find((each) => taken.has(each)) ?? null;
}
