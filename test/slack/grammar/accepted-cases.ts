/** What is recorded of a line. */
import { MINE, type Setting } from './support.ts';

const items = MINE;
const only = (...codes: readonly string[]) => MINE.filter(({ code }) => codes.includes(code));

export type AcceptedCase = Setting & { readonly why: string; readonly text: string; readonly says: string };

export const accepted: readonly AcceptedCase[] = [
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

  // Of somebody whose items are known
  { why: 'the only item there is', items: only('1.1.3'), text: '60% bando', says: '1.1.3 60% | note: bando' },
  {
    why: 'the only item, unchanged',
    en: true,
    items: only('1.1.3'),
    text: 'unchanged',
    says: '1.1.3 UNCHANGED',
  },
  { why: 'an indicator, the only item', items: only('3.1'), text: '8006/20015', says: '3.1 8006/20015' },
  { why: 'a code of one’s own', items, text: '1.1.3 60%', says: '1.1.3 60%' },
  {
    why: 'a code of the plan that is not one’s own is for the rules to refuse',
    items,
    text: '1.1.4 60%',
    says: '1.1.4 60%',
  },
  {
    why: 'a code near none of one’s own is for the rules to refuse',
    items,
    text: '9.9.9 60%',
    says: '9.9.9 60%',
  },
  { why: 'a goal with no phase of one’s own, too', items, text: '1.3 60%', says: '1.3 60%' },
  { why: 'a goal whose phases take no ratio, too', items, text: '1.4 8006/20015', says: '1.4 8006/20015' },
  {
    why: 'thousands with a point in a thread are no code',
    items,
    implied: '1.4.4',
    text: '6.200 colloqui',
    says: '1.4.4 #6200 colloqui',
  },
  { why: 'nor alone', items, implied: '1.4.4', text: '6.200', says: '1.4.4 #6200' },
  {
    why: 'nor with spaces around the stroke',
    items,
    implied: '3.1',
    text: '8.006 / 20.015',
    says: '3.1 8006/20015',
  },
  { why: 'nor a decimal', items, implied: '5.1', text: '12.5 giorni', says: '5.1 #12.5 giorni' },
  { why: 'a decimal with its sign apart, either', implied: '1.1.3', text: '12.5 %', says: '1.1.3 12.5%' },
  {
    why: 'in the thread of a phase 2, phase 2 is that one',
    items,
    implied: '1.4.2',
    text: 'fase 2 al 60%',
    says: '1.4.2 60%',
  },

  // What an item takes in no way is for the rules to refuse, which say what it takes
  { why: 'a number of what takes a ratio', items, text: '3.1 8,006', says: '3.1 #8006' },
  { why: 'in English', en: true, items, text: '3.1 8.006 firms', says: '3.1 #8006 firms' },
  { why: 'a ratio of what takes a number', items, text: '5.1 8,006/20,015', says: '5.1 8006/20015' },
  { why: 'a number of what takes a percentage', items, text: '1.1.3 8,006', says: '1.1.3 #8006' },
  { why: 'a count of other things', items, text: '1.4.4 6,200 pratiche', says: '1.4.4 #6200 pratiche' },
  { why: 'in a thread', items, implied: '3.1', text: '8,006', says: '3.1 #8006' },
  { why: 'a code that the plan does not have', items, text: '9.9.9 8,006', says: '9.9.9 #8006' },

  // Said in other words
  { why: 'with what it is', text: 'fase 1.4.2 al 60%', says: '1.4.2 60%' },
  { why: 'with an article', text: 'La fase 2 di 1.4 è conclusa', says: '1.4.2 DONE' },
  { why: 'an indicator', text: 'indicatore 3.1: 8006/20015', says: '3.1 8006/20015' },
  { why: 'a goal, in English', en: true, text: 'the indicator 3.1 8006/20015', says: '3.1 8006/20015' },

  // As Slack dresses it
  {
    why: 'an example of the bot’s, copied',
    text: '`1.1.3 60% bando pubblicato`',
    says: '1.1.3 60% | note: bando pubblicato',
  },
  { why: 'a bold code', text: '*1.1.3* 60%', says: '1.1.3 60%' },
  { why: 'bold as a whole', text: '*1.1.3 60%*', says: '1.1.3 60%' },
  { why: 'in italics', text: '_1.1.3_ fatto', says: '1.1.3 DONE' },
  { why: 'quoted', text: '&gt; 1.1.3 60%', says: '1.1.3 60%' },
  { why: 'an asterisk for a bullet', text: '* 1.1.3 60%', says: '1.1.3 60%' },
  { why: 'with a mention of the bot', text: '<@U0BOT> 1.1.3 60%', says: '1.1.3 60%' },
  {
    why: 'a greeting and thanks around it',
    text: 'Buongiorno,\n1.1.3 60%\nGrazie mille!',
    says: '1.1.3 60%',
  },
  { why: 'in English', en: true, text: 'Hello\n1.1.3 60%\nKind regards', says: '1.1.3 60%' },

  // Days in words
  { why: 'a month by its name', text: '1.1.3 fatto il 28 aprile', says: '1.1.3 DONE | 2020-04-28' },
  {
    why: 'the first of a month, with its year, before the figure',
    text: '1.1.3 1º maggio 2020 60%',
    says: '1.1.3 60% | 2020-05-01',
  },
  {
    why: 'an English month',
    en: true,
    text: '1.1.3 60% on 28 April call published',
    says: '1.1.3 60% | note: call published | 2020-04-28',
  },
  { why: 'a whole date needs no preposition', text: '1.1.3 60% 28/04/2020', says: '1.1.3 60% | 2020-04-28' },
  {
    why: 'nor before the figure',
    en: true,
    text: '3.1 2020-06-30 8006/20015',
    says: '3.1 8006/20015 | 2020-06-30',
  },
  { why: 'the day before yesterday', text: '1.1.3 60% l’altro ieri', says: '1.1.3 60% | 2020-09-12' },
  { why: 'the other way round', text: '1.1.3 ieri l’altro fatto', says: '1.1.3 DONE | 2020-09-12' },
  {
    why: 'in English',
    en: true,
    text: '1.1.3 done the day before yesterday',
    says: '1.1.3 DONE | 2020-09-12',
  },
  {
    why: 'a month inside the note is the note’s',
    text: '1.1.3 60% firma del 28 aprile',
    says: '1.1.3 60% | note: firma del 28 aprile',
  },

  // In other words
  { why: 'a ratio in words', text: '3.1 8006 su 20015', says: '3.1 8006/20015' },
  {
    why: 'in English',
    en: true,
    text: '3.1 8,006 out of 20,015 firms',
    says: '3.1 8006/20015 | note: firms',
  },
  { why: 'no news', text: '1.1.3 nessuna novità', says: '1.1.3 UNCHANGED' },
  { why: 'all unchanged', text: '1.1.3 tutto invariato', says: '1.1.3 UNCHANGED' },
  { why: 'a code with its article', text: 'la 1.1.3 è al 60%', says: '1.1.3 60%' },
  { why: 'a phase of a goal, without a preposition', text: 'fase 3 obiettivo 1.1 al 60%', says: '1.1.3 60%' },
  {
    why: 'what is still to come, after a colon',
    text: '1.1.3 60%: firma entro il 30/09',
    says: '1.1.3 60% | note: firma entro il 30/09',
  },
  {
    why: 'what is missing, after a colon',
    text: '1.1.3 fatta: manca solo la firma',
    says: '1.1.3 DONE | note: manca solo la firma',
  },
];
