import { ChoiceList } from './choice-list.tsx';
import type { Control, FieldValue } from './control-types.ts';
import { FileField } from './file-field.tsx';
import { MomentField } from './moment-field.tsx';
import { PeopleControl } from './people-control.tsx';
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
  const { element, value, onChange } = props;
  const common = {
    id: props.id,
    'aria-label': props.label,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid || undefined,
    // The app asks for the focus: the person has just opened its window.
    'data-autofocus': 'focus_on_load' in element ? element.focus_on_load : undefined,
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
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return <PeopleControl element={element} value={value} onChange={onChange} common={common} />;
    case 'file_input':
      return <FileField {...props} element={element} common={common} />;
    case 'datetimepicker':
      return <MomentField value={value} onChange={onChange} common={common} />;
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
