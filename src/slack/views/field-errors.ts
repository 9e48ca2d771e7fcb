import type { Refusal } from '../../domain/refusal.ts';
import { refusalText } from '../../messages/refusals.ts';
import type { Voice } from '../blocks/voice.ts';
import type { ViewAnswer } from './submission.ts';

/** The refusal as a sentence under an input: plain text, in which what is code elsewhere stands in quotes. */
export const fieldText = (refusal: Refusal, { language }: Voice): string =>
  refusalText(submitted(refusal), language).replaceAll(/`([^`]*)`/g, '“$1”');

/** A key that was used for something else is, of a form, one that was recorded with other values. */
const submitted = (refusal: Refusal): Refusal =>
  refusal.code === 'IDEMPOTENCY_KEY_REUSED' ? { code: 'ALREADY_SUBMITTED' } : refusal;

/** The form stays open, with the refusal under the input `blockId`. */
export const refuseAt = (blockId: string, refusal: Refusal, voice: Voice): ViewAnswer => ({
  kind: 'ERRORS',
  errors: { [blockId]: fieldText(refusal, voice) },
});
