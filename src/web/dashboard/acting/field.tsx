import { useId } from 'preact/hooks';
import { actingTexts } from '../../../messages/dashboard-acting.ts';
import { language } from '../page-state.ts';
import { TICKED } from './fields.ts';
import type { Form } from './use-form.ts';

type FieldProps = {
  readonly form: Form;
  /** As the API calls it, so that what it refuses is said here. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: 'NUMBER' | 'TEXT' | 'WORDS' | 'LINK' | 'DAY';
  readonly isOptional?: boolean;
  readonly isDisabled?: boolean;
};

/** Why the field was refused; null while it was not. */
export function fieldError({ state }: Form, name: string): string | null {
  if (state.kind !== 'REFUSED' || state.field !== name) return null;
  return state.message[language.value];
}

/** A labelled field; what is wrong with it stands under it and is read with it. */
export function Field({ form, name, label, hint, kind = 'TEXT', isOptional, isDisabled }: FieldProps) {
  const id = useId();
  const error = fieldError(form, name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    id,
    name,
    value: form.texts[name] ?? '',
    disabled: isDisabled ?? false,
    readOnly: form.state.kind === 'SENDING',
    'aria-invalid': error !== null,
    ...(described !== '' && { 'aria-describedby': described }),
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      form.type(name, event.currentTarget.value),
  };
  return (
    <div class={`acting-field acting-field-${kind.toLowerCase()}`}>
      <label for={id}>
        {label}
        {isOptional && <span class="acting-optional"> ({actingTexts(language.value).optional})</span>}
      </label>
      {kind === 'WORDS' ? (
        <textarea {...shared} rows={2} maxLength={2000} />
      ) : (
        <input
          {...shared}
          type={kind === 'DAY' ? 'date' : 'text'}
          inputMode={kind === 'NUMBER' ? 'decimal' : kind === 'LINK' ? 'url' : undefined}
          autocomplete="off"
        />
      )}
      {hint && (
        <p id={`${id}-hint`} class="acting-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="acting-error">
          <span aria-hidden="true">! </span>
          {error}
        </p>
      )}
    </div>
  );
}

/** A box to tick. */
export function Tick({ form, name, label }: Pick<FieldProps, 'form' | 'name' | 'label'>) {
  const id = useId();
  const error = fieldError(form, name);
  return (
    <div class="acting-field acting-tick">
      <input
        id={id}
        name={name}
        type="checkbox"
        checked={form.texts[name] === TICKED}
        disabled={form.state.kind === 'SENDING'}
        aria-invalid={error !== null}
        {...(error !== null && { 'aria-describedby': `${id}-error` })}
        onChange={(event) => form.type(name, event.currentTarget.checked ? TICKED : '')}
      />
      <label for={id}>{label}</label>
      {error && (
        <p id={`${id}-error`} class="acting-error">
          <span aria-hidden="true">! </span>
          {error}
        </p>
      )}
    </div>
  );
}
