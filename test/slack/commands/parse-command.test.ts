import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import { type Command, parseCommand } from '../../../src/slack/commands/parse-command.ts';

const TODAY = isoDate('2020-09-14');

/** A command in a line: `STATUS 1.4 2020-06-30 b0`. */
function told(command: Command): string {
  switch (command.kind) {
    case 'STATUS':
    case 'EXPLAIN': {
      const { subject, asOf, baseline } = command.query;
      return [
        command.kind,
        ...(subject === null ? [] : [subject]),
        ...(asOf === null ? [] : [asOf]),
        ...(baseline === null ? [] : [`b${baseline}`]),
      ].join(' ');
    }
    case 'UPDATE':
    case 'FIGURE':
      return `${command.kind} ${command.line}`;
    case 'CHECK_IN':
    case 'SUMMARY':
      return `${command.kind}${command.now ? ' now' : ''}`;
    case 'HISTORY':
      return `HISTORY ${command.code}`;
    case 'OUTBOX':
      return `OUTBOX${command.resend ? ' resend' : ''}`;
    case 'TODAY':
      return `TODAY${command.day === null ? '' : ` ${command.day}`}`;
    case 'HELP':
      return 'HELP';
    case 'UNKNOWN':
      return `UNKNOWN ${command.word}`;
  }
}

const read = (text: string) => {
  const result = parseCommand(text, TODAY);
  return result.ok ? told(result.value) : result.refusal;
};

test.each([
  // Status
  { text: 'status', is: 'STATUS' },
  { text: 'stato', is: 'STATUS' },
  { text: 'STATO', is: 'STATUS' },
  { text: '  stato  ', is: 'STATUS' },
  { text: 'status 1.4', is: 'STATUS 1.4' },
  { text: 'stato 1.1.3', is: 'STATUS 1.1.3' },
  { text: 'stato OSRU', is: 'STATUS OSRU' },
  { text: 'stato Direzione regionale Lavoro', is: 'STATUS Direzione regionale Lavoro' },
  { text: 'status 1.4 as of 30/06', is: 'STATUS 1.4 2020-06-30' },
  { text: 'stato 1.4 al 30/06', is: 'STATUS 1.4 2020-06-30' },
  { text: 'stato 1.4 alla data del 30/06', is: 'STATUS 1.4 2020-06-30' },
  { text: 'status 1.4 on 30/06/2020', is: 'STATUS 1.4 2020-06-30' },
  { text: 'status 1.4 as of 2020-06-30', is: 'STATUS 1.4 2020-06-30' },
  { text: 'stato al 30/06', is: 'STATUS 2020-06-30' },
  { text: 'stato al 30/06 baseline 0', is: 'STATUS 2020-06-30 b0' },
  { text: 'stato baseline 0 al 30/06', is: 'STATUS 2020-06-30 b0' },
  { text: 'stato 1.4 al 30/06 baseline 0', is: 'STATUS 1.4 2020-06-30 b0' },
  { text: 'status 1.4 baseline 1', is: 'STATUS 1.4 b1' },
  { text: 'STATUS 1.4 AS OF 30/06 BASELINE 0', is: 'STATUS 1.4 2020-06-30 b0' },
  { text: 'stato 3.3 baseline 0', is: 'STATUS 3.3 b0' },
  { text: 'stato al 30/11', is: 'STATUS 2020-11-30' },
  { text: 'stato\n1.4', is: 'STATUS 1.4' },
  // Explain
  { text: 'explain 1.4', is: 'EXPLAIN 1.4' },
  { text: 'spiega 1.4 al 30/06 baseline 0', is: 'EXPLAIN 1.4 2020-06-30 b0' },
  // Recording: the line is the grammar's
  { text: 'update 1.1.3 60% bando', is: 'UPDATE 1.1.3 60% bando' },
  { text: 'aggiorna 1.1.3 60% al 30/06', is: 'UPDATE 1.1.3 60% al 30/06' },
  { text: 'aggiorna', is: 'UPDATE ' },
  { text: 'figure 3.1 8006/20015', is: 'FIGURE 3.1 8006/20015' },
  { text: 'dato 3.1 8006/20015', is: 'FIGURE 3.1 8006/20015' },
  // The planning office's
  { text: 'checkin now', is: 'CHECK_IN now' },
  { text: 'check-in now', is: 'CHECK_IN now' },
  { text: 'checkin ora', is: 'CHECK_IN now' },
  { text: 'richiesta adesso', is: 'CHECK_IN now' },
  { text: 'storico 1.1.3', is: 'HISTORY 1.1.3' },
  { text: 'history 3.1', is: 'HISTORY 3.1' },
  { text: 'consegne', is: 'OUTBOX' },
  { text: 'outbox resend', is: 'OUTBOX resend' },
  { text: 'consegne rinvia', is: 'OUTBOX resend' },
  { text: 'checkin NOW', is: 'CHECK_IN now' },
  { text: 'checkin', is: 'CHECK_IN' },
  { text: 'checkin tomorrow', is: 'CHECK_IN' },
  { text: 'checkin now please', is: 'CHECK_IN' },
  { text: 'summary now', is: 'SUMMARY now' },
  { text: 'riepilogo subito', is: 'SUMMARY now' },
  { text: 'riepilogo', is: 'SUMMARY' },
  { text: 'today', is: 'TODAY' },
  { text: 'oggi', is: 'TODAY' },
  { text: 'oggi 30/06/2020', is: 'TODAY 2020-06-30' },
  { text: 'today 2020-06-30', is: 'TODAY 2020-06-30' },
  // Help
  { text: '', is: 'HELP' },
  { text: '   ', is: 'HELP' },
  { text: 'help', is: 'HELP' },
  { text: 'aiuto', is: 'HELP' },
  { text: 'help update', is: 'HELP' },
  // Unknown
  { text: 'pippo', is: 'UNKNOWN pippo' },
  { text: '1.4', is: 'UNKNOWN 1.4' },
  { text: 'constructor', is: 'UNKNOWN constructor' },
  { text: '__proto__', is: 'UNKNOWN __proto__' },
  { text: 'toString', is: 'UNKNOWN toString' },
])('“/arti $text” is $is', ({ text, is }) => {
  expect(read(text)).toBe(is);
});

