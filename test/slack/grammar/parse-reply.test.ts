/** The grammar, case by case: what is recorded of a line, and what is asked back instead of guessed. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import type { RefusalCode } from '../../../src/domain/refusal.ts';
import type { Statement } from '../../../src/domain/statement.ts';
import { parseReply } from '../../../src/slack/grammar/parse-reply.ts';

const TODAY = isoDate('2020-09-14');

type Setting = { readonly en?: true; readonly implied?: string };

const read = (text: string, { en, implied }: Setting = {}) =>
  parseReply(text, { language: en ? 'en' : 'it', today: TODAY, impliedItem: implied ?? null });

/** A statement as one line: `1.1.3 60% | blocked: why | note | link | 2020-04-28`. */
function told({ item, figure, blockedBecause, note, evidence, reportedOn }: Statement): string {
  const said = figure === null ? '' : ` ${figureText(figure)}`;
  return [
    `${item}${said}`,
    ...(blockedBecause === null ? [] : [`blocked: ${blockedBecause}`]),
    ...(note === null ? [] : [`note: ${note}`]),
    ...(evidence === null ? [] : [evidence]),
    ...(reportedOn === null ? [] : [reportedOn]),
  ].join(' | ');
}

function figureText(figure: NonNullable<Statement['figure']>): string {
  switch (figure.kind) {
    case 'PERCENT':
      return `${figure.percent}%`;
    case 'NUMBER':
      return figure.unit === null ? `#${figure.number}` : `#${figure.number} ${figure.unit}`;
    case 'RATIO':
      return `${figure.numerator}/${figure.denominator}`;
    case 'DONE':
    case 'UNCHANGED':
      return figure.kind;
  }
}

type Accepted = Setting & { readonly why: string; readonly text: string; readonly says: string };

