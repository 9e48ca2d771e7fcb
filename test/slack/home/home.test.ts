/** The home tab over the wire: each control does what it says, and its effect shows in the tab drawn next. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../src/domain/directory.ts';
import type { Language } from '../../../src/messages/language.ts';
import { REPORT_ITEM_ACTION } from '../../../src/slack/blocks/item-list-blocks.ts';
import { REPORT_VIEW } from '../../../src/slack/blocks/report-modal.ts';
import { personOf, statement } from '../../helpers/context.ts';
import { decimal, measuredRatio } from '../../helpers/figures.ts';
import { bigPlan } from '../../helpers/slack-messages.ts';
import { textOf, type WorkspaceClient } from '../../helpers/workspace-client.ts';
import { ASKED, controlsOf, DIREZIONE, OSRU } from '../check-in/support.ts';
import { control, type Homes, menuOf, sectionOf, slackIdOf, startHomes } from './support.ts';

const MANAGER = 'dirigente';
const PLANNING = 'programmazione';
const ITEMS = 'Le mie attività aperte';
const SAID = 'Le mie ultime comunicazioni';
const SETTINGS = 'Le mie impostazioni';

let homes: Homes;
let me: WorkspaceClient;

async function start(person: string, options: Parameters<typeof startHomes>[0] = {}): Promise<void> {
  homes = await startHomes(options);
  me = await homes.as(person);
}

afterEach(async () => {
  expect(homes.errors()).toEqual([]);
  await homes.close();
});

const percent = (item: string, points: string, more = {}) =>
  statement(item, { figure: { kind: 'PERCENT', percent: decimal(points) }, reportedOn: ASKED, ...more });

const choose = (item: string, choice: Parameters<typeof menuOf>[2]) => async () => {
  const menu = menuOf(await homes.shown(me), item, choice);
  return { which: menu.which, choice: menu.choice };
};

/** Chooses in the menu of an item; the tab as it is drawn anew. */
async function chooseAndLook(item: string, choice: Parameters<typeof menuOf>[2]) {
  const menu = await choose(item, choice)();
  return homes.act(me, menu.which, menu.choice);
}

/** The same where a modal opens. */
async function chooseAndOpen(item: string, choice: Parameters<typeof menuOf>[2]) {
  const menu = await choose(item, choice)();
  return homes.openFrom(me, menu.which, menu.choice);
}

describe('opened', () => {
  test.each([
    { language: 'it', greeting: 'Buongiorno, Referente OSRU', day: 'Oggi è lunedì 14/09/2020 · baseline 1' },
    { language: 'en', greeting: 'Good day, Referente OSRU', day: 'Today is Monday 14/09/2020 · baseline 1' },
  ] as const)('shows how things stand, in $language', async ({ language, greeting, day }) => {
    await start(OSRU, { language: language as Language });
    const text = textOf(await homes.open(me));
    expect(text).toContain(greeting);
    expect(text).toContain(day);
    expect(text).toContain('*OSRU · ');
    expect(text).toContain('*1.1.3* ');
    expect(text).not.toContain('*1.4.1* ');
  });

  test('when Slack tells that it was opened', async () => {
    await start(OSRU);
    await me.openHome();
    const view = await me.waitForView(({ type }) => type === 'home');
    expect(textOf(view)).toContain('Buongiorno, Referente OSRU');
  });

  test('the other tab is left alone', async () => {
    await start(OSRU);
    await homes.look(me, { tab: 'messages' });
    expect((await me.bootstrap()).homeView).toBeUndefined();
  });

  test('shows again what was said elsewhere meanwhile', async () => {
    await start(DIREZIONE);
    expect(sectionOf(await homes.open(me), ITEMS)).not.toContain('43,00');
    await homes.say(percent('1.1.1', '43'));
    expect(sectionOf(await homes.open(me), ITEMS)).toContain('Ultimo dato: 43,00');
  });

  test('somebody who is not in the directory is told whom to ask', async () => {
    await start(OSRU);
    await homes.withPeople((person) => (person.key === OSRU ? null : person));
    const view = await homes.open(me);
    expect(textOf(view)).toContain('Si rivolga a: Ufficio programmazione.');
    expect(controlsOf(view)).toEqual([]);
  });

  test('a tab that was drawn before somebody left the directory does nothing any more', async () => {
    await start(DIREZIONE);
    await homes.say(percent('1.1.1', '40'));
    await homes.open(me);
    await homes.withPeople((person) => (person.key === DIREZIONE ? null : person));
    for (const choice of ['UNCHANGED', 'HISTORY', 'DELEGATE'] as const) {
      const view = await homes.shown(me);
      const menu = menuOf(view, '1.1.1', choice);
      await me.press(view, menu.which, { choice: menu.choice });
      const told = await me.waitForView(({ type }) => type === 'modal');
      expect(textOf(told)).toContain('Si rivolga a: Ufficio programmazione.');
    }
    expect(await homes.reports()).toHaveLength(1);
  });
});