describe('refused', () => {
  test.each([
    { why: 'a day that does not exist', text: 'stato 1.4 al 31/02', given: '31/02' },
    { why: 'no day at all', text: 'stato 1.4 al Lavoro', given: 'Lavoro' },
    { why: 'month before day', text: 'status as of 04/28', given: '04/28' },
    { why: 'a day to move to that does not exist', text: 'oggi 31/02/2020', given: '31/02/2020' },
    { why: 'words for a day', text: 'oggi domani', given: 'domani' },
    { why: 'a day and more', text: 'oggi 30/06 subito', given: '30/06 subito' },
  ])('$why', ({ text, given }) => {
    expect(read(text)).toEqual({ code: 'DATE_INVALID', given });
  });

  test.each([
    { why: 'a baseline that is no number', text: 'stato baseline zero' },
    { why: 'a negative one', text: 'stato baseline -1' },
    { why: 'one of too many digits', text: 'stato baseline 1000' },
    { why: 'a decimal one', text: 'stato baseline 0.5' },
  ])('$why', ({ text }) => {
    expect(read(text)).toMatchObject({ code: 'NOT_UNDERSTOOD' });
  });

  test.each([
    { why: 'a preposition without a day', text: 'stato 1.4 al' },
    { why: '“baseline” without a number', text: 'stato 1.4 baseline' },
  ])('$why is not passed over: it stays in what was asked for, which is then unknown', ({ text }) => {
    expect(read(text)).toBe(text.replace('stato', 'STATUS'));
  });
});
