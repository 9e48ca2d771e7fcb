import { actingTexts } from '../../../messages/dashboard-acting.ts';
import { tell } from '../data/ask.ts';
import { address, language } from '../page-state.ts';
import { ActionDialog } from './action-dialog.tsx';
import { reportFields } from './fields.ts';
import type { AnsweredFor } from './may-report.ts';
import { REPORT_FIELDS, ReportFields, type Units } from './report-fields.tsx';
import { sentAs } from './sent.ts';
import { useForm } from './use-form.ts';
import { useMayReport } from './viewer.ts';

type ReportActionProps = {
  /** As of any day: what is recorded speaks of its own. */
  readonly phase: AnsweredFor & { readonly description?: string | null; readonly units: Units };
};

/** Reports on a phase; nothing for whoever may not. */
export function ReportAction({ phase }: ReportActionProps) {
  return useMayReport(phase) ? <ReportForm phase={phase} /> : null;
}

function ReportForm({ phase: { code, description, units } }: ReportActionProps) {
  const t = actingTexts(language.value);
  const { year, asOf } = address.value.filters;
  const form = useForm({
    id: `report:${year ?? ''}:${code}`,
    initial: asOf === null ? {} : { reportedOn: asOf },
    parse: (texts) => reportFields(texts, language.value),
    send: async (fields, idempotencyKey) =>
      sentAs(
        (await tell('report-status', { input: { ...fields, phase: code, year, idempotencyKey } }))
          .reportStatus,
      ),
  });
  return (
    <ActionDialog
      form={form}
      label={t.report}
      title={t.reportOf(code)}
      fields={REPORT_FIELDS}
      {...(description && { intro: description })}
    >
      <ReportFields form={form} units={units} hasDay />
    </ActionDialog>
  );
}