describe('an open check-in', () => {
  test('stands on top, and is answered from there', async () => {
    await start(DIREZIONE);
    expect(textOf(await homes.open(me))).toContain('Nessuna richiesta di aggiornamento');
    await homes.ask(DIREZIONE, ['1.1.1', '1.1.2', '3.1']);
    expect(textOf(await homes.open(me))).toContain('*0 di 3* risposte');
    const modal = await homes.openFrom(me, control('home_answer'));
    expect(modal.callback_id).toBe(REPORT_VIEW);
    expect(await me.submit(modal, { 'percent:1.1.1': '30' })).toEqual({ ok: true });
    expect(textOf(await homes.shown(me))).toContain('*1 di 3* risposte');
    await homes.recorded(1);
  });
});

describe('“update” of an item outside of a check-in', () => {
  test('opens its form; the answer comes as a message, and the tab shows it', async () => {
    await start(DIREZIONE);
    await homes.open(me);
    const modal = await homes.openFrom(me, control(REPORT_ITEM_ACTION, '1.1.1'));
    expect(modal.callback_id).toBe(REPORT_VIEW);
    expect(textOf(modal)).toContain('*1.1.1*');
    expect(await me.submit(modal, { 'percent:1.1.1': '62,5', 'note:1.1.1': 'in firma' })).toEqual({
      ok: true,
    });
    const view = await homes.shown(me);
    expect(sectionOf(view, ITEMS)).toContain('Ultimo dato: 62,50');
    expect(sectionOf(view, SAID)).toMatch(/\*1\.1\.1\* 62,50\s% il 14\/09\/2020: _in firma_/);
    const [report] = await homes.recorded(1);
    expect(report).toMatchObject({ phase: '1.1.1', percentBps: 6_250, note: 'in firma', actor: DIREZIONE });
    await homes.deliver();
    expect((await me.history()).map((message) => textOf(message)).join('\n')).toContain('Registrato 1.1.1');
  });

  test('of an indicator too', async () => {
    await start(DIREZIONE);
    await homes.open(me);
    await homes.act(me, control('home_next'));
    const modal = await homes.openFrom(me, control(REPORT_ITEM_ACTION, '3.1'));
    await me.submit(modal, { 'numerator:3.1': '8006', 'denominator:3.1': '20015' });
    expect(sectionOf(await homes.shown(me), SAID)).toContain('*3.1* 8.006/20.015');
    expect(await homes.measurements()).toMatchObject([{ goal: '3.1', numerator: '8006' }]);
  });

  test('“correct” beside what was said opens the same, with it filled in', async () => {
    await start(PLANNING);
    const direzione = await homes.as(DIREZIONE);
    await homes.open(direzione);
    const first = await homes.openFrom(direzione, control(REPORT_ITEM_ACTION, '1.1.1'));
    await direzione.submit(first, { 'percent:1.1.1': '62,5' });
    const view = await homes.shown(direzione);
    const beside = controlsOf(view).filter(
      ({ action_id, value }) => action_id === REPORT_ITEM_ACTION && value === '1.1.1',
    );
    expect(beside.map(({ accessibility_label }) => accessibility_label)).toEqual([
      'Aggiorna 1.1.1',
      'Correggi 1.1.1',
    ]);
    const again = await homes.openFrom(
      direzione,
      (each) => each === undefined || JSON.stringify(each).includes('Correggi 1.1.1'),
    );
    expect(JSON.stringify(again.blocks)).toContain('"initial_value":"62,5"');
    await direzione.submit(again, { 'percent:1.1.1': '52,5' });
    expect(sectionOf(await homes.shown(direzione), SAID)).toMatch(/52,50[\s\S]*62,50/);
    expect(await homes.recorded(2)).toHaveLength(2);
  });

  test('what can’t be taken leaves the form open, and nothing is recorded', async () => {
    await start(DIREZIONE);
    await homes.open(me);
    const modal = await homes.openFrom(me, control(REPORT_ITEM_ACTION, '1.1.1'));
    const answer = await me.submit(modal, { 'percent:1.1.1': '160' });
    expect(answer).toMatchObject({ errors: { 'percent:1.1.1': expect.stringContaining('da 0 a 100') } });
    expect(await homes.reports()).toEqual([]);
  });

  test('a form that is sent twice records once', async () => {
    await start(DIREZIONE);
    await homes.open(me);
    const modal = await homes.openFrom(me, control(REPORT_ITEM_ACTION, '1.1.1'));
    const values = { 'percent:1.1.1': { percent: { type: 'plain_text_input', value: '61' } } };
    const { id, hash, callback_id, private_metadata } = modal;
    const view = { id, hash, type: 'modal', callback_id, private_metadata, state: { values } };
    const payload = { type: 'view_submission', user: { id: me.userId }, view };
    await homes.interact(payload);
    await homes.interact(payload);
    expect(await homes.reports()).toHaveLength(1);
  });

  test('works from `/arti mine` too', async () => {
    await start(DIREZIONE);
    await me.command('/arti mine');
    const list = await me.waitForMessage(({ text }) => text?.includes('Attività aperte') ?? false);
    await me.press(list, control(REPORT_ITEM_ACTION, '1.1.1'));
    const modal = await me.waitForView(({ type }) => type === 'modal');
    expect(await me.submit(modal, { 'percent:1.1.1': '20' })).toEqual({ ok: true });
    await homes.recorded(1);
    expect((await me.bootstrap()).homeView).toBeUndefined();
  });

  test('of what one answers for no longer is refused, over the tab', async () => {
    await start(DIREZIONE);
    await homes.open(me);
    const { structures } = personOf(OSRU);
    await homes.withPeople((person) => (person.key === DIREZIONE ? { ...person, structures } : person));
    const told = await homes.openFrom(me, control(REPORT_ITEM_ACTION, '1.2.1'));
    expect(textOf(told)).toContain('1.2.1 è di competenza di DIREZIONE');
  });
});

