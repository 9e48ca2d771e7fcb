import { type InputFields, keyField } from './input-fields.ts';

/** What may be said beside a figure. */
export const besideFigureFields = (t: InputFields) => ({
  note: t.string({ description: 'Free text, at most 2000 characters.' }),
  evidence: t.string({ description: 'http or https address of a document.' }),
});

export const reportedOnField = (t: InputFields) =>
  t.field({
    type: 'Date',
    description: 'The day it speaks of, from the first of the plan’s year to today; without it, today.',
  });

export const yearField = (t: InputFields) =>
  t.int({ description: 'The plan’s year; without it, the latest plan whose year has begun.' });

/** What a structure says of a phase: exactly one figure, or the reason of a block. */
export const statusFigureFields = (t: InputFields) => ({
  percent: t.float({ description: 'Progress from 0 to 100, at most 2 decimals.' }),
  units: t.int({ description: 'Count so far, for a phase that counts units.' }),
  done: t.boolean({ description: 'True says that the phase is complete; false says nothing.' }),
  blockedBecause: t.string({ description: 'Why the phase cannot go on, at most 2000 characters.' }),
});

/** What a structure says of an indicator: numerator and denominator, or a value. */
export const measuredFigureFields = (t: InputFields) => ({
  numerator: t.float({ description: 'Not negative, at most 6 decimals.' }),
  denominator: t.float({ description: 'Greater than 0, at most 6 decimals.' }),
  value: t.float({ description: 'In the indicator’s unit, not negative, at most 6 decimals.' }),
});

/** The input fields of whatever is said, of a phase or of an indicator. */
export const saidFields = (t: InputFields) => ({
  ...besideFigureFields(t),
  reportedOn: reportedOnField(t),
  year: yearField(t),
  idempotencyKey: keyField(t),
});
