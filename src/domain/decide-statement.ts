/** Judges a statement against the plan: a fact to append, or the refusal that says what is accepted. */
import { type Actor, may, mayReportOn } from './actor.ts';
import type { IsoDate } from './dates.ts';
import { decideMeasurement } from './decide-measurement.ts';
import { decideStatus } from './decide-status.ts';
import type { DecidedFact, Setting } from './decided-fact.ts';
import { baselineInForce, type Plan, yearSpan } from './plan.ts';
import { accepted, type Refusal, type Result, refused } from './refusal.ts';
import { findItem, type Item, resolveItem } from './resolve.ts';
import { NOTE_LIMIT, type Statement } from './statement.ts';

/** The day a statement speaks of; today unless it says another. */
export const dayOf = (statement: Statement, today: IsoDate): IsoDate => statement.reportedOn ?? today;

export function decideStatement(statement: Statement, setting: Setting): Result<DecidedFact> {
  const day = dayOf(statement, setting.today);
  const wrong = wrongDay(day, setting) ?? wrongText(statement);
  if (wrong) return refused(wrong);
  const item = itemOn(day, statement, setting);
  if (!item.ok) return item;
  const barred = notAllowed(item.value, setting.actor);
  if (barred) return refused(barred);
  return item.value.kind === 'PHASE'
    ? decideStatus(item.value, statement, day, setting)
    : decideMeasurement(item.value.goal, statement, day, setting);
}

function wrongDay(day: IsoDate, { plan, today }: Setting): Refusal | null {
  const first = yearSpan(plan).start;
  if (day > today) return { code: 'DATE_IN_FUTURE', given: day, today };
  if (day < first) return { code: 'DATE_BEFORE_PLAN', given: day, first };
  return null;
}

function wrongText({ note, blockedBecause, evidence }: Statement): Refusal | null {
  for (const text of [note, blockedBecause]) {
    if (text !== null && text.length > NOTE_LIMIT) {
      return { code: 'TEXT_TOO_LONG', length: text.length, limit: NOTE_LIMIT };
    }
  }
  if (evidence !== null && (evidence.length > NOTE_LIMIT || !/^https?:\/\/[^\s]+$/.test(evidence))) {
    return { code: 'LINK_INVALID', given: evidence.slice(0, 100) };
  }
  return null;
}

/**
 * The item in the baseline in force on the statement's day, or in today's: schedules inserted by an amending
 * act may start before it (CRONO 5), and what the act eliminated had its own days.
 */
function itemOn(day: IsoDate, statement: Statement, { plan, today }: Setting): Result<Item> {
  const then = findItem(baselineInForce(plan, day), statement.item);
  const item = then ? accepted(then) : resolveItem(plan, baselineInForce(plan, today), statement.item);
  if (!item.ok) return item;
  const { kind, goal } = item.value;
  if (kind === 'GOAL' && (goal.measuredBy === 'SCHEDULE' || statement.expects === 'PHASE')) {
    return statement.expects === 'GOAL'
      ? refused(notByFigures(item.value, plan, today))
      : refused({
          code: 'NOT_A_PHASE',
          goal: goal.code,
          phases: goal.schedule?.known ? goal.schedule.phases.map((each) => each.code) : [],
        });
  }
  return kind === 'PHASE' && statement.expects === 'GOAL'
    ? refused(notByFigures(item.value, plan, today))
    : item;
}

const notByFigures = (item: Item, plan: Plan, today: IsoDate): Refusal => ({
  code: 'NOT_MEASURED_BY_FIGURES',
  item: item.code,
  goals: baselineInForce(plan, today)
    .goals.filter((goal) => goal.measuredBy === 'FIGURES')
    .map((goal) => goal.code),
});

/** Why the actor may not report on the item; null when they may. */
export function notAllowed(item: Item, actor: Actor): Refusal | null {
  const { structures } = item.kind === 'PHASE' ? item.phase : item.goal;
  if (mayReportOn(actor, item.code, structures)) return null;
  return may(actor, 'REPORT_OWN_STRUCTURES')
    ? { code: 'NOT_YOURS', item: item.code, structures }
    : { code: 'ROLE_MAY_NOT', role: actor.role, permission: 'REPORT_OWN_STRUCTURES' };
}
