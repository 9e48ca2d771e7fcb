import { actingTexts } from '../../../messages/dashboard-acting.ts';
import { language } from '../page-state.ts';
import { Field } from './field.tsx';
import { CommonFields } from './report-fields.tsx';
import type { Form } from './use-form.ts';

/** What a measurement has to give. */
export type Measured = { readonly measure: 'RATIO' | 'VALUE'; readonly unit: string };

/** The fields of a measurement that have one, in the API's names. */
export const MEASUREMENT_FIELDS = [
  'numerator',
  'denominator',
  'value',
  'note',
  'evidence',
  'reportedOn',
] as const;

type MeasurementFieldsProps = {
  readonly form: Form;
  readonly indicator: Measured;
  /** A correction speaks of the day of what it corrects. */
  readonly hasDay: boolean;
};

export function MeasurementFields({ form, indicator: { measure, unit }, hasDay }: MeasurementFieldsProps) {
  const t = actingTexts(language.value);
  return (
    <>
      {measure === 'RATIO' ? (
        <>
          <Field form={form} name="numerator" kind="NUMBER" label={t.numerator} />
          <Field
            form={form}
            name="denominator"
            kind="NUMBER"
            label={t.denominator}
            hint={t.denominatorHint}
          />
        </>
      ) : (
        <Field form={form} name="value" kind="NUMBER" label={t.value(unit)} />
      )}
      <CommonFields form={form} hasDay={hasDay} />
    </>
  );
}
