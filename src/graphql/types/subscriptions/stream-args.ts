import type { Language } from '../../../messages/language.ts';
import { builder } from '../../builder.ts';
import type { GraphqlContext } from '../../context.ts';
import type { Stream } from '../../streams.ts';
import { type CursorKind, parseStreamCursor, type StreamCursor, yearOf } from './stream-cursor.ts';

/** Of every subscription. */
export const streamArgs = builder.args((t) => ({
  year: t.int({
    required: false,
    description:
      'The plan’s year; without it, that of `after`, or of the latest plan whose year has begun when the stream opens.',
  }),
  goal: t.string({ required: false, description: 'Only what concerns this goal, as `1.4`.' }),
  structure: t.string({
    required: false,
    description: 'Only what concerns this structure, by code, name or alias.',
  }),
  after: t.string({
    required: false,
    description:
      'The `cursor` of the last event received: the stream goes on from there. The header `Last-Event-ID`, which clients of event streams send by themselves, comes before it.',
  }),
}));

type Given = {
  readonly year?: number | null | undefined;
  readonly goal?: string | null | undefined;
  readonly structure?: string | null | undefined;
  readonly after?: string | null | undefined;
};

export type StreamQuery = {
  readonly year: number | null;
  readonly goal: string | null;
  readonly structure: string | null;
  readonly after: { readonly text: string; readonly cursor: StreamCursor } | null;
};

/** @throws GraphQLError with the code CURSOR_INVALID */
export function parseStreamArgs(
  kind: CursorKind,
  given: Given,
  { lastEventId }: Pick<Stream, 'lastEventId'>,
  language: Language,
): StreamQuery {
  // A client that comes back by itself repeats its first request: what it has received since is in the header.
  const text = lastEventId ?? given.after ?? null;
  const after = text === null ? null : { text, cursor: parseStreamCursor(kind, text, language) };
  return {
    year: yearOf(given.year ?? null, after, language),
    goal: given.goal ?? null,
    structure: given.structure ?? null,
    after,
  };
}

export function streamOf({ stream }: GraphqlContext): Stream {
  if (!stream) throw new Error('a subscription was executed where nothing can be streamed');
  return stream;
}
