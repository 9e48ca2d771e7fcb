import { platformError } from '../platform-error.ts';

const INVALID_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format']);

/** Whether Slack refused a message for its blocks: nothing was posted. */
export const refusesBlocks = (error: unknown): boolean => INVALID_BLOCKS.has(platformError(error) ?? '');

/**
 * Whether it does not know the chart's block at all. When its complaint points inside the block, it knows it and
 * only this chart is wrong: the next one is worth a try.
 */
export const refusesCharts = (error: unknown): boolean =>
  refusesBlocks(error) && !complaintsOf(error).some((text) => /\/blocks\/\d+\/(?:chart|title)\b/.test(text));

function complaintsOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null || !('data' in error)) return [];
  const data = error.data as { errors?: unknown; response_metadata?: { messages?: unknown } } | undefined;
  return [data?.errors, data?.response_metadata?.messages].flatMap((each) =>
    Array.isArray(each) ? each.map(String) : [],
  );
}
