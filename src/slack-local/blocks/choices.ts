import { all, boolean, type Check, type Fields, integer, list, object, oneOf, string } from './checks.ts';
import {
  actionId,
  confirm,
  initialAmongOptions,
  option,
  optionGroup,
  optionsOrGroups,
  placeholder,
} from './composition.ts';

/** Elements that choose: menus, dates and times, boxes. Source: docs.slack.dev, Block Kit, block elements. */

/** What all elements have that act at once. */
export const interactive: Fields = { action_id: actionId, confirm, focus_on_load: boolean };

const date = string({ pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, format: 'YYYY-MM-DD' });
const time = string({ pattern: /^([01]\d|2[0-3]):[0-5]\d$/, format: 'HH:mm' });
const slackId = string({ min: 1, max: 255 });
const options = list(option('select'), { min: 1, max: 100 });
const groups = list(optionGroup, { min: 1, max: 100 });
const boxes = list(option('box'), { min: 1, max: 10 });

/** A menu with its single and its multiple form. */
function menu(
  name: string,
  own: Fields,
  initial: [single: Fields, multiple: Fields],
  extra?: [Check, Check],
) {
  const single = object({}, { ...interactive, placeholder, ...own, ...initial[0] });
  const multiple = object(
    {},
    { ...interactive, placeholder, max_selected_items: integer(1, 100), ...own, ...initial[1] },
  );
  return {
    [name]: extra ? all(single, extra[0]) : single,
    [`multi_${name}`]: extra ? all(multiple, extra[1]) : multiple,
  };
}

const conversationFilter = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), { min: 1 }),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);

const menus: Fields = {
  ...menu(
    'static_select',
    { options, option_groups: groups },
    [{ initial_option: option('select') }, { initial_options: list(option('select'), { min: 1 }) }],
    [optionsOrGroups('initial_option'), optionsOrGroups('initial_options')],
  ),
  ...menu('external_select', { min_query_length: integer(0, 1000) }, [
    { initial_option: option('select') },
    { initial_options: list(option('select')) },
  ]),
  ...menu('users_select', {}, [{ initial_user: slackId }, { initial_users: list(slackId) }]),
  ...menu('conversations_select', { default_to_current_conversation: boolean, filter: conversationFilter }, [
    { initial_conversation: slackId, response_url_enabled: boolean },
    { initial_conversations: list(slackId) },
  ]),
  ...menu('channels_select', {}, [
    { initial_channel: slackId, response_url_enabled: boolean },
    { initial_channels: list(slackId) },
  ]),
};

/** Elements of actions and input blocks both, and of a section's accessory but for `datetimepicker`. */
export const pickers: Fields = {
  ...menus,
  datepicker: object({}, { ...interactive, placeholder, initial_date: date }),
  timepicker: object({}, { ...interactive, placeholder, initial_time: time, timezone: string({ min: 1 }) }),
  radio_buttons: all(
    object({ options: boxes }, { ...interactive, initial_option: option('box') }),
    initialAmongOptions('initial_option'),
  ),
  checkboxes: all(
    object({ options: boxes }, { ...interactive, initial_options: list(option('box'), { min: 1 }) }),
    initialAmongOptions('initial_options'),
  ),
};

/** Not for a section's accessory. */
export const datetimepicker = object(
  {},
  { ...interactive, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
);
