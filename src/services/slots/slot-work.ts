/** What is done at a slot, decided whole before anything is written. */
import type { Actor } from '../../domain/actor.ts';
import type { SlotKind } from '../../domain/schedule/schedule.ts';
import type { OwedSlot, Slot } from '../../domain/schedule/slots.ts';
import type { Commit } from '../../store/port.ts';
import type { Context } from '../context.ts';

/** Who acts when a schedule does. */
export const SCHEDULER: Actor = { key: 'scheduler', role: 'PLANNING', structures: [] };

/** A slot that is to be run now. */
export type DueSlot = Extract<OwedSlot, { readonly verdict: 'RUN' }>;

/** What of it goes into the slot's entry in the history. */
export type SlotResult = {
  readonly slot: Slot;
  /** Messages that it puts into the outbox. */
  readonly messages: number;
  /** Only of a check-in: see `Cadence`. */
  readonly full?: boolean;
};

export type SlotWork = {
  /** Committed together with the entries of the slots: both, or neither. */
  readonly commit: Pick<
    Commit,
    | 'revision'
    | 'lastSequence'
    | 'version'
    | 'openedCheckIns'
    | 'closedCheckIns'
    | 'checkInProgress'
    | 'summaries'
    | 'outbox'
    | 'audit'
  >;
  /** One for each slot that was given. */
  readonly results: readonly SlotResult[];
};

/**
 * Decides what is done at `slots`, all of one kind and of the plan of `year`, due at the same time. It writes nothing:
 * who calls it commits, and calls it again when something it was decided upon has changed.
 */
export type SlotRunner = (context: Context, year: number, slots: readonly DueSlot[]) => Promise<SlotWork>;

export type SlotRunners = Readonly<Record<SlotKind, SlotRunner>>;