describe('the menu of an item', () => {
  test('“unchanged” says the last value again, and the tab shows it', async () => {
    await start(DIREZIONE);
    await homes.say(percent('1.1.1', '40', { reportedOn: '2020-08-20' }));
    await homes.open(me);
    const view = await chooseAndLook('1.1.1', 'UNCHANGED');
    expect(sectionOf(view, SAID)).toContain('*1.1.1* 40,00');
    const [report] = await homes.recorded(2);
    expect(report).toMatchObject({ percentBps: 4_000, reportedOn: ASKED, actor: DIREZIONE });
    // The tab alone is the answer.
    await homes.deliver();
    expect(await me.history()).toEqual([]);
  });

  test('“unchanged” of an indicator says its last figure again', async () => {
    await start(DIREZIONE);
    await homes.say(
      statement('3.1', { figure: { kind: 'RATIO', ...ratioOf('8006/20015') }, reportedOn: ASKED }),
    );
    await homes.open(me);
    await homes.act(me, control('home_next'));
    await chooseAndLook('3.1', 'UNCHANGED');
    expect(await homes.measurements()).toMatchObject([{ numerator: '8006', actor: DIREZIONE }, {}]);
  });

  test('“done” completes it: it leaves the list, and can be corrected below', async () => {
    await start(DIREZIONE);
    await homes.open(me);
    const view = await chooseAndLook('1.1.1', 'DONE');
    expect(sectionOf(view, ITEMS)).not.toContain('*1.1.1*');
    expect(sectionOf(view, ITEMS)).toContain('1 completata');
    expect(sectionOf(view, SAID)).toContain('*1.1.1* 100,00');
    expect(await homes.recorded(1)).toMatchObject([{ completes: true }]);
  });

  test('chosen twice, or delivered twice, it is recorded once', async () => {
    await start(DIREZIONE);
    const view = await homes.open(me);
    const menu = menuOf(view, '1.1.1', 'DONE');
    await me.press(view, menu.which, { choice: menu.choice });
    let drawn = await homes.drawnAfter(me, view);
    const { id, hash, private_metadata } = view;
    for (const action_ts of ['1.1', '2.2']) {
      await homes.interact({
        type: 'block_actions',
        user: { id: me.userId },
        trigger_id: 'expired',
        view: { id, hash, type: 'home', private_metadata },
        actions: [
          {
            type: 'overflow',
            action_id: 'home_item',
            block_id: 'b',
            selected_option: { value: menu.choice },
            action_ts,
          },
        ],
      });
      drawn = await homes.drawnAfter(me, drawn);
    }
    expect(await homes.reports()).toHaveLength(1);
  });

  test('of a row that is older than what was said since, it explains instead', async () => {
    await start(DIREZIONE);
    await homes.say(percent('1.1.1', '40'));
    const view = await homes.open(me);
    await homes.say(percent('1.1.1', '55'));
    const menu = menuOf(view, '1.1.1', 'UNCHANGED');
    await me.press(view, menu.which, { choice: menu.choice });
    const told = await me.waitForView(({ type }) => type === 'modal');
    expect(textOf(told)).toContain('Nel frattempo per 1.1.1 è stato comunicato «55,00');
    expect(sectionOf(await homes.drawnAfter(me, view), ITEMS)).toContain('Ultimo dato: 55,00');
    expect(await homes.reports()).toHaveLength(2);
  });

  test.each([
    { choice: 'HISTORY', says: 'Storico di 1.1.1' },
    { choice: 'EXPLAIN', says: 'Regola: la percentuale comunicata.' },
  ] as const)('$choice opens what it names', async ({ choice, says }) => {
    await start(DIREZIONE);
    await homes.say(percent('1.1.1', '40'));
    await homes.open(me);
    const text = textOf(await chooseAndOpen('1.1.1', choice));
    expect(text).toContain(says);
    expect(text).toContain('40,00');
  });
});

