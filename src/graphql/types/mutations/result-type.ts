import type { ObjectRef } from '@pothos/core';
import { builder } from '../../builder.ts';
import { RefusedResultType, type RefusedView } from '../refused-result.ts';
import type { Types } from './input-fields.ts';

type SuccessRef<Done> = ObjectRef<Types, Done, Done>;

/** What a mutation answers: its success, or why it was refused. */
export const resultType = <Done extends { readonly duplicate: boolean }>(
  name: string,
  success: SuccessRef<Done>,
  description: string,
) =>
  builder.unionType(name, {
    description,
    types: [success, RefusedResultType],
    resolveType: (result: Done | RefusedView) => ('duplicate' in result ? success : RefusedResultType),
  });

export const DUPLICATE = 'True when this key had been used for the same before: nothing was done this time.';
