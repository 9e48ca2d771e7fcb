import type {
  ChannelsSelect,
  Checkboxes,
  ConversationsSelect,
  Datepicker,
  DateTimepicker,
  EmailInput,
  FileInput,
  MultiChannelsSelect,
  MultiConversationsSelect,
  MultiStaticSelect,
  MultiUsersSelect,
  NumberInput,
  PlainTextInput,
  RadioButtons,
  StaticSelect,
  Timepicker,
  URLInput,
  UsersSelect,
} from '@slack/types';

export type TextControl = PlainTextInput | NumberInput | EmailInput | URLInput;
export type PeopleSelect =
  | UsersSelect
  | ChannelsSelect
  | ConversationsSelect
  | MultiUsersSelect
  | MultiChannelsSelect
  | MultiConversationsSelect;
export type Control =
  | TextControl
  | PeopleSelect
  | StaticSelect
  | MultiStaticSelect
  | Checkboxes
  | RadioButtons
  | Datepicker
  | Timepicker
  | DateTimepicker
  | FileInput;

/** One entry of Slack's `state.values`: the element's type and what it holds. */
export type FieldValue = Record<string, unknown> & { type: string };

const controlTypes: ReadonlySet<string> = new Set<Control['type']>([
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'users_select',
  'channels_select',
  'conversations_select',
  'multi_users_select',
  'multi_channels_select',
  'multi_conversations_select',
  'static_select',
  'multi_static_select',
  'checkboxes',
  'radio_buttons',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'file_input',
]);

export const isControl = (element: { type: string }): element is Control => controlTypes.has(element.type);
