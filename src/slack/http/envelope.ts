/**
 * What the guard is for requests by HTTP, for what comes over Socket Mode's connection. There is no signature to
 * check, the connection itself is Slack's; but the client takes every message for well-formed, and a message that
 * is not would end the process.
 */

/** Slack's own envelopes stay far below. */
const LIMIT_CHARACTERS = 1_000_000;
/** Envelopes remembered, to tell one that comes again. */
const REMEMBERED = 10_000;

/** Whether Slack's client can read the message: an object with a type, and of an event the event with its type. */
export function isWellFormed(message: string): boolean {
  if (message.length > LIMIT_CHARACTERS) return false;
  const envelope = parseObject(message);
  if (envelope === null || typeof envelope.type !== 'string') return false;
  if (envelope.envelope_id === undefined) return envelope.type === 'hello' || envelope.type === 'disconnect';
  if (typeof envelope.envelope_id !== 'string' || !isObject(envelope.payload)) return false;
  if (envelope.type !== 'events_api') return true;
  return isObject(envelope.payload.event) && typeof envelope.payload.event.type === 'string';
}

/** Tells whether an envelope is new. Slack delivers one again whose acknowledgement it did not get. */
export function createEnvelopeMemory(): (envelopeId: string) => boolean {
  const seen = new Set<string>();
  return (envelopeId) => {
    if (seen.has(envelopeId)) return false;
    seen.add(envelopeId);
    const [oldest] = seen;
    if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