const ratioOf = (fraction: string) => {
  const { numerator, denominator } = measuredRatio('3.1', fraction);
  if (numerator === null || denominator === null) throw new Error('no ratio');
  return { numerator, denominator };
};

describe('delegating', () => {
  const period = { from: '2020-09-14', until: '2020-09-20' };

  test('moves the item to the colleague’s tab until it is ended', async () => {
    await start(DIREZIONE);
    await homes.open(me);
    const modal = await chooseAndOpen('1.2.1', 'DELEGATE');
    expect(textOf(modal)).toContain('*1.2.1*');
    expect(await me.submit(modal, { colleague: slackIdOf(OSRU), ...period })).toEqual({ ok: true });
    const view = await homes.shown(me);
    expect(sectionOf(view, SETTINGS)).toContain(
      '*Delega data*: 1.2.1 a Referente OSRU, dal 14/09/2020 al 20/09/2020',
    );
    expect(sectionOf(view, ITEMS)).not.toContain('*1.2.1*');

    const other = await homes.as(OSRU);
    const taken = await homes.open(other);
    expect(sectionOf(taken, ITEMS)).toContain('delegata da Referente Direzione');
    expect(sectionOf(taken, SETTINGS)).toContain('*Delega ricevuta*: 1.2.1 da Referente Direzione');
    const done = menuOf(taken, '1.2.1', 'DONE');
    await homes.act(other, done.which, done.choice);
    expect(await homes.recorded(1)).toMatchObject([{ phase: '1.2.1', actor: OSRU }]);

    const ended = await homes.act(me, control('home_end_delegation'));
    expect(sectionOf(ended, SETTINGS)).not.toContain('Delega');
    expect(sectionOf(await homes.open(other), SETTINGS)).not.toContain('Delega');
  });

  test.each([
    { why: 'to oneself', to: DIREZIONE, days: period, field: 'colleague', says: 'sé stessi' },
    { why: 'to a manager', to: MANAGER, days: period, field: 'colleague', says: 'consultare' },
    {
      why: 'backwards',
      to: OSRU,
      days: { from: '2020-09-20', until: '2020-09-15' },
      field: 'until',
      says: 'prima del primo',
    },
    {
      why: 'from the past',
      to: OSRU,
      days: { from: '2020-09-01', until: '2020-09-20' },
      field: 'from',
      says: 'già passato',
    },
    {
      why: 'for ever',
      to: OSRU,
      days: { from: '2020-09-14', until: '2022-09-20' },
      field: 'until',
      says: 'troppo lontano',
    },
  ])('$why is refused at the field, and the form stays', async ({ to, days, field, says }) => {
    await start(DIREZIONE);
    await homes.open(me);
    const modal = await chooseAndOpen('1.2.1', 'DELEGATE');
    const answer = await me.submit(modal, { colleague: slackIdOf(to), ...days });
    expect(answer).toMatchObject({ errors: { [field]: expect.stringContaining(says) } });
    expect(sectionOf(await homes.open(me), SETTINGS)).not.toContain('Delega');
  });

  test('to somebody who is not in the directory is refused', async () => {
    await start(DIREZIONE);
    await homes.withPeople((person) => (person.key === OSRU ? null : person));
    await homes.open(me);
    const modal = await chooseAndOpen('1.2.1', 'DELEGATE');
    const answer = await me.submit(modal, { colleague: slackIdOf(OSRU), ...period });
    expect(answer).toMatchObject({ errors: { colleague: expect.stringContaining('Referente OSRU') } });
  });
});

