/** Input fields that many mutations take. */
import type { SchemaTypes } from '@pothos/core';
import type { builder } from '../../builder.ts';

export type Types =
  typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T extends SchemaTypes> ? T : never;
export type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

export const keyField = (t: InputFields) =>
  t.string({
    required: true,
    description:
      'Chosen by the client, 1–200 characters: the same request with the same key has one effect, whatever the retries.',
  });

/** For what is somebody's own. */
export const onBehalfOfField = (t: InputFields) =>
  t.string({
    description:
      'E-mail address or key of whom it is for. Without it, whoever asks: a key is nobody, and names somebody always. For others only by whoever may arrange for them.',
  });
