import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react';
import type { FieldValue, TextControl } from './control-types.ts';
import type { ControlProps } from './control-view.tsx';
import { textIn } from './values.ts';

type Common = Pick<
  InputHTMLAttributes<HTMLInputElement> & TextareaHTMLAttributes<HTMLTextAreaElement>,
  'id' | 'aria-label' | 'aria-describedby' | 'aria-invalid'
>;

const inputModes = {
  plain_text_input: 'text',
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
} as const;

/**
 * A field for text. A number is typed into a text field too: a browser's number field answers an empty value for
 * whatever it can't read, and the person could not be told what is wrong.
 */
export function TextField(props: ControlProps<TextControl> & { common: Common }) {
  const { element, value, onChange, onCommit, common } = props;
  const text = textIn(value);
  const change = (next: string) => onChange(typedValue(element, next));
  const placeholder = element.placeholder?.text;

  if (element.type === 'plain_text_input' && element.multiline) {
    return (
      <textarea
        {...common}
        className="field-input field-multiline"
        rows={3}
        placeholder={placeholder}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    );
  }
  return (
    <input
      {...common}
      className="field-input"
      type="text"
      inputMode={inputModes[element.type]}
      autoComplete="off"
      placeholder={placeholder}
      value={text}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !onCommit) return;
        event.preventDefault();
        onCommit();
      }}
    />
  );
}

/** A number is sent with a point; in Italian it is typed with a comma. */
function typedValue(element: TextControl, text: string): FieldValue {
  const written = element.type === 'number_input' ? text.trim().replace(',', '.') : text;
  return { type: element.type, value: written === '' ? null : written };
}
