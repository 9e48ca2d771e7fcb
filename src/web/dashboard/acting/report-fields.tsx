import { actingTexts } from '../../../messages/dashboard-acting.ts';
import { formatNumber } from '../../../messages/format.ts';
import { language } from '../page-state.ts';
import { Field, Tick } from './field.tsx';
import { TICKED } from './fields.ts';
import type { Form } from './use-form.ts';

/** What the phase counts; null of one whose progress is said in percent. */
export type Units = { readonly target: number; readonly name: string } | null;

/** The fields of a report that have one, in the API's names. */
export const REPORT_FIELDS = [
  'percent',
  'units',
  'done',
  'blockedBecause',
  'note',
  'evidence',
  'reportedOn',
] as const;

type ReportFieldsProps = {
  readonly form: Form;
  readonly units: Units;
  /** A correction speaks of the day of what it corrects. */
  readonly hasDay: boolean;
};

export function ReportFields({ form, units, hasDay }: ReportFieldsProps) {
  const t = actingTexts(language.value);
  const isDone = form.texts.done === TICKED;
  return (
    <>
      {units === null ? (
        <Field
          form={form}
          name="percent"
          kind="NUMBER"
          label={t.percent}
          hint={t.percentHint}
          isDisabled={isDone}
        />
      ) : (
        <Field
          form={form}
          name="units"
          kind="NUMBER"
          label={t.units(units.name)}
          hint={t.unitsHint(formatNumber(units.target, language.value), units.name)}
          isDisabled={isDone}
        />
      )}
      <Tick form={form} name="done" label={t.done} />
      <Field
        form={form}
        name="blockedBecause"
        kind="WORDS"
        label={t.blockedBecause}
        hint={t.blockedHint}
        isOptional
      />
      <CommonFields form={form} hasDay={hasDay} />
    </>
  );
}

/** What reports and measurements have alike. */
export function CommonFields({ form, hasDay }: Pick<ReportFieldsProps, 'form' | 'hasDay'>) {
  const t = actingTexts(language.value);
  return (
    <>
      <Field form={form} name="note" kind="WORDS" label={t.note} isOptional />
      <Field form={form} name="evidence" kind="LINK" label={t.evidence} hint={t.evidenceHint} isOptional />
      {hasDay && (
        <Field
          form={form}
          name="reportedOn"
          kind="DAY"
          label={t.reportedOn}
          hint={t.reportedOnHint}
          isOptional
        />
      )}
    </>
  );
}
