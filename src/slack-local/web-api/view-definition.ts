import type { Problem } from '../blocks/checks.ts';
import { withIds } from '../blocks/ids.ts';
import { validateView } from '../blocks/validate.ts';
import type { Json, ViewDefinition } from '../state/model.ts';

/** Slack: a view may have 250 KB. */
export const MAX_VIEW_BYTES = 250_000;

export type ViewReading =
  | { readonly definition: ViewDefinition }
  | { readonly refused: 'view_too_large' }
  | { readonly refused: 'invalid_arguments'; readonly problems: readonly Problem[] };

/** A view from the app, checked and with ids filled in; the same rules for `views.*` and for response actions. */
export function readView(value: unknown, surface: 'modal' | 'home'): ViewReading {
  const problems = validateView(value, surface);
  if (problems.length > 0) return { refused: 'invalid_arguments', problems };
  if (Buffer.byteLength(JSON.stringify(value)) > MAX_VIEW_BYTES) return { refused: 'view_too_large' };
  const view = value as Json & { blocks: Json[] };
  return { definition: { ...view, type: surface, blocks: withIds(view.blocks) } };
}
