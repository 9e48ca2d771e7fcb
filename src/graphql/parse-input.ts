/** From the input of a mutation to a statement of the domain: exactly one figure, exact numbers. */
import type { IsoDate } from '../domain/dates.ts';
import { decimalOf } from '../domain/decimal.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { SaidFigure, Statement } from '../domain/statement.ts';

type Given<T> = T | null | undefined;

type CommonInput = {
  readonly note?: Given<string>;
  readonly evidence?: Given<string>;
  readonly reportedOn?: Given<IsoDate>;
};

export type StatusInput = CommonInput & {
  readonly phase: string;
  readonly percent?: Given<number>;
  readonly units?: Given<number>;
  readonly done?: Given<boolean>;
  readonly blockedBecause?: Given<string>;
};

export type MeasurementInput = CommonInput & {
  readonly goal: string;
  readonly numerator?: Given<number>;
  readonly denominator?: Given<number>;
  readonly value?: Given<number>;
};

/** Of a phase, or of a goal measured by figures: whichever it is, the plan says. */
export type AnswerInput = CommonInput &
  Omit<StatusInput, 'phase'> &
  Omit<MeasurementInput, 'goal'> & { readonly item: string; readonly unchanged?: Given<boolean> };

/** Refused: ONE_FIGURE_EXPECTED, NUMBER_INVALID, BLOCK_REASON_MISSING. */
export function parseStatusInput(input: StatusInput): Result<Statement> {
  const { percent = null, units = null, done } = input;
  const said = [percent !== null, units !== null, done === true].filter(Boolean).length;
  if (said > 1) return refused({ code: 'ONE_FIGURE_EXPECTED' });
  const blocked = input.blockedBecause ?? null;
  if (blocked !== null && blocked.trim() === '') {
    return refused({ code: 'BLOCK_REASON_MISSING', item: input.phase });
  }
  if (said === 0 && blocked === null) return refused({ code: 'ONE_FIGURE_EXPECTED' });
  const statement = (figure: SaidFigure | null): Result<Statement> =>
    accepted({
      item: input.phase,
      expects: 'PHASE',
      figure,
      blockedBecause: blocked?.trim() ?? null,
      ...commonOf(input),
    });
  const given = percent ?? units;
  if (given === null) return statement(done === true ? { kind: 'DONE' } : null);
  const number = decimalOf(given);
  if (number === undefined) return refused({ code: 'NUMBER_INVALID', given: String(given) });
  return statement(
    percent === null ? { kind: 'NUMBER', number, unit: null } : { kind: 'PERCENT', percent: number },
  );
}

/** Refused: SEVERAL_FIGURES, NOT_UNDERSTOOD (half a ratio), NUMBER_INVALID. */
export function parseMeasurementInput(input: MeasurementInput): Result<Statement> {
  const { numerator = null, denominator = null, value = null } = input;
  const given = Object.entries({ numerator, denominator, value })
    .filter(([, number]) => number !== null)
    .map(([name, number]) => `${name}: ${number}`);
  if (value !== null && given.length > 1) {
    return refused({ code: 'SEVERAL_FIGURES', given: given.join(', '), figures: given });
  }
  if ((numerator === null) !== (denominator === null)) {
    return refused({ code: 'NOT_UNDERSTOOD', given: given.join(', ') });
  }
  const figure = measuredFigure(numerator, denominator, value);
  return figure.ok
    ? accepted({
        item: input.goal,
        expects: 'GOAL',
        figure: figure.value,
        blockedBecause: null,
        ...commonOf(input),
      })
    : figure;
}

/** Refused: what the other two refuse; ONE_FIGURE_EXPECTED also for figures of both kinds. */
export function parseAnswerInput(input: AnswerInput): Result<Statement> {
  const { item, unchanged, numerator, denominator, value, ...rest } = input;
  const measured = [numerator, denominator, value].some((number) => (number ?? null) !== null);
  const isMerelyBlocked = (rest.blockedBecause ?? null) !== null;
  const reported =
    [rest.percent, rest.units].some((number) => (number ?? null) !== null) || rest.done === true;
  if (unchanged === true || measured) {
    if ((unchanged === true && measured) || reported || (measured && isMerelyBlocked)) {
      return refused({ code: 'ONE_FIGURE_EXPECTED' });
    }
  }
  if (measured)
    return ofEither(parseMeasurementInput({ ...rest, numerator, denominator, value, goal: item }));
  if (unchanged !== true) return ofEither(parseStatusInput({ ...rest, phase: item }));
  // The same as any status, but for the figure.
  const read = ofEither(parseStatusInput({ ...rest, done: true, phase: item }));
  return read.ok ? accepted({ ...read.value, figure: { kind: 'UNCHANGED' } }) : read;
}

const ofEither = (read: Result<Statement>): Result<Statement> =>
  read.ok ? accepted({ ...read.value, expects: 'ITEM' }) : read;

function measuredFigure(
  numerator: number | null,
  denominator: number | null,
  value: number | null,
): Result<SaidFigure | null> {
  const invalid = [numerator, denominator, value].find((number) => number !== null && !decimalOf(number));
  if (invalid !== undefined) return refused({ code: 'NUMBER_INVALID', given: String(invalid) });
  const exact = (number: number | null) => (number === null ? undefined : decimalOf(number));
  const [top, bottom, number] = [exact(numerator), exact(denominator), exact(value)];
  if (number !== undefined) return accepted({ kind: 'NUMBER', number, unit: null });
  if (top === undefined || bottom === undefined) return accepted(null);
  return accepted({ kind: 'RATIO', numerator: top, denominator: bottom });
}

const textOf = (text: Given<string>): string | null => text?.trim() || null;

const commonOf = ({ note, evidence, reportedOn }: CommonInput) => ({
  note: textOf(note),
  evidence: textOf(evidence),
  reportedOn: reportedOn ?? null,
});
