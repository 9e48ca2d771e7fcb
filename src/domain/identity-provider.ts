/** The agency's identity provider, by which people come to the API with a token of their own. */
export type OidcSettings = {
  /** As it stands in every token, to the letter. */
  readonly issuer: string;
  /** By which the provider calls this API in the tokens that are meant for it. */
  readonly audience: string;
  /** Where its public keys are; null asks its metadata. */
  readonly jwksUrl: string | null;
  /** The claim that holds the person's e-mail address. */
  readonly claim: string;
};

const THIS_MACHINE = ['127.0.0.1', 'localhost', '[::1]'];

/** Whoever stands between us and the provider could give us other keys: HTTPS alone, or this machine for a trial. */
export function isProviderUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, hash, username, password } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && THIS_MACHINE.includes(hostname));
  return isSafe && hash === '' && username === '' && password === '';
}
