import { findPeerBinary } from './peer-binary.ts';

/** Before the suite: a suite that is skipped must not look like one that passed. */
export default function sayIfSkipped(): void {
  if (findPeerBinary() !== null) return;
  process.stderr.write(
    [
      '',
      'SKIPPED: the peer suite, for the peer is not installed.',
      '  npx tsx scripts/install-peer.ts   installs it (91 MB, Linux x64, from the package registry)',
      '  PEER_BINARY=<file>                names a binary that is elsewhere',
      '',
      '',
    ].join('\n'),
  );
}
