import { REASON_FIELD } from '../blocks/check-in-modals.ts';
import type { Submission } from './submission.ts';

export const reasonIn = ({ values }: Submission): string =>
  (values[REASON_FIELD]?.[REASON_FIELD]?.value ?? '').trim();
