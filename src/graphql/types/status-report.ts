import type { ListedReport } from '../../services/lists/list-facts.ts';
import { readSaidBy } from '../../services/lists/read-said-by.ts';
import type { ReportView } from '../../services/views/report-view.ts';
import { builder } from '../builder.ts';
import { rowId } from '../node-id.ts';
import { NodeType, ROW_ID } from './node.ts';
import { StructureReferenceType } from './reference.ts';

export const SourceType = builder.enumType('Source', {
  description: 'Through which edge something was said.',
  values: {
    SLACK: { description: 'A command, a message or a form in Slack.' },
    GRAPHQL: { description: 'A mutation of this API.' },
    COMMAND_LINE: { description: 'The command line.' },
  } as const,
});

export const StatusReportType = builder
  .objectRef<ReportView & { readonly saidBy?: ListedReport['saidBy'] }>('StatusReport')
  .implement({
    description: 'What a structure said of a phase on a day. Kept for ever; a correction is a newer report.',
    interfaces: [NodeType],
    fields: (t) => ({
      id: t.id({
        description: ROW_ID,
        resolve: ({ year, sequence }) => rowId('StatusReport', year, sequence),
      }),
      year: t.exposeInt('year', { description: 'The plan’s year.' }),
      sequence: t.exposeInt('sequence', { description: 'Order of arrival in the plan’s history, from 1.' }),
      phase: t.exposeString('phase', { description: 'Code of the phase.' }),
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
      note: t.exposeString('note', { nullable: true, description: 'Free text, as written.' }),
      evidence: t.expose('evidence', { type: 'URL', nullable: true, description: 'Link to a document.' }),
      reportedOn: t.expose('reportedOn', { type: 'Date', description: 'The day it speaks of.' }),
      recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'The instant it was recorded.' }),
      source: t.expose('source', { type: SourceType, description: 'Through which edge it came.' }),
      saidBy: t.field({
        type: [StructureReferenceType],
        description:
          'The structures in which whoever said it works now, never a name; none of a program, or of somebody who has left.',
        resolve: ({ saidBy, year, sequence }, _args, { services }) =>
          saidBy ?? readSaidBy(services, 'REPORT', year, sequence),
      }),
    }),
  });
