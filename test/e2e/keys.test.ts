/** The API as programs and people come to it over the wire, with keys that other processes make and revoke. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { personOf } from '../helpers/context.ts';
import { type RunningProduct, runArti, startProduct } from '../helpers/running-product.ts';
import { textOf, workspaceClient } from '../helpers/workspace-client.ts';
import { AUDIENCE, type RealProvider, runRealProvider } from '../oidc/real-provider.ts';

let product: RunningProduct;
let provider: RealProvider;
let stopProvider: () => Promise<void>;

beforeAll(async () => {
  ({ provider, stop: stopProvider } = await runRealProvider());
  product = await startProduct({
    environment: {
      LOG_LEVEL: 'trace',
      ARTI_OIDC_ISSUER: provider.issuer,
      ARTI_OIDC_AUDIENCE: AUDIENCE,
    },
  });
}, 40_000);
afterAll(async () => {
  await stopProvider();
  await product.remove();
});

const directory = () => dirname(product.databaseFile);
const arti = (...args: readonly string[]) =>
  runArti(args, directory(), { ARTI_DATABASE: product.databaseFile });

async function ask(key: string, query = '{ plan { year } }') {
  const response = await fetch(`${product.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, text: await response.text() };
}

test('a key that the terminal makes is let in, until the terminal revokes it', async () => {
  const made = await arti('key', 'create', '--name', 'Cruscotto', '--scope', 'read', '--json');
  const { id, key } = JSON.parse(made.stdout);
  expect((await ask(key)).status).toBe(200);
  expect((await ask(key.replace(/.$/, key.endsWith('0') ? '1' : '0'))).status).toBe(401);
  expect((await arti('key', 'revoke', id)).code).toBe(0);
  const after = await ask(key);
  expect(after.status).toBe(401);
  expect(after.text).toContain('revocata');
}, 90_000);

test('a key that the planning office makes in Slack is let in, and stands in no file and no line of the log', async () => {
  const users = await (await fetch(`${product.address}/workspace/page/users`)).json();
  const { id } = users.find(({ name }: { readonly name: string }) => name === 'Ufficio programmazione');
  const me = workspaceClient(product.address, id);
  onTestFinished(() => me.stop());
  await me.command('/arti chiave crea "Cruscotto" lettura fino al 31/12/2999');
  const answer = textOf(await me.waitForMessage((message) => message.ephemeral));
  const [key = ''] = /arti_[a-z2-9]{8}_[0-9a-f]{64}/.exec(answer) ?? [];
  expect((await ask(key)).status).toBe(200);
  const secret = key.slice(-64);
  for (const file of readdirSync(directory())) {
    expect(readFileSync(join(directory(), file)).includes(secret), file).toBe(false);
  }
  expect(product.log()).not.toContain(secret);
}, 30_000);

test('a person comes with a token of the agency’s identity provider, or waits for it', async () => {
  const as = async (email: string) => ask(await provider.token({ claims: { email } }), '{ apiKeys { id } }');
  const token = await provider.token({ claims: { email: personOf('programmazione').email } });
  provider.behave('BADLY');
  expect((await ask(token)).status).toBe(503);
  provider.behave('WELL');
  // It is not asked again at once.
  await vi.waitFor(async () => expect((await ask(token)).status).toBe(200), {
    timeout: 20_000,
    interval: 500,
  });
  expect((await as(personOf('programmazione').email)).text).toContain('"apiKeys":[');
  expect((await as(personOf('referente.osru').email)).text).toContain('ROLE_MAY_NOT');
  expect((await as('nessuno@arti.example')).status).toBe(401);
}, 40_000);
