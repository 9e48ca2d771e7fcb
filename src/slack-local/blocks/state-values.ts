import type { Block, Json } from '../state/model.ts';
import { isObject } from './checks.ts';
import { elementsIn } from './ids.ts';

/** Values of the inputs by block_id and action_id, as Slack's `state.values`. */
export type StateValues = Record<string, Record<string, Json>>;

/** Where each stateful element keeps its value, where its initial value is, and what it is while empty. */
const VALUE_OF: Record<string, { key: string; initial: string; empty: null | [] }> = {
  plain_text_input: { key: 'value', initial: 'initial_value', empty: null },
  number_input: { key: 'value', initial: 'initial_value', empty: null },
  email_text_input: { key: 'value', initial: 'initial_value', empty: null },
  url_text_input: { key: 'value', initial: 'initial_value', empty: null },
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value', empty: null },
  file_input: { key: 'files', initial: '', empty: [] },
  datepicker: { key: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { key: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', empty: null },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', empty: null },
  checkboxes: { key: 'selected_options', initial: 'initial_options', empty: [] },
  static_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  users_select: { key: 'selected_user', initial: 'initial_user', empty: null },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', empty: null },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', empty: null },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', empty: [] },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations', empty: [] },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', empty: [] },
};

/** The field that holds the value of an element of this type, or undefined if it has none (a button). */
export function valueKey(elementType: string): string | undefined {
  return Object.hasOwn(VALUE_OF, elementType) ? VALUE_OF[elementType]?.key : undefined;
}

/**
 * Slack's `state.values`: an entry for every input, what was entered or else the initial value or else empty.
 * An option is given back whole, as the app defined it, whatever the page sent beside its `value`.
 */
export function stateValues(blocks: readonly Block[], given: StateValues = {}): StateValues {
  const values: StateValues = {};
  for (const { blockId, actionId, element, key, initial, empty } of statefulElements(blocks)) {
    const sent = given[blockId]?.[actionId]?.[key];
    const value = sent === undefined ? (element[initial] ?? empty) : emptyAs(sent, empty);
    values[blockId] ??= {};
    values[blockId][actionId] = { type: element.type, [key]: wholeOptions(element, value) };
  }
  return values;
}

export type StatefulElement = {
  blockId: string;
  actionId: string;
  block: Block;
  element: Json;
  key: string;
  initial: string;
  empty: null | [];
};

export function statefulElements(blocks: readonly Block[]): StatefulElement[] {
  return blocks.flatMap((block) =>
    elementsIn(block).flatMap((element) => {
      const type = String(element.type);
      const entry = Object.hasOwn(VALUE_OF, type) ? VALUE_OF[type] : undefined;
      if (!entry) return [];
      return [
        { blockId: String(block.block_id), actionId: String(element.action_id), block, element, ...entry },
      ];
    }),
  );
}

/** An input that was emptied is null in Slack's payloads, not an empty string. */
function emptyAs(sent: unknown, empty: null | []): unknown {
  return sent === '' || sent === null ? empty : sent;
}

/** Replaces each chosen option by the one the element offers under that value. */
export function wholeOptions(element: Json, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => wholeOptions(element, entry));
  if (!isObject(value)) return value;
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const offered = [element, ...groups].flatMap((holder) =>
    isObject(holder) && Array.isArray(holder.options) ? holder.options : [],
  );
  return offered.find((option) => isObject(option) && option.value === value.value) ?? value;
}
