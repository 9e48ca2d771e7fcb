import type { StructureCode } from '../../domain/codes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Neutralisation, Plan, Wording } from '../../domain/plan.ts';

/** A code with the name that people know it by. */
export type StructureReference = { readonly code: string; readonly name: string };
export type TitledReference = { readonly code: string; readonly title: string };

export type NeutralisationView = {
  readonly from: IsoDate;
  readonly by: string;
  readonly because: string;
};

export const structureReferences = (
  plan: Plan,
  codes: readonly StructureCode[],
): readonly StructureReference[] =>
  codes.map((code) => ({
    code,
    name: plan.structures.find((structure) => structure.code === code)?.name ?? code,
  }));

export const neutralisationView = (neutralised: Neutralisation | null): NeutralisationView | null =>
  neutralised && { from: neutralised.from, by: neutralised.by, because: neutralised.because };

/** Why the words are not known; null when they are, or when there is nothing to word. */
export const wordingUnknown = (wording: Wording | null): string | null =>
  wording !== null && 'unknown' in wording ? wording.unknown : null;
