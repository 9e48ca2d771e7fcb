/** Health of a phase, and of whatever is made of phases (rule 10). */

/** From best to worst. */
export const HEALTHS = [
  'COMPLETED',
  'NOT_DUE',
  'ON_TRACK',
  'STALE',
  'AT_RISK',
  'OVERDUE',
  'BLOCKED',
] as const;
export type Health = (typeof HEALTHS)[number];
