/** What people said, kept as they said it: appended, never changed (design, decision 4). */
import type { GoalCode, PhaseCode } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { Decimal } from './decimal.ts';
import type { Bps } from './plan.ts';

export type Source = 'SLACK' | 'GRAPHQL' | 'COMMAND_LINE';

/** Common to every fact. */
export type Provenance = {
  /** Order of arrival in the plan's history; 1 is the first. */
  readonly sequence: number;
  /** The day it speaks of. */
  readonly reportedOn: IsoDate;
  /** The instant it was committed, ISO 8601 in UTC. */
  readonly recordedAt: string;
  /** Who said it: a key of the directory, or `api`. Never shown in figures. */
  readonly actor: string;
  readonly source: Source;
  readonly note: string | null;
  /** Link to a document. */
  readonly evidence: string | null;
};

export type StatusReport = Provenance & {
  readonly phase: PhaseCode;
  /** 0–10 000; null when only a count, or only a block, was said. */
  readonly percentBps: Bps | null;
  /** Units done so far, for a phase that counts them. */
  readonly units: number | null;
  /** That this report says the phase is complete, by its credit rule on the day it was recorded. */
  readonly completes: boolean;
  /** Why the structure says that it is blocked; null when it does not. */
  readonly blockedBecause: string | null;
};

/** Either numerator and denominator, or a value, by the indicator's measure. */
export type Measurement = Provenance & {
  readonly goal: GoalCode;
} & (
    | { readonly numerator: Decimal; readonly denominator: Decimal; readonly value: null }
    | { readonly numerator: null; readonly denominator: null; readonly value: Decimal }
  );

/** A phase as of a day. */
export type PhaseStanding = {
  readonly latest: StatusReport;
  /** The day from which all reports say complete, up to the latest; null while it is not (rule 11). */
  readonly completedOn: IsoDate | null;
};

/**
 * All that was said up to and including `day` and still counts: the latest report of each phase (by reporting
 * day, then by arrival), and of each goal the latest measurement of every reporting day, oldest first. For an
 * indicator that takes the LATEST figure, only the last of them is needed.
 */
export type Standing = {
  readonly day: IsoDate;
  readonly phases: ReadonlyMap<PhaseCode, PhaseStanding>;
  readonly measurements: ReadonlyMap<GoalCode, readonly Measurement[]>;
};
