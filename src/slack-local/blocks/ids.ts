import { randomBytes } from 'node:crypto';
import type { Block, Json } from '../state/model.ts';
import { isObject } from './checks.ts';

/**
 * A copy of the blocks in which each block has a `block_id` and each interactive element an `action_id`: where
 * the app gave none, Slack invents one, and payloads always carry both.
 */
export function withIds(blocks: readonly Json[]): Block[] {
  return blocks.map((block) => {
    const copy = structuredClone(block);
    copy.block_id ??= shortId();
    for (const element of elementsIn(copy)) {
      if (isInteractive(element)) element.action_id ??= shortId();
    }
    return copy as Block;
  });
}

/** The elements of one block, wherever that kind of block holds them. */
export function elementsIn(block: Json): Json[] {
  const candidates: unknown[] = [block.accessory, block.element];
  if (block.type === 'actions' || block.type === 'context_actions') {
    candidates.push(...(Array.isArray(block.elements) ? block.elements : []));
  }
  return candidates.filter(isObject);
}

export function findElement(blocks: readonly Block[], blockId: string, actionId: string): Json | undefined {
  const block = blocks.find((candidate) => candidate.block_id === blockId);
  return block && elementsIn(block).find((element) => element.action_id === actionId);
}

function isInteractive(element: Json): boolean {
  return element.type !== 'image';
}

/** Slack's invented ids look like `Qw3x+`. */
function shortId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}
