/** The product as it is, against a Slack that somebody else wrote: by signed HTTP, and by Socket Mode. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR, openContext } from '../../src/compose.ts';
import { parseConfig } from '../../src/config.ts';
import { type Product, startProduct } from '../../src/product.ts';
import { importFile } from '../../src/services/import-file.ts';
import { ANSWER_ACTION, DONE_ACTION } from '../../src/slack/blocks/check-in-controls.ts';
import { ARTI_DIRECTORY } from '../helpers/context.ts';
import {
  CREDENTIALS,
  freePort,
  type Peer,
  type PeerBlock,
  type PeerElement,
  type PeerMessage,
  type PeerView,
  startPeer,
} from './peer.ts';
import { findPeerBinary } from './peer-binary.ts';

const binary = findPeerBinary();

const idOf = (key: string): string => `U0${key.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;
const OFFICE = idOf('programmazione');
const STAFF = idOf('referente.direzione');
const GENERAL = 'C0GENERALE';

const bundled = (name: string) => readFileSync(new URL(`../../plans/${name}`, import.meta.url));

async function start(mode: 'socket' | 'events') {
  const directory = mkdtempSync(join(tmpdir(), 'arti-peer-'));
  const port = await freePort();
  const peer = await startPeer({
    binary: binary ?? '',
    directory,
    mode,
    requestUrl: `http://127.0.0.1:${port}/slack/events`,
    users: ARTI_DIRECTORY.people.map(({ key, email }) => ({ id: idOf(key), name: key, email })),
    channels: [
      { id: GENERAL, name: 'generale' },
      ...ARTI_DIRECTORY.channels.map(({ name }) => ({ id: `C0${name.toUpperCase()}`, name })),
    ].filter(({ id }, at, all) => all.findIndex((each) => each.id === id) === at),
  });
  const config = parseConfig({
    PORT: String(port),
    HOST: '127.0.0.1',
    ARTI_DATABASE: join(directory, 'arti.db'),
    ARTI_TODAY: '2020-09-14',
    SLACK_BOT_TOKEN: CREDENTIALS.botToken,
    ...(mode === 'socket'
      ? { SLACK_APP_TOKEN: CREDENTIALS.appToken }
      : { SLACK_SIGNING_SECRET: CREDENTIALS.signingSecret }),
  });
  const context = await openContext(config, { seed: false });
  for (const name of ['arti-2020.yaml', 'directory-local.yaml']) {
    expect(await importFile(context, OPERATOR, { bytes: bundled(name), name })).toMatchObject({ ok: true });
  }
  await context.store.close();
  const product = await startProduct(config, pino({ level: 'silent' }), peer.apiUrl);
  await product.connected;
  return { directory, peer, product };
}

const elementsOf = ({ blocks = [] }: { readonly blocks?: readonly PeerBlock[] }): readonly PeerElement[] =>
  blocks.flatMap(({ elements = [], accessory, element }) =>
    [...elements, accessory, element].filter((each) => each !== undefined),
  );

function buttonOf(message: PeerMessage, actionId: string): PeerElement {
  const found = elementsOf(message).find(({ action_id: id }) => id === actionId);
  if (!found) throw new Error(`no button ${actionId} among ${JSON.stringify(elementsOf(message))}`);
  return found;
}

/** As the person leaves the form: `typed` by the `action_id` of the first input of that name, dates as they stand. */
function valuesOf({ blocks }: PeerView, typed: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    blocks
      .filter(({ type }) => type === 'input')
      .map(({ block_id: blockId = '', element }) => {
        const { type = '', action_id: actionId = '', initial_date: day } = element ?? {};
        const value = typed[actionId] === undefined ? {} : { value: typed[actionId] };
        return [blockId, { [actionId]: { type, ...value, ...(day ? { selected_date: day } : {}) } }];
      }),
  );
}

describe.skipIf(binary === null).each([
  { mode: 'events', way: 'signed HTTP' },
  { mode: 'socket', way: 'Socket Mode' },
] as const)('$way', ({ mode }) => {
  let peer: Peer;
  let product: Product;
  let directory: string;
  beforeAll(async () => {
    ({ peer, product, directory } = await start(mode));
  });
  afterAll(async () => {
    const began = performance.now();
    await product?.stop();
    const took = performance.now() - began;
    await peer?.stop();
    if (directory) rmSync(directory, { recursive: true, force: true });
    expect(took).toBeLessThan(8_000);
  });

  test('is ready', async () => {
    const response = await fetch(`${product.address}/ready`);
    expect(await response.json()).toMatchObject({ ready: true });
  });

  test('/arti status is answered', async () => {
    await peer.command(OFFICE, GENERAL, 'status 1.4');
    await peer.waitForMessage(GENERAL, /progettazione e realizzazione di strumenti tecnologici/);
  });

  test('a check-in is asked in a direct message', async () => {
    await peer.command(OFFICE, GENERAL, 'checkin now');
    const message = await peer.waitForMessage(() => peer.imOf(STAFF), ANSWER_ACTION);
    expect(message.text).not.toBe('');
  });

  test('a reply in plain words is recorded', async () => {
    const im = await peer.imOf(STAFF);
    await peer.say(STAFF, im, '1.1.3 60% bando pubblicato');
    await peer.waitForMessage(im, /Registrato \*?1\.1\.3/);
    await peer.command(STAFF, im, 'history 1.1.3');
    await peer.waitForMessage(im, /60,00/);
  });

  test('a form is opened from the check-in, filled in and submitted', async () => {
    const im = await peer.imOf(STAFF);
    const checkIn = await peer.waitForMessage(im, ANSWER_ACTION);
    const opened = await peer.countCalls('views.open');
    await peer.press(STAFF, im, checkIn, buttonOf(checkIn, ANSWER_ACTION));
    const { view } = await peer.waitForCall<{ view: PeerView }>('views.open', opened);
    const updates = await peer.countCalls('chat.update');
    const note = 'dalla finestra del modulo';
    const figure = { percent: '70', stage: '100', units: '1', value: '1', numerator: '1', denominator: '2' };
    await peer.submit(STAFF, valuesOf(view, { ...figure, note }));
    // The check-in is drawn again with what was said.
    await peer.waitForCall('chat.update', updates);
    await peer.waitForMessage(im, note);
  });

  test('a press is answered', async () => {
    const im = await peer.imOf(STAFF);
    const checkIn = await peer.waitForMessage(im, DONE_ACTION);
    const updates = await peer.countCalls('chat.update');
    await peer.press(STAFF, im, checkIn, buttonOf(checkIn, DONE_ACTION));
    await peer.waitForCall('chat.update', updates);
  });

  test('the home is published', async () => {
    await peer.openHome(STAFF);
    const { view } = await peer.waitForCall<{ view: PeerView }>('views.publish');
    expect(view.blocks.length).toBeGreaterThan(0);
  });
});
