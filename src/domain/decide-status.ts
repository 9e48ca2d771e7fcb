import type { IsoDate } from './dates.ts';
import type { DecidedFact, Setting, Unplaced } from './decided-fact.ts';
import { type Decimal, decimalToRatio } from './decimal.ts';
import type { StatusReport } from './facts.ts';
import { saysComplete } from './phase-progress.ts';
import { type Phase, WHOLE_BPS } from './plan.ts';
import { multiply, ratio } from './ratio.ts';
import { accepted, type Result, refused } from './refusal.ts';
import type { Item } from './resolve.ts';
import { saidOfReport } from './said.ts';
import type { SaidFigure, Statement } from './statement.ts';

/** A status report on a phase, in the terms of its credit rule (rule 1). */
export function decideStatus(
  { goal, phase }: Extract<Item, { kind: 'PHASE' }>,
  statement: Statement,
  day: IsoDate,
  { actor, source, standing }: Setting,
): Result<DecidedFact> {
  const last = standing.phases.get(phase.code)?.latest ?? null;
  const figure = statusFigure(phase, statement, last);
  if (!figure.ok) return figure;
  const { percentBps, units } = figure.value;
  const blockedBecause =
    statement.blockedBecause ??
    (statement.figure?.kind === 'UNCHANGED' ? (last?.blockedBecause ?? null) : null);
  const report: Unplaced<StatusReport> = {
    phase: phase.code,
    reportedOn: day,
    percentBps,
    units,
    completes: saysComplete(phase, figure.value),
    blockedBecause,
    note: statement.note,
    evidence: statement.evidence,
    actor: actor.key,
    source,
  };
  return accepted({ kind: 'STATUS', goal, phase, report, said: saidOfReport(report, phase) });
}

type StatusFigure = Pick<StatusReport, 'percentBps' | 'units'>;

function statusFigure(phase: Phase, statement: Statement, last: StatusReport | null): Result<StatusFigure> {
  const { figure } = statement;
  if (figure === null) {
    if (statement.blockedBecause === null) return refused({ code: 'NOTHING_SAID', item: phase.code });
    return accepted({ percentBps: last?.percentBps ?? null, units: last?.units ?? null });
  }
  switch (figure.kind) {
    case 'UNCHANGED':
      if (last === null) return refused({ code: 'NOTHING_TO_REPEAT', item: phase.code });
      return accepted({ percentBps: last.percentBps, units: last.units });
    case 'DONE':
      return inUnits(phase, WHOLE_BPS);
    case 'PERCENT': {
      const bps = percentToBps(figure.percent);
      return bps.ok ? inUnits(phase, bps.value) : bps;
    }
    case 'NUMBER':
      return countedUnits(phase, figure);
    case 'RATIO':
      return refused({
        code: 'NOT_UNDERSTOOD',
        given: `${statement.item} ${figure.numerator}/${figure.denominator}`,
      });
  }
}

/** `60` is 6000; outside 0–100 or with more than two decimals it is refused. */
export function percentToBps(percent: Decimal): Result<number> {
  const bps = multiply(decimalToRatio(percent), ratio(100));
  if (bps.n < 0n || bps.n > 10_000n * bps.d) return refused({ code: 'PERCENT_OUT_OF_RANGE', given: percent });
  if (bps.d !== 1n) return refused({ code: 'PERCENT_TOO_PRECISE', given: percent });
  return accepted(Number(bps.n));
}

/** A phase that counts units keeps units: a percentage of them is taken only where it is a whole number. */
function inUnits(phase: Phase, percentBps: number): Result<StatusFigure> {
  if (phase.units === null) return accepted({ percentBps, units: null });
  const units = ratio(percentBps * phase.units.target, WHOLE_BPS);
  if (units.d !== 1n) {
    return refused({
      code: 'PERCENT_NOT_WHOLE_UNITS',
      item: phase.code,
      unit: phase.units.name,
      target: phase.units.target,
    });
  }
  return accepted({ percentBps: null, units: Number(units.n) });
}

function countedUnits(phase: Phase, said: Extract<SaidFigure, { kind: 'NUMBER' }>): Result<StatusFigure> {
  if (phase.units === null)
    return refused({ code: 'UNITS_NOT_COUNTED', item: phase.code, given: said.number });
  const { name, target } = phase.units;
  const units = Number(said.number);
  const otherWord = said.unit !== null && said.unit.toLowerCase() !== name.toLowerCase();
  if (otherWord || !Number.isInteger(units) || units < 0 || units > target * 1000) {
    return refused({
      code: 'UNITS_INVALID',
      given: `${said.number} ${said.unit ?? ''}`.trim(),
      unit: name,
      target,
    });
  }
  return accepted({ percentBps: null, units });
}
