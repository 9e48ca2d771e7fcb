import type { HostileCase } from './hostile-case.ts';
import type { Answer } from './send-case.ts';

/** Of a row that the key `bound` may not see, and of one that it may. */
export const HIDDEN = 'RISERVATO';
export const SHOWN = 'VISIBILE';

/** What is wrong with an answer; null where nothing is. */
export function judgeAnswer(asked: HostileCase, { status, text }: Answer): string | null {
  const isRaw = 'raw' in asked.request;
  if (status === null) return isRaw && asked.status === undefined ? null : 'no answer';
  if (status >= 500) return `status ${status}: ${text.slice(0, 200)}`;
  if (asked.status !== undefined && status !== asked.status) {
    return `status ${status}, not ${asked.status}: ${text.slice(0, 200)}`;
  }
  if (!isRaw && asked.request.key === 'bound' && text.includes(HIDDEN)) return 'a row of another structure';
  // An interim answer, or one that has no body.
  if (status < 200 || status === 204 || status === 304) return null;
  // Node's own, of what it took for no request.
  if (isRaw && status === 400 && text === '') return null;
  const code = codeOf(text);
  if (code === null) return `status ${status} without JSON and a code: ${text.slice(0, 200)}`;
  return asked.code === undefined || asked.code === code
    ? null
    : `${code}, not ${asked.code}: ${text.slice(0, 300)}`;
}

/** ANSWERED for data without errors; null for what is no JSON, or an error without a code. */
function codeOf(text: string): string | null {
  const body = parse(text) as {
    data?: unknown;
    error?: unknown;
    errors?: readonly { extensions?: { code?: unknown } }[];
  } | null;
  if (typeof body !== 'object' || body === null) return null;
  if (typeof body.error === 'string') return body.error;
  if (body.errors === undefined) return body.data === undefined ? null : 'ANSWERED';
  const codes = body.errors.map(({ extensions }) => extensions?.code);
  return codes.every((code) => typeof code === 'string') ? (codes[0] ?? null) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
