/**
 * Bot tokens as they are kept: sealed with a key that only the app's client secret gives. A copy of the database
 * alone opens no workspace, and a sealed token put beside another workspace's id opens nothing either.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** What GCM is made for; a new one for every token. */
const NONCE_BYTES = 12;
/** Named in what is sealed, so that another way can follow. */
const VERSION = 'v1';

export type Sealer = {
  seal(team: string, token: string): string;
  /** Undefined for what this key did not seal for that workspace, or what was changed since. */
  open(team: string, sealed: string): string | undefined;
};

/** @param clientSecret of the Slack app; another one opens nothing that this one sealed */
export function createSealer(clientSecret: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', clientSecret, '', `arti/bot-token/${VERSION}`, KEY_BYTES));
  const bound = (team: string) => Buffer.from(`${VERSION}/${team}`);
  return {
    seal(team, token) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(bound(team));
      const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
      return [
        VERSION,
        ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')),
      ].join('.');
    },
    open(team, sealed) {
      const [version, ...parts] = sealed.split('.');
      const [nonce, tag, content] = parts.map((part) => Buffer.from(part, 'base64url'));
      // A shorter tag would be easier to guess, and Node takes it.
      if (version !== VERSION || nonce?.length !== NONCE_BYTES || tag?.length !== 16 || !content) {
        return undefined;
      }
      const decipher = createDecipheriv(CIPHER, key, nonce).setAAD(bound(team)).setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