describe('settings', () => {
  test('hours and time zone are set, shown, and left to Slack again', async () => {
    await start(OSRU);
    expect(sectionOf(await homes.open(me), SETTINGS)).toContain('*Orari*: secondo le notifiche di Slack');
    const modal = await homes.openFrom(me, control('home_settings'));
    await me.submit(modal, { hours: 'own', hours_from: '08:30', hours_to: '23:59', zone: 'Atlantic/Azores' });
    const view = await homes.shown(me);
    expect(sectionOf(view, SETTINGS)).toContain(
      '*Orari*: dalle 08:30 alle 24:00\n*Fuso orario*: Atlantic/Azores',
    );
    const again = await homes.openFrom(me, control('home_settings'));
    expect(JSON.stringify(again.blocks)).toContain('"initial_time":"08:30"');
    await me.submit(again, { hours: 'slack', zone: 'slack' });
    expect(sectionOf(await homes.shown(me), SETTINGS)).toContain('*Orari*: secondo le notifiche di Slack');
  });

  test('hours that end before they begin are refused, and nothing changes', async () => {
    await start(OSRU);
    await homes.open(me);
    const modal = await homes.openFrom(me, control('home_settings'));
    const entered = { hours: 'own', hours_from: '17:00', hours_to: '09:00', zone: 'Atlantic/Azores' };
    expect(await me.submit(modal, entered)).toMatchObject({
      errors: { hours_to: expect.stringContaining('con la fine dopo l’inizio') },
    });
    expect(sectionOf(await homes.open(me), SETTINGS)).not.toContain('Azores');
  });

  test('an absence is set, and ended by “I am back”', async () => {
    await start(OSRU);
    expect(sectionOf(await homes.open(me), SETTINGS)).toContain('*Assenze*: nessuna');
    const modal = await homes.openFrom(me, control('home_away'));
    await me.submit(modal, { from: '2020-09-14', until: '2020-09-18' });
    const view = await homes.shown(me);
    expect(sectionOf(view, SETTINGS)).toContain('*Assente* dal 14/09/2020 al 18/09/2020');
    expect(sectionOf(await homes.act(me, control('home_back')), SETTINGS)).toContain('*Assenze*: nessuna');
  });

  test('one that is over is none, one that lies ahead can be called off', async () => {
    await start(OSRU);
    await homes.open(me);
    const modal = await homes.openFrom(me, control('home_away'));
    await me.submit(modal, { from: '2020-09-16', until: '2020-09-18' });
    const view = await homes.shown(me);
    expect(sectionOf(view, SETTINGS)).toContain('*Assenza prevista* dal 16/09/2020 al 18/09/2020');
    expect(JSON.stringify(view.blocks)).toContain('Annulla l’assenza');
    homes.context.goTo('2020-09-19');
    expect(sectionOf(await homes.open(me), SETTINGS)).toContain('*Assenze*: nessuna');
  });

  test.each([
    { why: 'backwards', from: '2020-09-18', until: '2020-09-16', says: 'prima del primo' },
    { why: 'in the past', from: '2020-09-01', until: '2020-09-02', says: 'già passato' },
    { why: 'for ever', from: '2020-09-14', until: '2023-01-01', says: 'troppo lontano' },
  ])('an absence $why is refused at the field', async ({ from, until, says }) => {
    await start(OSRU);
    await homes.open(me);
    const modal = await homes.openFrom(me, control('home_away'));
    expect(await me.submit(modal, { from, until })).toMatchObject({
      errors: { until: expect.stringContaining(says) },
    });
    expect(sectionOf(await homes.open(me), SETTINGS)).toContain('*Assenze*: nessuna');
  });
});

