/** Who may read the metrics of a running product outside local mode: whoever has the key of the API. */
import { join } from 'node:path';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { startProduct } from '../../src/product.ts';
import { startFakeWorkspaces } from '../slack/platform/fake-workspaces.ts';
import { temporaryDirectory } from '../store/support.ts';

test('the key of the API, and nothing less', async () => {
  const slack = await startFakeWorkspaces();
  onTestFinished(() => slack.close());
  slack.addTeam('T1');
  const config = parseConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    ARTI_DATABASE: join(temporaryDirectory(), 'arti.db'),
    ARTI_ADMIN_KEY: 'a-long-enough-key',
    ARTI_SCHEDULE: 'off',
    SLACK_SIGNING_SECRET: 'secret',
    SLACK_BOT_TOKEN: 'xoxb-T1',
  });
  const product = await startProduct(config, pino({ level: 'silent' }), slack.apiUrl);
  onTestFinished(() => product.stop());
  await product.connected;
  const scrape = (authorization?: string) =>
    fetch(`${product.address}/metrics`, authorization === undefined ? {} : { headers: { authorization } });
  for (const wrong of [undefined, 'Bearer wrong', 'a-long-enough-key', 'Bearer a-long-enough-key2']) {
    const refused = await scrape(wrong);
    expect([wrong, refused.status, await refused.text()]).toEqual([wrong, 401, '']);
  }
  const taken = await scrape('Bearer a-long-enough-key');
  expect(taken.status).toBe(200);
  expect(await taken.text()).toContain('arti_ready 1');
});
