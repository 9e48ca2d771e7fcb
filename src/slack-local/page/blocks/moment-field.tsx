import type { InputHTMLAttributes } from 'react';
import type { FieldValue } from './control-types.ts';

type Props = {
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  common: InputHTMLAttributes<HTMLInputElement>;
};

/** A day with a time. Slack keeps the moment in seconds since 1970; it is shown by the reader's clock. */
export function MomentField({ value, onChange, common }: Props) {
  const held = value.selected_date_time;
  return (
    <input
      {...common}
      className="field-input field-date"
      type="datetime-local"
      value={typeof held === 'number' ? localText(held) : ''}
      onChange={(event) => {
        const moment = new Date(event.target.value).getTime();
        onChange({
          type: 'datetimepicker',
          selected_date_time: Number.isNaN(moment) ? null : Math.floor(moment / 1000),
        });
      }}
    />
  );
}

/** `2020-09-14T10:30` by the reader's clock. */
function localText(seconds: number): string {
  const offsetMs = new Date(seconds * 1000).getTimezoneOffset() * 60_000;
  return new Date(seconds * 1000 - offsetMs).toISOString().slice(0, 16);
}
