/** Years of two instances on one database: minutes that pass, outages of either or both, clocks that jump. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteClient from 'better-sqlite3';
import { DIRECTION, LABOUR, OSRU, samplePlan } from '../../helpers/sample-plan.ts';
import type { Look } from './expected-outcome.ts';
import { type ExpectedSlot, expectedSlots } from './expected-slots.ts';
import { type Instance, openInstance, type Without } from './instance.ts';
import { createRandom, type Random } from './random.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type SlotRow = {
  readonly year: number;
  readonly kind: string;
  readonly structure: string;
  readonly period: string;
  readonly at: string;
  readonly as_of: string;
  readonly outcome: string;
  readonly because: string | null;
  readonly settled_at: string;
};

export type Played = {
  /** Of the plans, all of them. */
  readonly expected: readonly ExpectedSlot[];
  /** Until this instant things went wrong; a slot after it may be owed still. */
  readonly quietFrom: number;
  readonly rows: readonly SlotRow[];
  /** `2026/CHECK_IN/OSRU/2026-W38` of each message that was put into the outbox. */
  readonly told: readonly string[];
  readonly looks: readonly Look[];
  readonly outages: number;
  readonly longestOutageDays: number;
  readonly jumps: number;
};

export type PlayOptions = {
  /** Of the plans, in order. */
  readonly years: readonly number[];
  readonly seed: number;
  readonly without?: Without;
  /** Ends so many days after the first plan’s year has begun; left out, when nothing of the last one is owed any more. */
  readonly days?: number;
  readonly log?: (line: string) => void;
};

