/** Local mode asks for no key: who reaches the API from elsewhere, or through a website, must not be answered. */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { type OutgoingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { type Product, startProduct } from '../../src/product.ts';
import { makeDirectory } from '../helpers/running-product.ts';

const directory = makeDirectory();
let product: Product;
beforeAll(async () => {
  const config = parseConfig({
    PORT: '0',
    HOST: 'localhost',
    ARTI_DATABASE: join(directory, 'arti.db'),
    ARTI_ADMIN_KEY: 'key-of-the-test',
  });
  product = await startProduct(config, pino({ level: 'silent' }));
});
afterAll(async () => {
  await product.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function post(headers: OutgoingHttpHeaders, parts: readonly string[]) {
  const { port } = new URL(product.address);
  const sent = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers });
  for (const part of parts) sent.write(part);
  sent.end();
  const [response] = await once(sent, 'response');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode as number, body: JSON.parse(text) };
}

const json = {
  'content-type': 'application/json',
  'transfer-encoding': 'chunked',
  authorization: 'Bearer key-of-the-test',
};
const MUTATION =
  'mutation { reportStatus(input: { phase: "1.1.3", percent: 60, idempotencyKey: "k" }) { __typename } }';

test.each([
  { why: 'a name made to point here', headers: { host: 'evil.example' } },
  { why: 'a page of a website', headers: { origin: 'https://evil.example' } },
])('cannot be written to through $why', async ({ headers }) => {
  const { status, body } = await post({ ...json, ...headers }, [JSON.stringify({ query: MUTATION })]);
  expect({ status, body }).toMatchObject({ status: 403, body: { error: 'not_this_machine' } });
  const asked = await post(json, [
    JSON.stringify({ query: '{ phase(code: "1.1.3") { lastReport { percent } } }' }),
  ]);
  expect(asked).toMatchObject({ status: 200, body: { data: { phase: { lastReport: null } } } });
});

test('takes a body in chunks, and answers one that is empty', async () => {
  expect(await post(json, ['{"query":', '"{ today }"}'])).toMatchObject({
    status: 200,
    body: { data: { today: '2020-09-14' } },
  });
  const { status, body } = await post(json, []);
  expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{}] } });
});
