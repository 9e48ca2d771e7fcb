import { type Actor, mayArrangeFor } from '../domain/actor.ts';
import { NO_SETTINGS, type PersonSettings } from '../domain/arrangement.ts';
import type { CheckIn } from '../domain/check-in.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import type { Person } from '../domain/directory.ts';
import { owedUnderNewSettings } from '../domain/owed-messages.ts';
import { areHours, type Hours, parseTimeZone, type Reach } from '../domain/person-hours.ts';
import { accepted, type Refusal, type Result, refused } from '../domain/refusal.ts';
import type { Commit, NewAuditEntry } from '../store/port.ts';
import type { Context } from './context.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { reachOf } from './load-responsibilities.ts';
import { redrawCheckIn } from './redraw-check-in.ts';
import { untilCommitted } from './until-committed.ts';

/** Both days included. */
export type Absence = { readonly from: IsoDate; readonly until: IsoDate };

const LONGEST_ABSENCE_DAYS = 366;

/**
 * Says when somebody is absent, or that they are not (null): of oneself, of the people of one's structures, or as the
 * planning office of anybody. One absence is kept: a period that touches the one that stands is joined with it.
 * Refused: UNKNOWN_COLLEAGUE, NOT_YOUR_PEOPLE, DATE_IN_PAST, DATE_TOO_FAR, PERIOD_INVALID, ABSENCE_STANDS, NO_PLAN.
 * @param person key of the directory
 */
export const setAway = (
  context: Context,
  actor: Actor,
  person: string,
  period: Absence | null,
  inbox: InboxKey | null = null,
): Promise<Result<PersonSettings>> =>
  changeSettings(context, actor, person, {
    inbox,
    change: (settings) => withAbsence(settings, period, actor.key, context.clock.today()),
    refusal: period && wrongAbsence(period, context.clock.today()),
    audit: [{ kind: period ? 'ABSENCE_SET' : 'ABSENCE_ENDED', body: { byThemselves: person === actor.key } }],
  });

function wrongAbsence({ from, until }: Absence, today: IsoDate): Refusal | null {
  const last = addDays(today, LONGEST_ABSENCE_DAYS);
  if (until < today) return { code: 'DATE_IN_PAST', given: until, today };
  if (until > last) return { code: 'DATE_TOO_FAR', given: until, last };
  return from > until ? { code: 'PERIOD_INVALID', given: `${from} – ${until}` } : null;
}

/** Nobody loses the days that were set before without a word. */
function withAbsence(
  settings: PersonSettings,
  period: Absence | null,
  setBy: string,
  today: IsoDate,
): Result<PersonSettings> {
  const { away } = settings;
  if (period === null) return accepted({ ...settings, away: null });
  // What is over stands in nobody's way.
  if (away === null || away.until < today) return accepted({ ...settings, away: { ...period, setBy } });
  const apart = addDays(away.until, 1) < period.from || addDays(period.until, 1) < away.from;
  if (apart) return refused({ code: 'ABSENCE_STANDS', from: away.from, until: away.until });
  const from = period.from < away.from ? period.from : away.from;
  const until = period.until > away.until ? period.until : away.until;
  return accepted({ ...settings, away: { from, until, setBy } });
}

/**
 * Null leaves it to Slack. Refused: HOURS_INVALID, UNKNOWN_COLLEAGUE, NOT_YOUR_PEOPLE, NO_PLAN.
 * @param person key of the directory; oneself unless given
 */
export const setHours = (
  context: Context,
  actor: Actor,
  hours: Hours | null,
  inbox: InboxKey | null = null,
  person: string = actor.key,
): Promise<Result<PersonSettings>> =>
  changeSettings(context, actor, person, {
    inbox,
    change: (settings) => accepted({ ...settings, hours }),
    refusal: wrongHours(hours),
    audit: [],
  });

const wrongHours = (hours: Hours | null): Refusal | null =>
  hours === null || areHours(hours) ? null : { code: 'HOURS_INVALID', given: `${hours.from}-${hours.to}` };

/**
 * Null is Slack's. Refused: TIME_ZONE_INVALID, UNKNOWN_COLLEAGUE, NOT_YOUR_PEOPLE, NO_PLAN.
 * @param person key of the directory; oneself unless given
 */
export function setTimeZone(
  context: Context,
  actor: Actor,
  given: string | null,
  inbox: InboxKey | null = null,
  person: string = actor.key,
): Promise<Result<PersonSettings>> {
  const timeZone = readTimeZone(given);
  return changeSettings(context, actor, person, {
    inbox,
    change: (settings) => accepted({ ...settings, timeZone: timeZone ?? null }),
    refusal: wrongTimeZone(given),
    audit: [],
  });
}

const readTimeZone = (given: string | null): string | null | undefined =>
  given === null ? null : parseTimeZone(given);

