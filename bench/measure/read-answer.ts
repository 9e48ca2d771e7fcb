/** Reads one HTTP answer as it comes in. */
export type Answer = { readonly status: number; readonly body: string };

const HEAD_END = '\r\n\r\n';

/** @returns what takes the parts and gives the answer once it is whole, null until then */
export function createAnswerReader(): (chunk: Buffer) => Answer | null {
  const chunks: Buffer[] = [];
  let length = 0;
  /** Of the whole answer; unknown before its head is there, or while it comes in pieces of its own length. */
  let wanted: number | null = null;
  let head: string | null = null;
  return (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (wanted !== null && length < wanted) return null;
    const all = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    const headLength = all.indexOf(HEAD_END) + HEAD_END.length;
    if (headLength < HEAD_END.length) return null;
    head ??= all.toString('latin1', 0, headLength).toLowerCase();
    const status = Number(head.slice(9, 12));
    if (/\r\ntransfer-encoding: *chunked/.test(head)) {
      return all.toString('latin1', all.length - 5) === '0\r\n\r\n'
        ? { status, body: joinPieces(all.subarray(headLength)) }
        : null;
    }
    const bodyLength = Number(/\r\ncontent-length: *(\d+)/.exec(head)?.[1] ?? 0);
    wanted = headLength + bodyLength;
    return length < wanted ? null : { status, body: all.toString('utf8', headLength, wanted) };
  };
}

function joinPieces(bytes: Buffer): string {
  const pieces: Buffer[] = [];
  let from = 0;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', from);
    const size = Number.parseInt(bytes.toString('latin1', from, lineEnd), 16);
    if (!(size > 0)) return Buffer.concat(pieces).toString('utf8');
    pieces.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    from = lineEnd + 2 + size + 2;
  }
}
