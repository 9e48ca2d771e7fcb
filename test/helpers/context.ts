/** ARTI's own plan from its file, and what every service works with: a real store in a file, a driven clock. */
import { readFileSync } from 'node:fs';
import { createCalendar } from '../../src/calendar/create-calendar.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { StructureCode } from '../../src/domain/codes.ts';
import { type IsoDate, isoDate } from '../../src/domain/dates.ts';
import type { Directory, Person, Role } from '../../src/domain/directory.ts';
import { DEFAULT_HEALTH_RULES } from '../../src/domain/health.ts';
import type { Destination, Notice } from '../../src/domain/notice.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { RefusalCode, Result } from '../../src/domain/refusal.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { parseDirectoryFile } from '../../src/plan-file/parse-directory-file.ts';
import { parsePlanFile } from '../../src/plan-file/parse-plan-file.ts';
import { createChanges } from '../../src/services/changes/create-changes.ts';
import { tellingStore } from '../../src/services/changes/telling-store.ts';
import { createSimulatedClock } from '../../src/services/clock.ts';
import { type Context, DELIVERY_TIMES } from '../../src/services/context.ts';
import { type AuditEntry, listAuditEntries } from '../../src/store/audit.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/port.ts';
import { openRaw, openTestStore, temporaryFile } from '../store/support.ts';
import { copyTemplate } from './template-database.ts';

const bundled = (name: string) => readFileSync(new URL(`../../plans/${name}`, import.meta.url));

function readPlan(): Plan {
  const parsed = parsePlanFile(bundled('arti-2020.yaml'), 'arti-2020.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.plan;
}

function readDirectory(): Directory {
  const parsed = parseDirectoryFile(bundled('directory-local.yaml'), 'directory-local.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.directory;
}

/** The real plan of 2020, baselines 0 and 1. */
export const ARTI: Plan = readPlan();
export const ARTI_DIRECTORY: Directory = readDirectory();

/** A Monday on which baseline 1 is in force. */
export const TODAY = isoDate('2020-09-14');

export function personOf(key: string): Person {
  const person = ARTI_DIRECTORY.people.find((each) => each.key === key);
  if (!person) throw new Error(`nobody is ${key}`);
  return person;
}

export const actor = (role: Role, ...structures: readonly string[]): Actor => ({
  key: `test.${role.toLowerCase()}`,
  role,
  structures: structures as readonly StructureCode[],
});

export const PLANNING_OFFICE = actor('PLANNING');
export const MANAGER = actor('MANAGER');
export const DIREZIONE_STAFF = actor('STAFF', 'DIREZIONE');
export const LAVORO_STAFF = actor('STAFF', 'LAVORO');
export const OSRU_STAFF = actor('STAFF', 'OSRU');

/** A statement about `item` that says nothing else, unless told. */
export const statement = (item: string, parts: Partial<Statement> = {}): Statement => ({
  item,
  expects: 'ITEM',
  figure: null,
  blockedBecause: null,
  note: null,
  evidence: null,
  reportedOn: null,
  ...parts,
});

export const codeOf = (result: Result<unknown>): RefusalCode | 'OK' =>
  result.ok ? 'OK' : result.refusal.code;

export type OutboxMessage = {
  readonly key: string;
  readonly destination: Destination;
  readonly notice: Notice;
  readonly state: string;
};

function readMessages(file: string): readonly OutboxMessage[] {
  const rows = openRaw(file)
    .prepare<[], { key: string; destination: string; notice: string; state: string }>(
      'SELECT key, destination, notice, state FROM outbox ORDER BY id',
    )
    .all();
  return rows.map(({ key, destination, notice, state }) => ({
    key,
    destination: JSON.parse(destination),
    notice: JSON.parse(notice),
    state,
  }));
}

function readAudit(file: string): readonly AuditEntry[] {
  const database = openDatabase({ file });
  const entries = listAuditEntries(database.query);
  database.close();
  return entries.slice(1);
}

export type TestContext = Context & {
  readonly planId: number;
  readonly file: string;
  /** The day the product believes it is from now on. */
  goTo(day: string): IsoDate;
  /** The whole outbox, oldest first. */
  messages(): readonly OutboxMessage[];
  /** The history after the import of the plan. */
  audit(): readonly AuditEntry[];
  /** How often delivery was woken. */
  wakes(): number;
};

const FIRST_LOOK = '2020-09-14T08:00:00.000Z';

const importOf = (plan: Plan, recordedAt: string): Parameters<Store['importPlan']>[0] => ({
  plan,
  contentHash: 'sha-1',
  lastSequence: null,
  recordedAt,
  audit: { kind: 'PLAN_IMPORTED', actor: 'test', body: {} },
});

/** What is imported again after it is there already. */
async function fillWithArti(file: string): Promise<void> {
  const store = await openStore({ file });
  await store.importPlan(importOf(ARTI, FIRST_LOOK));
  await store.replaceDirectory(ARTI_DIRECTORY);
  await store.close();
}

/** A context over a store that holds `plan` and the directory; the time of day goes on by a second a look. */
export async function openTestContext(
  options: {
    readonly plan?: Plan;
    readonly directory?: Directory;
    readonly today?: string;
    readonly movable?: boolean;
    /** None unless told: what was reported is asked about again at once. */
    readonly restDays?: number;
    readonly file?: string;
  } = {},
): Promise<TestContext> {
  const {
    plan = ARTI,
    directory = ARTI_DIRECTORY,
    movable = true,
    restDays = 0,
    file = temporaryFile(),
  } = options;
  if (plan === ARTI && directory === ARTI_DIRECTORY) await copyTemplate('arti', file, fillWithArti);
  const store = await openTestStore(file);
  let seconds = 0;
  const now = () => new Date(Date.parse(FIRST_LOOK) + 1000 * seconds++);
  const clock = createSimulatedClock(isoDate(options.today ?? TODAY), { movable, now });
  const { planId } = await store.importPlan(importOf(plan, now().toISOString()));
  await store.replaceDirectory(directory);
  let woken = 0;
  const changes = createChanges({ versionOf: store.planVersion, today: clock.today });
  return {
    store: tellingStore(store, changes.tell),
    clock,
    realNow: now,
    rules: DEFAULT_HEALTH_RULES,
    checkInDays: 4,
    restDays,
    remindAfterDays: 2,
    calendar: createCalendar(),
    homePlace: 'Firenze',
    schedules: false,
    delivery: DELIVERY_TIMES,
    dashboardUrl: () => null,
    figures: new Map(),
    wakeDelivery: () => {
      woken += 1;
    },
    changes,
    planId,
    file,
    messages: () => readMessages(file),
    audit: () => readAudit(file),
    goTo(day) {
      clock.moveTo(isoDate(day));
      return isoDate(day);
    },
    wakes: () => woken,
  };
}
