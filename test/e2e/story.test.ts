/** The story of the README, over the wire: the product as a process, people at the local workspace, a dashboard. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askGraphql, type RunningProduct, startProduct } from '../helpers/running-product.ts';
import { textOf, type WorkspaceClient, workspaceClient } from '../helpers/workspace-client.ts';

type Person = { id: string; name: string };

let product: RunningProduct;
const people = new Map<string, WorkspaceClient>();
const as = (name: string): WorkspaceClient => {
  const found = people.get(name);
  if (!found) throw new Error(`nobody is called ${name}: ${[...people.keys()].join(', ')}`);
  return found;
};

const MANAGER = 'Dirigente';
const PLANNING = 'Ufficio programmazione';
const OSRU = 'Referente OSRU';
const DIRECTION = 'Referente Direzione';
const LABOUR = 'Referente Lavoro';

/** A command's answer, which only who typed it sees. */
async function answer(name: string, line: string): Promise<string> {
  const me = as(name);
  await me.command(line);
  return textOf(await me.waitForMessage((message) => message.ephemeral));
}

const reportOf = async (code: string): Promise<{ percent: number | null; note: string | null } | null> => {
  const query = `query ($code: String!) { phase(code: $code) { lastReport { percent note } } }`;
  const { phase } = await askGraphql<{
    phase: { lastReport: { percent: number | null; note: string | null } | null };
  }>(product.address, query, { code });
  return phase.lastReport;
};

beforeAll(async () => {
  product = await startProduct({ environment: { LOG_LEVEL: 'info' } });
  const users = (await (await fetch(`${product.address}/workspace/page/users`)).json()) as Person[];
  for (const { id, name } of users) people.set(name, workspaceClient(product.address, id));
}, 30_000);

afterAll(async () => {
  for (const client of people.values()) client.stop();
  await product.remove();
});

