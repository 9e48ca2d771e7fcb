/** `/arti schedule` as people type it, and what Slack would show them. */
import { describe, expect, test } from 'vitest';
import { type Actor, actorOf } from '../../../src/domain/actor.ts';
import { LANGUAGES, type Language } from '../../../src/messages/language.ts';
import { scheduleCommand } from '../../../src/slack/commands/schedule.ts';
import { ARTI, actor, OSRU_STAFF, PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { LAVORO } from '../../helpers/figures.ts';
import { openTimedContext, type TimedContext } from '../../helpers/timed-context.ts';
import { settle, weeklyRuns } from '../../services/schedule/support.ts';
import { importSample } from '../../store/support.ts';
import { saidIn, startArrangingSlack } from '../arranging-slack.ts';

const HEAD = actor('HEAD', 'OSRU');
const open = () => openTimedContext('2020-09-14T10:00:00.000Z');

async function say(
  context: TimedContext,
  rest: string,
  by: Actor = PLANNING_OFFICE,
  language: Language = 'it',
  triggerId: string = rest,
): Promise<string> {
  const { environment } = await startArrangingSlack(context, language);
  const person = personOf('referente.osru');
  const call = { text: `schedule ${rest}`, user: 'U1', channel: 'D1', triggerId };
  const content = await scheduleCommand.answer(environment, {
    call,
    person,
    actor: by,
    word: 'schedule',
    rest,
  });
  expect(content.text).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
  return `${content.text}\n${saidIn(content)}`;
}

test('the whole rhythm in plain words', async () => {
  const context = await open();
  await settle(context, context.planId, {});
  const said = await say(context, '');
  for (const part of [
    'Calendario del piano 2020. Prossimo appuntamento: promemoria, mercoledì 16/09 alle 09:30.',
    '*Promemoria*: ogni mercoledì alle 09:30\n→ prossimo: mercoledì 16/09 alle 09:30',
    '*Riepilogo trimestrale*: il 10 del mese dopo il trimestre alle 09:00\n→ prossimo: lunedì 12/10 alle 09:00 (spostato da sabato 10/10)',
    '*Monitoraggio infrannuale*: il 30/06 e il 30/09 alle 18:00\n→ prossimo: mercoledì 30/09 alle 18:00',
    '*Cadenza delle richieste*: settimanale negli ultimi 21 giorni',
    '*Sede*: Firenze (festa patronale il 24/06)',
    'ultima: lunedì 14/09 alle 09:30, in orario',
    'Per cambiare:',
  ]) {
    expect(said).toContain(part);
  }
});

test('of a structure: its own and the plan’s', async () => {
  const context = await open();
  await say(context, 'OSRU checkin martedì 10', HEAD);
  await say(context, 'OSRU sede Pisa', HEAD);
  const own = await say(context, 'OSRU', OSRU_STAFF);
  expect(own).toContain(
    '*Richiesta di aggiornamento*: ogni martedì alle 10:00 _(regola propria; per il piano: ogni lunedì alle 09:30)_',
  );
  expect(own).toContain('*Promemoria*: ogni mercoledì alle 09:30 _(come il piano)_');
  expect(own).toContain('*Sede*: Pisa (festa patronale il 17/06) _(regola propria della struttura)_');
  const plan = await say(context, '');
  expect(plan).toContain('• OSRU: richiesta di aggiornamento ogni martedì alle 10:00\n• OSRU: sede Pisa');
});

test.each([
  { why: 'staff', by: OSRU_STAFF, rest: '', told: false },
  { why: 'a head, of the plan', by: HEAD, rest: '', told: false },
  { why: 'a head, of their structure', by: HEAD, rest: 'OSRU', told: true },
  { why: 'a head, of another', by: HEAD, rest: 'LAVORO', told: false },
  { why: 'planning', by: PLANNING_OFFICE, rest: 'LAVORO', told: true },
])('who may change it is told how: $why', async ({ by, rest, told }) => {
  expect((await say(await open(), rest, by)).includes('Per cambiare')).toBe(told);
});

describe('changes', () => {
  test.each([
    {
      rest: 'checkin martedì 10',
      says: 'Calendario aggiornato. *Richiesta di aggiornamento*: ogni martedì alle 10:00 (finora: ogni lunedì alle 09:30).',
    },
    { rest: 'checkin martedì 10', says: 'Prossima: martedì 15/09 alle 10:00.' },
    {
      rest: 'OSRU promemoria off',
      says: '*Promemoria · OSRU*: sospeso (finora: ogni mercoledì alle 09:30, come il piano).',
    },
    { rest: 'checkin lunedì 9:30', says: 'Era già così: nulla è cambiato.' },
    { rest: 'cadenza 30 giorni 2 settimane', says: 'negli ultimi 30 giorni' },
    { rest: 'sede nessuna', says: '*Sede*: nessuna: valgono le sole festività nazionali (finora: Firenze' },
    { rest: 'mensile 8 9', says: 'Prossimo: giovedì 08/10 alle 09:00.' },
    {
      rest: 'monitoraggio 15/09 18:00',
      says: 'il 15/09 alle 18:00 (finora: il 30/06 e il 30/09 alle 18:00)',
    },
    {
      rest: 'segnalazione martedì',
      says: '⚠️ Per il piano: la segnalazione al responsabile (ogni martedì alle 15:00) non segue il promemoria (ogni mercoledì alle 09:30)',
    },
    {
      rest: 'checkin sabato',
      says: 'da lunedì a venerdì, perché nel fine settimana non si scrive a nessuno',
    },
    {
      rest: 'pausa lunedì',
      says: '«pausa» non è né una struttura (DIREZIONE, LAVORO, OSRU) né una voce del calendario (checkin,',
    },
    { rest: 'OSRU mensile 5', says: 'Il riepilogo mensile riguarda l’intero piano' },
    { rest: 'sede Bologna', says: 'Arezzo, Carrara' },
  ])('$rest → $says', async ({ rest, says }) => {
    expect(await say(await open(), rest)).toContain(says);
  });

  test('this week’s has run', async () => {
    const context = await open();
    await say(context, 'promemoria off');
    await settle(context, context.planId, {});
    const said = await say(context, 'OSRU checkin venerdì');
    expect(said).toContain('Per questa settimana è già stato provveduto: la modifica vale dalla prossima.');
    expect(said).toContain('Prossima: venerdì 25/09 alle 09:30.');
  });

  test('off, on, default', async () => {
    const context = await open();
    await say(context, 'checkin martedì');
    await say(context, 'checkin off');
    expect(await say(context, 'checkin on')).toContain(
      'ogni lunedì alle 09:30 (finora: sospesa).\nÈ stata ripresa la regola predefinita.'.split('\n')[0] ??
        '',
    );
    await say(context, 'OSRU checkin giovedì');
    const dropped = await say(context, 'OSRU checkin predefinito');
    expect(dropped).toContain('ogni lunedì alle 09:30, come il piano (finora: ogni giovedì alle 09:30)');
    expect(dropped).toContain('Vale di nuovo la regola del piano.');
  });

  test('who may not is told whom to ask', async () => {
    const context = await open();
    expect(await say(context, 'OSRU checkin martedì', OSRU_STAFF)).toContain(
      'Il calendario di OSRU può cambiarlo chi ne è responsabile, oppure l’ufficio programmazione.',
    );
    expect(await say(context, 'checkin martedì', HEAD)).toContain(
      '`/arti calendario OSRU checkin martedì 10`',
    );
    expect(await context.store.loadSchedule(context.planId)).toEqual([]);
  });

  test('the same command delivered again changes nothing', async () => {
    const context = await open();
    await say(context, 'checkin martedì', PLANNING_OFFICE, 'it', 't1');
    await say(context, 'checkin giovedì', PLANNING_OFFICE, 'it', 't2');
    expect(await say(context, 'checkin martedì', PLANNING_OFFICE, 'it', 't1')).toContain(
      'Questa richiesta era già stata eseguita. *Richiesta di aggiornamento*: ora ogni giovedì alle 09:30.',
    );
  });
});

describe('history', () => {
  test('what, for which period, when, and what became of it', async () => {
    const context = await open();
    await settle(
      context,
      context.planId,
      {},
      { structure: LAVORO, outcome: 'LATE', settledAt: '2020-09-14T09:35:00.000Z', messages: 1 },
      { kind: 'MONTHLY_DIGEST', structure: null, period: '2020-08', outcome: 'SKIPPED', because: 'STALE' },
    );
    const said = await say(context, 'storico');
    expect(said).toContain('Le 3 voci più recenti.');
    expect(said).toContain(
      '*Richiesta di aggiornamento* · OSRU · settimana del 14/09/2020\nprevista lunedì 14/09 alle 09:30 · in orario · 2 messaggi',
    );
    expect(said).toContain('in ritardo di 2 ore (lunedì 14/09 alle 11:35) · 1 messaggio');
    expect(said).toContain('*Riepilogo mensile* · agosto 2020\nprevisto');
    expect(said).toContain('saltato: non più utile');
    expect(said.indexOf('Riepilogo mensile')).toBeLessThan(said.indexOf('OSRU'));
  });

  test('filtered, cut and counted', async () => {
    const context = await open();
    await settle(context, context.planId, ...weeklyRuns(45), { kind: 'REMINDER', period: '2020-W01' });
    expect(await say(context, 'storico OSRU checkin')).toContain('Ce ne sono altre 25 precedenti.');
    const most = await say(context, 'history 40');
    expect(most).toContain('Ce ne sono altre 6 precedenti.');
    expect(most).not.toContain('Per vederne di più');
    expect(most.match(/settimana del/g)).toHaveLength(40);
  });

  test('nothing yet', async () => {
    expect(await say(await open(), 'storico')).toContain('Ancora nulla');
  });
});

describe('another plan than the current one', () => {
  /** In January: last year's digests are still to come. */
  async function openBoth() {
    const context = await openTimedContext('2021-01-04T08:00:00.000Z');
    await importSample(context.store, { ...ARTI, year: 2021 }, 'sha-2021');
    return context;
  }

  test('what became of last year’s slots', async () => {
    const context = await openBoth();
    await settle(context, context.planId, ...weeklyRuns(25));
    expect(await say(context, 'history')).toContain('Calendario del piano 2021: storico. Ancora nulla');
    const said = await say(context, '2020 history');
    expect(said).toContain('Calendario del piano 2020: storico. Le 20 voci più recenti.');
    expect(said).toContain('`/arti calendario 2020 storico 40`');
    expect(await say(context, 'storico OSRU 2020')).toContain('Calendario di OSRU nel piano 2020: storico');
  });

  test('last year’s digest is switched off, and this year’s is not', async () => {
    const context = await openBoth();
    const said = await say(context, '2020 trimestrale off');
    expect(said).toContain('*Riepilogo trimestrale · piano 2020*: sospeso');
    expect(await say(context, '2020')).toContain('*Riepilogo trimestrale*: sospeso');
    expect(await say(context, '')).toContain('*Riepilogo trimestrale*: il 10 del mese dopo il trimestre');
  });

  test('next year’s rhythm is set before it starts', async () => {
    const context = await openBoth();
    context.setTime('2020-12-15T08:00:00.000Z');
    expect(await say(context, '2021 OSRU checkin martedì 10', HEAD)).toContain(
      '*Richiesta di aggiornamento · OSRU · piano 2021*: ogni martedì alle 10:00',
    );
    const own = await say(context, 'OSRU 2021', HEAD);
    expect(own).toContain('Calendario di OSRU nel piano 2021');
    expect(own).toContain('`/arti calendario 2021 OSRU checkin martedì 10`');
    const english = await say(context, 'OSRU 2021', HEAD, 'en');
    expect(english).toContain('Schedule of OSRU in the plan 2021');
    expect(english).toContain('`/arti schedule 2021 history OSRU`');
    expect(await say(context, 'OSRU')).toContain('ogni lunedì alle 09:30 _(come il piano)_');
  });

  test('the current plan’s year needs not be said', async () => {
    const context = await openBoth();
    const said = await say(context, '2021 OSRU checkin martedì 10');
    expect(said).toContain('*Richiesta di aggiornamento · OSRU*: ogni martedì');
    expect(await say(context, '2021 OSRU')).not.toContain('nel piano 2021');
  });

  test.each(['2019', '2019 storico', 'checkin lunedì 2019'])('a year without a plan: %s', async (rest) => {
    expect(await say(await openBoth(), rest)).toContain(
      'Non c’è un piano del 2019. Anni disponibili: 2020, 2021.',
    );
  });
});

test('a process that does not act on it says so', async () => {
  const context = await open();
  const off = await say({ ...context, schedules: false }, '');
  expect(off).toContain('ARTI_SCHEDULE=off');
  expect(await say({ ...context, schedules: true }, '')).not.toContain('ARTI_SCHEDULE');
});

describe.each(LANGUAGES)('Slack takes it in %s', (language) => {
  test.each([
    '',
    'OSRU',
    'history',
    'history 40',
    'OSRU checkin friday 8',
    'review 30/06 30/09 15/12 18:00',
    'checkin off',
    'cadence 1 3',
    'place Pisa',
    'nothing of the kind',
  ])('%s', async (rest) => {
    const context = await open();
    await settle(context, context.planId, ...weeklyRuns(40), {
      period: '2020-W41',
      outcome: 'SKIPPED',
      because: 'STALE',
    });
    // saidIn throws for what Slack would not take.
    expect(
      await say(context, rest, actorOf({ ...personOf('referente.osru'), role: 'PLANNING' }), language),
    ).not.toBe('');
  });
});

test('as much as can be set, and the longest names, still fit', async () => {
  const context = await open();
  for (const code of ['OSRU', 'LAVORO', 'DIREZIONE']) {
    for (const wish of [
      'checkin venerdì',
      'promemoria lunedì',
      'segnalazione lunedì 8',
      'riepilogo off',
      'cadenza 180 13',
      'sede Viareggio',
    ]) {
      await say(context, `${code} ${wish}`);
    }
  }
  const said = await say(context, '');
  expect(said).toContain('⚠️ Per OSRU: il promemoria');
  expect(said.match(/• /g)).toHaveLength(18);
});
