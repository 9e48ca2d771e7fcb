/**
 * What a form knows of itself from opening to submission. It travels in `private_metadata`, which holds 3,000
 * characters: of what was filled in only fingerprints are kept, enough to tell whether a field was touched.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';

const formLine = z.object({
  item: z.string(),
  /** Of the report that was filled in; 0 where there was none. */
  sequence: z.number(),
  /** Of the figure as it was filled in. */
  figure: z.string(),
  /** Of the reason of a block as it was filled in; null while the further fields of the line are hidden. */
  blocked: z.string().nullable(),
});

const reportForm = z.object({
  /** Null for an item outside of any check-in. */
  checkInId: z.string().nullable(),
  /** Of the plan that holds the items. */
  year: z.number(),
  /** The page of the home tab from which it was opened; null where it was opened elsewhere. */
  home: z.number().nullable(),
  /** ONE line, those that WAIT for an answer, or EVERY one. */
  scope: z.enum(['ONE', 'WAITING', 'EVERY']),
  /** Counted from 0: with the view's id it makes a page recorded once. */
  page: z.number(),
  lines: z.array(formLine),
  /** The place (in the order of urgency) of the last line of this page: the next page begins after it. */
  last: z.number(),
  /** Lines that follow on further pages. */
  left: z.number(),
  /** Items recorded from the page before. */
  recorded: z.array(z.string()),
});

export type FormLine = Readonly<z.infer<typeof formLine>>;
export type ReportForm = Readonly<Omit<z.infer<typeof reportForm>, 'lines'>> & {
  readonly lines: readonly FormLine[];
};

export const readForm = (privateMetadata: string): ReportForm =>
  reportForm.parse(JSON.parse(privateMetadata));

/** Short, and enough to tell a field that was touched from one that was not. */
export const fingerprint = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 8);
