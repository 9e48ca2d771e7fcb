/** Who was let in a moment ago: as long as nothing that decides it has changed. */
import { expect, test } from 'vitest';
import { createAuthenticate } from '../src/authenticate.ts';
import { keepAdmissions } from '../src/keep-admissions.ts';
import { createRealClock } from '../src/services/clock.ts';
import { revokeKey } from '../src/services/keys/revoke-key.ts';
import { PLANNING_OFFICE, TODAY } from './helpers/context.ts';
import { makeKey, openKeysContext } from './services/keys/keys-context.ts';
import { openTestStore } from './store/support.ts';

/** On the real clock, as outside of local mode. */
async function open() {
  const context = await openKeysContext();
  let now = 0;
  let looks = 0;
  const authenticate = createAuthenticate({
    context,
    adminKey: null,
    localKey: null,
    verifyToken: null,
    onUseNotNoted: () => undefined,
  });
  const kept = keepAdmissions({
    authenticate: (authorization) => {
      looks += 1;
      return authenticate(authorization);
    },
    context: { ...context, clock: createRealClock(context.realNow) },
    now: () => now,
  });
  return {
    context,
    looks: () => looks,
    passTime: (milliseconds: number) => {
      now += milliseconds;
    },
    async ask(token: string) {
      const admission = await kept(`Bearer ${token}`);
      return admission.ok || admission.because;
    },
  };
}

test('nobody is looked at twice within a second', async () => {
  const { context, ask, looks, passTime } = await open();
  // Its use is a commit of its own.
  context.store.noteApiKeyUse = async () => undefined;
  const { token } = await makeKey(context);
  expect([await ask(token), await ask(token), looks()]).toEqual([true, true, 1]);
  passTime(1_000);
  expect([await ask(token), looks()]).toEqual([true, 2]);
});

test('a wrong key is looked at each time', async () => {
  const { ask, looks } = await open();
  const wrong = `arti_k7m3x9qd_${'0'.repeat(64)}`;
  expect([await ask(wrong), await ask(wrong), looks()]).toEqual(['UNKNOWN', 'UNKNOWN', 2]);
});

test('a key that another process revokes is not let in from then on', async () => {
  const { context, ask } = await open();
  const { key, token } = await makeKey(context);
  expect(await ask(token)).toBe(true);
  const other = { ...context, store: await openTestStore(context.file) };
  await revokeKey(other, PLANNING_OFFICE, key.id, null);
  expect(await ask(token)).toBe('REVOKED');
});

test('a key is not let in from the end of its last day', async () => {
  const { context, ask } = await open();
  context.store.noteApiKeyUse = async () => undefined;
  const { token } = await makeKey(context, { expiresOn: TODAY });
  context.setRealNow('2020-09-14T21:59:59.999Z');
  expect(await ask(token)).toBe(true);
  context.setRealNow('2020-09-14T22:00:00.000Z');
  expect(await ask(token)).toBe('EXPIRED');
});
