/** Several servers that do the same work, measured in turns. */
import type { Contestant } from '../contestants/start-contestant.ts';
import { closedLoop, type Load, openLoop } from './load.ts';
import { quantile } from './statistics.ts';

export type Entrant = { readonly contestant: Contestant; readonly load: Load };

/** Of one round. */
export type Measured = {
  readonly p50Ms: number;
  readonly perSecond: number;
  /** Of the contestant's process, as it counts it. */
  readonly cpuMsEach: number;
};

export const CONNECTIONS = [1, 32] as const;
export type Connections = (typeof CONNECTIONS)[number];

/** By contestant, then by connections, a figure a round. */
export type Contest = ReadonlyMap<string, Readonly<Record<Connections, readonly Measured[]>>>;

export type Pace = {
  readonly rounds: number;
  /** Of one contestant and number of connections, in one round. */
  readonly roundMs: number;
  readonly warmUpMs: number;
  /** Of the requests at a fixed rate. */
  readonly rateMs: number;
};

/** Each round begins with another contestant: whoever comes first finds the machine as the last one left it. */
export async function hold(entrants: readonly Entrant[], pace: Pace): Promise<Contest> {
  const measured = new Map(
    entrants.map(({ contestant }) => [contestant.name, { 1: [] as Measured[], 32: [] as Measured[] }]),
  );
  for (const { load } of entrants) await warmUp(load, pace);
  for (let round = 0; round < pace.rounds; round += 1) {
    const turn = round % entrants.length;
    for (const { contestant, load } of [...entrants.slice(turn), ...entrants.slice(0, turn)]) {
      for (const connections of CONNECTIONS) {
        measured.get(contestant.name)?.[connections].push(await measure(contestant, load, connections, pace));
      }
    }
  }
  return measured;
}

/** What was called a few times only is still interpreted: a slow machine needs longer to warm up. */
const LEAST_REQUESTS = 2000;
const MOST_WARM_UPS = 6;

async function warmUp(load: Load, { warmUpMs }: Pace): Promise<void> {
  let asked = 0;
  for (let count = 0; count < MOST_WARM_UPS && asked < LEAST_REQUESTS; count += 1) {
    asked += (await closedLoop(load, 4, warmUpMs)).latencies.length;
  }
}

async function measure(
  contestant: Contestant,
  load: Load,
  connections: Connections,
  { roundMs }: Pace,
): Promise<Measured> {
  const before = await contestant.cpuMs();
  const { latencies, elapsedMs } = await closedLoop(load, connections, roundMs);
  const cpuMs = (await contestant.cpuMs()) - before;
  return {
    p50Ms: quantile(latencies, 0.5),
    perSecond: (latencies.length / elapsedMs) * 1000,
    cpuMsEach: cpuMs / latencies.length,
  };
}

/** The 99th of a hundred at a fixed rate, in milliseconds. */
export async function p99At(perSecond: number, { load }: Entrant, { rateMs }: Pace): Promise<number> {
  const { latencies } = await openLoop(load, perSecond, rateMs);
  return quantile(latencies, 0.99);
}