describe('managers and the planning office', () => {
  test('see the plan, what is at risk and who has not answered; details open', async () => {
    await start(MANAGER);
    const view = await homes.open(me);
    expect(sectionOf(view, 'Il piano')).toContain('punti');
    expect(sectionOf(view, 'Senza risposta')).toContain('Non è ancora stata inviata alcuna richiesta');
    const plan = await homes.openFrom(me, control('home_details', 'PLAN'));
    expect(textOf(plan)).toContain('Ambito 1');
    const risks = await homes.openFrom(me, control('home_all_risks'));
    expect(textOf(risks)).toContain('richiedono attenzione');
    await homes.withPeople((person) => (person.key === OSRU ? null : person));
    await homes.open(me);
    const missing = await homes.openFrom(me, control('home_all_missing'));
    expect(textOf(missing)).toContain('Attività senza un referente');
  });

  test('a manager only reads, the planning office reports on what is at risk', async () => {
    await start(MANAGER);
    const reports = (view: Parameters<typeof controlsOf>[0]) =>
      controlsOf(view).filter(({ action_id }) => action_id === REPORT_ITEM_ACTION);
    expect(reports(await homes.open(me))).toEqual([]);
    const planning = await homes.as(PLANNING);
    expect(reports(await homes.open(planning))).toHaveLength(5);
  });

  test('structures open in detail', async () => {
    await start(OSRU);
    await homes.open(me);
    const modal = await homes.openFrom(me, control('home_details', 'OSRU'));
    expect(textOf(modal)).toContain('*1.1.3*');
  });
});

describe('a head', () => {
  const asHead = (person: Person): Person =>
    person.key === 'referente.lavoro'
      ? { ...person, role: 'HEAD', structures: personOf(OSRU).structures }
      : person;

  test('sees under “not answered” whose answer is waited for, reports in their place, and sets their absence', async () => {
    await start('referente.lavoro');
    await homes.withPeople(asHead);
    await homes.ask(OSRU, ['1.1.1', '1.1.2']);
    const view = await homes.open(me);
    expect(sectionOf(view, 'Senza risposta')).toContain(
      '*Referente OSRU* — richiesta inviata il 14/09/2020\n1.1.1, 1.1.2',
    );
    homes.context.goTo('2020-09-19');
    expect(sectionOf(await homes.open(me), 'Senza risposta')).toContain(
      '*Referente OSRU* — nessuna risposta alla richiesta del 14/09/2020, ormai chiusa',
    );

    const modal = await homes.openFrom(me, control('home_missing'), 'REPORT/1.1.1');
    await me.submit(modal, { 'percent:1.1.1': '70' });
    expect(sectionOf(await homes.shown(me), 'Senza risposta')).toContain('ormai chiusa\n1.1.2');
    expect(await homes.recorded(1)).toMatchObject([{ phase: '1.1.1', actor: 'referente.lavoro' }]);

    const away = await homes.openFrom(me, control('home_missing'), `AWAY/${OSRU}`);
    expect(textOf(away)).toContain('Assenza di *Referente OSRU*.');
    expect(await me.submit(away, { from: '2020-09-19', until: '2020-09-25' })).toEqual({ ok: true });
    await homes.shown(me);
    const other = await homes.as(OSRU);
    const settings = sectionOf(await homes.open(other), SETTINGS);
    expect(settings).toContain('*Assente* dal 19/09/2020 al 25/09/2020');
    expect(settings).toContain('Indicata da Referente Lavoro.');
  });
});

