import { actingTexts } from '../../../messages/dashboard-acting.ts';
import { tell } from '../data/ask.ts';
import { address, language } from '../page-state.ts';
import { ActionDialog } from './action-dialog.tsx';
import { measurementFields } from './fields.ts';
import type { AnsweredFor } from './may-report.ts';
import { MEASUREMENT_FIELDS, type Measured, MeasurementFields } from './measurement-fields.tsx';
import { sentAs } from './sent.ts';
import { useForm } from './use-form.ts';
import { useMayReport } from './viewer.ts';

type MeasuredGoal = AnsweredFor & { readonly title: string };

type MeasureActionProps = {
  /** One that is measured by its schedule has no indicator that can be measured here, and no button. */
  readonly goal: MeasuredGoal & {
    readonly measuredBy: 'FIGURES' | 'SCHEDULE';
    readonly indicator: (Measured & { readonly description: string }) | null;
  };
};

/** Records a measurement of a goal's indicator; nothing for whoever may not. */
export function MeasureAction({ goal }: MeasureActionProps) {
  const mayMeasure = useMayReport(goal);
  if (!mayMeasure || goal.measuredBy !== 'FIGURES' || goal.indicator === null) return null;
  return <MeasureForm goal={goal} indicator={goal.indicator} />;
}

type MeasureFormProps = {
  readonly goal: MeasuredGoal;
  readonly indicator: Measured & { readonly description: string };
};

function MeasureForm({ goal: { code }, indicator }: MeasureFormProps) {
  const t = actingTexts(language.value);
  const { year, asOf } = address.value.filters;
  const form = useForm({
    id: `measure:${year ?? ''}:${code}`,
    initial: asOf === null ? {} : { reportedOn: asOf },
    parse: (texts) => measurementFields(texts, language.value),
    send: async (fields, idempotencyKey) =>
      sentAs(
        (await tell('record-measurement', { input: { ...fields, goal: code, year, idempotencyKey } }))
          .recordMeasurement,
      ),
  });
  return (
    <ActionDialog
      form={form}
      label={t.measure}
      title={t.measureOf(code)}
      intro={indicator.description}
      fields={MEASUREMENT_FIELDS}
    >
      <MeasurementFields form={form} indicator={indicator} hasDay />
    </ActionDialog>
  );
}
