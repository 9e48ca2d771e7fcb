import { actingTexts } from '../../../messages/dashboard-acting.ts';
import { tell } from '../data/ask.ts';
import { address, language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { ActionDialog } from './action-dialog.tsx';
import { measurementFields, numberText, reportFields, TICKED } from './fields.ts';
import type { AnsweredFor } from './may-report.ts';
import { MEASUREMENT_FIELDS, type Measured, MeasurementFields } from './measurement-fields.tsx';
import { REPORT_FIELDS, ReportFields, type Units } from './report-fields.tsx';
import { sentAs } from './sent.ts';
import { useForm } from './use-form.ts';
import { useMayReport } from './viewer.ts';

/** What every fact has, whatever it says. */
type Said = {
  readonly id: string;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly reportedOn: string;
};

export type SaidReport = Said & {
  readonly percent: number | null;
  readonly units: number | null;
  readonly completes: boolean;
  readonly blockedBecause: string | null;
};

export type SaidMeasurement = Said & {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
};

type CorrectActionProps =
  | { readonly report: SaidReport; readonly phase: AnsweredFor & { readonly units: Units } }
  | { readonly measurement: SaidMeasurement; readonly goal: AnsweredFor; readonly indicator: Measured };

/** Corrects a report or a measurement; nothing for whoever may not. It must be what was said last of its day. */
export function CorrectAction(props: CorrectActionProps) {
  const mayCorrect = useMayReport('report' in props ? props.phase : props.goal);
  if (!mayCorrect) return null;
  return 'report' in props ? (
    <CorrectReport key={props.report.id} {...props} />
  ) : (
    <CorrectMeasurement key={props.measurement.id} {...props} />
  );
}

type CorrectReportProps = Extract<CorrectActionProps, { readonly report: SaidReport }>;

function CorrectReport({ report, phase: { code, units } }: CorrectReportProps) {
  const t = actingTexts(language.value);
  const by = language.value;
  const { year } = address.value.filters;
  const form = useForm({
    id: `correct-report:${report.id}`,
    initial: {
      percent: units === null && !report.completes ? numberText(report.percent, by) : '',
      units: units !== null && !report.completes ? numberText(report.units, by) : '',
      done: report.completes ? TICKED : '',
      blockedBecause: report.blockedBecause ?? '',
      ...wordsOf(report),
    },
    parse: (texts) => reportFields(texts, language.value),
    send: async ({ reportedOn: _ofTheReport, ...fields }, idempotencyKey) =>
      sentAs(
        (await tell('correct-report', { input: { ...fields, corrects: report.id, year, idempotencyKey } }))
          .correctReport,
      ),
  });
  return (
    <ActionDialog
      form={form}
      label={t.correct}
      title={t.correctReportOf(code, dayText(report.reportedOn))}
      intro={t.correctHint}
      fields={REPORT_FIELDS}
    >
      <ReportFields form={form} units={units} hasDay={false} />
    </ActionDialog>
  );
}

type CorrectMeasurementProps = Extract<CorrectActionProps, { readonly measurement: SaidMeasurement }>;

function CorrectMeasurement({ measurement, goal: { code }, indicator }: CorrectMeasurementProps) {
  const t = actingTexts(language.value);
  const by = language.value;
  const { year } = address.value.filters;
  const form = useForm({
    id: `correct-measurement:${measurement.id}`,
    initial: {
      numerator: numberText(measurement.numerator, by),
      denominator: numberText(measurement.denominator, by),
      value: numberText(measurement.value, by),
      ...wordsOf(measurement),
    },
    parse: (texts) => measurementFields(texts, language.value),
    send: async ({ reportedOn: _ofTheMeasurement, ...fields }, idempotencyKey) =>
      sentAs(
        (
          await tell('correct-measurement', {
            input: { ...fields, corrects: measurement.id, year, idempotencyKey },
          })
        ).correctMeasurement,
      ),
  });
  return (
    <ActionDialog
      form={form}
      label={t.correct}
      title={t.correctMeasurementOf(code, dayText(measurement.reportedOn))}
      intro={t.correctHint}
      fields={MEASUREMENT_FIELDS}
    >
      <MeasurementFields form={form} indicator={indicator} hasDay={false} />
    </ActionDialog>
  );
}

const wordsOf = ({ note, evidence }: Said) => ({ note: note ?? '', evidence: evidence ?? '' });
