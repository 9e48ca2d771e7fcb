import type { Refusal } from '../domain/refusal.ts';
import type { MeasurementInput, StatusInput } from './parse-input.ts';

type InputField = keyof StatusInput | keyof MeasurementInput | 'idempotencyKey' | 'year';

/** The field of a mutation's input that a refusal is about, or null where it is no single one. */
export function fieldAtFault(refusal: Refusal, input: StatusInput | MeasurementInput): InputField | null {
  switch (refusal.code) {
    case 'UNKNOWN_CODE':
    case 'NOT_IN_BASELINE':
    case 'NOT_A_PHASE':
    case 'NOT_MEASURED_BY_FIGURES':
    case 'NOT_YOURS':
      return 'phase' in input ? 'phase' : 'goal';
    case 'PERCENT_OUT_OF_RANGE':
    case 'PERCENT_TOO_PRECISE':
    case 'PERCENT_NOT_WHOLE_UNITS':
      return 'percent';
    case 'UNITS_INVALID':
    case 'UNITS_NOT_COUNTED':
      return 'units';
    case 'BLOCK_REASON_MISSING':
      return 'blockedBecause';
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
      return 'goal' in input && (input.numerator ?? null) === null ? 'numerator' : 'denominator';
    case 'DATE_IN_FUTURE':
    case 'DATE_BEFORE_PLAN':
      return 'reportedOn';
    case 'LINK_INVALID':
      return 'evidence';
    case 'TEXT_TOO_LONG':
      return input.note?.trim().length === refusal.length ? 'note' : 'blockedBecause';
    case 'IDEMPOTENCY_KEY_INVALID':
    case 'IDEMPOTENCY_KEY_REUSED':
      return 'idempotencyKey';
    case 'NO_PLAN':
      return 'year';
    default:
      return null;
  }
}

function numberField(given: string, input: StatusInput | MeasurementInput): InputField | null {
  const fields =
    'phase' in input
      ? ({ percent: input.percent, units: input.units } as const)
      : ({ numerator: input.numerator, denominator: input.denominator, value: input.value } as const);
  const found = Object.entries(fields).find(([, number]) => String(number) === given);
  return (found?.[0] as InputField | undefined) ?? null;
}