export async function playSlots({
  years,
  seed,
  without,
  days,
  log = () => undefined,
}: PlayOptions): Promise<Played> {
  const directory = await mkdtemp(join(tmpdir(), 'arti-slots-'));
  const file = join(directory, 'arti.sqlite');
  try {
    const structures = [OSRU, DIRECTION, LABOUR];
    const expected = years.flatMap((year) => expectedSlots(year, structures));
    const lives = [createLife(), createLife()] as const;
    let real = Date.UTC((years[0] ?? 2026) - 1, 11, 20, 7);
    const instances: Instance[] = [];
    for (const [index, life] of lives.entries()) {
      const clock = () => real + life.wrongBy;
      instances.push(await openInstance(file, `instance-${index + 1}`, clock, without ?? null));
    }
    await importPlans(instances[0], years, structures.length);
    const end =
      days === undefined
        ? Date.UTC((years.at(-1) ?? 2026) + 1, 1, 12, 12)
        : Date.UTC(years[0] ?? 2026, 0, 1 + days, 12);
    // The last weeks are quiet, so that what waits for office hours or is stale is seen to.
    const quietFrom = end - 34 * DAY;
    const played = await live({
      instances,
      lives,
      moments: [...new Set(expected.map(({ at }) => at))].sort((a, b) => a - b),
      random: createRandom(seed),
      end,
      quietFrom,
      now: () => real,
      moveTo: (instant) => {
        if (new Date(instant).getUTCFullYear() !== new Date(real).getUTCFullYear()) {
          log(`${new Date(instant).getUTCFullYear()} begins`);
        }
        real = instant;
      },
    });
    for (const { close } of instances) await close();
    return { expected, quietFrom, ...played, ...readResults(file) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function importPlans(
  instance: Instance | undefined,
  years: readonly number[],
  structures: number,
): Promise<void> {
  for (const year of years) {
    const plan = samplePlan({ year });
    if (plan.structures.length !== structures) throw new Error('the sample plan has other structures');
    await instance?.context.store.importPlan({
      plan,
      contentHash: String(year),
      lastSequence: null,
      recordedAt: new Date(instance.clock()).toISOString(),
      audit: { kind: 'PLAN_IMPORTED', actor: 'harness', body: {} },
    });
  }
}

/** How an instance fares; both are instants of the real time. */
type Life = { downUntil: number; wrongBy: number; wrongUntil: number };

const createLife = (): Life => ({ downUntil: 0, wrongBy: 0, wrongUntil: 0 });

type Stage = {
  readonly instances: readonly Instance[];
  readonly lives: readonly [Life, Life];
  /** Instants at which a slot comes, in order. */
  readonly moments: readonly number[];
  readonly random: Random;
  readonly end: number;
  readonly quietFrom: number;
  readonly now: () => number;
  readonly moveTo: (instant: number) => void;
};

async function live(
  stage: Stage,
): Promise<Pick<Played, 'looks' | 'outages' | 'longestOutageDays' | 'jumps'>> {
  const looks: Look[] = [];
  const happened = { outages: 0, longestOutageDays: 0, jumps: 0 };
  for (; stage.now() < stage.end; stage.moveTo(nextLook(stage))) {
    strike(stage, happened);
    const up = stage.instances.filter((_, index) => (stage.lives[index]?.downUntil ?? 0) <= stage.now());
    if (up.length === 0) continue;
    looks.push({ real: stage.now(), clocks: up.map(({ clock }) => clock()) });
    if (stage.random.next() < 0.5) {
      // At the same moment: each reads before the other has written.
      await Promise.all(up.map(({ look }) => look()));
    } else {
      for (const { look } of up) await look();
    }
  }
  return { looks, ...happened };
}

/** Outages and jumps begin and end. On average one outage in four days, and one clock that is wrong in six. */
function strike(
  { lives, random, now, quietFrom }: Stage,
  happened: { outages: number; longestOutageDays: number; jumps: number },
): void {
  for (const life of lives) {
    if (life.wrongBy !== 0 && life.wrongUntil <= now()) {
      life.wrongBy = 0;
      happened.jumps += 1;
    }
  }
  if (now() >= quietFrom || lives.some(({ downUntil }) => downUntil > now())) return;
  const struck = () => random.one<readonly Life[]>([[lives[0]], [lives[1]], lives, lives]);
  // Looks are some six a day.
  if (random.next() < 1 / 24) {
    const lasts = Math.round(random.spread(MINUTE, 30 * DAY));
    for (const life of struck()) life.downUntil = now() + lasts;
    happened.outages += 1;
    happened.longestOutageDays = Math.max(happened.longestOutageDays, lasts / DAY);
  }
  if (random.next() < 1 / 36) {
    const wrongBy = random.one([-2 * DAY, -HOUR, HOUR, 2 * DAY]);
    const lasts = Math.round(random.spread(5 * MINUTE, 4 * DAY));
    for (const life of struck()) {
      if (life.wrongBy !== wrongBy) happened.jumps += 1;
      life.wrongBy = wrongBy;
      life.wrongUntil = now() + lasts;
    }
  }
}

/**
 * To the next slot by the clock of an instance, or some minutes past it; else hours ahead: between slots a look finds
 * nothing to do, but for what waits until an office opens.
 */
function nextLook({ lives, moments, random, now }: Stage): number {
  const at = now();
  const ahead = [random.spread(2 * HOUR, 12 * HOUR)];
  for (const { downUntil, wrongBy } of lives) {
    if (downUntil > at) ahead.push(downUntil - at);
    const moment = moments[firstFrom(moments, at + wrongBy + 1)];
    if (moment !== undefined) ahead.push(moment - wrongBy - at + random.one([0, 0, MINUTE, 3 * MINUTE]));
  }
  return at + Math.max(1, Math.round(Math.min(...ahead)));
}

function firstFrom(moments: readonly number[], from: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Past the store: what was kept, whoever asks for it. */
function readResults(file: string): Pick<Played, 'rows' | 'told'> {
  const client = new SqliteClient(file, { readonly: true });
  try {
    const rows = client
      .prepare<[], SlotRow>(
        `SELECT year, kind, structure, period, at, as_of, outcome, because, settled_at
         FROM slot_runs JOIN plans ON plans.id = plan_id ORDER BY slot_runs.id`,
      )
      .all();
    const told = client
      .prepare<[], string>(`SELECT json_extract(notice, '$.summaryId') FROM outbox ORDER BY id`)
      .pluck()
      .all();
    return { rows, told };
  } finally {
    client.close();
  }
}
