import type { PageBootstrap } from '../../page-api.ts';
import { usePage } from '../page-context.tsx';
import { ChoiceList } from './choice-list.tsx';
import type { Control, FieldValue, PeopleSelect } from './control-types.ts';
import { SelectControl } from './select-control.tsx';
import { TextField } from './text-field.tsx';

export type ControlProps<Element extends Control = Control> = {
  id: string;
  element: Element;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  /** Enter in a single-line text of a block with `dispatch_action`. */
  onCommit?: (() => void) | undefined;
  /** The name for assistive technology where no visible label belongs to the element. */
  label?: string | undefined;
  describedBy?: string | undefined;
  invalid: boolean;
};

/**
 * An element that holds a value. Drawn here with the browser's own controls and not by the block renderer: its fields
 * keep their value to themselves, have no label, share radio groups between messages, and its menus can't be
 * used from the keyboard.
 */
export function ControlView(props: ControlProps) {
  const { bootstrap } = usePage();
  const { element, value, onChange } = props;
  const common = {
    id: props.id,
    'aria-label': props.label,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid || undefined,
    // The app asks for the focus: the person has just opened its window.
    'data-autofocus': element.focus_on_load,
  };
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextField {...props} element={element} common={common} />;
    case 'static_select':
    case 'multi_static_select':
      return <SelectControl element={element} value={value} onChange={onChange} common={common} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <ChoiceList {...props} element={element} />;
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
      return (
        <SelectControl
          element={asStaticSelect(element, bootstrap)}
          value={{ type: 'static_select', selected_option: optionOf(value[peopleKeys[element.type]]) }}
          onChange={(chosen) => {
            const option = chosen.selected_option as { value: string } | null;
            onChange({ type: element.type, [peopleKeys[element.type]]: option?.value ?? null });
          }}
          common={common}
        />
      );
    case 'datepicker':
    case 'timepicker': {
      const key = element.type === 'datepicker' ? 'selected_date' : 'selected_time';
      const held = value[key];
      return (
        <input
          {...common}
          className="field-input field-date"
          type={element.type === 'datepicker' ? 'date' : 'time'}
          value={typeof held === 'string' ? held : ''}
          onChange={(event) => onChange({ type: element.type, [key]: event.target.value || null })}
        />
      );
    }
  }
}

const peopleKeys = {
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
} as const;

const optionOf = (id: unknown) =>
  typeof id === 'string' ? { text: { type: 'plain_text' as const, text: id }, value: id } : null;

/** People and channels of this workspace as the options of a plain select. */
function asStaticSelect(element: PeopleSelect, { users, channels }: PageBootstrap) {
  const people = users.filter((user) => !user.isBot).map(({ id, name }) => ({ id, name }));
  const rooms = channels.filter((channel) => channel.kind === 'channel');
  const named = { users_select: people, channels_select: rooms, conversations_select: channels }[
    element.type
  ];
  return {
    type: 'static_select' as const,
    ...(element.placeholder ? { placeholder: element.placeholder } : {}),
    options: named.map(({ id, name }) => ({ text: { type: 'plain_text' as const, text: name }, value: id })),
  };
}