const accepted: readonly Accepted[] = [
  // Percentages
  {
    why: 'the example of the issue',
    text: '1.1.3 60% bando pubblicato',
    says: '1.1.3 60% | note: bando pubblicato',
  },
  { why: 'no note', text: '1.1.3 60%', says: '1.1.3 60%' },
  { why: 'nothing done yet', text: '1.1.3 0%', says: '1.1.3 0%' },
  { why: 'the whole', text: '1.1.3 100%', says: '1.1.3 100%' },
  { why: 'over the whole is for the rules to refuse', text: '1.1.3 150%', says: '1.1.3 150%' },
  { why: 'under 0 is for the rules to refuse', text: '1.1.3 -5%', says: '1.1.3 -5%' },
  { why: 'a typographic minus is a minus', text: '1.1.3 −5%', says: '1.1.3 -5%' },
  { why: 'Italian decimals', text: '1.1.3 12,5%', says: '1.1.3 12.5%' },
  { why: 'a space before the sign, as Italian typography has it', text: '1.1.3 12,5 %', says: '1.1.3 12.5%' },
  {
    why: 'the no-break space that the bot itself writes',
    text: '1.1.3 12,50\u00a0%',
    says: '1.1.3 12.5%',
  },
  { why: 'a point cannot group here, so it is a decimal', text: '1.1.3 12.5%', says: '1.1.3 12.5%' },
  { why: 'English decimals', en: true, text: '1.1.3 12.5%', says: '1.1.3 12.5%' },
  {
    why: 'a comma cannot group here, so it is a decimal',
    en: true,
    text: '1.1.3 12,5 %',
    says: '1.1.3 12.5%',
  },
  { why: 'in words', text: '1.1.3 60 per cento', says: '1.1.3 60%' },
  { why: 'in one word', text: '1.1.3 60 percento', says: '1.1.3 60%' },
  { why: 'in English words', en: true, text: '1.1.3 60 percent', says: '1.1.3 60%' },
  { why: 'with a preposition', text: '1.1.3 al 60%', says: '1.1.3 60%' },
  { why: 'elided', text: '1.1.3 all’80%', says: '1.1.3 80%' },
  { why: 'elided on a keyboard', text: "1.1.3 all'80%", says: '1.1.3 80%' },
  { why: 'a sentence', text: '1.1.3 siamo al 60%', says: '1.1.3 60%' },
  { why: 'now', text: '1.1.3 ora è al 60%', says: '1.1.3 60%' },
  { why: 'an equals sign', text: '1.1.3 = 60%', says: '1.1.3 60%' },
  { why: 'an English sentence', en: true, text: '1.1.3 we are at 60%', says: '1.1.3 60%' },
  { why: 'is at', en: true, text: '1.1.3 is at 60%', says: '1.1.3 60%' },
  { why: 'a decimal after a preposition is not a date', text: '1.1.3 al 12.5 %', says: '1.1.3 12.5%' },
  { why: 'a full stop', text: '1.1.3 60%.', says: '1.1.3 60%' },
  {
    why: 'a note after a comma',
    text: '1.1.3 60%, bando pubblicato',
    says: '1.1.3 60% | note: bando pubblicato',
  },
  {
    why: 'a note after a dash',
    text: '1.1.3 60% - bando pubblicato',
    says: '1.1.3 60% | note: bando pubblicato',
  },
  { why: 'a note in brackets', text: '1.1.3 60% (bando)', says: '1.1.3 60% | note: (bando)' },
  {
    why: 'a word that ends like “or”',
    en: true,
    text: '1.1.3 60% for 3 firms',
    says: '1.1.3 60% | note: for 3 firms',
  },
  {
    why: 'a number in a name',
    text: '1.1.3 60% emergenza COVID-19',
    says: '1.1.3 60% | note: emergenza COVID-19',
  },
  {
    why: 'a counted thing in the note',
    text: '1.1.3 60% 3 bandi usciti',
    says: '1.1.3 60% | note: 3 bandi usciti',
  },
  { why: 'emoji', text: '1.1.3 60% 🎉 fatta 👍🏽', says: '1.1.3 60% | note: 🎉 fatta 👍🏽' },

  // Items
  {
    why: 'zeros in front',
    text: '1.04.2 60% in attesa della firma',
    says: '1.4.2 60% | note: in attesa della firma',
  },
  { why: 'a point after the code', text: '1.1.3. 60%', says: '1.1.3 60%' },
  { why: 'a colon after the code', text: '1.1.3: 60%', says: '1.1.3 60%' },
  { why: 'a colon, and one for the note', text: '1.1.3: 60%: nota', says: '1.1.3 60% | note: nota' },
  { why: 'a comma after the code', text: '1.1.3, 60%', says: '1.1.3 60%' },
  { why: 'by number of phase', text: 'fase 2 di 1.4 al 60%', says: '1.4.2 60%' },
  { why: 'with a capital', text: 'Fase 2 di 1.4: fatto', says: '1.4.2 DONE' },
  { why: 'of the goal', text: 'fase 2 dell’obiettivo 1.4 60%', says: '1.4.2 60%' },
  { why: 'in English', en: true, text: 'phase 2 of goal 1.4 at 60%', says: '1.4.2 60%' },
  { why: 'a code that may not exist is for the rules', text: '9.9.9 60%', says: '9.9.9 60%' },
  { why: 'spaces around', text: '   1.1.3   60%   ', says: '1.1.3 60%' },
  { why: 'a tab', text: '1.1.3\t60%', says: '1.1.3 60%' },
  { why: 'a bullet', text: '• 1.1.3 60%', says: '1.1.3 60%' },
  { why: 'a dash before a code is a bullet', text: '- 1.1.3 60%', says: '1.1.3 60%' },
  { why: 'and before a phase', text: '– fase 2 di 1.4 60%', says: '1.4.2 60%' },
  {
    why: 'in a thread the code may be left out',
    implied: '1.1.3',
    text: '60% bando',
    says: '1.1.3 60% | note: bando',
  },
  { why: 'or said', implied: '1.1.3', text: '1.1.4 60%', says: '1.1.4 60%' },
  { why: 'a sign is no bullet', implied: '1.1.3', text: '-5%', says: '1.1.3 -5%' },
  { why: 'nor before a decimal', implied: '1.1.3', text: '-12,5%', says: '1.1.3 -12.5%' },
  { why: 'a decimal alone is no code', implied: '1.1.3', text: '12.5%', says: '1.1.3 12.5%' },
  { why: 'one word in a thread', implied: '1.1.3', text: 'invariato', says: '1.1.3 UNCHANGED' },

  // Counts and measurements
  { why: 'the example of the issue', text: '1.4.4 6200 colloqui', says: '1.4.4 #6200 colloqui' },
  { why: 'Italian thousands', text: '1.4.4 6.200 colloqui', says: '1.4.4 #6200 colloqui' },
  { why: 'English thousands', en: true, text: '1.4.4 6,200 colloqui', says: '1.4.4 #6200 colloqui' },
  { why: 'without the unit', text: '1.4.4 6200', says: '1.4.4 #6200' },
  { why: 'millions', text: '1.4.4 1.006.200', says: '1.4.4 #1006200' },
  {
    why: 'a note after the unit',
    text: '1.4.4 6200 colloqui conclusi',
    says: '1.4.4 #6200 colloqui | note: conclusi',
  },
  { why: 'a note set apart', text: '1.4.4 6200, quasi tutti', says: '1.4.4 #6200 | note: quasi tutti' },
  { why: 'emoji after a count', text: '1.4.4 6200 🎉', says: '1.4.4 #6200 | note: 🎉' },
  { why: 'a negative count is for the rules to refuse', text: '1.4.4 -5', says: '1.4.4 #-5' },
  { why: 'the example of the issue', text: '3.1 8006/20015', says: '3.1 8006/20015' },
  { why: 'Italian thousands on both sides', text: '3.1 8.006/20.015', says: '3.1 8006/20015' },
  { why: 'English thousands on both sides', en: true, text: '3.1 8,006/20,015', says: '3.1 8006/20015' },
  {
    why: 'spaces around the stroke',
    text: '3.1 8006 / 20015 imprese',
    says: '3.1 8006/20015 | note: imprese',
  },
  { why: 'a denominator of 0 is for the rules to refuse', text: '3.1 8006/0', says: '3.1 8006/0' },
  { why: 'a full stop after it', text: '3.1 8006/20015.', says: '3.1 8006/20015' },
  { why: 'decimals', text: '3.1 12,5/100', says: '3.1 12.5/100' },

  // Done, unchanged, blocked
  { why: 'the example of the issue', text: '1.1.5 fatto il 28/04', says: '1.1.5 DONE | 2020-04-28' },
  { why: 'feminine', text: '1.1.5 completata', says: '1.1.5 DONE' },
  { why: 'with the verb', text: '1.1.5 è conclusa', says: '1.1.5 DONE' },
  { why: 'in English', en: true, text: '1.1.5 done on 28/04', says: '1.1.5 DONE | 2020-04-28' },
  { why: 'a note', text: '1.1.5 fatto, bando pubblicato', says: '1.1.5 DONE | note: bando pubblicato' },
  { why: 'in time', text: '1.1.5 completata entro i termini', says: '1.1.5 DONE | note: entro i termini' },
  { why: 'the example of the issue', text: '1.1.3 invariato', says: '1.1.3 UNCHANGED' },
  { why: 'in English', en: true, text: '1.1.3 no change', says: '1.1.3 UNCHANGED' },
  { why: 'as before', text: '1.1.3 come prima, si attende', says: '1.1.3 UNCHANGED | note: si attende' },
  {
    why: 'the example of the issue',
    text: '1.1.1 bloccata: manca il parere',
    says: '1.1.1 | blocked: manca il parere',
  },
  { why: 'with a percentage', text: '1.1.1 40% bloccata: manca', says: '1.1.1 40% | blocked: manca' },
  {
    why: 'with a percentage and “but”',
    text: '1.1.1 al 40%, ma è bloccata: manca',
    says: '1.1.1 40% | blocked: manca',
  },
  {
    why: 'with a count',
    text: '1.4.4 6200 colloqui, bloccata: sede chiusa',
    says: '1.4.4 #6200 colloqui | blocked: sede chiusa',
  },
  { why: 'because', text: '1.1.1 bloccata perché manca il parere', says: '1.1.1 | blocked: manca il parere' },
  {
    why: 'in English',
    en: true,
    text: '1.1.1 blocked because of strikes',
    says: '1.1.1 | blocked: of strikes',
  },
  {
    why: 'stuck',
    en: true,
    text: '1.1.1 40% but stuck: opinion missing',
    says: '1.1.1 40% | blocked: opinion missing',
  },
  {
    why: 'a reason with figures after a colon',
    text: '1.1.1 bloccata: manca il 10%',
    says: '1.1.1 | blocked: manca il 10%',
  },
  {
    why: 'a note before it',
    text: '1.1.1 40% bando uscito, bloccata: ricorso',
    says: '1.1.1 40% | blocked: ricorso | note: bando uscito',
  },
  {
    why: 'as before, and blocked',
    text: '1.1.1 invariata, bloccata: manca',
    says: '1.1.1 UNCHANGED | blocked: manca',
  },
  {
    why: 'no longer blocked is a note',
    text: '1.1.1 60% non più bloccata: firmato',
    says: '1.1.1 60% | note: non più bloccata: firmato',
  },
  {
    why: 'so is not blocked',
    en: true,
    text: '1.1.1 60% not blocked: signed',
    says: '1.1.1 60% | note: not blocked: signed',
  },
  {
    why: '“fermo restando” blocks nothing',
    text: '1.1.1 60% fermo restando il parere',
    says: '1.1.1 60% | note: fermo restando il parere',
  },

  // Notes after a colon, links, entities
  {
    why: 'a colon lets figures into the note',
    text: '1.1.3 60%: manca il 10% delle firme',
    says: '1.1.3 60% | note: manca il 10% delle firme',
  },
  {
    why: 'the note stays as typed',
    text: '1.1.3 60% riunione alle 10:30',
    says: '1.1.3 60% | note: riunione alle 10:30',
  },
  { why: 'a colon and nothing', text: '1.1.3 60%:', says: '1.1.3 60%' },
  {
    why: 'a link',
    text: '1.1.3 60% https://example.org/a/10%20b',
    says: '1.1.3 60% | https://example.org/a/10%20b',
  },
  {
    why: 'a link as Slack sends it',
    text: '1.1.3 60% bando &lt;https://example.org/a?b=1&amp;c=2|atto&gt; uscito',
    says: '1.1.3 60% | note: bando   uscito | https://example.org/a?b=1&c=2',
  },
  {
    why: 'a link without a label',
    text: '1.1.3 60% <https://example.org>',
    says: '1.1.3 60% | https://example.org',
  },
  { why: 'entities', text: '1.1.3 60% R&amp;D &lt;urgente&gt;', says: '1.1.3 60% | note: R&D <urgente>' },
  { why: 'an entity typed as such', text: '1.1.3 60% &amp;lt;', says: '1.1.3 60% | note: &lt;' },

  // Days
  {
    why: 'the day after the figure',
    text: '1.4.4 6200 colloqui al 30/06',
    says: '1.4.4 #6200 colloqui | 2020-06-30',
  },
  { why: 'after a bare count it is no unit', text: '1.4.4 6200 al 30/06', says: '1.4.4 #6200 | 2020-06-30' },
  { why: 'the day before the figure', text: '3.1 al 30/06 8006/20015', says: '3.1 8006/20015 | 2020-06-30' },
  { why: 'a whole date', text: '1.1.3 60% il 30/06/2020', says: '1.1.3 60% | 2020-06-30' },
  { why: 'an ISO date', en: true, text: '1.1.3 60% on 2020-06-30', says: '1.1.3 60% | 2020-06-30' },
  { why: 'yesterday', text: '1.1.3 60% ieri', says: '1.1.3 60% | 2020-09-13' },
  { why: 'yesterday before the figure', text: '1.1.3 ieri 60%', says: '1.1.3 60% | 2020-09-13' },
  {
    why: 'today',
    en: true,
    text: '1.1.3 60% today call published',
    says: '1.1.3 60% | note: call published | 2020-09-14',
  },
  {
    why: 'a day without a year that is still to come: refused later, not taken for last year’s',
    text: '1.1.3 60% il 30/11',
    says: '1.1.3 60% | 2020-11-30',
  },
  {
    why: 'a block since a day',
    text: '1.1.1 40% bloccata il 28/04: manca',
    says: '1.1.1 40% | blocked: manca | 2020-04-28',
  },
  {
    why: 'a day inside the note is the note’s',
    text: '1.1.3 60% in attesa del parere del 12/03',
    says: '1.1.3 60% | note: in attesa del parere del 12/03',
  },
  { why: 'also yesterday', text: '1.1.3 60% bando uscito ieri', says: '1.1.3 60% | note: bando uscito ieri' },
  { why: 'also an ISO date', text: '1.1.3 60% atto 2020-09-12', says: '1.1.3 60% | note: atto 2020-09-12' },
  {
    why: 'after a colon nothing is a day',
    text: '1.1.1 bloccata: da ieri',
    says: '1.1.1 | blocked: da ieri',
  },
];

