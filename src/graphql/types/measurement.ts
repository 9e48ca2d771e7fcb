import type { ListedMeasurement } from '../../services/lists/list-facts.ts';
import { readSaidBy } from '../../services/lists/read-said-by.ts';
import type { MeasurementView } from '../../services/views/report-view.ts';
import { builder } from '../builder.ts';
import { rowId } from '../node-id.ts';
import { NodeType, ROW_ID } from './node.ts';
import { StructureReferenceType } from './reference.ts';
import { SourceType } from './status-report.ts';

export const MeasurementType = builder
  .objectRef<MeasurementView & { readonly saidBy?: ListedMeasurement['saidBy'] }>('Measurement')
  .implement({
    description:
      'What a structure said of an indicator on a day: numerator and denominator, or a value (domain rule 2). Kept for ever.',
    interfaces: [NodeType],
    fields: (t) => ({
      id: t.id({
        description: ROW_ID,
        resolve: ({ year, sequence }) => rowId('Measurement', year, sequence),
      }),
      year: t.exposeInt('year', { description: 'The plan’s year.' }),
      sequence: t.exposeInt('sequence', { description: 'Order of arrival in the plan’s history, from 1.' }),
      goal: t.exposeString('goal', { description: 'Code of the goal whose indicator it measures.' }),
      numerator: t.exposeFloat('numerator', {
        nullable: true,
        description: 'Null for an indicator by value.',
      }),
      denominator: t.exposeFloat('denominator', {
        nullable: true,
        description: 'Greater than 0; null for an indicator by value.',
      }),
      value: t.exposeFloat('value', {
        nullable: true,
        description: 'In the indicator’s unit; null for an indicator by ratio.',
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
          saidBy ?? readSaidBy(services, 'MEASUREMENT', year, sequence),
      }),
    }),
  });
