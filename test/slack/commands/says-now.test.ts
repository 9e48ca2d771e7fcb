import { expect, test } from 'vitest';
import { saysNow } from '../../../src/slack/commands/says-now.ts';

test.each([
  { text: 'now', says: true },
  { text: 'NOW', says: true },
  { text: 'ora', says: true },
  { text: 'adesso', says: true },
  { text: 'subito', says: true },
  { text: '', says: false },
  { text: 'tomorrow', says: false },
  { text: 'now please', says: false },
  { text: 'not now', says: false },
])('“$text”: $says', ({ text, says }) => {
  expect(saysNow(text)).toBe(says);
});
