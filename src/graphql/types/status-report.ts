import type { ReportView } from '../../services/views/report-view.ts';
import { builder } from '../builder.ts';
import { NodeType } from './node.ts';
import { RecordedFactType, type SaidView } from './recorded-fact.ts';

export const StatusReportType = builder.objectRef<SaidView<ReportView>>('StatusReport').implement({
  description: 'What a structure said of a phase on a day. Kept for ever; a correction is a newer report.',
  interfaces: [NodeType, RecordedFactType],
  fields: (t) => ({
    phaseCode: t.exposeString('phaseCode', { description: 'Code of the phase.' }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description:
        'As said, before the credit rule; for a count, count ÷ the target in force on `reportedOn`, in percent, which may exceed 100. Null when only a block was said.',
    }),
    units: t.exposeInt('units', {
      nullable: true,
      description: 'Count so far, for a phase that counts units; null for the others.',
    }),
    completes: t.exposeBoolean('completes', { description: 'Whether it says that the phase is complete.' }),
    blockedBecause: t.exposeString('blockedBecause', {
      nullable: true,
      description: 'Why the structure says that the phase is blocked; null when it does not.',
    }),
  }),
});
