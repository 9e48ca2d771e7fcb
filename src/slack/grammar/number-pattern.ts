/**
 * A number as people write it, as the source of an expression. Its repetitions have an end: without one, a long chain
 * of digits and points would be tried from each of its places, in time that grows with the square of its length or worse.
 */
export const NUMBER = String.raw`[-−+]?\d{1,30}(?:[.,]\d{1,30}){0,9}`;

/** What joins the two numbers of a ratio: `8006/20015`, `8006 su 20015`. */
export const STROKE = String.raw`(?:\s*/\s*|\s+(?:su|out\s+of)\s+)`;
