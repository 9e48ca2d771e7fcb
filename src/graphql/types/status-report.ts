import type { ReportView } from '../../services/views/report-view.ts';
import { builder } from '../builder.ts';

export const SourceType = builder.enumType('Source', {
  description: 'Through which edge something was said.',
  values: {
    SLACK: { description: 'A command, a message or a form in Slack.' },
    GRAPHQL: { description: 'A mutation of this API.' },
    COMMAND_LINE: { description: 'The command line.' },
  } as const,
});

export const StatusReportType = builder.objectRef<ReportView>('StatusReport').implement({
  description: 'What a structure said of a phase on a day. Kept for ever; a correction is a newer report.',
  fields: (t) => ({
    sequence: t.exposeInt('sequence', { description: 'Order of arrival in the plan’s history, from 1.' }),
    phase: t.exposeString('phase', { description: 'Code of the phase.' }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description:
        'As said, before the credit rule; for a count, count ÷ target in percent, which may exceed 100. Null when only a block was said.',
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
    note: t.exposeString('note', { nullable: true, description: 'Free text, as written.' }),
    evidence: t.exposeString('evidence', { nullable: true, description: 'Link to a document.' }),
    reportedOn: t.expose('reportedOn', { type: 'Date', description: 'The day it speaks of.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'The instant it was recorded.' }),
    source: t.expose('source', { type: SourceType, description: 'Through which edge it came.' }),
  }),
});