describe('a thousand items', () => {
  const titles = (view: Parameters<typeof sectionOf>[0]) => /Attività \d+–\d+ di \d+/.exec(textOf(view))?.[0];

  test('are turned page by page; what is done on one leaves it there; a new day begins with the most urgent', async () => {
    await start(DIREZIONE, { plan: bigPlan((what) => what) });
    expect(titles(await homes.open(me))).toBe('Attività 1–12 di 1000');
    const details = await homes.openFrom(me, control('home_details', 'DIREZIONE'));
    expect(textOf(details)).toContain('… e altri ');
    expect(titles(await homes.act(me, control('home_next')))).toBe('Attività 13–24 di 1000');
    const view = await homes.act(me, control('home_next'));
    expect(titles(view)).toBe('Attività 25–36 di 1000');
    const [first] = controlsOf(view).filter(({ action_id }) => action_id === REPORT_ITEM_ACTION);
    const item = String(first?.value);
    expect(titles(await chooseAndLook(item, 'DONE'))).toBe('Attività 25–36 di 999');
    const [next] = controlsOf(await homes.shown(me)).filter(
      ({ action_id }) => action_id === REPORT_ITEM_ACTION,
    );
    const modal = await homes.openFrom(me, control(REPORT_ITEM_ACTION, String(next?.value)));
    await me.submit(modal, { [`percent:${next?.value}`]: '100' });
    expect(titles(await homes.shown(me))).toBe('Attività 25–36 di 998');
    expect(titles(await homes.open(me))).toBe('Attività 25–36 di 998');
    homes.context.goTo('2020-09-15');
    expect(titles(await homes.open(me))).toBe('Attività 1–12 di 998');
    expect(titles(await homes.act(me, control('home_next')))).toBe('Attività 13–24 di 998');
    expect(titles(await homes.act(me, control('home_previous')))).toBe('Attività 1–12 di 998');
  });
});

describe('a tab that was drawn by something else meanwhile', () => {
  test('is read once more and drawn over it: nothing is lost', async () => {
    await start(DIREZIONE);
    const view = await homes.open(me);
    const menu = menuOf(view, '1.1.1', 'DONE');
    const { id, private_metadata } = view;
    await homes.interact({
      type: 'block_actions',
      user: { id: me.userId },
      trigger_id: 'expired',
      view: { id, hash: 'an older one', type: 'home', private_metadata },
      actions: [
        {
          type: 'overflow',
          action_id: 'home_item',
          block_id: 'b',
          selected_option: { value: menu.choice },
          action_ts: '1',
        },
      ],
    });
    const drawn = await homes.drawnAfter(me, view);
    expect(sectionOf(drawn, SAID)).toContain('*1.1.1* 100,00');
    expect(await homes.reports()).toHaveLength(1);
  });
});

describe('the time zone that Slack knows', () => {
  /** Counts what is asked, and answers as told. */
  function asking(answer: () => Promise<unknown>) {
    const { client } = homes.environment;
    let asked = 0;
    const info = async () => {
      asked += 1;
      return answer();
    };
    const users = Object.assign(Object.create(client.users), { info });
    const counted = Object.assign(Object.create(client), { users });
    return { environment: { ...homes.environment, client: counted }, asked: () => asked };
  }

  test('is learnt when the tab is opened, shown at once, and asked for once a day', async () => {
    await start(OSRU);
    await homes.open(me);
    expect(sectionOf(await homes.shown(me), SETTINGS)).toContain('*Fuso orario*: Europe/Rome (da Slack)');
    homes.context.goTo('2020-09-15');
    const slack = asking(async () => ({ ok: true, user: { id: me.userId, tz: 'Europe/Lisbon' } }));
    await homes.look(me, slack);
    await homes.look(me, slack);
    expect(slack.asked()).toBe(1);
    expect(sectionOf(await homes.shown(me), SETTINGS)).toContain('*Fuso orario*: Europe/Lisbon (da Slack)');
  });

  test('is of no importance: where it can’t be had, the tab is shown all the same', async () => {
    await start(OSRU);
    await homes.open(me);
    homes.context.goTo('2020-09-15');
    const slack = asking(async () => {
      throw new Error('ratelimited');
    });
    await homes.look(me, slack);
    expect(slack.asked()).toBe(1);
    expect(homes.warned).toHaveLength(1);
    expect(sectionOf(await homes.shown(me), SETTINGS)).toContain('Europe/Rome (da Slack)');
  });

  test('is not believed when it is none', async () => {
    await start(OSRU);
    await homes.open(me);
    homes.context.goTo('2020-09-15');
    const slack = asking(async () => ({ ok: true, user: { id: me.userId, tz: 'Terra/Mezzo' } }));
    await homes.look(me, slack);
    expect(sectionOf(await homes.shown(me), SETTINGS)).toContain('Europe/Rome (da Slack)');
  });
});
