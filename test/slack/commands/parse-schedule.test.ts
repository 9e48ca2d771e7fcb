import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Result } from '../../../src/domain/refusal.ts';
import { parseSchedule, type ScheduleCommand, takeYear } from '../../../src/slack/commands/parse-schedule.ts';
import { ARTI } from '../../helpers/context.ts';

const USAGE = '/arti calendario …';

/** As short as it can be told: `OSRU CHECK_IN 2 10:00`. */
function told(result: Result<ScheduleCommand>): string {
  if (!result.ok) {
    const { refusal } = result;
    return [
      refusal.code,
      ...('expects' in refusal ? [refusal.expects] : []),
      ...('given' in refusal ? [`«${refusal.given}»`] : []),
    ].join(' ');
  }
  const command = result.value;
  const whose = command.structure?.code ?? 'plan';
  if (command.kind === 'SHOW') return `SHOW ${whose}`;
  if (command.kind === 'HISTORY')
    return `HISTORY ${whose} ${command.slot ?? 'all'} ${command.limit ?? 'usual'}`;
  const { name, wish } = command.wanted;
  const what =
    wish.kind === 'RULE'
      ? `${JSON.stringify(Object.values(wish.recurrence ?? {}).slice(1))} ${wish.time ?? 'same time'}`
      : wish.kind === 'CADENCE'
        ? `${wish.nearDays ?? 'same'} days ${wish.everyWeeks ?? 'same'} weeks`
        : wish.kind === 'PLACE'
          ? (wish.place ?? 'nowhere')
          : wish.kind;
  return `${whose} ${name} ${what}`;
}

const parse = (text: string, plan: Plan = ARTI) => told(parseSchedule(text, plan, USAGE));

describe('what is taken', () => {
  test.each([
    { why: 'nothing: the plan’s', text: '', is: 'SHOW plan' },
    { why: 'a structure', text: 'osru', is: 'SHOW OSRU' },
    { why: 'its long name', text: 'Direzione regionale Lavoro', is: 'SHOW LAVORO' },
    { why: 'day and time', text: 'checkin lunedì 9:30', is: 'plan CHECK_IN [1] 09:30' },
    {
      why: 'in English, with words between',
      text: 'check-in every Monday at 9:30',
      is: 'plan CHECK_IN [1] 09:30',
    },
    { why: '“on” before a day is no switch', text: 'checkin on friday', is: 'plan CHECK_IN [5] same time' },
    {
      why: 'words between in Italian',
      text: 'richiesta ogni lunedi alle ore 9.30',
      is: 'plan CHECK_IN [1] 09:30',
    },
    { why: 'of a structure', text: 'OSRU checkin tuesday 10', is: 'OSRU CHECK_IN [2] 10:00' },
    { why: 'the structure after the name', text: 'checkin OSRU mar 10', is: 'OSRU CHECK_IN [2] 10:00' },
    {
      why: 'a name of several words',
      text: 'direzione REGIONALE lavoro promemoria gio',
      is: 'LAVORO REMINDER [4] same time',
    },
    { why: 'the time alone', text: 'riepilogo 12.15', is: 'plan STRUCTURE_SUMMARY [] 12:15' },
    { why: 'the time before the day', text: 'segnalazione 15:00 giovedì', is: 'plan ESCALATION [4] 15:00' },
    { why: 'the plan’s summary', text: 'riepilogo piano venerdì 13', is: 'plan PLAN_SUMMARY [5] 13:00' },
    { why: 'midnight', text: 'checkin 0:00', is: 'plan CHECK_IN [] 00:00' },
    { why: 'the last minute', text: 'checkin 23:59', is: 'plan CHECK_IN [] 23:59' },
    { why: 'off', text: 'reminder off', is: 'plan REMINDER OFF' },
    { why: 'off in Italian', text: 'promemoria sospeso', is: 'plan REMINDER OFF' },
    { why: 'on', text: 'reminder on', is: 'plan REMINDER ON' },
    { why: 'default', text: 'OSRU checkin default', is: 'OSRU CHECK_IN DEFAULT' },
    { why: 'default in Italian', text: 'OSRU richiesta predefinita', is: 'OSRU CHECK_IN DEFAULT' },
    { why: 'a day of the month and a time', text: 'monthly 5 9:00', is: 'plan MONTHLY_DIGEST [5] 09:00' },
    { why: 'both as bare numbers', text: 'mensile 5 9', is: 'plan MONTHLY_DIGEST [5] 09:00' },
    {
      why: 'with words',
      text: 'mensile il giorno 5 del mese alle 9:00',
      is: 'plan MONTHLY_DIGEST [5] 09:00',
    },
    { why: 'an elision, and an ordinal', text: 'mensile l’8', is: 'plan MONTHLY_DIGEST [8] same time' },
    { why: 'the first', text: 'mensile il 1º', is: 'plan MONTHLY_DIGEST [1] same time' },
    { why: 'the 28th', text: 'trimestrale 28', is: 'plan QUARTERLY_DIGEST [28] same time' },
    {
      why: 'days of the year, in order',
      text: 'review 30/09, 30/06 18:00',
      is: 'plan INTERIM_REVIEW [["06-30","09-30"]] 18:00',
    },
    { why: 'a day once', text: 'monitoraggio 30/06 e 30-6', is: 'plan INTERIM_REVIEW [["06-30"]] same time' },
    {
      why: 'dots where they can mean one thing',
      text: 'monitoraggio 30.06 18.30',
      is: 'plan INTERIM_REVIEW [["06-30"]] 18:30',
    },
    { why: 'cadence, bare', text: 'cadence 30 2', is: 'plan CADENCE 30 days 2 weeks' },
    { why: 'cadence in words', text: 'cadenza 30 giorni 2 settimane', is: 'plan CADENCE 30 days 2 weeks' },
    { why: 'in the other order', text: 'cadence 2 weeks 30 days', is: 'plan CADENCE 30 days 2 weeks' },
    { why: 'glued', text: 'cadenza 30g 2s', is: 'plan CADENCE 30 days 2 weeks' },
    { why: 'one of them', text: 'OSRU cadenza ogni 3 settimane', is: 'OSRU CADENCE same days 3 weeks' },
    { why: 'no days near', text: 'cadenza 0 1', is: 'plan CADENCE 0 days 1 weeks' },
    { why: 'cadence back to default', text: 'cadence default', is: 'plan CADENCE DEFAULT' },
    { why: 'a town', text: 'place pisa', is: 'plan PLACE Pisa' },
    { why: 'no town', text: 'sede nessuna', is: 'plan PLACE nowhere' },
    { why: 'history', text: 'storico', is: 'HISTORY plan all usual' },
    {
      why: 'history of all that can be said',
      text: 'history OSRU checkin 40',
      is: 'HISTORY OSRU CHECK_IN 40',
    },
    { why: 'in any order', text: 'OSRU history 1 check in', is: 'HISTORY OSRU CHECK_IN 1' },
  ])('$why: $text', ({ text, is }) => {
    expect(parse(text)).toBe(is);
  });
});

