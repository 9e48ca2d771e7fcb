import type { KnownBlock, Option } from '@slack/types';
import type { PageView, ViewValues } from '../../page-api.ts';
import type { Control, FieldValue } from './control-types.ts';
import { isControl } from './control-types.ts';

/** A view's type allows any block; one that is not known is shown as such. */
export const blocksOf = (view: PageView) => view.blocks as readonly KnownBlock[];

export type PlacedControl = {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Control;
};

/** Blocks with the ids that Slack would generate for those without: an action has to name its block. */
export function identified(blocks: readonly KnownBlock[]): readonly KnownBlock[] {
  return blocks.map((block, index) => (block.block_id ? block : { ...block, block_id: `block-${index}` }));
}

export const actionIdOf = (element: { action_id?: string; type: string }) =>
  element.action_id ?? element.type;

/** The elements of `blocks` that hold a value, wherever they stand. */
export function controlsOf(blocks: readonly KnownBlock[]): readonly PlacedControl[] {
  return blocks.flatMap((block) =>
    elementsOf(block)
      .filter(isControl)
      .map((element) => ({ blockId: block.block_id ?? '', actionId: actionIdOf(element), element })),
  );
}

function elementsOf(block: KnownBlock): readonly { type: string }[] {
  if (block.type === 'input') return [block.element];
  if (block.type === 'section') return block.accessory ? [block.accessory] : [];
  return block.type === 'actions' ? block.elements : [];
}

/** The value that an element has before anybody touches it, as Slack writes it into `state.values`. */
export function initialValue(element: Control): FieldValue {
  const { type } = element;
  switch (element.type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] };
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case 'file_input':
      return { type, files: [] };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    default:
      return { type, value: element.initial_value ?? null };
  }
}

/**
 * Slack's `state.values`: what was typed or chosen where the same block and action still exist, else what the
 * element starts with. Values typed therefore outlive an update of the view.
 */
export function stateValues(blocks: readonly KnownBlock[], touched: ViewValues): ViewValues {
  const values: Record<string, Record<string, FieldValue>> = {};
  for (const { blockId, actionId, element } of controlsOf(blocks)) {
    const kept = touched[blockId]?.[actionId];
    values[blockId] = {
      ...values[blockId],
      [actionId]: kept?.type === element.type ? kept : initialValue(element),
    };
  }
  return values;
}

export const textIn = (value: FieldValue): string => (typeof value.value === 'string' ? value.value : '');

/** The chosen options of any choice, by value. */
export function chosenIn(value: FieldValue): readonly string[] {
  const one = value.selected_option as Option | null | undefined;
  const many = value.selected_options as readonly Option[] | undefined;
  return [...(one ? [one] : []), ...(many ?? [])].map((option) => option.value ?? '');
}
