import type { InputBlock } from '@slack/types';
import { usePage } from '../page-context.tsx';
import { type FieldValue, isControl } from './control-types.ts';
import { ControlView } from './control-view.tsx';
import type { Surface } from './surface.ts';
import { useAction } from './use-action.tsx';
import { actionIdOf, initialValue } from './values.ts';

/** An input block: label, field, hint, and the error that refused it. */
export function InputField({ block, surface }: { block: InputBlock; surface: Surface }) {
  const { texts } = usePage();
  const { request, question } = useAction(surface);
  const { element, label, hint, optional, dispatch_action: dispatches, block_id: blockId = '' } = block;
  if (!isControl(element)) return <p className="unsupported">{texts.unsupportedInput(element.type)}</p>;

  const actionId = actionIdOf(element);
  const id = `${surface.id}-${blockId}-${actionId}`;
  const value = surface.values[blockId]?.[actionId] ?? initialValue(element);
  const error = surface.errors[blockId];
  const isGroup = element.type === 'checkboxes' || element.type === 'radio_buttons';
  const isText = 'value' in value;
  const perCharacter =
    'dispatch_action_config' in element &&
    element.dispatch_action_config?.trigger_actions_on?.includes('on_character_entered');

  const dispatch = (held: FieldValue) =>
    request({ action: { ...held, action_id: actionId, block_id: blockId }, changed: held });
  const change = (next: FieldValue) => {
    surface.setValue(blockId, actionId, next);
    if (dispatches && (!isText || perCharacter)) dispatch(next);
  };

  const labelText = (
    <>
      {label.text} {optional && <span className="field-optional">{texts.optional}</span>}
    </>
  );
  return (
    <div className={error ? 'field field-refused' : 'field'} data-block-id={blockId}>
      {isGroup ? (
        <span id={`${id}-label`} className="field-label">
          {labelText}
        </span>
      ) : (
        <label htmlFor={id} className="field-label">
          {labelText}
        </label>
      )}
      <ControlView
        id={id}
        element={element}
        value={value}
        onChange={change}
        onCommit={dispatches && isText ? () => dispatch(value) : undefined}
        describedBy={[error ? `${id}-error` : '', hint ? `${id}-hint` : ''].join(' ').trim() || undefined}
        invalid={error !== undefined}
      />
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint.text}
        </p>
      )}
      {question}
    </div>
  );
}
