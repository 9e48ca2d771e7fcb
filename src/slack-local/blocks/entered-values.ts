import type { Block, Json } from '../state/model.ts';
import type { Texts } from '../texts.ts';
import { type StateValues, statefulElements, stateValues } from './state-values.ts';

/**
 * What Slack's client checks before a submission leaves it: required inputs, numbers, lengths. Answers messages
 * by block_id; the app is not asked while there are any.
 */
export function enteredValueErrors(
  blocks: readonly Block[],
  given: StateValues,
  texts: Texts,
): Record<string, string> {
  const values = stateValues(blocks, given);
  const errors: Record<string, string> = {};
  for (const { blockId, actionId, block, element, key } of statefulElements(blocks)) {
    if (block.type !== 'input') continue;
    const value = values[blockId]?.[actionId]?.[key];
    const message = isEmpty(value)
      ? block.optional === true
        ? undefined
        : texts.required
      : valueError(element, value, texts);
    if (message !== undefined) errors[blockId] ??= message;
  }
  return errors;
}

function valueError(element: Json, value: unknown, texts: Texts): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (element.type === 'number_input') return numberError(element, value, texts);
  if (element.type !== 'plain_text_input') return undefined;
  const { min_length: min, max_length: max } = element;
  if (typeof min === 'number' && value.length < min) return texts.tooShort(min);
  if (value.length > (typeof max === 'number' ? max : 3000)) {
    return texts.tooLong(typeof max === 'number' ? max : 3000);
  }
  return undefined;
}

/** Slack's number inputs take a dot for decimals whatever the language. */
function numberError(element: Json, value: string, texts: Texts): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return texts.notANumber;
  if (element.is_decimal_allowed === false && value.includes('.')) return texts.notAWholeNumber;
  const { min_value: min, max_value: max } = element;
  if (typeof min === 'string' && Number(value) < Number(min)) return texts.tooSmall(min);
  if (typeof max === 'string' && Number(value) > Number(max)) return texts.tooLarge(max);
  return undefined;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