describe('a manager', () => {
  test('reads a goal: title, weight, progress, planned both ways, variance, coverage, health, phases', async () => {
    const text = await answer(MANAGER, '/arti status 1.4');
    for (const part of [
      'Innovare e digitalizzare i servizi: progettazione e realizzazione di strumenti tecnologici per l’erogazione dei servizi alle persone e alle imprese nell’ambito della rete regionale dei centri per l’impiego in modalità a distanza*',
      '7,00\u00a0%',
      'Avanzamento pesato',
      'Atteso a scadenza',
      '*Atteso lineare*\n64,12\u00a0%',
      '−64,12 lineare',
      'Copertura',
      'mai comunicata, a 192 giorni dall’inizio',
      '1.4.4',
      'fine 31/12/2020',
      'Direzione',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('reads the plan by area, one phase, one structure, in Italian and English words', async () => {
    expect(await answer(MANAGER, '/arti stato')).toContain('Ambito 3 · Servizi alle imprese');
    expect(await answer(MANAGER, '/arti status')).toContain('86,00 punti su 100 in questo documento');
    expect(await answer(MANAGER, '/arti status 1.1.3')).toContain(
      'Attuazione delle procedure di reclutamento',
    );
    expect(await answer(MANAGER, '/arti status osru')).toContain('1.1.6');
  });

  test('reads an earlier day and the plan as approved', async () => {
    const text = await answer(MANAGER, '/arti stato 1.1 al 30/06/2020 baseline 0');
    expect(text).toContain('65,00\u00a0%');
    expect(text).toContain('82,40\u00a0%');
  });

  test('is told where a merged goal went', async () => {
    expect(await answer(MANAGER, '/arti status 3.3')).toContain('confluito in 1.3');
  });

  test('does not record, ask or send', async () => {
    for (const line of [
      '/arti update 1.1.3 60%',
      '/arti checkin now',
      '/arti summary now',
      '/arti today 01/10/2020',
    ]) {
      expect(await answer(MANAGER, line), line).toContain('dirigente, in sola lettura');
    }
    expect(await reportOf('1.1.3')).toBeNull();
  });
});

describe('the check-in', () => {
  test('arrives as a direct message that lists what each person answers for', async () => {
    expect(await answer(PLANNING, '/arti checkin now')).toContain('in invio a 3 persone');
    const message = await as(OSRU).waitForMessage(
      (each) => !each.ephemeral && textOf(each).includes('Richiesta'),
    );
    const text = textOf(message);
    expect(['1.1.1', '1.1.2', '1.1.3', '1.1.6'].every((code) => text.includes(code))).toBe(true);
    expect(text).not.toContain('1.1.4');
  });

  test('asked twice on a day is sent once', async () => {
    expect(await answer(PLANNING, '/arti checkin ora')).toContain('Già interpellate oggi');
  });

  test('a reply in plain words is recorded, answered with the goal’s new progress, and shown in the check-in', async () => {
    const me = as(OSRU);
    await me.say('im', '1.1.3 60% bando pubblicato');
    const reply = textOf(await me.waitForMessage((each) => textOf(each).includes('Registrato')));
    expect(reply).toContain('60,00\u00a0%');
    expect(reply).toContain('Avanzamento dell’obiettivo 1.1: *15,00\u00a0%* (prima 0,00\u00a0%)');
    await me.waitFor(
      (event) =>
        event.type === 'message_changed' && textOf(event.message).includes('al 14/09/2020')
          ? event
          : undefined,
      'the check-in shows the answer',
    );
    expect(await reportOf('1.1.3')).toEqual({ percent: 60, note: 'bando pubblicato' });
  });

  test('the button opens a modal; what it refuses stands under its field; what it records is answered in the thread', async () => {
    const me = as(OSRU);
    const history = await me.history('im');
    const checkIn = history.find((message) => textOf(message).includes('Richiesta'));
    if (!checkIn) throw new Error('no check-in');
    await me.press(checkIn, (action) => JSON.stringify(action).includes('1.1.1'));
    const view = await me.waitForView();
    const refused = await me.submit(view, { percent: '150', day: '2020-09-14' });
    expect(JSON.stringify(refused)).toContain('da 0 a 100');
    expect(await reportOf('1.1.1')).toBeNull();
    const taken = await me.submit(view, { percent: '40', note: 'bozza inviata', day: '2020-09-11' });
    expect(taken).toEqual({ ok: true });
    const answer = await me.waitForMessage(
      (each) => textOf(each).includes('1.1.1') && textOf(each).includes('Registrato'),
    );
    expect(answer.threadTs).toBe(checkIn.ts);
    expect(await reportOf('1.1.1')).toEqual({ percent: 40, note: 'bozza inviata' });
  });
});

describe('what is wrong is refused, says what is accepted, and changes nothing', () => {
  test.each([
    { line: '9.9.9 60%', says: 'non esiste' },
    { line: '1.1.4 60%', says: 'LAVORO' },
    { line: '1.1.6 150%', says: 'da 0 a 100' },
    { line: '1.1.6 -5', says: 'in percentuale' },
    { line: '1.1.6 60% il 31/02', says: 'non è una data valida' },
    { line: '1.1.6', says: 'Manca il dato' },
    { line: '1.1.6 quasi fatto', says: 'Non è chiaro' },
    { line: '1.1.6 60% il 15/09/2020', says: 'deve ancora venire' },
    { line: '1.1.6 domani', says: 'Non è chiaro' },
  ])('$line → $says', async ({ line, says }) => {
    const me = as(OSRU);
    await me.say('im', line);
    const text = textOf(
      await me.waitForMessage((each) => textOf(each).includes('Non è stato registrato nulla')),
    );
    expect(text).toContain(says);
    expect(await reportOf('1.1.6')).toBeNull();
  });

  test('a greeting is no mistake: it is told how to report', async () => {
    const me = as(OSRU);
    await me.say('im', 'buongiorno');
    const text = textOf(await me.waitForMessage((each) => textOf(each).includes('non c’è un dato')));
    expect(text).not.toContain('⚠️');
    expect(await reportOf('1.1.6')).toBeNull();
  });

  test('an indicator’s denominator of 0', async () => {
    expect(await answer(DIRECTION, '/arti figure 3.1 8006/0')).toContain('maggiore di 0');
  });

  test('several lines are taken together or not at all', async () => {
    const me = as(LABOUR);
    await me.say('im', '1.1.4 50%\n1.1.5 500%');
    await me.waitForMessage((each) => textOf(each).includes('Non è stato registrato nulla'));
    expect(await reportOf('1.1.4')).toBeNull();
  });

  test('an unknown command shows the help', async () => {
    expect(await answer(MANAGER, '/arti pippo')).toContain('/arti stato');
  });
});

test('a correction is a newer report; the one before stays in the history', async () => {
  await answer(OSRU, '/arti aggiorna 1.1.1 35% rivista');
  const text = await answer(MANAGER, '/arti storico 1.1.1');
  expect(text.indexOf('35,00\u00a0%')).toBeGreaterThan(-1);
  expect(text.indexOf('35,00\u00a0%')).toBeLessThan(text.indexOf('40,00\u00a0%'));
  expect(text).toContain('bozza inviata');
  expect(await answer(MANAGER, '/arti storico 1.1')).toContain('è un obiettivo');
  expect(await answer(MANAGER, '/arti storico 3.3')).toContain('mai comunicato');
});

test('a figure that reaches the target is full achievement, from Slack and from the API alike', async () => {
  expect(await answer(DIRECTION, '/arti dato 3.1 8006/20015')).toContain('*100,00\u00a0%*');
  const { goal } = await askGraphql<{ goal: { progress: { percent: number } } }>(
    product.address,
    '{ goal(code: "3.1") { progress { percent } } }',
  );
  expect(goal.progress.percent).toBe(100);
});

test('a dashboard records once per idempotency key, and the check-in of the people asked shows it', async () => {
  const mutation = `mutation { reportStatus(input: { phase: "1.1.4", percent: 30, idempotencyKey: "story-1" }) { __typename } }`;
  const first = await askGraphql<{ reportStatus: { __typename: string } }>(product.address, mutation);
  const second = await askGraphql<{ reportStatus: { __typename: string } }>(product.address, mutation);
  expect(second).toEqual(first);
  expect(await reportOf('1.1.4')).toEqual({ percent: 30, note: null });
  const shown = await as(LABOUR).waitFor(
    (event) =>
      event.type === 'message_changed' && textOf(event.message).includes('30,00\u00a0%') ? event : undefined,
    'the check-in of Lavoro shows the answer',
  );
  expect(shown.type).toBe('message_changed');
});

describe('the weekly summary', () => {
  test('stands in each structure’s channel with what moved, what is late and what nobody reported', async () => {
    expect(await answer(PLANNING, '/arti riepilogo ora')).toContain('#osru');
    const message = await as(OSRU).waitForMessage((each) => textOf(each).includes('Riepilogo settimanale'));
    const text = textOf(message);
    for (const part of [
      'Una settimana fa (07/09/2020)',
      'Che cosa è cambiato',
      '1.1.3',
      'In ritardo o bloccate',
      '1.1.6',
      'Senza risposta',
      '1.1.2',
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('the day', () => {
  test('is moved by the planning office, and closes the check-in that is past its time', async () => {
    expect(await answer(PLANNING, '/arti oggi 19/09/2020')).toContain('sabato 19/09/2020');
    const me = as(OSRU);
    const checkIn = (await me.history('im')).find((message) => textOf(message).includes('Richiesta'));
    if (!checkIn) throw new Error('no check-in');
    await me.say('im', '1.1.6 100%', { threadTs: checkIn.ts });
    const text = textOf(await me.waitForMessage((each) => textOf(each).includes('non accetta più risposte')));
    expect(text).toContain('18/09/2020');
    const redrawn = (await me.history('im')).find((message) => message.ts === checkIn.ts);
    expect(redrawn && textOf(redrawn)).toContain('Chiusa il 18/09/2020');
    expect(JSON.stringify(redrawn)).not.toContain('"button"');
    expect(await reportOf('1.1.6')).toBeNull();
  });

  test('and everything said stands after a restart', async () => {
    const code = await product.stop('SIGTERM');
    expect(code).toBe(0);
    const directory = product.databaseFile.replace(/\/arti\.db$/, '');
    product = await startProduct({ directory });
    expect(await reportOf('1.1.3')).toEqual({ percent: 60, note: 'bando pubblicato' });
    const { today } = await askGraphql<{ today: string }>(product.address, '{ today }');
    expect(today).toBe('2020-09-19');
  });
});
