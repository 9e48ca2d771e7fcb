import { z } from 'zod';
import type { LineValue } from '../blocks/check-in-controls.ts';

const lineValue = z.object({
  checkInId: z.string(),
  item: z.string(),
  // Buttons of messages that were sent before there was one.
  sequence: z.number().default(0),
});

/** What the button of a line carries. */
export const readLineValue = (value: string): LineValue => lineValue.parse(JSON.parse(value));
