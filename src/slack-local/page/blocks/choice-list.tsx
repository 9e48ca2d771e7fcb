import type { Checkboxes, RadioButtons } from '@slack/types';
import type { ControlProps } from './control-view.tsx';
import { TextOf } from './package-message.tsx';
import { optionsByValue } from './surface.ts';
import { chosenIn } from './values.ts';

/** Check boxes or radio buttons, each option with its text and description. */
export function ChoiceList(props: ControlProps<Checkboxes | RadioButtons>) {
  const { element, id, value, onChange } = props;
  const chosen = chosenIn(value);
  const single = element.type === 'radio_buttons';

  const choose = (option: string, on: boolean) => {
    const values = single ? [option] : on ? [...chosen, option] : chosen.filter((other) => other !== option);
    const picked = optionsByValue(element.options, values);
    onChange(
      single
        ? { type: element.type, selected_option: picked[0] ?? null }
        : { type: element.type, selected_options: picked },
    );
  };

  return (
    <fieldset
      id={id}
      className="choices"
      aria-label={props.label}
      aria-labelledby={props.label === undefined ? `${id}-label` : undefined}
      aria-describedby={props.describedBy}
    >
      {element.options.map((option) => {
        const optionValue = option.value ?? '';
        return (
          <label key={optionValue} className="choice">
            <input
              type={single ? 'radio' : 'checkbox'}
              name={id}
              checked={chosen.includes(optionValue)}
              onChange={(event) => choose(optionValue, event.target.checked)}
            />
            <span className="choice-text">
              <TextOf text={option.text} />
              {option.description && (
                <span className="choice-description">
                  <TextOf text={option.description} />
                </span>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
