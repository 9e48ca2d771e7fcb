import { blockFor, type Surface } from './block-types.ts';
import {
  all,
  boolean,
  type Check,
  type Fields,
  isObject,
  list,
  object,
  type Problem,
  type Report,
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
  if (!isObject(view)) return [{ pointer, message: 'must provide an object' }];
  if (view.type !== surface) {
    return [{ pointer: `${pointer}/type`, message: `must be a valid enum value (${surface})` }];
  }
  return run(surface === 'modal' ? modal : home, view, pointer);
}

function blocksOf(surface: Surface): Check {
  return all(list(blockFor(surface), { max: MAX_BLOCKS[surface] }), uniqueIds, oneTable);
}

/** A `block_id` is unique in its message or view, an `action_id` in its block. */
function uniqueIds(blocks: unknown, pointer: string, report: Report): void {
  const seen = new Set<string>();
  for (const [index, block] of asArray(blocks).entries()) {
    if (!isObject(block)) continue;
    const { block_id: id } = block;
    if (typeof id === 'string') {
      if (seen.has(id)) report(`${pointer}/${index}/block_id`, `\`block_id\` "${id}" already exists`);
      seen.add(id);
    }
    const actions = new Set<string>();
    for (const [at, element] of asArray(block.elements).entries()) {
      const action = isObject(element) ? element.action_id : undefined;
      if (typeof action !== 'string') continue;
      if (actions.has(action)) {
        report(
          `${pointer}/${index}/elements/${at}/action_id`,
          `\`action_id\` "${action}" already exists in this block`,
        );
      }
      actions.add(action);
    }
  }
}

/** Slack shows one table a message. */
function oneTable(blocks: unknown, pointer: string, report: Report): void {
  const tables = asArray(blocks).flatMap((block, index) =>
    isObject(block) && block.type === 'table' ? [index] : [],
  );
  for (const index of tables.slice(1)) report(`${pointer}/${index}`, 'only one table block allowed');
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
  check(value, pointer, (at, message) => problems.push({ pointer: at, message }));
  return problems;
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
