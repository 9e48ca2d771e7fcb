/** A goal's figures: the sum of its phases, or its indicator's achievement. */
import { type Achievement, achievementOf } from './achievement.ts';
import type { GoalCode, ItemCode } from './codes.ts';
import type { IsoDate, Span } from './dates.ts';
import type { Measurement, PhaseStanding, Standing } from './facts.ts';
import { type Figure, type Sum, weigh, withoutFigure } from './figure.ts';
import { daysLate, type HealthRules, healthOf } from './health.ts';
import { creditedShare, saysComplete } from './phase-progress.ts';
import { type Goal, type Neutralisation, type Phase, phasesOf } from './plan.ts';
import type { GoalFigures, PhaseFigures } from './plan-figures.ts';
import { plannedFor } from './planned.ts';
import { ONE, ZERO } from './ratio.ts';

/** What was made of the goal before; nothing was said since but of `items`. */
export type Earlier = { readonly before: GoalFigures; readonly items: ReadonlySet<ItemCode> };

/** @param year the days over which the plan's targets accrue */
export function assessGoal(
  goal: Goal,
  year: Span,
  planYear: number,
  standing: Standing,
  rules: HealthRules,
  earlier?: Earlier,
): GoalFigures {
  const neutralised = inEffect(goal.neutralised, standing.day);
  const phases = phasesOf(goal).map((phase, index) => {
    const kept = earlier?.items.has(phase.code) ? undefined : earlier?.before.phases[index];
    return (
      kept ?? assessPhase(goal, phase, neutralised, standing.phases.get(phase.code), standing.day, rules)
    );
  });
  if (goal.measuredBy === 'FIGURES') {
    const measurements = standing.measurements.get(goal.code) ?? [];
    const achievement = achievementOf(goal.indicator, planYear, measurements);
    const lastMeasurement = measurements.at(-1) ?? null;
    const figure = indicatorFigure(goal.code, achievement, year, standing.day, lastMeasurement, rules);
    const counted = goal.indicator.accumulation === 'SUM' ? measurements : measurements.slice(-1);
    return {
      goal,
      figure,
      neutralised,
      phases,
      achievement,
      measurements: counted,
      lastMeasurement,
      terms: [],
    };
  }
  const { figure, terms } = sumOfPhases(goal, phases);
  return {
    goal,
    figure,
    neutralised,
    phases,
    achievement: null,
    measurements: [],
    lastMeasurement: null,
    terms,
  };
}

/** Σ(phase weight × progress) ÷ Σ(phase weight) (rule 3). */
function sumOfPhases(goal: Goal, phases: readonly PhaseFigures[]): Sum {
  if (goal.schedule && !goal.schedule.known) {
    return { figure: { ...withoutFigure('SCHEDULE_UNKNOWN'), coverage: ZERO, atMost: ONE }, terms: [] };
  }
  const counted = phases.filter((each) => each.neutralised === null);
  const nothingLeft = counted.every((each) => each.phase.weightBps === 0);
  if (nothingLeft && counted.length < phases.length)
    return { figure: withoutFigure('NEUTRALISED'), terms: [] };
  return weigh(
    counted.map(({ phase, figure }) => ({
      code: phase.code,
      weight: phase.weightBps,
      figure,
    })),
  );
}

function assessPhase(
  goal: Goal,
  phase: Phase,
  goalNeutralised: Neutralisation | null,
  standing: PhaseStanding | undefined,
  day: IsoDate,
  rules: HealthRules,
): PhaseFigures {
  const lastReport = standing?.latest ?? null;
  const share = lastReport === null ? null : creditedShare(phase, lastReport);
  const complete = lastReport !== null && saysComplete(phase, lastReport);
  // A target lowered since makes complete what did not say so when it was recorded: known from that report on.
  const completedOn = complete ? (standing?.completedOn ?? lastReport.reportedOn) : null;
  const known = share !== null || phase.start > day;
  const planned = plannedFor(phase, day);
  return {
    phase,
    goal,
    neutralised: goalNeutralised ?? inEffect(phase.neutralised, day),
    lastReport,
    completedOn,
    completedDaysLate: daysLate(phase, completedOn),
    figure: {
      share: share ?? ZERO,
      because: null,
      coverage: known ? ONE : ZERO,
      atMost: known ? (share ?? ZERO) : ONE,
      planned,
      health: healthOf(
        {
          code: phase.code,
          span: phase,
          day,
          share,
          plannedLinear: planned.linear,
          complete,
          completedOn,
          blockedBecause: lastReport?.blockedBecause ?? null,
          lastReportedOn: lastReport?.reportedOn ?? null,
        },
        rules,
      ),
    },
  };
}

/**
 * An indicator's target is due at the end of the plan's year and accrues over it, as one phase of weight 100
 * would (rule 5 for the weight; rule 8 says nothing of figures, so this reading is the product's own).
 */
function indicatorFigure(
  code: GoalCode,
  achievement: Achievement,
  year: Span,
  day: IsoDate,
  last: Measurement | null,
  rules: HealthRules,
): Figure {
  const planned = plannedFor(year, day);
  if (!achievement.computable) {
    // What was said cannot change what was planned; without a usable target there is no plan either.
    const kept = achievement.because === 'DENOMINATOR_ZERO' ? planned : null;
    return { ...withoutFigure(achievement.because), coverage: ZERO, atMost: ONE, planned: kept };
  }
  const share = achievement.reached?.share ?? null;
  const complete = share !== null && share.n >= share.d;
  return {
    share: share ?? ZERO,
    because: null,
    coverage: share === null ? ZERO : ONE,
    atMost: share ?? ONE,
    planned,
    health: healthOf(
      {
        code,
        span: year,
        day,
        share,
        plannedLinear: planned.linear,
        complete,
        // A figure that is measured again after the target was reached says nothing of when that was (rule 11).
        completedOn: null,
        blockedBecause: null,
        lastReportedOn: last?.reportedOn ?? null,
      },
      rules,
    ),
  };
}

const inEffect = (neutralised: Neutralisation | null, day: IsoDate): Neutralisation | null =>
  neutralised !== null && neutralised.from <= day ? neutralised : null;
