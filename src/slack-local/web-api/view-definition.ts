import type { Problem } from '../blocks/checks.ts';
import { elementsIn, withIds } from '../blocks/ids.ts';
import { validateView } from '../blocks/validate.ts';
import type { WorkspaceContext } from '../context.ts';
import type { Json, ViewDefinition } from '../state/model.ts';
import { slackFileProblems } from './slack-files.ts';

/** Slack: a view may have 250 KB. */
export const MAX_VIEW_BYTES = 250_000;

export type ViewReading =
  | { readonly definition: ViewDefinition }
  | { readonly refused: 'view_too_large' }
  /** A `file_input` is only for apps that hold `files:read`. */
  | { readonly refused: 'missing_scope' }
  | { readonly refused: 'invalid_arguments'; readonly problems: readonly Problem[] };

/** A view from the app, checked and with ids filled in; the same rules for `views.*` and for response actions. */
export function readView(ctx: WorkspaceContext, value: unknown, surface: 'modal' | 'home'): ViewReading {
  const problems = [...validateView(value, surface), ...slackFileProblems(ctx, value, '/view')];
  if (problems.length > 0) return { refused: 'invalid_arguments', problems };
  if (Buffer.byteLength(JSON.stringify(value)) > MAX_VIEW_BYTES) return { refused: 'view_too_large' };
  const view = value as Json & { blocks: Json[] };
  const definition = { ...view, type: surface, blocks: withIds(view.blocks) };
  if (asksForFiles(definition) && !ctx.app.scopes.includes('files:read')) return { refused: 'missing_scope' };
  return { definition };
}

function asksForFiles(view: ViewDefinition): boolean {
  return view.blocks.some((block) => elementsIn(block).some(({ type }) => type === 'file_input'));
}
