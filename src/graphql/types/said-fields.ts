import type { SchemaTypes } from '@pothos/core';
import type { builder } from '../builder.ts';

type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T extends SchemaTypes> ? T : never;

/** The input fields of whatever is said, of a phase or of an indicator. */
export const saidFields = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
  note: t.string({ description: 'Free text, at most 2000 characters.' }),
  evidence: t.string({ description: 'http or https address of a document.' }),
  reportedOn: t.field({
    type: 'Date',
    description: 'The day it speaks of, from the first of the plan’s year to today; without it, today.',
  }),
  year: t.int({ description: 'The plan’s year; without it, the latest plan whose year has begun.' }),
  idempotencyKey: t.string({
    required: true,
    description:
      'Chosen by the client, 1–200 characters: the same request with the same key has one effect, whatever the retries.',
  }),
});
