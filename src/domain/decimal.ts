import { type Ratio, ratio } from './ratio.ts';

declare const decimalBrand: unique symbol;
/** A decimal number in canonical text (`20015`, `0.5`, `-3.25`): at most 15 digits before the point, 6 after. */
export type Decimal = string & { readonly [decimalBrand]: true };

const CANONICAL = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/;

/** Undefined for whatever is not a plain decimal with a point, or has too many digits. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = CANONICAL.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const integer = whole.replace(/^0+(?=\d)/, '');
  const tail = fraction.replace(/0+$/, '');
  const digits = tail === '' ? integer : `${integer}.${tail}`;
  return (digits === '0' ? '0' : `${sign}${digits}`) as Decimal;
}

/** Undefined for NaN, infinities and numbers that need an exponent or more than 6 decimals. */
export const decimalOf = (value: number): Decimal | undefined => parseDecimal(String(value));

export function decimalToRatio(value: Decimal): Ratio {
  const [whole = '0', fraction = ''] = value.split('.');
  return ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}
