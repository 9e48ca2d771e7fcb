import { expect, test } from 'vitest';
import type { Installation } from '../../src/store/port.ts';
import { openRaw, openTestStore, temporaryFile } from './support.ts';

const installation = (team: string, parts: Partial<Installation> = {}): Installation => ({
  team,
  teamName: `Agenzia ${team}`,
  botUser: `U0BOT${team}`,
  scopes: ['chat:write', 'im:history'],
  sealedToken: `sealed-${team}`,
  installedAt: '2020-09-14T08:30:00.000Z',
  revoked: null,
  ...parts,
});

const REVOKED = { at: '2020-09-15T10:00:00.000Z', because: 'app_uninstalled' };

test('a workspace is kept as it installed the app', async () => {
  const store = await openTestStore();
  await store.saveInstallation(installation('T1'));
  expect(await store.findInstallation('T1')).toEqual(installation('T1'));
  expect(await store.findInstallation('T2')).toBeUndefined();
});

test('all are listed, in the order of their ids, the revoked ones too', async () => {
  const store = await openTestStore();
  expect(await store.listInstallations()).toEqual([]);
  for (const team of ['T2', 'T1', 'T3']) await store.saveInstallation(installation(team));
  await store.revokeInstallation(installation('T3'), REVOKED);
  expect(await store.listInstallations()).toEqual([
    installation('T1'),
    installation('T2'),
    installation('T3', { revoked: REVOKED }),
  ]);
});

test('installed again, everything of the first time is replaced', async () => {
  const store = await openTestStore();
  await store.saveInstallation(installation('T1'));
  await store.saveInstallation(installation('T2'));
  const again = installation('T1', {
    teamName: 'Altro nome',
    botUser: 'U0NEW',
    scopes: ['chat:write'],
    sealedToken: 'sealed-anew',
    installedAt: '2020-09-16T08:30:00.000Z',
  });
  await store.saveInstallation(again);
  expect(await store.listInstallations()).toEqual([again, installation('T2')]);
});

test('the first revocation stands, for that workspace alone, until the app is installed again', async () => {
  const store = await openTestStore();
  await store.saveInstallation(installation('T1'));
  await store.saveInstallation(installation('T2'));
  await store.revokeInstallation(installation('T1'), REVOKED);
  await store.revokeInstallation(installation('T1'), {
    at: '2020-09-16T10:00:00.000Z',
    because: 'tokens_revoked',
  });
  expect(await store.findInstallation('T1')).toEqual(installation('T1', { revoked: REVOKED }));
  expect(await store.findInstallation('T2')).toEqual(installation('T2'));
  await store.saveInstallation(installation('T1', { sealedToken: 'sealed-anew' }));
  expect(await store.findInstallation('T1')).toMatchObject({ revoked: null, sealedToken: 'sealed-anew' });
});

test('of another token than the one in use nothing is revoked, nor restored', async () => {
  const store = await openTestStore();
  const [before, now] = [installation('T1'), installation('T1', { sealedToken: 'sealed-anew' })];
  await store.saveInstallation(now);
  expect(await store.revokeInstallation(before, REVOKED)).toBe(false);
  expect(await store.findInstallation('T1')).toEqual(now);
  expect(await store.revokeInstallation(now, REVOKED)).toBe(true);
  expect(await store.revokeInstallation(now, REVOKED)).toBe(false);
  expect(await store.restoreInstallation(before)).toBe(false);
  expect(await store.findInstallation('T1')).toEqual({ ...now, revoked: REVOKED });
  expect(await store.restoreInstallation(now)).toBe(true);
  expect(await store.findInstallation('T1')).toEqual(now);
});

test('a workspace that never installed the app is not made by its revocation', async () => {
  const store = await openTestStore();
  await store.revokeInstallation(installation('T1'), REVOKED);
  expect(await store.listInstallations()).toEqual([]);
});

test.each([
  { why: 'no workspace', parts: { team: '' } },
  { why: 'no token', parts: { sealedToken: '' } },
])('refused by the table: $why', async ({ parts }) => {
  const store = await openTestStore();
  await expect(store.saveInstallation(installation('T1', parts))).rejects.toThrow(/CHECK/);
});

test('what one process saves or revokes, the other finds', async () => {
  const file = temporaryFile();
  const [store, other] = [await openTestStore(file), await openTestStore(file)];
  await store.saveInstallation(installation('T1'));
  await other.revokeInstallation(installation('T1'), REVOKED);
  expect(await store.findInstallation('T1')).toMatchObject({ revoked: REVOKED });
  expect(openRaw(file).prepare('SELECT count(*) FROM installations').pluck().get()).toBe(1);
});
