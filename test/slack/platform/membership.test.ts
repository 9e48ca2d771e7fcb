/** Only members of our own workspace are believed, by whichever way they were found, and only for as long as they are. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { refusalText } from '../../../src/messages/refusals.ts';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import { PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { startFakeWorkspaces } from './fake-workspaces.ts';
import { closeAll, startApp } from './running-app.ts';

afterEach(closeAll);

const USER = 'U0DIREZIONE';
const PERSON = 'referente.direzione';
const HOUR_SECONDS = 3600;

async function start(said: object = {}) {
  const slack = await startFakeWorkspaces();
  const team = slack.addTeam('T1', { emails: { [USER]: personOf(PERSON).email } });
  team.said.set(USER, said as Readonly<Record<string, unknown>>);
  const running = await startApp({ botToken: 'xoxb-T1', slack });
  const { context } = running;
  return {
    ...running,
    team,
    /** The answer to a command that would record something. */
    update: async (percent: number) =>
      String(JSON.parse((await running.command('T1', USER, `update 1.1.3 ${percent}%`)).text).text),
    linked: () => context.store.findSlackId('PERSON', 'T1', PERSON),
    letAnHourPass() {
      for (let second = 0; second <= HOUR_SECONDS; second++) context.realNow();
    },
  };
}

const REFUSED = refusalText(
  { code: 'UNKNOWN_PERSON', given: USER, contacts: [personOf('programmazione').name] },
  'it',
);

describe.each([
  { why: 'a guest', said: { is_restricted: true } },
  { why: 'a guest of one channel', said: { is_ultra_restricted: true } },
  { why: 'a bot', said: { is_bot: true } },
  { why: 'somebody deactivated', said: { deleted: true } },
  { why: 'a stranger', said: { is_stranger: true } },
  { why: 'somebody of another workspace', said: { team_id: 'T2' } },
])('$why with an address of the directory', ({ said }) => {
  test('is neither written to nor let in by it', async () => {
    const { context, deliver, linked, slack, update, reports } = await start(said);
    await openCheckIns(context, PLANNING_OFFICE);
    while ((await deliver()) > 0);
    expect(slack.called('users.lookupByEmail').length).toBeGreaterThan(0);
    expect(slack.called('conversations.open')).toEqual([]);
    expect(await linked()).toBeUndefined();
    expect(await update(60)).toContain(REFUSED);
    expect(await reports()).toEqual([]);
  });

  test('who was a member before is let in no more, and forgotten', async () => {
    const { team, update, reports, linked, letAnHourPass } = await start();
    await update(60);
    expect(await linked()).toBe(USER);
    team.said.set(USER, said);
    letAnHourPass();
    expect(await update(70)).toContain(REFUSED);
    expect(await linked()).toBeUndefined();
    expect(await reports()).toHaveLength(1);
  });
});

describe('a member', () => {
  test('is asked about once an hour', async () => {
    const { update, slack, letAnHourPass } = await start();
    for (const percent of [10, 20, 30]) await update(percent);
    expect(slack.called('users.info')).toHaveLength(1);
    letAnHourPass();
    await update(40);
    await update(50);
    expect(slack.called('users.info')).toHaveLength(2);
  });

  test('is not locked out when Slack fails to say, which is logged', async () => {
    const { update, slack, reports, letAnHourPass, logged } = await start();
    await update(10);
    letAnHourPass();
    slack.fail('users.info', 'fatal_error');
    await update(20);
    expect(await reports()).toHaveLength(2);
    const warned = logged.filter(({ level }) => level === 'warn').map(({ message }) => message);
    expect(warned).toEqual(['Slack did not say whether somebody is still a member']);
  });

  test('is not kept waiting for what Slack says', async () => {
    const { update, slack, reports, letAnHourPass } = await start();
    await update(10);
    letAnHourPass();
    const release = slack.hold('users.info');
    await update(20);
    expect(await reports()).toHaveLength(2);
    release();
    await vi.waitFor(() => expect(slack.called('users.info')).toHaveLength(2));
  });
});
