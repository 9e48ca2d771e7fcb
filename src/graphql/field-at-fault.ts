import type { Refusal } from '../domain/refusal.ts';
import type { AnswerInput, MeasurementInput, StatusInput } from './parse-input.ts';

export type SaidInput = StatusInput | MeasurementInput | AnswerInput;

/** The field of what was said that a refusal is about, or null where it is no single one. */
export function fieldAtFault(refusal: Refusal, input: SaidInput): string | null {
  switch (refusal.code) {
    case 'UNKNOWN_CODE':
    case 'NOT_IN_BASELINE':
    case 'NOT_A_PHASE':
    case 'NOT_A_GOAL':
    case 'NOT_MEASURED_BY_FIGURES':
    case 'NOT_YOURS':
      return itemField(input);
    case 'PERCENT_OUT_OF_RANGE':
    case 'PERCENT_TOO_PRECISE':
    case 'PERCENT_NOT_WHOLE_UNITS':
      return 'percent';
    case 'UNITS_INVALID':
    case 'UNITS_NOT_COUNTED':
      return 'value' in input && (input.value ?? null) !== null ? 'value' : 'units';
    case 'BLOCK_REASON_MISSING':
    case 'INDICATOR_NOT_BLOCKED':
      return 'blockedBecause';
    case 'NOTHING_TO_REPEAT':
      return 'unchanged';
    case 'RATIO_EXPECTED':
      return 'numerator';
    case 'VALUE_EXPECTED':
      return 'value';
    case 'DENOMINATOR_NOT_POSITIVE':
      return 'denominator';
    case 'NEGATIVE_FIGURE':
    case 'NUMBER_INVALID':
      return numberField(refusal.given, input);
    case 'NOT_UNDERSTOOD':
      return 'numerator' in input && (input.numerator ?? null) !== null ? 'denominator' : 'numerator';
    case 'DATE_IN_FUTURE':
    case 'DATE_BEFORE_PLAN':
      return 'reportedOn';
    case 'LINK_INVALID':
      return 'evidence';
    case 'TEXT_TOO_LONG':
      return input.note?.trim().length === refusal.length ? 'note' : 'blockedBecause';
    case 'NO_PLAN':
      return 'year';
    default:
      return null;
  }
}

const itemField = (input: SaidInput): string =>
  'phase' in input ? 'phase' : 'goal' in input ? 'goal' : 'item';

const NUMBERS = ['percent', 'units', 'numerator', 'denominator', 'value'] as const;

function numberField(given: string, input: SaidInput): string | null {
  const numbers: Partial<Readonly<Record<(typeof NUMBERS)[number], number | null | undefined>>> = input;
  return NUMBERS.find((name) => String(numbers[name]) === given) ?? null;
}
