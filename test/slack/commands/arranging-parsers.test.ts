/** What the commands that arrange things take, in both languages, and what they refuse. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import type { Result } from '../../../src/domain/refusal.ts';
import type { Reference } from '../../../src/slack/commands/mentions.ts';
import { parseAssign } from '../../../src/slack/commands/parse-assign.ts';
import { parseAway } from '../../../src/slack/commands/parse-away.ts';
import { parseDelegate } from '../../../src/slack/commands/parse-delegate.ts';
import { parseHoursCommand } from '../../../src/slack/commands/parse-hours-command.ts';
import { parseStructure } from '../../../src/slack/commands/parse-structure.ts';

const USAGE = '/arti …';
/** A Monday. */
const TODAY = isoDate('2020-09-14');
const ADA = '<@U1|ada>';
const BRUNO = '<@U2|bruno>';
const GROUP = '<!subteam^S1|@osru>';
const CHANNEL = '<#C1|osru>';

const given = (reference: Reference | null): string => (reference === null ? 'self' : reference.given);
const outcome = <T>(result: Result<T>, show: (value: T) => string): string =>
  result.ok ? show(result.value) : result.refusal.code;

const assign = (text: string) =>
  outcome(parseAssign(text, USAGE), ({ codes, add, remove }) =>
    [
      codes.join(' '),
      ...add.map((each) => `+${given(each)}`),
      ...remove.map((each) => `-${given(each)}`),
    ].join(' '),
  );

describe('assign', () => {
  test.each([
    { text: `1.1.2 ${ADA}`, is: '1.1.2 +@ada' },
    { text: `1.1.2 a ${ADA}`, is: '1.1.2 +@ada' },
    { text: `1.1.2 to ${ADA}`, is: '1.1.2 +@ada' },
    { text: `1.1.2 1.1.3 ${ADA} ${BRUNO}`, is: '1.1.2 1.1.3 +@ada +@bruno' },
    { text: `1.1.2, 1.1.3 e 1.4 ${ADA}`, is: '1.1.2 1.1.3 1.4 +@ada' },
    { text: `1.1.2 and 1.1.3 ${ADA}`, is: '1.1.2 1.1.3 +@ada' },
    { text: `${ADA} 1.1.2`, is: '1.1.2 +@ada' },
    { text: `1.4 ${GROUP}`, is: '1.4 +@osru' },
    { text: `1.1.2 -${ADA}`, is: '1.1.2 -@ada' },
    { text: `1.1.2 ${ADA} -${BRUNO}`, is: '1.1.2 +@ada -@bruno' },
    { text: `1.1.2 rimuovi ${ADA}`, is: '1.1.2 -@ada' },
    { text: `1.1.2 togli ${ADA} e ${BRUNO}`, is: '1.1.2 -@ada -@bruno' },
    { text: `1.1.2 remove ${ADA}`, is: '1.1.2 -@ada' },
    { text: `1.1.2 ${BRUNO} remove ${ADA}`, is: '1.1.2 +@bruno -@ada' },
    { text: `rimuovi 1.1.2 ${ADA}`, is: '1.1.2 -@ada' },
    { text: '1.1.2 ada.rossi@arti.example', is: '1.1.2 +ada.rossi@arti.example' },
    { text: '1.1.2 referente.osru', is: '1.1.2 +referente.osru' },
    { text: '1.1.2 Referente OSRU', is: '1.1.2 +Referente OSRU' },
    { text: '1.1.2', is: '1.1.2' },
    { text: '1.1.2. 1.1.3', is: '1.1.2. 1.1.3' },
    { text: '', is: 'USAGE' },
    { text: ADA, is: 'USAGE' },
    { text: `112 ${ADA}`, is: 'USAGE' },
    { text: '1.1.2 rimuovi', is: 'USAGE' },
    { text: `1.1.2 rimuovi ${ADA} rimuovi ${BRUNO}`, is: 'USAGE' },
    { text: `1.1.2 ${CHANNEL}`, is: 'USAGE' },
  ])('$text → $is', ({ text, is }) => {
    expect(assign(text)).toBe(is);
  });
});

