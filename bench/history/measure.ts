/** Medians of interleaved rounds: machines differ and drift, so only what ran side by side is compared. */
import { cpus } from 'node:os';

export const machine = (): string =>
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`;

export type Timing = { readonly median: number; readonly least: number; readonly most: number };

/** Milliseconds of one call. */
async function timed(work: () => unknown, calls: number): Promise<number> {
  const from = performance.now();
  for (let call = 0; call < calls; call++) await work();
  return (performance.now() - from) / calls;
}

export function timingOf(values: readonly number[]): Timing {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { median: at(0.5), least: at(0), most: at(1) };
}

/** Each contestant `calls` times a round, in turn, after one round that is not counted. */
export async function interleaved<Name extends string>(
  contestants: Readonly<Record<Name, () => unknown>>,
  { rounds, calls }: { readonly rounds: number; readonly calls: number },
): Promise<Readonly<Record<Name, Timing>>> {
  const names = Object.keys(contestants) as Name[];
  const values = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const ms = await timed(contestants[name], calls);
      if (round > 0) values.get(name)?.push(ms);
    }
  }
  return Object.fromEntries(names.map((name) => [name, timingOf(values.get(name) ?? [])])) as Record<
    Name,
    Timing
  >;
}

export function print(name: string, timing: Timing, floor?: Timing): void {
  const figures = [timing.median, timing.least, timing.most].map((value) => value.toFixed(value < 1 ? 4 : 2));
  const ratio = floor ? `  × ${(timing.median / floor.median).toFixed(2)}` : '';
  console.log(`${name.padEnd(58)} ${figures[0]} ms (${figures[1]}–${figures[2]})${ratio}`);
}
