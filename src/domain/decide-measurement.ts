import type { IsoDate } from './dates.ts';
import type { DecidedFact, Setting } from './decided-fact.ts';
import type { Measurement } from './facts.ts';
import { takesAgain } from './last-said.ts';
import type { Goal } from './plan.ts';
import { accepted, type Result, refused } from './refusal.ts';
import type { SaidFigure, Statement } from './statement.ts';

/** A measurement of a goal's indicator: numerator and denominator, or a value, by its measure (rule 2). */
export function decideMeasurement(
  goal: Goal,
  statement: Statement,
  day: IsoDate,
  { actor, source, standing }: Setting,
): Result<DecidedFact> {
  const { indicator } = goal;
  if (statement.blockedBecause !== null) return refused({ code: 'INDICATOR_NOT_BLOCKED', goal: goal.code });
  if (statement.figure === null) {
    return refused({ code: 'NOTHING_SAID', item: goal.code });
  }
  const last = standing.measurements.get(goal.code)?.at(-1);
  const repeats = statement.figure.kind === 'UNCHANGED' && takesAgain(indicator);
  if (repeats && !last) return refused({ code: 'NOTHING_TO_REPEAT', item: goal.code });
  const figure = repeats && last ? figureOf(last) : statement.figure;
  const common = {
    goal: goal.code,
    reportedOn: day,
    note: statement.note,
    evidence: statement.evidence,
    actor: actor.key,
    source,
  };
  if (indicator.measure === 'RATIO') {
    if (figure.kind !== 'RATIO') {
      return refused({ code: 'RATIO_EXPECTED', goal: goal.code, indicator: indicator.description });
    }
    const { numerator, denominator } = figure;
    if (Number(denominator) <= 0) return refused({ code: 'DENOMINATOR_NOT_POSITIVE', given: denominator });
    if (Number(numerator) < 0) return refused({ code: 'NEGATIVE_FIGURE', given: numerator });
    return accepted({
      kind: 'MEASUREMENT',
      goal,
      measurement: { ...common, numerator, denominator, value: null },
      said: { kind: 'RATIO', numerator, denominator },
    });
  }
  if (figure.kind !== 'NUMBER') {
    return refused({
      code: 'VALUE_EXPECTED',
      goal: goal.code,
      indicator: indicator.description,
      unit: indicator.unit,
    });
  }
  if (Number(figure.number) < 0) return refused({ code: 'NEGATIVE_FIGURE', given: figure.number });
  return accepted({
    kind: 'MEASUREMENT',
    goal,
    measurement: { ...common, numerator: null, denominator: null, value: figure.number },
    said: { kind: 'VALUE', value: figure.number, unit: indicator.unit },
  });
}

const figureOf = ({ numerator, denominator, value }: Measurement): SaidFigure =>
  value === null ? { kind: 'RATIO', numerator, denominator } : { kind: 'NUMBER', number: value, unit: null };