const structure = (text: string) =>
  outcome(parseStructure(text, USAGE), ({ structure: code, change }) => {
    if (change === null) return code;
    if (change.kind === 'CHANNEL') return `${code} # ${given(change.channel)}`;
    return [code, ...change.people.map(({ wish, who }) => `${wish} ${given(who)}`)].join(' ');
  });

describe('structure', () => {
  test.each([
    { text: 'OSRU', is: 'OSRU' },
    { text: 'Direzione regionale Lavoro', is: 'Direzione regionale Lavoro' },
    { text: `OSRU canale ${CHANNEL}`, is: 'OSRU # #osru' },
    { text: `OSRU channel ${CHANNEL}`, is: 'OSRU # #osru' },
    { text: 'OSRU channel #osru', is: 'OSRU # osru' },
    { text: 'OSRU canale nessuno', is: 'OSRU # self' },
    { text: 'OSRU channel off', is: 'OSRU # self' },
    { text: `OSRU responsabile ${ADA}`, is: 'OSRU HEAD @ada' },
    { text: `OSRU head ${ADA} -${BRUNO}`, is: 'OSRU HEAD @ada NOT_HEAD @bruno' },
    { text: `OSRU aggiungi ${ADA} ${GROUP}`, is: 'OSRU ADD @ada ADD @osru' },
    { text: `OSRU add ${ADA}`, is: 'OSRU ADD @ada' },
    { text: `Direzione regionale Lavoro add ${ADA}`, is: 'Direzione regionale Lavoro ADD @ada' },
    { text: `OSRU rimuovi ${ADA}`, is: 'OSRU REMOVE @ada' },
    { text: `OSRU remove ${ADA}`, is: 'OSRU REMOVE @ada' },
    { text: `OSRU add ${ADA} -${BRUNO}`, is: 'OSRU ADD @ada REMOVE @bruno' },
    { text: '', is: 'USAGE' },
    { text: `OSRU ${ADA}`, is: 'USAGE' },
    { text: 'OSRU canale', is: 'USAGE' },
    { text: `OSRU canale ${ADA}`, is: 'USAGE' },
    { text: `OSRU canale ${CHANNEL} <#C2|altro>`, is: 'USAGE' },
    { text: `OSRU canale -${CHANNEL}`, is: 'USAGE' },
    { text: 'OSRU head', is: 'USAGE' },
    { text: `OSRU add ${CHANNEL}`, is: 'USAGE' },
    { text: 'OSRU remove', is: 'USAGE' },
  ])('$text → $is', ({ text, is }) => {
    expect(structure(text)).toBe(is);
  });
});

const away = (text: string, word = 'assente') =>
  outcome(parseAway(word, text, { today: TODAY, usage: USAGE }), ({ who, change }) =>
    change.kind === 'AWAY' ? `${given(who)} ${change.from} ${change.until}` : `${given(who)} ${change.kind}`,
  );

