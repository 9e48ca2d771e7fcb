import { expect, test, vi } from 'vitest';
import { openSession } from '../../../../src/web/dashboard/acting/open-session.ts';
import { tokenIn } from '../../../../src/web/dashboard/acting/sign-in-token.ts';

const json = (status: number, body: unknown) => async () => new Response(JSON.stringify(body), { status });

test('the token goes in the body, never in an address', async () => {
  const send = vi.fn(json(200, { name: 'Referente OSRU', role: 'STAFF' }));
  expect(await openSession('secret', send)).toEqual({ kind: 'OPENED', name: 'Referente OSRU' });
  expect(send).toHaveBeenCalledWith(
    '/session',
    expect.objectContaining({ method: 'POST', body: '{"token":"secret"}' }),
  );
});

test.each([
  {
    why: 'a refusal in both languages',
    send: json(410, { code: 'LINK_EXPIRED', messageIt: 'Scaduto.', messageEn: 'Expired.' }),
    opened: { kind: 'REFUSED', message: { it: 'Scaduto.', en: 'Expired.' } },
  },
  { why: 'an error of the server', send: json(503, {}), opened: { kind: 'UNREACHABLE' } },
  { why: 'an answer of something in between', send: json(403, 'blocked'), opened: { kind: 'UNREACHABLE' } },
  { why: 'no network', send: () => Promise.reject(new TypeError('fetch')), opened: { kind: 'UNREACHABLE' } },
])('$why', async ({ send, opened }) => {
  expect(await openSession('secret', send)).toEqual(opened);
});

test.each([
  { hash: '#abc_123-x', token: 'abc_123-x' },
  { hash: '', token: null },
  { hash: '#content', token: null },
])('of $hash the token is $token', ({ hash, token }) => {
  expect(tokenIn(hash)).toBe(token);
});
