import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const INSTALLED = fileURLToPath(
  new URL(
    '../../node_modules/.cache/peer/node_modules/local-slack-linux-x64/bin/local-slack',
    import.meta.url,
  ),
);

/** The peer's binary: `PEER_BINARY`, or where `scripts/install-peer.ts` puts it; null where there is none. */
export function findPeerBinary(): string | null {
  const given = process.env.PEER_BINARY;
  if (given !== undefined && given !== '') return given;
  return existsSync(INSTALLED) ? INSTALLED : null;
}
