/** What in a message is a code of the plan, and what only looks like one. */
import { describe, expect, test } from 'vitest';
import { findCodes } from '../../../src/slack/unfurl/find-codes.ts';

/** `!` marks what was introduced as a goal, a phase or an indicator. */
const codesIn = (text: string) =>
  findCodes(text)
    .map(({ code, introduced }) => `${code}${introduced ? '!' : ''}`)
    .join(' ');

describe('is a code', () => {
  test.each([
    { text: '1.4.2', is: '1.4.2' },
    { text: 'la 1.4.2 è ferma', is: '1.4.2' },
    { text: 'Siamo al 60% della 1.4.2.', is: '1.4.2' },
    { text: '(1.4.2)', is: '1.4.2' },
    { text: '«1.4.2»', is: '1.4.2' },
    { text: '1.4.2: manca il parere', is: '1.4.2' },
    { text: '1.4.2, poi vediamo', is: '1.4.2' },
    { text: '1.4.2?', is: '1.4.2' },
    { text: '1.4.2 60% in attesa', is: '1.4.2' },
    { text: '1.4.4 6200 colloqui', is: '1.4.4' },
    { text: '*1.4.2*', is: '1.4.2' },
    { text: '_1.4.2_ e ~1.4.3~', is: '1.4.2 1.4.3' },
    { text: '`1.4.2`', is: '1.4.2!' },
    { text: '`1.4`', is: '1.4!' },
    { text: '1.4.2 e 1.4.3, anche 1.1.1', is: '1.4.2 1.4.3 1.1.1' },
    { text: '1.4.2/1.4.3', is: '1.4.2 1.4.3' },
    { text: '1.4.1–1.4.3', is: '1.4.1 1.4.3' },
    { text: '1.4.2 e ancora 1.4.2', is: '1.4.2' },
    { text: 'riga uno 1.4.2\nriga due 1.1.1', is: '1.4.2 1.1.1' },
    { text: 'fase 1.4.2', is: '1.4.2!' },
    { text: 'Phase 1.4.2', is: '1.4.2!' },
    { text: 'fase 2 di 1.4', is: '1.4.2!' },
    { text: 'la fase 2 dell’obiettivo 1.4', is: '1.4.2!' },
    { text: 'phase 2 of goal 1.4', is: '1.4.2!' },
    { text: 'obiettivo 1.4', is: '1.4!' },
    { text: 'L’OBIETTIVO 1.4 va bene', is: '1.4!' },
    { text: 'ob. 1.4', is: '1.4!' },
    { text: 'goal 1.4.', is: '1.4!' },
    { text: 'indicatore 3.1', is: '3.1!' },
    { text: 'obiettivo n. 1.4', is: '1.4!' },
    { text: 'obiettivi 1.4, 1.5 e 3.1', is: '1.4! 1.5! 3.1!' },
    { text: 'goals 1.4 and 1.5', is: '1.4! 1.5!' },
    { text: 'fase 1.4.10', is: '1.4.10!' },
    { text: 'obiettivo 1.4: siamo a 1.5 milioni', is: '1.4!' },
    { text: '<@U1> ha chiuso la 1.4.2', is: '1.4.2' },
    { text: '1.4.2 (vedi <https://arti.example/goals/1.5|qui>)', is: '1.4.2' },
    { text: 'la fase 1.4.2, e dopo 1.4.2', is: '1.4.2!' },
    // Four numbers: a phase of a goal such as 1.4.2.
    { text: 'la 1.4.2.300', is: '1.4.2.300' },
  ])('$text → $is', ({ text, is }) => {
    expect(codesIn(text)).toBe(is);
  });
});

describe('is none', () => {
  test.each([
    { why: 'nothing', text: '' },
    { why: 'two numbers', text: 'siamo a 1.4' },
    { why: 'millions', text: '1.4 milioni' },
    { why: 'millions that a goal would cost', text: 'obiettivo 1.4 milioni di euro' },
    { why: 'a target of the sort', text: 'goal 1.4 million' },
    { why: 'per cent', text: 'obiettivo 1.4 %' },
    { why: 'three numbers and per cent', text: '1.4.2%' },
    { why: 'euro after', text: '1.400.200 €' },
    { why: 'euro before', text: '€ 1.400.200' },
    { why: 'dollars', text: '$1.400.200' },
    { why: 'a decimal comma', text: '1.400.200,50' },
    { why: 'a version', text: 'v1.4.2' },
    { why: 'a version, apart', text: 'versione 1.4.2' },
    { why: 'a version, short', text: 'ver. 1.4.2' },
    { why: 'a release', text: 'release 1.4.2' },
    { why: 'a release candidate', text: '1.4.2-rc1' },
    { why: 'a program', text: 'node 1.4.2' },
    { why: 'a letter after', text: '1.4.2b' },
    { why: 'a domain', text: '1.4.2.it' },
    { why: 'a day with year', text: '3.11.2020' },
    { why: 'a day with two digits of the year', text: 'il 3.11.20' },
    { why: 'a day with zeros', text: '03.11.2020' },
    { why: 'a day with hyphens', text: '3-11-2020' },
    { why: 'a day with slashes', text: '3/11/2020' },
    { why: 'an ISO day', text: '2020.11.3.' },
    { why: 'a time', text: 'alle 9.30.15' },
    { why: 'a time with colons', text: '9:30:15' },
    { why: 'a time with a zero', text: '10.05.30' },
    { why: 'an address', text: '192.168.1.10' },
    { why: 'an address, named', text: 'IP 10.1.4.2' },
    { why: 'an address with a port', text: '10.1.4.2:8080' },
    { why: 'a phone number', text: '055 1.4.2' },
    { why: 'a phone number, with prefix', text: '+39 055.438.21' },
    { why: 'a phone number, named', text: 'tel. 55.438.21' },
    { why: 'an article of law', text: 'art. 1.4.2' },
    { why: 'a paragraph', text: '§ 1.4.2' },
    { why: 'a section', text: 'section 1.4.2' },
    { why: 'a path', text: 'docs/1.4.2/readme' },
    { why: 'an e-mail address', text: '1.4.2@arti.example' },
    { why: 'a tag', text: '#1.4.2' },
    { why: 'more than a code may hold', text: '1.4.2.3.4.5' },
    { why: 'a long number', text: '1.4.20000' },
    { why: 'a command in backticks', text: '`/arti stato 1.4.2`' },
    { why: 'a block of code', text: '```\n1.4.2\n```' },
    { why: 'a block of code left open', text: '```1.4.2' },
    { why: 'a link', text: '<https://arti.example/phases/1.4.2>' },
    { why: 'the text of a link', text: '<https://arti.example|1.4.2>' },
    { why: 'a quoted line', text: '&gt; la 1.4.2 è ferma' },
    { why: 'a phase that is none', text: 'fase 1.4' },
    { why: 'a word that ends so', text: 'subgoal 1.4' },
    { why: 'an obligation', text: 'obbligo 1.4' },
  ])('$why: $text', ({ text }) => {
    expect(codesIn(text)).toBe('');
  });

  test('a message made to take long', () => {
    const hostile = `obiettivo 1.4${', e '.repeat(5_000)}${'1.4.2.'.repeat(2_000)}${'`'.repeat(3_000)}${'<'.repeat(3_000)}${'_*'.repeat(3_000)}`;
    const before = performance.now();
    expect(codesIn(hostile)).toContain('1.4!');
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
