/** The public keys of the identity provider: fetched when first needed, kept, and fetched anew when they change. */
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { isProviderUrl, type OidcSettings } from '../domain/identity-provider.ts';

/** The provider does not answer, or not as one does: whether a token is good cannot be said for now. */
export class ProviderUnavailable extends Error {
  constructor(what: string, cause?: unknown) {
    super(`the identity provider cannot be asked: ${what}`, { cause });
    this.name = 'ProviderUnavailable';
  }
}

/** Milliseconds. */
export type ProviderTimes = {
  /** That one answer may take. */
  readonly timeout: number;
  /** After a failure: until then nobody waits for the same failure again. */
  readonly rest: number;
  /** After keys were fetched: until then a token of a key that is not among them makes nobody ask again. */
  readonly cooldown: number;
  /** That keys are kept for, so that one which the provider has taken back is forgotten. */
  readonly maxAge: number;
};

export const PROVIDER_TIMES: ProviderTimes = {
  timeout: 3_000,
  rest: 5_000,
  cooldown: 30_000,
  maxAge: 600_000,
};

/** Of metadata, or of a set of keys: real ones have some thousands. */
const LONGEST_ANSWER = 1_000_000;

/**
 * @returns what finds the key of a token among those of the provider; only a key that is not known yet, or that was
 *   fetched long ago, makes it ask. @throws ProviderUnavailable where it has to ask and can't
 */
export function createProviderKeys(
  { issuer, jwksUrl }: Pick<OidcSettings, 'issuer' | 'jwksUrl'>,
  times: ProviderTimes = PROVIDER_TIMES,
): JWTVerifyGetKey {
  const ask = createRestingFetch(times.rest);
  let finding: Promise<JWTVerifyGetKey> | null = null;

  async function find(): Promise<JWTVerifyGetKey> {
    const url = jwksUrl ?? (await discoverKeys(issuer, ask, times.timeout));
    return createRemoteJWKSet(new URL(url), {
      timeoutDuration: times.timeout,
      cooldownDuration: times.cooldown,
      cacheMaxAge: times.maxAge,
      [customFetch]: ask,
    });
  }

  return async (header, token) => {
    finding ??= find();
    try {
      const keyOf = await finding.catch((error: unknown) => {
        finding = null;
        throw error;
      });
      return await keyOf(header, token);
    } catch (error) {
      if (isOfTheToken(error) || error instanceof ProviderUnavailable) throw error;
      throw new ProviderUnavailable('its keys cannot be read', error);
    }
  };
}

/** The token names no key of the provider's, or none clearly: its own fault. */
const isOfTheToken = (error: unknown): boolean =>
  [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys].some((kind) => error instanceof kind);

type Ask = (
  url: string,
  options: { readonly signal: AbortSignal; readonly headers?: Headers },
) => Promise<Response>;

/** Fetches what answers 200, whole. After a failure it fails at once for `restMs`. */
function createRestingFetch(restMs: number): Ask {
  let restUntil = 0;
  return async (url, options) => {
    if (performance.now() < restUntil) throw new ProviderUnavailable('it did not answer a moment ago');
    try {
      const response = await fetch(url, { ...options, redirect: 'error' });
      if (response.status !== 200) throw new Error(`it answers ${response.status}`);
      return new Response(await textWithin(response, LONGEST_ANSWER));
    } catch (error) {
      restUntil = performance.now() + restMs;
      throw new ProviderUnavailable(url, error);
    }
  };
}

async function textWithin(response: Response, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > limit) throw new Error('it answers without end');
  }
  return text + decoder.decode();
}

/** Where the provider says that its keys are (OpenID Connect Discovery 1.0, section 4). */
async function discoverKeys(issuer: string, ask: Ask, timeoutMs: number): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await ask(url, { signal: AbortSignal.timeout(timeoutMs) });
  const metadata: unknown = await response.json().catch(() => null);
  if (typeof metadata !== 'object' || metadata === null) throw new ProviderUnavailable(`${url}: no JSON`);
  const { issuer: said, jwks_uri: keys } = metadata as {
    readonly issuer?: unknown;
    readonly jwks_uri?: unknown;
  };
  // Else the tokens of another issuer would be believed.
  if (said !== issuer) throw new ProviderUnavailable(`${url}: its issuer is ${String(said)}, not ${issuer}`);
  if (typeof keys !== 'string' || !isProviderUrl(keys)) throw new ProviderUnavailable(`${url}: no jwks_uri`);
  return keys;
}
