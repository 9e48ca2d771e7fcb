/** What a careless expression would take minutes over, and what is recorded of it. */
export const hostile: readonly {
  readonly why: string;
  readonly text: string;
  readonly says: readonly string[];
}[] = [
  { why: 'digits', text: `1.1.3 ${'1'.repeat(10_000)}`, says: [] },
  { why: 'a chain of numbers', text: `1.1.3 60% ${'1.'.repeat(2_000)}`, says: ['1.1.3 60%'] },
  { why: 'a code without end', text: '1.'.repeat(5_000), says: [] },
  { why: 'spaces', text: `1.1.3 60%${' '.repeat(4_000)}x`, says: ['1.1.3 60%'] },
  { why: 'dashes', text: `1.1.3 60% ${'-'.repeat(4_000)}`, says: ['1.1.3 60%'] },
  { why: 'joining words', text: `1.1.3 60% ${'è ma '.repeat(800)}bloccata`, says: [] },
  { why: 'separators', text: `1.1.3 60%${' , ;'.repeat(1_000)}bloccata`, says: [] },
  { why: 'negations', text: `1.1.3 60% ${'non è '.repeat(600)}bloccata?`, says: ['1.1.3 60%'] },
  { why: 'links', text: `1.1.3 60% ${'<https://x|'.repeat(350)}`, says: ['1.1.3 60%'] },
  { why: 'dates', text: `1.1.3 60% ${'il 12/09 '.repeat(400)}.`, says: ['1.1.3 60%'] },
  { why: 'marks', text: '*_`'.repeat(10_000), says: [] },
  { why: 'bullets', text: `${'> • * '.repeat(5_000)}x`, says: [] },
  { why: 'lines', text: '1.\n'.repeat(13_000), says: [] },
  { why: 'more than a message of Slack’s', text: `1.1.3 60%:${' a'.repeat(30_000)}`, says: [] },
  {
    why: 'as many long lines as Slack carries',
    text: `1.1.3 60% ${'1.'.repeat(1_900)}\n`.repeat(10),
    says: Array.from({ length: 10 }, () => '1.1.3 60%'),
  },
];
