import type { MultiStaticSelect, StaticSelect } from '@slack/types';
import type { SelectHTMLAttributes } from 'react';
import { usePage } from '../page-context.tsx';
import type { FieldValue } from './control-types.ts';
import { optionsByValue } from './surface.ts';
import { chosenIn } from './values.ts';

type Props = {
  element: StaticSelect | MultiStaticSelect;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  common: SelectHTMLAttributes<HTMLSelectElement>;
};

/** A select with one choice or several, its options grouped if the app groups them. */
export function SelectControl({ element, value, onChange, common }: Props) {
  const { texts } = usePage();
  const groups = element.option_groups ?? [{ label: undefined, options: element.options ?? [] }];
  const all = groups.flatMap((group) => group.options);
  const chosen = chosenIn(value);
  const multiple = element.type === 'multi_static_select';

  const choose = (select: HTMLSelectElement) => {
    const picked = optionsByValue(
      all,
      [...select.selectedOptions].map((option) => option.value),
    );
    onChange(
      multiple
        ? { type: element.type, selected_options: picked }
        : { type: element.type, selected_option: picked[0] ?? null },
    );
  };

  return (
    <select
      {...common}
      className={multiple ? 'field-input field-multi' : 'field-input field-select'}
      multiple={multiple}
      value={multiple ? [...chosen] : (chosen[0] ?? '')}
      onChange={(event) => choose(event.target)}
    >
      {!multiple && <option value="">{element.placeholder?.text ?? texts.chooseOption}</option>}
      {groups.map((group) => {
        const options = group.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text.text}
          </option>
        ));
        return group.label ? (
          <optgroup key={group.label.text} label={group.label.text}>
            {options}
          </optgroup>
        ) : (
          options
        );
      })}
    </select>
  );
}