test.each(accepted)('takes “$text”: $why', ({ text, says, ...setting }) => {
  const reply = read(text, setting);
  expect(reply.ok ? reply.statements.map(told) : reply.lines).toEqual([says]);
});

type Refused = Setting & { readonly why: string; readonly text: string; readonly code: RefusalCode };

const refused: readonly Refused[] = [
  { why: 'thousands written the English way', text: '3.1 8,006/20,015', code: 'NUMBER_DOUBTFUL' },
  { why: 'one of the two', text: '3.1 8006/20,015', code: 'NUMBER_DOUBTFUL' },
  { why: 'a count', text: '1.4.4 6,200 colloqui', code: 'NUMBER_DOUBTFUL' },
  {
    why: 'thousands written the Italian way',
    en: true,
    text: '1.4.4 6.200 colloqui',
    code: 'NUMBER_DOUBTFUL',
  },
  { why: 'an empty reply', text: '', code: 'NOTHING_SAID' },
  { why: 'only spaces', text: '  \n \t ', code: 'NOTHING_SAID' },
  { why: 'an empty reply in a thread', implied: '1.1.3', text: '', code: 'NOTHING_SAID' },
  { why: 'a code and nothing', text: '1.1.3', code: 'NOTHING_SAID' },
  { why: 'a code, a point and nothing', text: '1.1.3.', code: 'NOTHING_SAID' },
  { why: 'a code and a link', text: '1.1.3 https://example.org', code: 'NOTHING_SAID' },
  { why: 'a code and a day', text: '1.1.3 ieri', code: 'NOTHING_SAID' },
  { why: 'no code', text: '60% bando pubblicato', code: 'NOT_UNDERSTOOD' },
  { why: 'no code and two figures', text: '60% e poi 80%', code: 'NOT_UNDERSTOOD' },
  { why: 'a goal’s number alone is no code', text: '14 60%', code: 'NOT_UNDERSTOOD' },
  { why: 'a phase of no goal', text: 'fase 2 al 60%', code: 'NOT_UNDERSTOOD' },
  { why: 'a code with too many parts', text: '1.2.3.4.5.6 60%', code: 'NOT_UNDERSTOOD' },
  { why: 'a code glued to its figure', text: '1.1.3=60%', code: 'NOT_UNDERSTOOD' },
  { why: 'chat', text: 'buongiorno, tutto bene?', code: 'NOT_UNDERSTOOD' },
  { why: 'two figures', text: '1.1.3 60% e poi 80%', code: 'SEVERAL_FIGURES' },
  { why: 'two figures in a thread', implied: '1.1.3', text: '60% e poi 80%', code: 'SEVERAL_FIGURES' },
  { why: 'two figures in English', en: true, text: '1.1.3 60% then 80%', code: 'SEVERAL_FIGURES' },
  { why: 'a doubt', text: '1.1.3 60% o forse 70%', code: 'SEVERAL_FIGURES' },
  { why: 'a correction', text: '1.1.3 60% anzi 70', code: 'SEVERAL_FIGURES' },
  { why: 'a percentage in the note', text: '1.1.3 60% manca il 10% delle firme', code: 'SEVERAL_FIGURES' },
  { why: 'a ratio in the note', text: '1.1.3 60% pratiche 12/40', code: 'SEVERAL_FIGURES' },
  { why: 'a second bare number', text: '1.1.3 60% 80', code: 'SEVERAL_FIGURES' },
  { why: 'done, but of how much', text: '1.1.3 fatto al 60%', code: 'SEVERAL_FIGURES' },
  { why: 'done, and a number', text: '1.1.3 fatto 60', code: 'SEVERAL_FIGURES' },
  { why: 'a figure and done', text: '1.1.3 60% fatto', code: 'SEVERAL_FIGURES' },
  { why: 'a figure, comma, done', text: '1.1.3 60%, fatto', code: 'SEVERAL_FIGURES' },
  { why: 'a figure and unchanged', text: '1.1.3 60% invariato', code: 'SEVERAL_FIGURES' },
  { why: 'another item on the same line', text: '1.1.3 60%; 1.1.4 fatto', code: 'SEVERAL_FIGURES' },
  { why: 'another item after “e”', text: '1.1.3 60% e 1.1.4 fatto', code: 'SEVERAL_FIGURES' },
  {
    why: 'a reason with a figure, without a colon',
    text: '1.1.1 60% bloccata perché manca il 10%',
    code: 'SEVERAL_FIGURES',
  },
  { why: 'an interval', text: '1.1.3 60-80%', code: 'NOT_UNDERSTOOD' },
  { why: 'an interval with spaces', text: '1.1.3 60 - 80%', code: 'SEVERAL_FIGURES' },
  { why: 'an interval of percentages', text: '1.1.3 60%-80%', code: 'NOT_UNDERSTOOD' },
  { why: 'almost done', text: '1.1.3 quasi fatto', code: 'NOT_UNDERSTOOD' },
  { why: 'almost done, in English', en: true, text: '1.1.3 almost done', code: 'NOT_UNDERSTOOD' },
  { why: 'not done', text: '1.1.3 non fatto', code: 'NOT_UNDERSTOOD' },
  { why: 'not done, in English', en: true, text: '1.1.3 not done', code: 'NOT_UNDERSTOOD' },
  { why: 'done by half', text: '1.1.3 fatto a metà', code: 'NOT_UNDERSTOOD' },
  { why: 'done in part', text: '1.1.3 fatta in parte', code: 'NOT_UNDERSTOOD' },
  { why: 'almost all done', text: '1.1.3 fatto quasi tutto', code: 'NOT_UNDERSTOOD' },
  { why: 'partly done', en: true, text: '1.1.3 done partly', code: 'NOT_UNDERSTOOD' },
  { why: 'done by a day to come', text: '1.1.3 fatto entro il 30/10', code: 'NOT_UNDERSTOOD' },
  { why: 'something else was done', text: '1.1.3 completata la bozza', code: 'NOT_UNDERSTOOD' },
  { why: 'something else was done, elided', text: '1.1.3 conclusa l’istruttoria', code: 'NOT_UNDERSTOOD' },
  { why: 'a question', text: '1.1.3 fatto?', code: 'NOT_UNDERSTOOD' },
  { why: 'a percentage in question', text: '1.1.3 60%?', code: 'NOT_UNDERSTOOD' },
  { why: 'what is missing is not what is there', text: '1.1.3 manca il 10%', code: 'NOT_UNDERSTOOD' },
  { why: 'nor is it here', en: true, text: '1.1.3 missing 10%', code: 'NOT_UNDERSTOOD' },
  { why: 'a figure that comes late', text: '1.1.3 bando pubblicato 60%', code: 'NOT_UNDERSTOOD' },
  { why: 'only words', text: '1.1.3 bando pubblicato', code: 'NOT_UNDERSTOOD' },
  { why: 'a letter for a digit', text: '1.1.3 6O%', code: 'NOT_UNDERSTOOD' },
  { why: 'a share in words', text: '1.1.3 sessanta per cento', code: 'NOT_UNDERSTOOD' },
  { why: 'permille', text: '1.4.4 50 ‰', code: 'NOT_UNDERSTOOD' },
  { why: 'a percent sign with something on it is no count', text: '1.4.4 50 %circa', code: 'NOT_UNDERSTOOD' },
  { why: 'thousands apart: 6 or 200?', text: '1.4.4 6 200 colloqui', code: 'NOT_UNDERSTOOD' },
  { why: 'two counts', text: '1.4.4 6200 7000', code: 'NOT_UNDERSTOOD' },
  { why: 'a unit glued on: not 6', text: '1.4.4 6,200colloqui', code: 'NOT_UNDERSTOOD' },
  { why: 'a word glued to the denominator: not 20', text: '3.1 8006/20,015imprese', code: 'NOT_UNDERSTOOD' },
  { why: 'three parts', text: '3.1 8006/20015/3', code: 'NOT_UNDERSTOOD' },
  { why: 'no denominator', text: '3.1 8006/', code: 'NOT_UNDERSTOOD' },
  { why: 'a sum of money is no count', text: '1.4.4 50 € spesi', code: 'NOT_UNDERSTOOD' },
  { why: 'a number that is none', text: '1.1.3 12,5,7%', code: 'NUMBER_INVALID' },
  { why: 'more decimals than any figure has', text: '1.1.3 60,1234567%', code: 'NUMBER_INVALID' },
  { why: 'more digits than any figure has', text: `1.4.4 ${'9'.repeat(16)}`, code: 'NUMBER_INVALID' },
  { why: 'grouped by two', text: '3.1 80.06.1/20015', code: 'NUMBER_INVALID' },
  { why: 'five more, or five?', text: '1.1.3 +5%', code: 'NUMBER_INVALID' },
  { why: 'a day that does not exist', text: '1.1.5 fatto il 31/02', code: 'DATE_INVALID' },
  { why: 'nor this', text: '1.1.5 fatto il 29/02/2019', code: 'DATE_INVALID' },
  { why: 'month before day', en: true, text: '1.1.5 done on 04/28', code: 'DATE_INVALID' },
  { why: 'a month of 13', text: '3.1 al 1/13 8006/20015', code: 'DATE_INVALID' },
  { why: 'blocked, but why', text: '1.1.1 bloccata', code: 'BLOCK_REASON_MISSING' },
  { why: 'a colon, but why', text: '1.1.1 bloccata:', code: 'BLOCK_REASON_MISSING' },
  { why: 'a figure, blocked, but why', text: '1.1.1 40% bloccata', code: 'BLOCK_REASON_MISSING' },
  { why: 'in English', en: true, text: '1.1.1 blocked.', code: 'BLOCK_REASON_MISSING' },
  { why: 'not blocked, and no figure', text: '1.1.1 non bloccata', code: 'NOT_UNDERSTOOD' },
  { why: 'blocked at how much?', text: '1.1.1 bloccata al 40%: manca', code: 'NOT_UNDERSTOOD' },
  { why: 'almost at, and blocked', text: '1.1.1 quasi al 60% bloccata: manca', code: 'NOT_UNDERSTOOD' },
  { why: 'done and blocked', text: '1.1.1 fatto, bloccata: manca', code: 'NOT_UNDERSTOOD' },
  { why: 'who is blocked?', text: '1.1.1 60% resta fermo il termine', code: 'NOT_UNDERSTOOD' },
  { why: 'longer than anything to record', text: `1.1.3 60% ${'a'.repeat(10_000)}`, code: 'TEXT_TOO_LONG' },
  { why: 'more lines than a person types', text: '1.1.3 60%\n'.repeat(51), code: 'TEXT_TOO_LONG' },
];