describe('away', () => {
  test.each([
    { text: '', is: 'self SHOW' },
    { text: ADA, is: '@ada SHOW' },
    { text: 'until 20/09', is: 'self 2020-09-14 2020-09-20' },
    { text: 'fino al 20/09', is: 'self 2020-09-14 2020-09-20' },
    { text: 'fino a domani', is: 'self 2020-09-14 2020-09-15' },
    { text: 'until tomorrow', is: 'self 2020-09-14 2020-09-15' },
    { text: 'fino al 14/09', is: 'self 2020-09-14 2020-09-14' },
    { text: 'from 16/09 until 20/09', is: 'self 2020-09-16 2020-09-20' },
    { text: 'from 16/09 to 20/09', is: 'self 2020-09-16 2020-09-20' },
    { text: 'dal 16/09 al 20/09', is: 'self 2020-09-16 2020-09-20' },
    { text: 'dall’8/10 all’11/10', is: 'self 2020-10-08 2020-10-11' },
    { text: 'da domani al 20.9', is: 'self 2020-09-15 2020-09-20' },
    { text: 'dal 2020-10-01 al 2020-10-05', is: 'self 2020-10-01 2020-10-05' },
    { text: 'dal 10/09 al 20/09', is: 'self 2020-09-10 2020-09-20' },
    { text: 'dal 28/12 al 06/01', is: 'self 2020-12-28 2021-01-06' },
    { text: 'until 20/01', is: 'self 2020-09-14 2021-01-20' },
    { text: 'until 13/09', is: 'self 2020-09-14 2020-09-13' },
    { text: 'until 13/09/2020', is: 'self 2020-09-14 2020-09-13' },
    { text: `${ADA} fino al 20/09`, is: '@ada 2020-09-14 2020-09-20' },
    { text: `until 20/09 ${ADA}`, is: '@ada 2020-09-14 2020-09-20' },
    { text: 'a.rossi@arti.example until 20/09', is: 'a.rossi@arti.example 2020-09-14 2020-09-20' },
    { text: 'off', is: 'self BACK' },
    { text: 'rientrata', is: 'self BACK' },
    { text: 'back', is: 'self BACK' },
    { text: `${ADA} off`, is: '@ada BACK' },
    { text: '', word: 'rientrato', is: 'self BACK' },
    { text: ADA, word: 'rientrato', is: '@ada BACK' },
    { text: 'fino al 31/02', is: 'DATE_INVALID' },
    { text: 'until friday', is: 'DATE_INVALID' },
    { text: 'fino a 20', is: 'DATE_INVALID' },
    { text: 'dal 32/09 al 20/10', is: 'DATE_INVALID' },
    { text: 'from 16/09', is: 'USAGE' },
    { text: 'dal 20/09 al 16/09', is: 'USAGE' },
    { text: 'dal 20/09/2020 al 16/09/2020', is: 'USAGE' },
    { text: 'off until 20/09', is: 'USAGE' },
    { text: `${ADA} ${BRUNO} until 20/09`, is: 'USAGE' },
    { text: `${GROUP} until 20/09`, is: 'USAGE' },
    { text: `-${ADA}`, is: 'USAGE' },
  ])('$text → $is', ({ text, word, is }) => {
    expect(away(text, word)).toBe(is);
  });

  test.each([
    { today: '2020-12-20', text: 'until 20/01', is: 'self 2020-12-20 2021-01-20' },
    { today: '2020-12-20', text: 'dal 14/09 al 20/09', is: 'self 2020-09-14 2020-09-20' },
    { today: '2021-01-04', text: 'dal 28/12 al 06/01', is: 'self 2020-12-28 2021-01-06' },
    { today: '2020-03-01', text: 'until 29/02', is: 'self 2020-03-01 2020-02-29' },
  ])('on $today, $text → $is', ({ today, text, is }) => {
    const parsed = parseAway('away', text, { today: isoDate(today), usage: USAGE });
    const { who, change } = parsed.ok ? parsed.value : { who: null, change: null };
    expect(change?.kind === 'AWAY' && `${given(who)} ${change.from} ${change.until}`).toBe(is);
  });
});

const delegate = (text: string) =>
  outcome(parseDelegate(text, TODAY, USAGE), (command) => {
    if (command.kind === 'SHOW') return 'SHOW';
    const codes = command.codes === 'ALL' ? 'ALL' : command.codes.join(' ');
    if (command.kind === 'END') return `END ${codes}`;
    const { from, to, startsOn, endsOn } = command;
    return `${codes} ${given(from)}→${given(to)} ${startsOn} ${endsOn}`;
  });

