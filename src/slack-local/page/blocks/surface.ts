import type { ConfirmationDialog, Option } from '@slack/types';
import type { PageCalls, ViewValues } from '../../page-api.ts';
import type { FieldValue } from './control-types.ts';

export type BlockAction = PageCalls['action']['action'];

/** What a block needs of the message or view that holds it. */
export type Surface = {
  /** Prefix of the ids of its fields: the same view may be open under another. */
  readonly id: string;
  readonly values: ViewValues;
  readonly setValue: (blockId: string, actionId: string, value: FieldValue) => void;
  /** Tells the app; resolved once it has answered. `changed` is a value set in the same turn. */
  readonly send: (action: BlockAction, changed?: FieldValue) => Promise<void>;
  /** Refused inputs, by block. */
  readonly errors: Readonly<Record<string, string>>;
};

export type Confirmation = ConfirmationDialog | undefined;

/** `values` with one of them replaced. */
export function withValue(
  values: ViewValues,
  blockId: string,
  actionId: string,
  value: FieldValue,
): ViewValues {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: value } };
}

/** An option as Slack repeats it in an action: its text, value and description. */
export const optionsByValue = (options: readonly Option[], values: readonly string[]): readonly Option[] =>
  options.filter((option) => values.includes(option.value ?? ''));
