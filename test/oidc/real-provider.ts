/** An identity provider as agencies run one, on this machine: it publishes its keys and gives out tokens. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import { onTestFinished } from 'vitest';
import type { OidcSettings } from '../../src/domain/identity-provider.ts';

/** What this API is called in tokens that are meant for it. */
export const AUDIENCE = 'https://arti.example/graphql';
const CLIENT = { client_id: 'cruscotto', client_secret: 'prova' };
const TTL_SECONDS = 600;

export type Algorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';
const ALGORITHMS: readonly Algorithm[] = ['RS256', 'PS256', 'ES256', 'EdDSA'];

export type TokenOptions = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly alg?: Algorithm;
  readonly audience?: string;
};

export type RealProvider = {
  readonly issuer: string;
  readonly settings: OidcSettings;
  /** An access token of its token endpoint, for this API unless told. */
  token(options?: TokenOptions): Promise<string>;
  /** A token that it would not give out, signed with its own key. */
  sign(
    claims: JWTPayload,
    header?: { readonly alg?: Algorithm; readonly kid?: string; readonly typ?: string },
  ): Promise<string>;
  publicKey(alg: Algorithm): JWK;
  /** From now on it signs with new keys, and publishes these alone. */
  rotate(): Promise<void>;
  /** How it answers from now on: as it should, with an error, or not at all. */
  behave(how: 'WELL' | 'BADLY' | 'SILENTLY'): void;
  /** What was asked of it, without the tokens that the test itself asked for. */
  readonly asked: string[];
};

let generation = 0;

async function newKeys(): Promise<readonly JWK[]> {
  generation += 1;
  return Promise.all(
    ALGORITHMS.map(async (alg) => {
      const { privateKey } = await generateKeyPair(alg, { extractable: true });
      return { ...(await exportJWK(privateKey)), alg, use: 'sig', kid: `${alg}-${generation}` };
    }),
  );
}

/** Making them takes longer than a test: one set is made for all providers that need none of their own. */
let shared: Promise<readonly JWK[]> | null = null;
const sharedKeys = (): Promise<readonly JWK[]> => {
  shared ??= newKeys();
  return shared;
};

type ProviderOptions = { readonly keys?: 'SHARED' | 'ITS_OWN' };

/** Answers until the test ends. */
export async function startRealProvider(options: ProviderOptions = {}): Promise<RealProvider> {
  const { provider, stop } = await runRealProvider(options);
  onTestFinished(stop);
  return provider;
}

/** Answers until it is stopped. */
export async function runRealProvider({ keys: which = 'SHARED' }: ProviderOptions = {}): Promise<{
  readonly provider: RealProvider;
  readonly stop: () => Promise<void>;
}> {
  let keys = await (which === 'SHARED' ? sharedKeys() : newKeys());
  let wanted: TokenOptions = {};
  let behaviour: 'WELL' | 'BADLY' | 'SILENTLY' = 'WELL';
  const asked: string[] = [];
  const server = createServer();
  const issuer = await listen(server);
  const create = () => providerOf(issuer, keys, () => wanted);
  let provider = create();
  server.on('request', (request, response) => {
    if (request.url !== '/token') asked.push(request.url ?? '');
    if (behaviour === 'SILENTLY') return;
    if (behaviour === 'BADLY') response.writeHead(500).end('<html>');
    else void provider.callback()(request, response);
  });
  const keyOf = (alg: Algorithm): JWK => {
    const key = keys.find((each) => each.alg === alg);
    if (!key) throw new Error(`no key for ${alg}`);
    return key;
  };
  const running: RealProvider = {
    issuer,
    settings: { issuer, audience: AUDIENCE, jwksUrl: null, claim: 'email' },
    asked,
    async token(options = {}) {
      wanted = options;
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${CLIENT.client_id}:${CLIENT.client_secret}`)}` },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          resource: options.audience ?? AUDIENCE,
        }),
      });
      const answer = (await response.json()) as { readonly access_token?: string };
      if (answer.access_token === undefined) throw new Error(JSON.stringify(answer));
      return answer.access_token;
    },
    async sign(claims, { alg = 'RS256', ...header } = {}) {
      const key = keyOf(alg);
      return new SignJWT(claims)
        .setProtectedHeader({ alg, kid: String(key.kid), typ: 'at+jwt', ...header })
        .sign(await importJWK(key, alg));
    },
    publicKey(alg) {
      const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...key } = keyOf(alg);
      return key;
    },
    async rotate() {
      keys = await newKeys();
      provider = create();
    },
    behave(how) {
      behaviour = how;
    },
  };
  return {
    provider: running,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Nothing is kept: what it gives out here can be checked by itself. Without one it warns at each start. */
class NoAdapter {
  async upsert(): Promise<void> {}
  async find(): Promise<undefined> {}
  async findByUserCode(): Promise<undefined> {}
  async findByUid(): Promise<undefined> {}
  async consume(): Promise<void> {}
  async destroy(): Promise<void> {}
  async revokeByGrantId(): Promise<void> {}
}

const providerOf = (issuer: string, keys: readonly JWK[], wanted: () => TokenOptions): Provider =>
  new Provider(issuer, {
    clients: [{ ...CLIENT, grant_types: ['client_credentials'], redirect_uris: [], response_types: [] }],
    adapter: NoAdapter,
    cookies: { keys: ['prova'] },
    jwks: { keys: [...keys] as never },
    enabledJWA: {
      idTokenSigningAlgValues: [...ALGORITHMS],
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource) => ({
          scope: '',
          audience: resource,
          accessTokenFormat: 'jwt',
          accessTokenTTL: TTL_SECONDS,
          jwt: { sign: { alg: wanted().alg ?? 'RS256' } },
        }),
      },
    },
    extraTokenClaims: () => ({ ...wanted().claims }),
  });
