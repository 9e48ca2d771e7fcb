import { afterEach, describe, expect, test } from 'vitest';
import {
  ADA,
  BOT,
  BRUNO,
  GENERAL,
  type Overrides,
  type Running,
  refusal,
  SCOPES,
  SEED,
  startWorkspace,
} from './workspace-fixture.ts';

let running: Running;
const start = async (overrides: Overrides = {}) => {
  running = await startWorkspace(overrides);
  return running.api();
};
afterEach(() => running.close());

const person = (id: string, over: object) => ({ id, name: id, title: '', email: '', ...over });

describe('users.info', () => {
  test.each([
    {
      why: 'Rome in summer',
      tz: 'Europe/Rome',
      day: '2020-06-15',
      offset: 7200,
      label: 'Central European Summer Time',
    },
    {
      why: 'Rome in winter',
      tz: 'Europe/Rome',
      day: '2020-12-15',
      offset: 3600,
      label: 'Central European Standard Time',
    },
    {
      why: 'west of Greenwich',
      tz: 'America/New_York',
      day: '2020-06-15',
      offset: -14_400,
      label: 'Eastern Daylight Time',
    },
    {
      why: 'half an hour',
      tz: 'Asia/Kolkata',
      day: '2020-06-15',
      offset: 19_800,
      label: 'India Standard Time',
    },
    { why: 'Greenwich', tz: 'UTC', day: '2020-06-15', offset: 0, label: 'Coordinated Universal Time' },
  ])('tells the time zone: $why', async ({ tz, day, offset, label }) => {
    const clock = { now: () => new Date(`${day}T08:00:00Z`) };
    const api = await start({ clock, seed: { ...SEED, users: [person(ADA, { tz })] } });
    expect((await api.users.info({ user: ADA })).user).toMatchObject({
      tz,
      tz_offset: offset,
      tz_label: label,
    });
  });

  test.each([
    {
      why: 'a member',
      over: {},
      told: { is_restricted: false, is_ultra_restricted: false, is_bot: false, team_id: 'T0TEAM' },
    },
    {
      why: 'a guest',
      over: { guest: 'multi-channel' },
      told: { is_restricted: true, is_ultra_restricted: false },
    },
    {
      why: 'a guest of one channel',
      over: { guest: 'single-channel' },
      told: { is_restricted: true, is_ultra_restricted: true },
    },
    { why: 'a bot of another app', over: { isBot: true }, told: { is_bot: true } },
    {
      why: 'a person of another workspace',
      over: { teamId: 'T0OTHER' },
      told: { team_id: 'T0OTHER', is_stranger: true },
    },
  ])('tells $why', async ({ over, told }) => {
    const api = await start({ seed: { ...SEED, users: [...SEED.users, person('U0X', over)] } });
    expect((await api.users.info({ user: 'U0X' })).user).toMatchObject(told);
  });

  test('the app’s own bot is told from others', async () => {
    await start({ seed: { ...SEED, users: [person('U0OTHERBOT', { isBot: true }), ...SEED.users] } });
    const shown = await (await running.as(ADA)).bootstrap();
    expect(shown.botUserId).toBe(BOT);
    const response = await fetch(`${running.baseUrl}/workspace/page/bootstrap?user=U0OTHERBOT`);
    expect(response.status).toBe(404);
  });

  test('who is of another workspace says so when they act and write', async () => {
    const carla = person('U0CARLA', { name: 'Carla', teamId: 'T0OTHER' });
    const channels = [{ id: GENERAL, name: 'generale', topic: '', members: ['U0CARLA', BOT] }];
    await start({ seed: { ...SEED, users: [carla], channels } });
    const client = await running.as('U0CARLA');
    await client.say(GENERAL, 'hello');
    await running.workspace.eventsDelivered();
    expect(running.app.events()).toMatchObject([{ team: 'T0OTHER', user_team: 'T0OTHER' }]);
  });
});

describe('user groups', () => {
  const userGroups = [
    { id: 'S0HEADS', handle: 'direttori', name: 'Direttori', users: [ADA, BRUNO] },
    { id: 'S0OLD', handle: 'vecchi', name: 'Vecchi', users: [ADA], isDisabled: true },
  ];
  const overrides = {
    seed: { ...SEED, userGroups },
    app: { scopes: [...SCOPES, 'usergroups:read'] },
  };

  test('are listed, with their members where they are asked for', async () => {
    const api = await start(overrides);
    const { usergroups } = await api.usergroups.list({});
    expect(usergroups).toMatchObject([
      { id: 'S0HEADS', handle: 'direttori', name: 'Direttori', date_delete: 0 },
    ]);
    expect(usergroups?.[0]).not.toHaveProperty('users');
    const full = await api.usergroups.list({
      include_users: true,
      include_count: true,
      include_disabled: true,
    });
    expect(full.usergroups).toMatchObject([
      { users: [ADA, BRUNO], user_count: 2 },
      { id: 'S0OLD', date_delete: 1 },
    ]);
  });

  test('tell their members one by one', async () => {
    const api = await start(overrides);
    expect((await api.usergroups.users.list({ usergroup: 'S0HEADS' })).users).toEqual([ADA, BRUNO]);
    for (const usergroup of ['S0OLD', 'S0NONE']) {
      expect((await refusal(api.usergroups.users.list({ usergroup }))).error).toBe('no_such_subteam');
    }
    expect((await api.usergroups.users.list({ usergroup: 'S0OLD', include_disabled: true })).users).toEqual([
      ADA,
    ]);
  });

  test('need their scope', async () => {
    const api = await start({ seed: overrides.seed });
    expect(await refusal(api.usergroups.list({}))).toMatchObject({
      error: 'missing_scope',
      needed: 'usergroups:read',
    });
  });
});
