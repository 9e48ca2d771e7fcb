/** The manifest has Slack escape what it finds in a command: links and signs are still read as they were typed. */
import { afterEach, expect, test } from 'vitest';
import { startWithStaff, USER } from './asked.ts';
import { closeAll } from './running-app.ts';

afterEach(closeAll);

test.each([
  { why: 'a link', typed: '<https://arti.example/atto.pdf>', evidence: 'https://arti.example/atto.pdf' },
  {
    why: 'a link of which Slack made the protocol',
    typed: '<http://arti.example/atto|arti.example/atto>',
    evidence: 'http://arti.example/atto',
  },
  {
    why: 'a link with signs in it',
    typed: '<https://arti.example/?a=1&amp;b=2>',
    evidence: 'https://arti.example/?a=1&b=2',
  },
])('$why', async ({ typed, evidence }) => {
  const { command, reports } = await startWithStaff();
  await command('T1', USER, `update 1.1.3 60% meno di 3 &lt; 5 &amp; oltre ${typed}`);
  expect(await reports()).toMatchObject([{ percentBps: 6000, evidence }]);
  expect((await reports())[0]?.note).toContain('meno di 3 < 5 & oltre');
});
