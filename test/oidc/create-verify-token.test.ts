/** Tokens of people, as a real identity provider gives them out, and as somebody would like them to be. */
import { exportSPKI, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createVerifyToken, type Verified, type VerifyToken } from '../../src/oidc/create-verify-token.ts';
import { createProviderKeys, type ProviderTimes } from '../../src/oidc/provider-keys.ts';
import { type Algorithm, AUDIENCE, type RealProvider, startRealProvider } from './real-provider.ts';

const EMAIL = 'programmazione@arti.example';
const LET_IN: Verified = { ok: true, email: EMAIL };
const UNKNOWN: Verified = { ok: false, because: 'UNKNOWN' };
const UNAVAILABLE: Verified = { ok: false, because: 'UNAVAILABLE' };

/** It rests after a failure for as long as a test takes, and asks for a new key at once. */
const TIMES: ProviderTimes = { timeout: 10_000, rest: 60_000, cooldown: 0, maxAge: 600_000 };

type Options = {
  readonly claim?: string;
  readonly now?: () => Date;
  readonly times?: Partial<ProviderTimes>;
};

function verifierOf(provider: RealProvider, { claim = 'email', now, times }: Options = {}) {
  const failures: Error[] = [];
  const settings = { ...provider.settings, claim };
  const verify: VerifyToken = createVerifyToken(settings, {
    keys: createProviderKeys(settings, { ...TIMES, ...times }),
    onUnavailable: (error) => failures.push(error),
    ...(now && { now }),
  });
  return { verify, failures };
}

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const claimsOf = ({ issuer }: RealProvider) => ({
  iss: issuer,
  aud: AUDIENCE,
  sub: 'cruscotto',
  exp: inSeconds(600),
  email: EMAIL,
});

const claimsWithout = (name: 'aud' | 'exp', provider: RealProvider) =>
  Object.fromEntries(Object.entries(claimsOf(provider)).filter(([claim]) => claim !== name));

describe('a token of the provider', () => {
  test.each<{ alg: Algorithm }>([{ alg: 'RS256' }, { alg: 'PS256' }, { alg: 'ES256' }, { alg: 'EdDSA' }])(
    'says whose it is: $alg',
    async ({ alg }) => {
      const provider = await startRealProvider();
      const { verify } = verifierOf(provider);
      expect(await verify(await provider.token({ alg, claims: { email: EMAIL } }))).toEqual(LET_IN);
    },
  );

  test.each([
    { why: 'proved', claims: { email: EMAIL, email_verified: true }, is: LET_IN },
    { why: 'proved, as some write it', claims: { email: EMAIL, email_verified: 'true' }, is: LET_IN },
    { why: 'not proved', claims: { email: EMAIL, email_verified: false }, is: UNKNOWN },
    { why: 'not proved, as some write it', claims: { email: EMAIL, email_verified: 'false' }, is: UNKNOWN },
    { why: 'none', claims: {}, is: UNKNOWN },
    { why: 'several', claims: { email: [EMAIL] }, is: UNKNOWN },
    { why: 'under another name', claims: { upn: EMAIL }, is: UNKNOWN },
  ])('has an address: $why', async ({ claims, is }) => {
    const provider = await startRealProvider();
    expect(await verifierOf(provider).verify(await provider.token({ claims }))).toEqual(is);
  });

  test.each([
    { why: 'the one that is set', claim: 'upn', is: LET_IN },
    { why: 'a property that every object has', claim: 'constructor', is: UNKNOWN },
  ])('has it under another claim: $why', async ({ claim, is }) => {
    const provider = await startRealProvider();
    const token = await provider.token({ claims: { upn: EMAIL, email_verified: false } });
    expect(await verifierOf(provider, { claim }).verify(token)).toEqual(is);
  });

  test.each([
    { why: 'within the leeway', seconds: 629, is: LET_IN },
    { why: 'past it', seconds: 631, is: { ok: false, because: 'EXPIRED' } },
  ])('holds for 600 s and a leeway of 30: $why', async ({ seconds, is }) => {
    const provider = await startRealProvider();
    const token = await provider.token({ claims: { email: EMAIL } });
    const { iat } = JSON.parse(atob(token.split('.')[1] ?? ''));
    const { verify } = verifierOf(provider, { now: () => new Date((iat + seconds) * 1000) });
    expect(await verify(token)).toEqual(is);
  });

  test('is for this API and no other', async () => {
    const provider = await startRealProvider();
    const token = await provider.token({ claims: { email: EMAIL }, audience: 'https://other.example/' });
    expect(await verifierOf(provider).verify(token)).toEqual(UNKNOWN);
  });
});