test.each(refused)('refuses: $why → $code', ({ text, code, ...setting }) => {
  const reply = read(text, setting);
  expect(reply.ok ? reply.statements.map(told) : reply.lines.map(({ refusal }) => refusal.code)).toEqual([
    code,
  ]);
});

test('a third of the cases are refusals', () => {
  expect(accepted.length + refused.length).toBeGreaterThanOrEqual(120);
  expect(refused.length * 3).toBeGreaterThanOrEqual(accepted.length + refused.length);
});

describe('several lines', () => {
  test('a statement a line, empty lines aside', () => {
    const reply = read('1.1.3 60%\r\n\n• 1.4.4 6.200 colloqui\n- 3.1 8006/20015\n');
    expect(reply).toMatchObject({
      ok: true,
      lines: ['1.1.3 60%', '1.4.4 6.200 colloqui', '3.1 8006/20015'],
    });
    expect(reply.ok && reply.statements.map(told)).toEqual([
      '1.1.3 60%',
      '1.4.4 #6200 colloqui',
      '3.1 8006/20015',
    ]);
  });

  test('one bad line, and nothing is taken: the bad one is named', () => {
    expect(read('1.1.3 60%\n1.1.4 quasi fatto\n1.1.5 fatto')).toEqual({
      ok: false,
      lines: [
        {
          line: '1.1.4 quasi fatto',
          refusal: { code: 'NOT_UNDERSTOOD', given: '1.1.4 quasi fatto' },
        },
      ],
    });
  });

  test('every bad line is named', () => {
    const reply = read('1.1.3 60% e poi 80%\n1.1.4 fatto\n1.1.5 il 31/02 fatto\n1.1.1 bloccata');
    expect(reply.ok ? [] : reply.lines.map(({ line, refusal }) => [line, refusal.code])).toEqual([
      ['1.1.3 60% e poi 80%', 'SEVERAL_FIGURES'],
      ['1.1.5 il 31/02 fatto', 'DATE_INVALID'],
      ['1.1.1 bloccata', 'BLOCK_REASON_MISSING'],
    ]);
  });

  test('fifty lines are taken', () => {
    expect(read('1.1.3 60%\n'.repeat(50)).ok).toBe(true);
  });
});

