/** What the server and the command line are made of alike: the database, the clock, the context of the services. */
import { readFile } from 'node:fs/promises';
import { createCalendar } from './calendar/create-calendar.ts';
import type { Config } from './config.ts';
import type { Actor } from './domain/actor.ts';
import { type IsoDate, isoDate, parseIsoDate } from './domain/dates.ts';
import { createChanges } from './services/changes/create-changes.ts';
import { tellingStore } from './services/changes/telling-store.ts';
import { createRealClock, createSimulatedClock } from './services/clock.ts';
import { type Context, DELIVERY_TIMES, type MovableClock } from './services/context.ts';
import { importFile } from './services/import-file.ts';
import { TODAY_SETTING } from './services/move-day.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/port.ts';

/** A Monday on which the re-modulated plan of 2020 is alive: where local mode starts. */
const LOCAL_START_DAY = isoDate('2020-09-14');

/** Who acts when the product itself, or whoever runs it on the machine, does. */
export const OPERATOR: Actor = { key: 'operator', role: 'PLANNING', structures: [] };

export type OpenContextOptions = {
  /** Whether an empty database gets the bundled plan and people, in local mode. */
  readonly seed: boolean;
  /** The server's day holds for all who open the database after it; whoever only looks leaves it alone. */
  readonly remembersDay?: boolean;
  readonly wakeDelivery?: () => void;
  /** Told of each day to which a simulated clock is moved. */
  readonly onDayMoved?: (today: IsoDate) => void;
  readonly dashboardUrl?: () => string | null;
};

export async function openContext(config: Config, options: OpenContextOptions): Promise<Context> {
  const store = await openStore({ file: config.databaseFile });
  const clock = await chooseClock(config, store, options);
  const changes = createChanges({ versionOf: store.planVersion, today: clock.today });
  const context: Context = {
    store: tellingStore(store, changes.tell),
    clock,
    realNow: () => new Date(),
    rules: config.rules,
    checkInDays: config.checkInDays,
    restDays: config.restDays,
    remindAfterDays: config.remindAfterDays,
    calendar: createCalendar(config.language),
    homePlace: config.place,
    schedules: config.schedules,
    delivery: DELIVERY_TIMES,
    dashboardUrl: options.dashboardUrl ?? (() => config.dashboardUrl),
    figures: new Map(),
    wakeDelivery: options.wakeDelivery ?? (() => undefined),
    changes,
  };
  if (options.seed && config.slack === null) await seedLocalMode(context);
  return context;
}

/**
 * With a workspace of Slack's own: the real day, or the fixed one. In local mode a simulated day that the planning
 * office may move; it is kept in the database, where the command line finds it too.
 */
async function chooseClock(
  config: Config,
  store: Store,
  { remembersDay = false, onDayMoved }: Pick<OpenContextOptions, 'remembersDay' | 'onDayMoved'>,
): Promise<MovableClock> {
  if (config.slack !== null) {
    return config.today === null ? createRealClock() : createSimulatedClock(config.today, { movable: false });
  }
  const kept = parseIsoDate((await store.getSetting(TODAY_SETTING)) ?? '');
  const today = config.today ?? kept ?? LOCAL_START_DAY;
  if (remembersDay && today !== kept) await store.setSetting(TODAY_SETTING, today);
  return createSimulatedClock(today, { movable: true, ...(onDayMoved && { onMoved: onDayMoved }) });
}

/** An empty database gets the bundled plan and the people of the local workspace; any other is left alone. */
async function seedLocalMode(context: Context): Promise<void> {
  if ((await context.store.listYears()).length === 0) await importBundled(context, 'arti-2020.yaml');
  if ((await context.store.listPeople()).length === 0) await importBundled(context, 'directory-local.yaml');
}

async function importBundled(context: Context, name: string): Promise<void> {
  const bytes = await readFile(new URL(`../plans/${name}`, import.meta.url));
  const outcome = await importFile(context, OPERATOR, { bytes, name });
  // Somebody imported another agency's plan first: the bundled people do not work there, theirs will be imported.
  if (!outcome.ok && outcome.because === 'STRUCTURES_OUTSIDE_PLAN') return;
  if (!outcome.ok) throw new Error(`plans/${name} was refused: ${JSON.stringify(outcome)}`);
}
