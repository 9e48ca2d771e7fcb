import { atMost, oneFocus, uniqueIds } from './across-blocks.ts';
import { blockFor, type Surface } from './block-types.ts';
import {
  all,
  boolean,
  type Check,
  type Fields,
  isObject,
  list,
  object,
  oneOf,
  type Problem,
  problem,
  rule,
  string,
} from './checks.ts';
import { plainText } from './composition.ts';

/** Slack's limit of blocks: 50 in a message, 100 in a modal or an App Home. */
export const MAX_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };

/** Problems of the blocks of one message or view; empty when Slack would accept them. */
export function validateBlocks(blocks: unknown, surface: Surface, pointer = '/blocks'): Problem[] {
  return run(blocksOf(surface), blocks, pointer);
}

const viewFields = (surface: 'modal' | 'home'): Fields => ({
  private_metadata: string({ max: 3000 }),
  callback_id: string({ max: 255 }),
  external_id: string({ max: 255 }),
  ...(surface === 'modal'
    ? {
        submit: plainText(24),
        close: plainText(24),
        clear_on_close: boolean,
        notify_on_close: boolean,
        submit_disabled: boolean,
      }
    : {}),
});

const modal = all(
  object({ title: plainText(24), blocks: blocksOf('modal') }, viewFields('modal')),
  rule((view, pointer, report) => {
    const inputs = asArray(view.blocks).some((block) => isObject(block) && block.type === 'input');
    if (inputs && !view.submit) report(pointer, 'missing required field: submit (the view has input blocks)');
  }),
);

const home = object({ blocks: blocksOf('home') }, viewFields('home'));

/** Problems of a view for the surface it is meant for: `views.open` takes modals, `views.publish` homes. */
export function validateView(view: unknown, surface: 'modal' | 'home', pointer = '/view'): Problem[] {
  if (!isObject(view)) return [problem(pointer, 'must provide an object')];
  if (view.type !== surface) {
    return run(oneOf(surface), view.type, `${pointer}/type`);
  }
  return run(surface === 'modal' ? modal : home, view, pointer);
}

function blocksOf(surface: Surface): Check {
  return all(
    list(blockFor(surface), { max: MAX_BLOCKS[surface] }),
    uniqueIds,
    oneFocus,
    atMost('table', 1),
    atMost('data_visualization', 2),
  );
}

/**
 * All text of a message's blocks, in characters: over {@link MAX_BLOCK_TEXT} the post is refused with
 * `msg_blocks_too_long`. The documentation names the limit for markdown blocks; Slack's maintainers gave the
 * same figure for all blocks together (bolt-js, issue 2509).
 */
export function blockTextLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, entry) => sum + blockTextLength(entry), 0);
  if (!isObject(value)) return 0;
  let length = 0;
  for (const [name, entry] of Object.entries(value)) {
    length += name === 'text' && typeof entry === 'string' ? entry.length : blockTextLength(entry);
  }
  return length;
}

export const MAX_BLOCK_TEXT = 12_000;

function run(check: Check, value: unknown, pointer: string): Problem[] {
  const problems: Problem[] = [];
  check(value, pointer, (...told) => problems.push(problem(...told)));
  return problems;
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
