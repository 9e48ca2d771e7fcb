/** The rhythm of a plan as its clock's edge keeps it: check-ins, reminders and escalations, on a real database. */
import { actorOf } from '../../../src/domain/actor.ts';
import { NO_SETTINGS, type PersonSettings } from '../../../src/domain/arrangement.ts';
import type { Directory } from '../../../src/domain/directory.ts';
import { defaultSchedule, type ScheduleEntry } from '../../../src/domain/schedule/schedule.ts';
import type { Context } from '../../../src/services/context.ts';
import { recordStatements } from '../../../src/services/record-statements.ts';
import { sendOwedMessages } from '../../../src/services/send-owed-messages.ts';
import { runCheckInSlots } from '../../../src/services/slots/run-check-in-slots.ts';
import { runDueSlots } from '../../../src/services/slots/run-due-slots.ts';
import { runEscalationSlots } from '../../../src/services/slots/run-escalation-slots.ts';
import { runReminderSlots } from '../../../src/services/slots/run-reminder-slots.ts';
import type { SlotRunner } from '../../../src/services/slots/slot-work.ts';
import { ARTI_DIRECTORY, statement } from '../../helpers/context.ts';
import { decimal } from '../../helpers/figures.ts';
import { openTimedContext, openTwin, type TimedContext } from '../../helpers/timed-context.ts';
import { decision } from '../../store/support.ts';
import { noWork, runnersOf } from './support.ts';

/** Summaries are another subject: their slots are run and tell nobody. */
const silent: SlotRunner = async (_context, _year, slots) => noWork(slots);

const RUNNERS = runnersOf({
  CHECK_IN: runCheckInSlots,
  REMINDER: runReminderSlots,
  ESCALATION: runEscalationSlots,
  STRUCTURE_SUMMARY: silent,
  PLAN_SUMMARY: silent,
  MONTHLY_DIGEST: silent,
  QUARTERLY_DIGEST: silent,
  INTERIM_REVIEW: silent,
});

export const MONDAY = '2020-09-14T07:30:00.000Z';
export const WEDNESDAY = '2020-09-16T07:30:00.000Z';
export const THURSDAY = '2020-09-17T13:00:00.000Z';
export const NEXT_MONDAY = '2020-09-21T07:30:00.000Z';

export type Rhythm = TimedContext & {
  /** Two processes look at the clock at `instant`; the keys of what is put into the outbox, oldest first. */
  at(instant: string): Promise<readonly string[]>;
};

async function tick(context: Context): Promise<void> {
  await runDueSlots(context, RUNNERS);
  await sendOwedMessages(context);
}

/** The default schedule holds from Saturday, 12 September 2020, unless told; of the same name, what is given comes first. */
export async function openRhythm(
  options: {
    readonly schedule?: readonly ScheduleEntry[];
    readonly directory?: Directory;
    readonly restDays?: number;
    readonly since?: string;
  } = {},
): Promise<Rhythm> {
  const {
    schedule = [],
    directory = ARTI_DIRECTORY,
    restDays = 0,
    since = '2020-09-12T08:00:00.000Z',
  } = options;
  const context = await openTimedContext(since, { directory, restDays });
  const starts = defaultSchedule(since, 'scheduler', 'Firenze');
  const isSet = ({ name, structure }: ScheduleEntry) =>
    schedule.some((each) => each.name === name && each.structure === structure);
  const entries = [...starts.filter((each) => !isSet(each)), ...schedule];
  await context.store.commit(decision(context.planId, { schedule: entries }));
  const twin = await openTwin(context);
  return {
    ...context,
    async at(instant) {
      const before = context.messages().length;
      context.setTime(instant);
      await Promise.all([tick(context), tick({ ...twin, clock: context.clock })]);
      return context
        .messages()
        .slice(before)
        .map(({ key }) => key);
    },
  };
}

/** `key` says half of each phase, and a figure of each indicator. */
export async function answer(context: Context, key: string, items: readonly string[]): Promise<void> {
  const person = (await context.store.listPeople()).find((each) => each.key === key);
  if (!person) throw new Error(`nobody is ${key}`);
  const figureOf = (item: string) =>
    item.split('.').length === 3
      ? ({ kind: 'PERCENT', percent: decimal('50') } as const)
      : ({ kind: 'RATIO', numerator: decimal('5'), denominator: decimal('10') } as const);
  const outcome = await recordStatements(context, {
    statements: items.map((item) => statement(item, { figure: figureOf(item) })),
    lines: items.map(() => ''),
    actor: actorOf(person),
    source: 'SLACK',
    year: null,
    inbox: null,
    replyTo: null,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.lines));
}

export async function set(
  { store, planId }: TimedContext,
  person: string,
  settings: Partial<PersonSettings>,
): Promise<void> {
  const change = { kind: 'SETTINGS', person, settings: { ...NO_SETTINGS, ...settings } } as const;
  await store.commit(decision(planId, { arrangements: [change] }));
}

/** What the check-in of that day asks the referent of a structure about. */
export async function askedOf({ store }: Context, day: string, structure: string) {
  return (await store.findCheckIn(`2020-${day}-referente.${structure}`))?.items;
}

export const checkInKeys = (day: string, ...structures: readonly string[]) =>
  structures.map((structure) => `check-in/2020-${day}-referente.${structure}`);
