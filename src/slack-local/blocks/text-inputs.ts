import { all, boolean, type Fields, integer, object, rule, string } from './checks.ts';
import { actionId, dispatchActionConfig, placeholder } from './composition.ts';
import { richText } from './rich-text.ts';

/** Inputs that are written into. Source: docs.slack.dev, Block Kit, block elements. */

/** Unlike elements that act at once, these have no confirmation dialog. */
const entered: Fields = {
  action_id: actionId,
  focus_on_load: boolean,
  placeholder,
  dispatch_action_config: dispatchActionConfig,
};

/** Slack takes the numbers of a number input as text. */
const decimal = string({ pattern: /^-?\d+(\.\d+)?$/, format: 'number' });

const plainTextInput = all(
  object(
    {},
    {
      ...entered,
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
      initial_value: string({ max: 3000 }),
    },
  ),
  rule((element, pointer, report) => {
    const { min_length: min, max_length: max } = element;
    if (typeof min === 'number' && typeof max === 'number' && min > max) {
      report(`${pointer}/min_length`, 'min_length must be less than or equal to max_length');
    }
  }),
);

const numberInput = all(
  object(
    { is_decimal_allowed: boolean },
    { ...entered, initial_value: decimal, min_value: decimal, max_value: decimal },
  ),
  rule((element, pointer, report) => {
    for (const name of ['initial_value', 'min_value', 'max_value']) {
      if (element.is_decimal_allowed === false && String(element[name] ?? '').includes('.')) {
        report(`${pointer}/${name}`, 'must be an integer when is_decimal_allowed is false');
      }
    }
    const [min, max, initial] = [element.min_value, element.max_value, element.initial_value].map((value) =>
      value === undefined || value === null ? undefined : Number(value),
    );
    if (min !== undefined && max !== undefined && min > max) {
      report(`${pointer}/min_value`, 'min_value must be less than or equal to max_value');
    }
    if (initial !== undefined && (initial < (min ?? initial) || initial > (max ?? initial))) {
      report(`${pointer}/initial_value`, 'initial_value must lie between min_value and max_value');
    }
  }),
);

export const textInputs: Fields = {
  plain_text_input: plainTextInput,
  number_input: numberInput,
  email_text_input: object({}, { ...entered, initial_value: string({ max: 3000 }) }),
  url_text_input: object({}, { ...entered, initial_value: string({ max: 3000 }) }),
  rich_text_input: object({}, { ...entered, initial_value: richText }),
};
