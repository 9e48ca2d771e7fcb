import { argumentError, SlackApiError } from './api-error.ts';

/**
 * The arguments of one call. A form carries everything as text and nested values as JSON in text; a JSON body
 * carries values as they are. Methods read both alike.
 */
export type Args = {
  readonly raw: Readonly<Record<string, unknown>>;
  /** Undefined when absent; throws `invalid_arguments` when it is not text. */
  text(name: string): string | undefined;
  /** Throws `invalid_arguments` when absent or empty. */
  required(name: string): string;
  flag(name: string, fallback?: boolean): boolean;
  /** A whole number from `min` to `max`; one above is cut to `max`, as Slack does with `limit`. */
  integer(name: string, min: number, max: number, fallback: number): number;
  /** A nested value; `refusal` is the code for text that is not JSON. */
  nested(name: string, refusal: string): unknown;
};

/** Throws `invalid_form_data`, `invalid_json` or `json_not_object`. */
export function parseArguments(body: string, contentType: string, query: URLSearchParams): Args {
  const raw: Record<string, unknown> = Object.fromEntries(query);
  if (contentType.startsWith('application/json')) Object.assign(raw, parseJsonObject(body));
  else if (contentType.startsWith('application/x-www-form-urlencoded')) {
    Object.assign(raw, Object.fromEntries(new URLSearchParams(body)));
  } else if (body !== '') throw new SlackApiError('invalid_post_type');
  return createArgs(raw);
}

function parseJsonObject(body: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new SlackApiError('invalid_json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SlackApiError('json_not_object');
  }
  return value as Record<string, unknown>;
}

function createArgs(raw: Record<string, unknown>): Args {
  function text(name: string): string | undefined {
    const value = raw[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') throw argumentError(name, 'must provide a string');
    return value;
  }
  return {
    raw,
    text,
    required(name) {
      const value = text(name);
      if (value === undefined || value === '') throw argumentError(name, `missing required field: ${name}`);
      return value;
    },
    flag(name, fallback = false) {
      const value = raw[name];
      if (value === undefined || value === null || value === '') return fallback;
      if (value === true || value === 'true' || value === '1' || value === 1) return true;
      if (value === false || value === 'false' || value === '0' || value === 0) return false;
      throw argumentError(name, 'must provide a boolean');
    },
    integer(name, min, max, fallback) {
      const value = text(name);
      if (value === undefined || value === '') return fallback;
      const number = Number(value);
      if (!Number.isInteger(number) || number < min) throw argumentError(name, `must be an integer ≥ ${min}`);
      return Math.min(number, max);
    },
    nested(name, refusal) {
      const value = raw[name];
      if (typeof value !== 'string') return value ?? undefined;
      if (value === '') return undefined;
      try {
        return JSON.parse(value);
      } catch {
        throw new SlackApiError(refusal);
      }
    },
  };
}
