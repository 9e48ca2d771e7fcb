import type { Block, Json } from '../state/model.ts';
import type { Texts } from '../texts.ts';
import { isObject } from './checks.ts';
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
  if (element.type === 'file_input') return filesError(element, value, texts);
  if (typeof value !== 'string') return undefined;
  if (element.type === 'number_input') return numberError(element, value, texts);
  if (element.type === 'url_text_input') return isLink(value) ? undefined : texts.notALink;
  if (element.type === 'email_text_input') {
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : texts.notAnAddress;
  }
  if (element.type !== 'plain_text_input') return undefined;
  const { min_length: min, max_length: max } = element;
  if (typeof min === 'number' && value.length < min) return texts.tooShort(min);
  if (value.length > (typeof max === 'number' ? max : 3000)) {
    return texts.tooLong(typeof max === 'number' ? max : 3000);
  }
  return undefined;
}

function isLink(value: string): boolean {
  return /^https?:\/\/\S+$/.test(value) && URL.canParse(value);
}

/** Of Slack's file objects. Ten files of any type where the app says nothing. */
function filesError(element: Json, value: unknown, texts: Texts): string | undefined {
  const files: unknown[] = Array.isArray(value) ? value : [];
  const max = typeof element.max_files === 'number' ? element.max_files : 10;
  if (files.length > max) return texts.tooManyFiles(max);
  const types = Array.isArray(element.filetypes) ? element.filetypes.map(String) : [];
  const fits = (file: unknown) => isObject(file) && types.includes(String(file.filetype));
  return types.length === 0 || files.every(fits) ? undefined : texts.wrongFileType(types.join(', '));
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
