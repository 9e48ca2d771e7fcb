import { type Check, isObject, type Report } from './checks.ts';

/** Rules over all the blocks of one message or view. */

/** A `block_id` is unique in its message or view, an `action_id` in its block. */
export function uniqueIds(blocks: unknown, pointer: string, report: Report): void {
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

/** Of one kind of block: Slack shows one table a message, and two charts. */
export function atMost(type: string, count: number): Check {
  return (blocks, pointer, report) => {
    const found = asArray(blocks).flatMap((block, index) =>
      isObject(block) && block.type === type ? [index] : [],
    );
    const message = `only ${count === 1 ? 'one' : count} ${type} ${count === 1 ? 'block' : 'blocks'} allowed`;
    for (const index of found.slice(count)) report(`${pointer}/${index}`, message);
  };
}

/** Only one element of a view can be the one that the person starts in. */
export function oneFocus(blocks: unknown, pointer: string, report: Report): void {
  const focused = asArray(blocks).flatMap((block, index) => {
    if (!isObject(block)) return [];
    const elements = [
      [block.element, '/element'] as const,
      [block.accessory, '/accessory'] as const,
      ...asArray(block.elements).map((element, at) => [element, `/elements/${at}`] as const),
    ];
    return elements.flatMap(([element, at]) =>
      isObject(element) && element.focus_on_load === true ? [`${pointer}/${index}${at}`] : [],
    );
  });
  for (const at of focused.slice(1)) report(`${at}/focus_on_load`, 'only one element can be focused on load');
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