describe('delegate', () => {
  test.each([
    { text: '', is: 'SHOW' },
    { text: `1.1.3 ${ADA} until 30/09`, is: '1.1.3 self→@ada 2020-09-14 2020-09-30' },
    { text: `1.1.3 ${ADA} fino al 30/09`, is: '1.1.3 self→@ada 2020-09-14 2020-09-30' },
    { text: `1.1.3 a ${ADA} fino al 30/09`, is: '1.1.3 self→@ada 2020-09-14 2020-09-30' },
    { text: `1.1.3, 1.1.4 e 1.4.1 ${ADA} to 30/09`, is: '1.1.3 1.1.4 1.4.1 self→@ada 2020-09-14 2020-09-30' },
    { text: `1.1.3 ${ADA} from 20/09 until 30/09`, is: '1.1.3 self→@ada 2020-09-20 2020-09-30' },
    { text: `1.1.3 a ${ADA} dal 20/09 al 30/09`, is: '1.1.3 self→@ada 2020-09-20 2020-09-30' },
    { text: `tutto a ${ADA} fino al 30/09`, is: 'ALL self→@ada 2020-09-14 2020-09-30' },
    { text: `all ${ADA} until 30/09`, is: 'ALL self→@ada 2020-09-14 2020-09-30' },
    { text: '1.1.3 referente.lavoro until 30/09', is: '1.1.3 self→referente.lavoro 2020-09-14 2020-09-30' },
    { text: `1.1.3 da ${ADA} a ${BRUNO} fino al 30/09`, is: '1.1.3 @ada→@bruno 2020-09-14 2020-09-30' },
    { text: `all from ${ADA} to ${BRUNO} until 30/09`, is: 'ALL @ada→@bruno 2020-09-14 2020-09-30' },
    {
      text: `1.1.3 from ${ADA} to ${BRUNO} from 20/09 to 30/09`,
      is: '1.1.3 @ada→@bruno 2020-09-20 2020-09-30',
    },
    { text: 'off 1.1.3', is: 'END 1.1.3' },
    { text: '1.1.3 off', is: 'END 1.1.3' },
    { text: 'fine 1.1.3 e 1.1.4', is: 'END 1.1.3 1.1.4' },
    { text: 'revoca tutto', is: 'END ALL' },
    { text: 'off all', is: 'END ALL' },
    { text: `1.1.3 ${ADA}`, is: 'USAGE' },
    { text: `${ADA} until 30/09`, is: 'USAGE' },
    { text: '1.1.3 until 30/09', is: 'USAGE' },
    { text: `1.1.3 all ${ADA} until 30/09`, is: 'USAGE' },
    { text: `1.1.3 ${ADA} ${BRUNO} until 30/09`, is: 'USAGE' },
    { text: `1.1.3 ${GROUP} until 30/09`, is: 'USAGE' },
    { text: `1.1.3 da ${ADA} fino al 30/09`, is: 'USAGE' },
    { text: `1.1.3 ${ADA} from 20/09`, is: 'USAGE' },
    { text: `1.1.3 -${ADA} until 30/09`, is: 'USAGE' },
    { text: `off 1.1.3 ${ADA}`, is: 'USAGE' },
    { text: 'off', is: 'USAGE' },
    { text: 'off 1.1.3 until 30/09', is: 'USAGE' },
    { text: `1.1.3 ${ADA} until 31/09`, is: 'DATE_INVALID' },
    { text: `1.1.3 ${ADA} fino a natale`, is: 'DATE_INVALID' },
  ])('$text → $is', ({ text, is }) => {
    expect(delegate(text)).toBe(is);
  });
});

const hours = (text: string) =>
  outcome(parseHoursCommand(text, USAGE), (command) => {
    switch (command.kind) {
      case 'SHOW':
        return 'SHOW';
      case 'ZONE':
        return `ZONE ${command.timeZone}`;
      case 'HOURS':
        return command.hours === null ? 'NONE' : `${command.hours.from}-${command.hours.to}`;
    }
  });

describe('hours', () => {
  test.each([
    { text: '', is: 'SHOW' },
    { text: '8:30-14:00', is: '08:30-14:00' },
    { text: 'dalle 8.30 alle 14', is: '08:30-14:00' },
    { text: 'from 8:30 to 14', is: '08:30-14:00' },
    { text: 'off', is: 'NONE' },
    { text: 'nessuno', is: 'NONE' },
    { text: 'zone Europe/Rome', is: 'ZONE Europe/Rome' },
    { text: 'fuso Atlantic/Azores', is: 'ZONE Atlantic/Azores' },
    { text: 'fuso orario Europe/Rome', is: 'ZONE Europe/Rome' },
    { text: 'zone off', is: 'ZONE null' },
    { text: 'fuso slack', is: 'ZONE null' },
    { text: 'zone', is: 'USAGE' },
    { text: '14-8', is: 'HOURS_INVALID' },
    { text: '8', is: 'HOURS_INVALID' },
    { text: 'Europe/Rome', is: 'HOURS_INVALID' },
  ])('$text → $is', ({ text, is }) => {
    expect(hours(text)).toBe(is);
  });
});
