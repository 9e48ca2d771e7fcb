/** Codes as the plan writes them, in one spelling: `1.04` and `1.4` are one goal. */
declare const goalCodeBrand: unique symbol;
declare const phaseCodeBrand: unique symbol;
declare const structureCodeBrand: unique symbol;

/** `1.4` */
export type GoalCode = string & { readonly [goalCodeBrand]: true };
/** `1.4.2`: phase 2 of goal 1.4. */
export type PhaseCode = string & { readonly [phaseCodeBrand]: true };
/** `OSRU` */
export type StructureCode = string & { readonly [structureCodeBrand]: true };
/** What a report or a measurement can be about. */
export type ItemCode = PhaseCode | GoalCode;

const DOTTED = /^\d{1,4}(?:\.\d{1,4}){0,4}$/;

/** Dotted numbers without leading zeros, or undefined for anything else. */
export function canonicalCode(text: string): string | undefined {
  const trimmed = text.trim().replace(/\.$/, '');
  if (!DOTTED.test(trimmed)) return undefined;
  return trimmed
    .split('.')
    .map((segment) => String(Number(segment)))
    .join('.');
}

export const phaseCode = (goal: GoalCode, number: number): PhaseCode => `${goal}.${number}` as PhaseCode;

/** `1.4` of `1.4.2`. */
export const goalOfPhase = (phase: PhaseCode): GoalCode => phase.slice(0, phase.lastIndexOf('.')) as GoalCode;

/** Orders `1.2` before `1.10`. */
export function compareCodes(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