/** Everything is right but one thing. */
const FORGERIES: readonly {
  readonly why: string;
  readonly forge: (provider: RealProvider) => Promise<string> | string;
}[] = [
  { why: 'of another issuer', forge: (it) => it.sign({ ...claimsOf(it), iss: 'https://evil.example' }) },
  { why: 'of the issuer with a slash', forge: (it) => it.sign({ ...claimsOf(it), iss: `${it.issuer}/` }) },
  {
    why: 'for several, not for us',
    forge: (it) => it.sign({ ...claimsOf(it), aud: ['https://other.example'] }),
  },
  { why: 'for nobody', forge: (it) => it.sign(claimsWithout('aud', it)) },
  { why: 'without an end', forge: (it) => it.sign(claimsWithout('exp', it)) },
  { why: 'not valid yet', forge: (it) => it.sign({ ...claimsOf(it), nbf: inSeconds(60) }) },
  { why: 'that tells of a logout', forge: (it) => it.sign(claimsOf(it), { typ: 'logout+jwt' }) },
  { why: 'of a key that is not published', forge: (it) => it.sign(claimsOf(it), { kid: 'unknown' }) },
  {
    why: 'of one key under the name of another',
    forge: (it) => it.sign(claimsOf(it), { kid: String(it.publicKey('PS256').kid) }),
  },
  { why: 'not signed', forge: (it) => new UnsecuredJWT(claimsOf(it)).encode() },
  {
    why: 'not signed, in capitals and with a signature',
    forge: (it) => `${btoa('{"alg":"NONE","typ":"JWT"}')}.${btoa(JSON.stringify(claimsOf(it)))}.AAAA`,
  },
  {
    why: 'signed with the public key as a shared secret',
    forge: async (it) => {
      const key = it.publicKey('RS256');
      const pem = await exportSPKI((await importJWK(key, 'RS256')) as CryptoKey);
      return new SignJWT(claimsOf(it))
        .setProtectedHeader({ alg: 'HS256', kid: String(key.kid) })
        .sign(new TextEncoder().encode(pem));
    },
  },
  {
    why: 'with a key of its own in it',
    forge: async (it) => {
      const evil = await startRealProvider({ keys: 'ITS_OWN' });
      const key = evil.publicKey('RS256');
      const token = await evil.sign({ ...claimsOf(it) }, { kid: String(it.publicKey('RS256').kid) });
      const [, payload, signature] = token.split('.');
      const header = { alg: 'RS256', kid: it.publicKey('RS256').kid, jwk: key, jku: `${evil.issuer}/jwks` };
      return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.${signature}`;
    },
  },
  {
    why: 'with somebody else’s address put in',
    forge: async (it) => {
      const [header, , signature] = (await it.sign({ ...claimsOf(it), email: 'x@arti.example' })).split('.');
      return `${header}.${Buffer.from(JSON.stringify(claimsOf(it))).toString('base64url')}.${signature}`;
    },
  },
  { why: 'cut short', forge: async (it) => (await it.sign(claimsOf(it))).slice(0, -40) },
  { why: 'of no JSON', forge: () => 'AAAA.AAAA.AAAA' },
  { why: 'of two parts', forge: () => 'AAAA.AAAA' },
];

describe('a token is not believed', () => {
  test.each(FORGERIES)('$why', async ({ forge }) => {
    const provider = await startRealProvider();
    const { verify, failures } = verifierOf(provider);
    expect(await verify(await forge(provider))).toEqual(UNKNOWN);
    expect(failures).toEqual([]);
    // It was the token, not the verifier.
    expect(await verify(await provider.sign(claimsOf(provider)))).toEqual(LET_IN);
  });

  test('and the provider is not asked about what is not said to be its own', async () => {
    const provider = await startRealProvider();
    const { verify } = verifierOf(provider);
    await verify(await provider.sign({ ...claimsOf(provider), iss: 'https://evil.example' }));
    await verify(new UnsecuredJWT(claimsOf(provider)).encode());
    expect(provider.asked).toEqual([]);
  });
});

describe('the keys of the provider', () => {
  test('are fetched once, by whoever needs them first', async () => {
    const provider = await startRealProvider();
    const { verify } = verifierOf(provider);
    const token = await provider.token({ claims: { email: EMAIL } });
    await Promise.all([verify(token), verify(token), verify(token)]);
    expect(await verify(token)).toEqual(LET_IN);
    expect(provider.asked).toEqual(['/.well-known/openid-configuration', '/jwks']);
  });

  test('are fetched where they are said to be, and nothing else is asked', async () => {
    const provider = await startRealProvider();
    const keys = createProviderKeys({ ...provider.settings, jwksUrl: `${provider.issuer}/jwks` }, TIMES);
    const verify = createVerifyToken(provider.settings, { keys, onUnavailable: () => undefined });
    expect(await verify(await provider.token({ claims: { email: EMAIL } }))).toEqual(LET_IN);
    expect(provider.asked).toEqual(['/jwks']);
  });

  test('change: the new ones are fetched, the old ones are believed no more', async () => {
    const provider = await startRealProvider();
    const { verify } = verifierOf(provider);
    const before = await provider.token({ claims: { email: EMAIL } });
    expect(await verify(before)).toEqual(LET_IN);
    await provider.rotate();
    expect(await verify(await provider.token({ claims: { email: EMAIL } }))).toEqual(LET_IN);
    expect(await verify(before)).toEqual(UNKNOWN);
  });

  test('are not fetched anew for each token of an unknown key', async () => {
    const provider = await startRealProvider();
    const { verify } = verifierOf(provider, { times: { cooldown: 60_000 } });
    await verify(await provider.token({ claims: { email: EMAIL } }));
    for (const kid of ['a', 'b', 'c']) await verify(await provider.sign(claimsOf(provider), { kid }));
    expect(provider.asked).toEqual(['/.well-known/openid-configuration', '/jwks']);
  });
});

describe('a provider that cannot be asked', () => {
  test.each([{ how: 'BADLY' as const }, { how: 'SILENTLY' as const }])(
    '$how: nobody knows, and it is not asked again for a while',
    async ({ how }) => {
      const provider = await startRealProvider();
      const { verify, failures } = verifierOf(provider, { times: { timeout: 300 } });
      const token = await provider.token({ claims: { email: EMAIL } });
      provider.behave(how);
      expect(await verify(token)).toEqual(UNAVAILABLE);
      expect(await verify(token)).toEqual(UNAVAILABLE);
      expect(provider.asked).toHaveLength(1);
      expect(failures[0]?.message).toContain('/.well-known/openid-configuration');
    },
  );

  test('is believed again once it answers', async () => {
    const provider = await startRealProvider();
    const { verify } = verifierOf(provider, { times: { rest: 0 } });
    const token = await provider.token({ claims: { email: EMAIL } });
    provider.behave('BADLY');
    expect(await verify(token)).toEqual(UNAVAILABLE);
    provider.behave('WELL');
    expect(await verify(token)).toEqual(LET_IN);
  });

  test('whose keys are known is not needed', async () => {
    const provider = await startRealProvider();
    const { verify } = verifierOf(provider);
    const token = await provider.token({ claims: { email: EMAIL } });
    await verify(token);
    provider.behave('BADLY');
    expect(await verify(token)).toEqual(LET_IN);
    expect(await verify(await provider.sign(claimsOf(provider), { kid: 'new' }))).toEqual(UNAVAILABLE);
    // Nor does one that asks for an unknown key keep out those whose key is known.
    expect(await verify(token)).toEqual(LET_IN);
  });

  test('is not one that speaks for another issuer', async () => {
    const [provider, other] = [await startRealProvider(), await startRealProvider()];
    const settings = { ...provider.settings, issuer: `${other.issuer}/` };
    const failures: Error[] = [];
    const keys = createProviderKeys(settings, TIMES);
    const verify = createVerifyToken(settings, { keys, onUnavailable: (error) => failures.push(error) });
    const token = await other.sign({ ...claimsOf(other), iss: settings.issuer });
    expect(await verify(token)).toEqual(UNAVAILABLE);
    expect(failures[0]?.message).toContain(other.issuer);
  });
});