const wrongTimeZone = (given: string | null): Refusal | null =>
  readTimeZone(given) === undefined ? { code: 'TIME_ZONE_INVALID', given: given ?? '' } : null;

/**
 * Both of somebody's, or neither. Refused: HOURS_INVALID, TIME_ZONE_INVALID, UNKNOWN_COLLEAGUE, NOT_YOUR_PEOPLE,
 * NO_PLAN.
 * @param timeZone as given; null is Slack's
 * @param person key of the directory; oneself unless given
 */
export const setHoursAndTimeZone = (
  context: Context,
  actor: Actor,
  { hours, timeZone }: { readonly hours: Hours | null; readonly timeZone: string | null },
  inbox: InboxKey | null = null,
  person: string = actor.key,
): Promise<Result<PersonSettings>> =>
  changeSettings(context, actor, person, {
    inbox,
    change: (settings) => accepted({ ...settings, hours, timeZone: readTimeZone(timeZone) ?? null }),
    refusal: wrongHours(hours) ?? wrongTimeZone(timeZone),
    audit: [],
  });

type SettingsChange = {
  /** What makes the same request have one effect, however late it comes again; null where repeating it is harmless. */
  readonly inbox: InboxKey | null;
  readonly change: (settings: PersonSettings) => Result<PersonSettings>;
  /** What is wrong with the change itself. */
  readonly refusal: Refusal | null;
  readonly audit: readonly Omit<NewAuditEntry, 'actor'>[];
};

const changeSettings = (
  context: Context,
  actor: Actor,
  key: string,
  change: SettingsChange,
): Promise<Result<PersonSettings>> => untilCommitted(() => attempt(context, actor, key, change));

/** Messages that are owed to the person move to when they may be written to now. */
async function attempt(
  context: Context,
  actor: Actor,
  key: string,
  { inbox, change, refusal, audit }: SettingsChange,
): Promise<Result<PersonSettings> | 'CONFLICT'> {
  const found = await findPlan(context, null);
  if (!found.ok) return found;
  const { id: planId, version } = found.value;
  const person = (await context.store.listPeople()).find((each) => each.key === key);
  if (!person) return refused({ code: 'UNKNOWN_COLLEAGUE', given: key });
  if (key !== actor.key && !mayArrangeFor(actor, person.structures)) return refused(notYours(person));
  if (refusal) return refused(refusal);
  const arrangements = await context.store.loadArrangements(planId);
  const earlier = inbox && (await findCommitted(context, inbox));
  if (earlier) {
    return 'code' in earlier ? refused(earlier) : accepted(arrangements.settings.get(key) ?? NO_SETTINGS);
  }
  const changed = change(arrangements.settings.get(key) ?? NO_SETTINGS);
  if (!changed.ok) return changed;
  const settings = changed.value;
  const reach: Reach = { ...reachOf(context, person, arrangements), settings };
  const unclosed = await context.store.listUnclosedCheckIns(planId);
  const result = await context.store.commit({
    planId,
    revision: null,
    lastSequence: null,
    version,
    recordedAt: context.clock.now().toISOString(),
    inbox,
    arrangements: [{ kind: 'SETTINGS', person: key, settings }],
    ...movedCheckIns(
      context,
      unclosed.filter((each) => each.person === key),
      reach,
    ),
    audit: audit.map((entry) => ({ ...entry, actor: actor.key })),
  });
  if (result.outcome !== 'COMMITTED') return 'CONFLICT';
  context.wakeDelivery();
  return accepted(settings);
}

const notYours = ({ name, structures }: Person): Refusal => ({
  code: 'NOT_YOUR_PEOPLE',
  person: name,
  structures,
});

function movedCheckIns(
  { clock, realNow }: Context,
  checkIns: readonly CheckIn[],
  reach: Reach,
): Pick<Commit, 'checkInProgress' | 'closedCheckIns' | 'outbox'> {
  const today = clock.today();
  const setting = { now: clock.now(), today, reach };
  const decided = checkIns.map((checkIn) => ({ checkIn, decision: owedUnderNewSettings(checkIn, setting) }));
  const at = realNow().toISOString();
  return {
    checkInProgress: decided.flatMap(({ checkIn: { id }, decision }) =>
      decision?.kind === 'PUT_OFF' ? [{ id, ...decision.progress }] : [],
    ),
    closedCheckIns: decided.flatMap(({ checkIn: { id }, decision }) =>
      decision?.kind === 'CLOSE' ? [{ id, closedOn: today }] : [],
    ),
    outbox: () =>
      decided.flatMap(({ checkIn, decision }) =>
        // Its message says until when it is snoozed.
        decision !== null && checkIn.owed?.kind === 'AGAIN' ? redrawCheckIn(checkIn, `settings-${at}`) : [],
      ),
  };
}
