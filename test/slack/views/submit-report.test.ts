/** A submitted form is answered without waiting for what Slack is told beside the answer. */
import { afterEach, expect, test } from 'vitest';
import type { Environment } from '../../../src/slack/environment.ts';
import { submitReport } from '../../../src/slack/views/submit-report.ts';
import { OSRU, slackIdOf } from '../check-in/support.ts';
import { type Homes, startHomes } from '../home/support.ts';

let homes: Homes;
afterEach(() => homes.close());

test('the home tab is drawn anew after the answer', async () => {
  homes = await startHomes();
  const { client } = homes.environment;
  let draw = () => {};
  const held = new Promise<void>((resolve) => {
    draw = resolve;
  });
  const drawn: string[] = [];
  const slow: Environment['client'] = Object.assign(Object.create(client), {
    views: {
      ...client.views,
      publish: async ({ user_id }: { user_id: string }) => {
        await held;
        drawn.push(user_id);
      },
    },
  });
  const form = {
    ...{ checkInId: null, year: 2020, home: 0, scope: 'ONE', page: 0, last: 0, left: 0, recorded: [] },
    lines: [{ item: '1.1.3', sequence: 0, figure: '', blocked: null }],
  };
  const answer = await submitReport(
    { ...homes.environment, client: slow },
    {
      id: 'V1',
      type: 'modal',
      hash: '',
      callbackId: 'report_view',
      privateMetadata: JSON.stringify(form),
      values: { 'percent:1.1.3': { percent: { value: '60' } } },
      user: slackIdOf(OSRU),
    },
  );
  expect(answer).toEqual({ kind: 'CLOSE' });
  expect(await homes.reports()).toMatchObject([{ phase: '1.1.3', percentBps: 6_000 }]);
  expect(drawn).toEqual([]);
  draw();
  await expect.poll(() => drawn).toEqual([slackIdOf(OSRU)]);
});
