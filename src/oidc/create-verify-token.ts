/** Bearer tokens of the agency's identity provider: JWTs, signed with a key that it publishes. */
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { OidcSettings } from '../domain/identity-provider.ts';
import { createProviderKeys, ProviderUnavailable } from './provider-keys.ts';

export type Verified =
  | { readonly ok: true; readonly email: string }
  | { readonly ok: false; readonly because: 'UNKNOWN' | 'EXPIRED' | 'UNAVAILABLE' };

/** Whose token it is. Never throws. */
export type VerifyToken = (token: string) => Promise<Verified>;

/** With a public key alone a signature of these can be checked and not made; never `none`, never HMAC. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** By how much two clocks may differ. */
const LEEWAY_SECONDS = 30;
/** Of tokens that say who asks; those that tell of a logout, say, are signed by the same keys. RFC 9068, RFC 7519. */
const TYPES = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

export type VerifyTokenOptions = {
  readonly keys?: JWTVerifyGetKey;
  readonly now?: () => Date;
  /** Told each time the provider can't be asked. */
  readonly onUnavailable: (error: Error) => void;
};

/** @returns what verifies signature, issuer, audience and time of a token, and reads whose it is */
export function createVerifyToken(
  settings: OidcSettings,
  { keys = createProviderKeys(settings), now = () => new Date(), onUnavailable }: VerifyTokenOptions,
): VerifyToken {
  const { issuer, audience } = settings;
  return async (token) => {
    // Of whatever is not even said to be the provider's, the provider is not asked.
    if (!looksIssuedBy(issuer, token)) return { ok: false, because: 'UNKNOWN' };
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
        clockTolerance: LEEWAY_SECONDS,
        currentDate: now(),
      });
      const email = emailIn(payload, settings.claim);
      return email === undefined ? { ok: false, because: 'UNKNOWN' } : { ok: true, email };
    } catch (error) {
      if (error instanceof ProviderUnavailable) {
        onUnavailable(error);
        return { ok: false, because: 'UNAVAILABLE' };
      }
      // Thrown after the signature was found right.
      return { ok: false, because: error instanceof errors.JWTExpired ? 'EXPIRED' : 'UNKNOWN' };
    }
  };
}

function looksIssuedBy(issuer: string, token: string): boolean {
  try {
    const { alg, typ } = decodeProtectedHeader(token);
    const isOurs = alg !== undefined && ALGORITHMS.includes(alg) && TYPES.includes(typ?.toLowerCase());
    return isOurs && decodeJwt(token).iss === issuer;
  } catch {
    return false;
  }
}

/** The address that `claim` holds; an `email` that its owner has not proved to be theirs is none. */
function emailIn(payload: JWTPayload, claim: string): string | undefined {
  const value = Object.hasOwn(payload, claim) ? payload[claim] : undefined;
  if (typeof value !== 'string') return undefined;
  const { email_verified: verified = true } = payload;
  return claim === 'email' && verified !== true && verified !== 'true' ? undefined : value;
}
