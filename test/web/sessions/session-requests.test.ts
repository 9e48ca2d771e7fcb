import { describe, expect, test } from 'vitest';
import { createSessionRequests } from '../../../src/web/sessions/session-requests.ts';

const SECRET = 'a'.repeat(43);
const header = (headers: Readonly<Record<string, string>>) => (name: string) => headers[name] ?? null;

describe('what is set as a cookie', () => {
  const KEPT = 'Path=/; Max-Age=60; HttpOnly; SameSite=Lax';
  test.each([
    { url: 'https://arti.example', is: `__Host-arti_session=x; ${KEPT}; Secure` },
    { url: 'http://127.0.0.1:3000', is: `__Host-arti_session=x; ${KEPT}; Secure` },
    { url: 'http://localhost:3000', is: `__Host-arti_session=x; ${KEPT}; Secure` },
    { url: 'http://arti.intranet', is: `arti_session=x; ${KEPT}` },
  ])('$url', ({ url, is }) => {
    expect(createSessionRequests(() => url).setCookie('x', 60)).toBe(is);
  });

  test('a cookie that a neighbouring host could have set is not read where the safe one is', () => {
    const cookie = `arti_session=${SECRET}`;
    expect(createSessionRequests(() => 'https://arti.example').secret(header({ cookie }))).toBeNull();
    expect(createSessionRequests(() => 'http://arti.intranet').secret(header({ cookie }))).toBe(SECRET);
  });
});

describe('a request is our own page’s', () => {
  const OWN = { host: 'arti.example', origin: 'https://arti.example' };
  test.each([
    { why: 'from the dashboard', headers: OWN, is: true },
    { why: 'as browsers say', headers: { ...OWN, 'sec-fetch-site': 'same-origin' }, is: true },
    { why: 'without an origin', headers: { host: 'arti.example' }, is: false },
    { why: 'of another site', headers: { ...OWN, origin: 'https://evil.example' }, is: false },
    { why: 'of a neighbour', headers: { ...OWN, origin: 'https://a.arti.example' }, is: false },
    { why: 'on an open wire', headers: { ...OWN, origin: 'http://arti.example' }, is: false },
    { why: 'from nowhere', headers: { ...OWN, origin: 'null' }, is: false },
    { why: 'same site, other origin', headers: { ...OWN, 'sec-fetch-site': 'same-site' }, is: false },
    {
      why: 'another name of this machine',
      headers: { host: 'localhost:3', origin: 'http://localhost:3' },
      is: true,
    },
    { why: 'another port of it', headers: { host: 'localhost:3', origin: 'http://localhost:4' }, is: false },
  ])('$why: $is', ({ headers, is }) => {
    const requests = createSessionRequests(() => 'https://arti.example/cruscotto');
    expect(requests.isOwn(header(headers as Record<string, string>))).toBe(is);
  });
});