test('the figures of a refusal are those that were written', () => {
  const reply = read('1.1.3 60%; 1.1.4 fatto, manca il 10%');
  expect(reply.ok ? [] : reply.lines.map(({ refusal }) => refusal)).toEqual([
    {
      code: 'SEVERAL_FIGURES',
      given: '1.1.3 60%; 1.1.4 fatto, manca il 10%',
      figures: ['60%', '1.1.4', '10%'],
    },
  ]);
});

test.each([
  { why: 'digits', text: `1.1.3 ${'1'.repeat(10_000)}` },
  { why: 'a chain of numbers', text: `1.1.3 60% ${'1.'.repeat(2_000)}` },
  { why: 'a code without end', text: '1.'.repeat(5_000) },
  { why: 'spaces', text: `1.1.3 60%${' '.repeat(4_000)}x` },
  { why: 'dashes', text: `1.1.3 60% ${'-'.repeat(4_000)}` },
  { why: 'joining words', text: `1.1.3 60% ${'è ma '.repeat(800)}bloccata` },
  { why: 'separators', text: `1.1.3 60%${' , ;'.repeat(1_000)}bloccata` },
  { why: 'negations', text: `1.1.3 60% ${'non è '.repeat(600)}bloccata` },
  { why: 'links', text: `1.1.3 60% ${'<https://x|'.repeat(350)}` },
  { why: 'dates', text: `1.1.3 60% ${'il 12/09 '.repeat(400)}` },
  { why: 'as many long lines as Slack carries', text: `1.1.3 60% ${'1.'.repeat(1_900)}\n`.repeat(10) },
])('40,000 characters at worst are read well within an answer’s time: $why', ({ text }) => {
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(1_000);
});
