/** What a schedule asks and tells, from the outbox to the blocks: late ones say so, and go on saying so. */
import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import type { Notice } from '../../../src/domain/notice.ts';
import type { Context } from '../../../src/services/context.ts';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { compose, NothingToSend } from '../../../src/slack/deliver/compose.ts';
import type { Environment } from '../../../src/slack/environment.ts';
import { openTestContext, PLANNING_OFFICE } from '../../helpers/context.ts';
import { phaseCodeOf, structureCode } from '../../helpers/figures.ts';
import { textsOf } from '../../helpers/slack-messages.ts';
import { answer, checkInKeys, openRhythm } from '../../services/slots/rhythm.ts';

const CLOSED_WORLD = 'http://127.0.0.1:9/';

/** Nothing is called: what is composed needs the database alone. */
const environmentOf = (context: Context, language: 'it' | 'en' = 'it'): Environment => ({
  context,
  voice: voiceOf(language),
  client: new WebClient('xoxb-test', { slackApiUrl: CLOSED_WORLD }),
  logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
  team: 'T1',
  charts: { render: async () => Buffer.alloc(0), native: { taken: false } },
});

const textsIn = async (environment: Environment, notice: Notice) =>
  textsOf((await compose(environment, notice)).content.blocks ?? []);

/** As if Slack had taken all that waits. */
async function sendAll({ store }: Context): Promise<void> {
  const now = '2030-01-01T00:00:00.000Z';
  for (;;) {
    const claimed = await store.claimOutbox({ now, clockNow: now, limit: 20, claimSeconds: 60 });
    if (claimed.length === 0) return;
    for (const { id, attempt } of claimed) {
      await store.settleOutbox(id, attempt, { outcome: 'SENT', channel: 'D1', ts: `1.${id}` });
    }
  }
}

test('a check-in that comes late says so, and still does once it is drawn again', async () => {
  const context = await openRhythm();
  expect(await context.at('2020-09-15T08:00:00.000Z')).toContain(checkInKeys('2020-09-15', 'osru')[0]);
  const asked = context.messages().map(({ notice }) => notice);
  await sendAll(context);
  await answer(context, 'referente.osru', ['1.1.1']);
  const [refresh] = context
    .messages()
    .flatMap(({ notice }) => (notice.kind === 'CHECK_IN_REFRESH' ? [notice] : []));
  if (!asked[0] || !refresh) throw new Error('nothing was asked, or drawn again');
  const late = 'Questa richiesta arriva in ritardo: era prevista per lunedì 14/09/2020 alle 09:30.';
  expect(await textsIn(environmentOf(context), asked[0])).toContain(late);
  expect(await textsIn(environmentOf(context), refresh)).toContain(late);
  expect(await textsIn(environmentOf(context, 'en'), refresh)).toContain(
    'This check-in comes late: it was planned for Monday 14/09/2020 at 09:30.',
  );
});

test('so does a reminder', async () => {
  const context = await openRhythm();
  await context.at('2020-09-14T07:30:00.000Z');
  await sendAll(context);
  await context.at('2020-09-16T10:00:00.000Z');
  const reminders = context
    .messages()
    .flatMap(({ notice, key }) =>
      notice.kind === 'CHECK_IN_AGAIN' && key.endsWith('referente.osru') ? [notice] : [],
    );
  await sendAll(context);
  await answer(context, 'referente.osru', ['1.1.1']);
  const redrawn = context
    .messages()
    .flatMap(({ notice }) =>
      notice.kind === 'CHECK_IN_REFRESH' && notice.again && notice.checkInId.endsWith('referente.osru')
        ? [notice]
        : [],
    );
  const notices = [...reminders, ...redrawn];
  expect(notices.map(({ kind }) => kind)).toEqual(['CHECK_IN_AGAIN', 'CHECK_IN_REFRESH']);
  for (const notice of notices) {
    expect(await textsIn(environmentOf(context), notice)).toContain(
      'Questo promemoria arriva in ritardo: era previsto per mercoledì 16/09/2020 alle 09:30.',
    );
    expect(await textsIn(environmentOf(context, 'en'), notice)).toContain(
      'This reminder comes late: it was planned for Wednesday 16/09/2020 at 09:30.',
    );
  }
});

test('one in time does not', async () => {
  const context = await openTestContext();
  await openCheckIns(context, PLANNING_OFFICE);
  await sendAll(context);
  await answer(context, 'referente.osru', ['1.1.1']);
  for (const { notice } of context.messages()) {
    expect((await textsIn(environmentOf(context), notice)).join('\n')).not.toMatch(/era prevista/);
  }
});

test('an answer draws the reminder again too, at its own place', async () => {
  const context = await openRhythm();
  await context.at('2020-09-14T07:30:00.000Z');
  await sendAll(context);
  await context.at('2020-09-16T07:30:00.000Z');
  await sendAll(context);
  const count = context.messages().length;
  await answer(context, 'referente.osru', ['1.1.1']);
  const redrawn = context
    .messages()
    .slice(count)
    .filter(({ destination }) => destination.kind === 'PERSON' && destination.person === 'referente.osru');
  const again = redrawn.flatMap(({ notice }) =>
    notice.kind === 'CHECK_IN_REFRESH' && notice.again !== undefined ? [notice] : [],
  );
  expect(redrawn.map(({ notice }) => notice.kind)).toEqual(['CHECK_IN_REFRESH', 'CHECK_IN_REFRESH']);
  expect(again).toHaveLength(1);
  if (!again[0]) throw new Error('no reminder was drawn again');
  const environment = environmentOf(context);
  const { replaces, content } = await compose(environment, again[0]);
  expect(replaces).toMatchObject({ notice: { kind: 'CHECK_IN_AGAIN' } });
  expect(textsOf(content.blocks ?? []).join('\n')).not.toContain('1.1.1');
});

test('what was answered while it waited for Slack is not told to the head any more', async () => {
  const context = await openTestContext();
  const notice: Notice = {
    kind: 'ESCALATION',
    structure: structureCode('OSRU'),
    day: context.clock.today(),
    unanswered: [{ person: 'referente.osru', askedOn: context.clock.today(), items: [phaseCodeOf('1.1.1')] }],
    late: null,
  };
  expect((await textsIn(environmentOf(context), notice)).join('\n')).toContain('*1.1.1*');
  await answer(context, 'referente.osru', ['1.1.1']);
  await expect(compose(environmentOf(context), notice)).rejects.toThrow(NothingToSend);
});