describe('the year', () => {
  test.each([
    { why: 'none', text: 'OSRU checkin mar, 10', year: null, rest: 'OSRU checkin mar, 10' },
    { why: 'alone', text: '2021', year: 2021, rest: '' },
    { why: 'first', text: '2021 checkin tuesday 10', year: 2021, rest: 'checkin tuesday 10' },
    { why: 'after the structure', text: 'OSRU 2020 history', year: 2020, rest: 'OSRU history' },
    { why: 'last', text: 'storico trimestrale 40, 2020', year: 2020, rest: 'storico trimestrale 40' },
    { why: 'part of a date is none', text: 'review 30/06/2020', year: null, rest: 'review 30/06/2020' },
    { why: 'a time without its colon is none', text: 'checkin 1030', year: null, rest: 'checkin 1030' },
    { why: 'only the first', text: '2020 2021', year: 2020, rest: '2021' },
  ])('$why: $text', ({ text, year, rest }) => {
    expect(takeYear(text)).toEqual({ year, rest });
  });
});

describe('what is refused, with what is accepted instead', () => {
  test.each([
    { why: 'neither structure nor entry', text: 'chekin lunedì', is: 'UNKNOWN_SCHEDULE_ENTRY «chekin»' },
    { why: 'an unknown structure', text: 'ORSU checkin lunedì', is: 'UNKNOWN_SCHEDULE_ENTRY «ORSU»' },
    { why: 'an unknown entry of a structure', text: 'OSRU pausa', is: 'UNKNOWN_SCHEDULE_ENTRY «pausa»' },
    { why: 'two structures', text: 'OSRU checkin LAVORO lunedì', is: `USAGE «OSRU checkin LAVORO lunedì»` },
    { why: 'no rule', text: 'checkin', is: 'SCHEDULE_UNCLEAR WEEK «»' },
    { why: 'only words between', text: 'checkin ogni', is: 'SCHEDULE_UNCLEAR WEEK «ogni»' },
    { why: 'Saturday', text: 'checkin sabato 9:30', is: 'SCHEDULE_UNCLEAR WORKING_WEEKDAY «sabato»' },
    { why: 'Sunday', text: 'reminder sunday', is: 'SCHEDULE_UNCLEAR WORKING_WEEKDAY «sunday»' },
    { why: 'no weekday', text: 'checkin luned 9', is: 'SCHEDULE_UNCLEAR WEEK «luned 9»' },
    { why: 'two days', text: 'checkin lunedì martedì', is: 'SCHEDULE_UNCLEAR WEEK «lunedì martedì»' },
    { why: 'two times', text: 'checkin 9:30 10:30', is: 'SCHEDULE_UNCLEAR WEEK «9:30 10:30»' },
    { why: '24:00', text: 'checkin 24:00', is: 'SCHEDULE_UNCLEAR TIME «24:00»' },
    { why: 'minute 60', text: 'checkin 9:60', is: 'SCHEDULE_UNCLEAR TIME «9:60»' },
    { why: 'one digit of minutes', text: 'checkin 9:5', is: 'SCHEDULE_UNCLEAR TIME «9:5»' },
    { why: 'a negative time', text: 'checkin -9', is: 'SCHEDULE_UNCLEAR WEEK «-9»' },
    { why: 'seconds', text: 'checkin 9:30:00', is: 'SCHEDULE_UNCLEAR TIME «9:30:00»' },
    { why: 'a date for a weekly one', text: 'checkin 30/06', is: 'SCHEDULE_UNCLEAR TIME «30/06»' },
    { why: 'off and a rule', text: 'reminder off lunedì', is: 'SCHEDULE_UNCLEAR WEEK «off lunedì»' },
    { why: 'a weekday for a monthly one', text: 'mensile lunedì', is: 'SCHEDULE_UNCLEAR MONTH «lunedì»' },
    { why: 'the 29th', text: 'mensile 29 9:00', is: 'SCHEDULE_UNCLEAR MONTH «29»' },
    { why: 'day 0', text: 'trimestrale 0', is: 'SCHEDULE_UNCLEAR QUARTER «0»' },
    { why: 'no time after the day', text: 'mensile 5 25', is: 'SCHEDULE_UNCLEAR TIME «25»' },
    { why: 'three numbers', text: 'mensile 5 9 10', is: 'SCHEDULE_UNCLEAR MONTH «5 9 10»' },
    { why: 'a day that not every year has', text: 'monitoraggio 29/02', is: 'SCHEDULE_UNCLEAR YEAR «29/02»' },
    { why: 'a day that no year has', text: 'monitoraggio 31/06', is: 'SCHEDULE_UNCLEAR YEAR «31/06»' },
    { why: 'a day with its year', text: 'monitoraggio 30/06/2020', is: 'SCHEDULE_UNCLEAR YEAR «30/06/2020»' },
    { why: 'day or time', text: 'monitoraggio 10.06', is: 'SCHEDULE_UNCLEAR YEAR «10.06»' },
    {
      why: 'a time that does not exist',
      text: 'monitoraggio 30/06 25:00',
      is: 'SCHEDULE_UNCLEAR TIME «25:00»',
    },
    { why: 'one bare number', text: 'cadenza 30', is: 'SCHEDULE_UNCLEAR CADENCE «30»' },
    {
      why: 'days twice',
      text: 'cadenza 30 giorni 2 giorni',
      is: 'SCHEDULE_UNCLEAR CADENCE «30 giorni 2 giorni»',
    },
    {
      why: 'one of two without its unit',
      text: 'cadenza 30 2 settimane',
      is: 'SCHEDULE_UNCLEAR CADENCE «30 2 settimane»',
    },
    { why: 'too many days', text: 'cadenza 181 2', is: 'SCHEDULE_UNCLEAR CADENCE «181 2»' },
    { why: 'no weeks', text: 'cadenza 30 0', is: 'SCHEDULE_UNCLEAR CADENCE «30 0»' },
    { why: 'too many weeks', text: 'cadenza 30 14', is: 'SCHEDULE_UNCLEAR CADENCE «30 14»' },
    { why: 'a cadence that is off', text: 'cadenza off', is: 'SCHEDULE_UNCLEAR CADENCE «off»' },
    { why: 'three numbers of a cadence', text: 'cadenza 1 2 3', is: 'SCHEDULE_UNCLEAR CADENCE «1 2 3»' },
    { why: 'no cadence', text: 'cadenza', is: 'SCHEDULE_UNCLEAR CADENCE «»' },
    { why: 'a town that is not known', text: 'sede Bologna', is: 'SCHEDULE_UNCLEAR PLACE «Bologna»' },
    { why: 'no town', text: 'sede', is: 'SCHEDULE_UNCLEAR PLACE «»' },
    { why: 'a history of 0', text: 'storico 0', is: 'USAGE «storico 0»' },
    { why: 'more than a message holds', text: 'storico 41', is: 'USAGE «storico 41»' },
    { why: 'a history of what has none', text: 'storico cadenza', is: 'USAGE «storico cadenza»' },
    {
      why: 'two kinds of history',
      text: 'storico checkin promemoria',
      is: 'USAGE «storico checkin promemoria»',
    },
  ])('$why: $text', ({ text, is }) => {
    expect(parse(text)).toBe(is);
  });
});

test('a structure called like an entry is still a structure where it stands', () => {
  const [first, ...others] = ARTI.structures;
  if (!first) throw new Error('no structures');
  const plan = { ...ARTI, structures: [{ ...first, aliases: ['Ufficio Monitoraggio'] }, ...others] };
  expect(parse('ufficio monitoraggio monitoraggio off', plan)).toBe(`${first.code} INTERIM_REVIEW OFF`);
});
