/** Who answers for what, arranged in the local workspace by the names that people type; and cards in its channels. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningProduct, startProduct } from '../helpers/running-product.ts';
import { textOf, type WorkspaceClient, workspaceClient } from '../helpers/workspace-client.ts';

type Person = { id: string; name: string };

let product: RunningProduct;
const people = new Map<string, WorkspaceClient>();
const as = (name: string): WorkspaceClient => {
  const found = people.get(name);
  if (!found) throw new Error(`nobody is called ${name}: ${[...people.keys()].join(', ')}`);
  return found;
};

const PLANNING = 'Ufficio programmazione';
const OSRU = 'Referente OSRU';
const LABOUR = 'Referente Lavoro';

async function answer(name: string, line: string): Promise<string> {
  const me = as(name);
  await me.command(line);
  return textOf(await me.waitForMessage((message) => message.ephemeral));
}

beforeAll(async () => {
  product = await startProduct();
  const users = (await (await fetch(`${product.address}/workspace/page/users`)).json()) as Person[];
  for (const { id, name } of users) people.set(name, workspaceClient(product.address, id));
}, 30_000);

afterAll(async () => {
  for (const client of people.values()) client.stop();
  await product.remove();
});

test('the planning office assigns a phase to a colleague by name', async () => {
  expect(await answer(PLANNING, '/arti assegna 1.1.2 @Referente OSRU')).toContain(
    'Referente OSRU (per assegnazione)',
  );
  expect(await answer(OSRU, '/arti assegna 1.1.2')).toContain('Referente OSRU (per assegnazione)');
  expect(await answer(OSRU, '/arti assegna 1.1.2 @Referente Lavoro')).toContain('non può disporre');
});

test('a structure gets another channel, and a colleague', async () => {
  expect(await answer(PLANNING, '/arti struttura OSRU canale #osru')).toContain('nel canale #osru');
  expect(await answer(PLANNING, '/arti struttura OSRU aggiungi @Referente Lavoro')).toContain('ora in OSRU');
  expect(await answer(OSRU, '/arti struttura OSRU')).toContain('Referente Lavoro');
  expect(await answer(PLANNING, '/arti struttura OSRU rimuovi @Referente Lavoro')).toContain(
    'non più in OSRU',
  );
});

test('somebody leaves an item to a colleague for a period, and is away', async () => {
  expect(await answer(OSRU, '/arti delega 1.1.2 @Referente Lavoro fino al 20/09')).toContain(
    '1 attività delegata',
  );
  expect(await answer(LABOUR, '/arti delega')).toContain('da Referente OSRU a Referente Lavoro');
  expect(await answer(OSRU, '/arti assente fino al 20/09')).toContain('Assenza impostata');
  expect(await answer(OSRU, '/arti rientrato')).toContain('non è più impostata');
});

test('a phase mentioned in a channel gets a card in the thread of the message, once', async () => {
  const osru = as(OSRU);
  const said = await osru.say('osru', 'La 1.1.3 va bene.');
  const ts = said.ok ? (said.message?.ts ?? '') : '';
  const card = await osru.waitForMessage((message) => message.threadTs === ts);
  expect(textOf(card)).toContain('Fase 1.1.3');
  await osru.say('osru', 'Ancora 1.1.3, e siamo a 1.4 milioni.');
  await osru.say('osru', 'obiettivo 1.4');
  const second = await osru.waitForMessage((message) => textOf(message).includes('Obiettivo 1.4*'));
  expect(second.threadTs).not.toBe(ts);
  const cards = osru.events.filter((event) => JSON.stringify(event).includes('*Fase 1.1.3*'));
  expect(cards).toHaveLength(1);
});

test('a link to the dashboard gets a card under the message', async () => {
  const osru = as(OSRU);
  await osru.say('osru', 'Vedi https://arti.example/phases/1.1.3');
  const message = await osru.waitForMessage((each) => each.unfurls !== undefined);
  expect(JSON.stringify(message.unfurls)).toContain('Fase 1.1.3');
});
