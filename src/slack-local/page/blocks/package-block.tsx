import type { Button, IconButton, KnownBlock, WorkflowButton } from '@slack/types';
import { useRef } from 'react';
import { PackageMessage } from './package-message.tsx';
import type { Confirmation, Surface } from './surface.ts';
import { useAction } from './use-action.tsx';
import { actionIdOf } from './values.ts';

type Press = {
  action: Record<string, unknown> & { type: string; action_id: string };
  confirm?: Confirmation;
  url?: string | undefined;
};

const pressOf = (element: Button | WorkflowButton | IconButton): Press => ({
  action: {
    type: element.type,
    action_id: actionIdOf(element),
    text: element.text,
    ...('value' in element && element.value !== undefined ? { value: element.value } : {}),
    ...('style' in element && element.style !== undefined ? { style: element.style } : {}),
  },
  confirm: element.confirm,
  url: 'url' in element ? element.url : undefined,
});

/** The buttons of a block in the order in which the renderer draws them. */
function pressesOf(block: KnownBlock): readonly Press[] {
  switch (block.type) {
    case 'section':
      return block.accessory?.type === 'button' || block.accessory?.type === 'workflow_button'
        ? [pressOf(block.accessory)]
        : [];
    case 'actions':
      return block.elements.flatMap((element) =>
        element.type === 'button' || element.type === 'workflow_button' ? [pressOf(element)] : [],
      );
    case 'context_actions':
      return block.elements.flatMap((element) => {
        if (element.type === 'icon_button') return [pressOf(element)];
        const common = { type: element.type, action_id: actionIdOf(element) };
        return [element.positive_button, element.negative_button].map(({ text, value }) => ({
          action: { ...common, text, value },
        }));
      });
    case 'card':
      return (block.actions ?? []).flatMap((element) =>
        element.type === 'button' ? [pressOf(element)] : [],
      );
    case 'carousel':
      return block.elements.flatMap(pressesOf);
    case 'container':
      return block.child_blocks.flatMap(pressesOf);
    default:
      return [];
  }
}

/** The renderer's own class names tell the app's buttons from those it adds itself (arrows, folding). */
const appButtons = ['button', 'workflow_button', 'icon_button']
  .map((name) => `.slack_blocks_to_jsx__${name}_element`)
  .concat('.slack_blocks_to_jsx__feedback_buttons_element button')
  .join(',');

/**
 * A block drawn by the renderer, whose buttons do nothing by themselves: it offers no callback. A press is caught on
 * its way down, before the renderer's own handler (which would open a confirmation that the keyboard cannot leave),
 * and the element is found by its place among the block's buttons.
 */
export function PackageBlock({ block, surface }: { block: KnownBlock; surface: Surface }) {
  const root = useRef<HTMLDivElement>(null);
  const { request, busy, question } = useAction(surface);

  const press = (event: React.MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest(appButtons) : null;
    if (!button || !root.current) return;
    event.stopPropagation();
    const found = pressesOf(block)[[...root.current.querySelectorAll(appButtons)].indexOf(button)];
    if (!found) return;
    const action = { ...found.action, block_id: block.block_id ?? '' };
    request({ action, confirm: found.confirm, url: found.url });
  };

  return (
    <>
      <div ref={root} className={busy ? 'block is-busy' : 'block'} aria-busy={busy} onClickCapture={press}>
        <PackageMessage block={block} />
      </div>
      {question}
    </>
  );
}
