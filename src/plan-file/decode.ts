import type { Rule } from './problems.ts';

/** 5 MB: a plan of a thousand goals takes about one. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly rule: Rule; readonly line: number; readonly column: number };

const strictly = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

/** Bytes of a file as text. A byte order mark is accepted and dropped. */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.byteLength > MAX_FILE_BYTES) {
    const rule: Rule = { code: 'FILE_TOO_LARGE', bytes: bytes.byteLength, limit: MAX_FILE_BYTES };
    return { ok: false, rule, line: 1, column: 1 };
  }
  const text = strictly(bytes);
  if (text === undefined) return { ok: false, rule: { code: 'NOT_UTF8' }, line: badLine(bytes), column: 1 };
  return checkText(text);
}

/** Text that holds something, and nothing but text. */
export function checkText(text: string): Decoded {
  const control = findControl(text);
  if (control >= 0) {
    const before = text.slice(0, control);
    return {
      ok: false,
      rule: { code: 'CONTROL_CHARACTER', codePoint: text.charCodeAt(control) },
      line: before.split('\n').length,
      column: control - before.lastIndexOf('\n'),
    };
  }
  if (text.trim() === '') return { ok: false, rule: { code: 'EMPTY_FILE' }, line: 1, column: 1 };
  return { ok: true, text };
}

/** A line feed is never part of a longer UTF-8 sequence, so lines can be decoded one by one. */
function badLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (strictly(bytes.subarray(start, end)) === undefined) return line;
    line += 1;
    start = end + 1;
  }
  return line;
}

/** Of the control characters YAML allows tab, line feed and carriage return (YAML 1.2.2, 5.1). */
function findControl(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 13) || unit === 0x7f) return i;
  }
  return -1;
}
