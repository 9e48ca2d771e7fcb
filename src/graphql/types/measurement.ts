import type { MeasurementView } from '../../services/views/report-view.ts';
import { builder } from '../builder.ts';
import { SourceType } from './status-report.ts';

export const MeasurementType = builder.objectRef<MeasurementView>('Measurement').implement({
  description:
    'What a structure said of an indicator on a day: numerator and denominator, or a value (domain rule 2). Kept for ever.',
  fields: (t) => ({
    sequence: t.exposeInt('sequence', { description: 'Order of arrival in the plan’s history, from 1.' }),
    goal: t.exposeString('goal', { description: 'Code of the goal whose indicator it measures.' }),
    numerator: t.exposeFloat('numerator', { nullable: true, description: 'Null for an indicator by value.' }),
    denominator: t.exposeFloat('denominator', {
      nullable: true,
      description: 'Greater than 0; null for an indicator by value.',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'In the indicator’s unit; null for an indicator by ratio.',
    }),
    note: t.exposeString('note', { nullable: true, description: 'Free text, as written.' }),
    evidence: t.exposeString('evidence', { nullable: true, description: 'Link to a document.' }),
    reportedOn: t.expose('reportedOn', { type: 'Date', description: 'The day it speaks of.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'The instant it was recorded.' }),
    source: t.expose('source', { type: SourceType, description: 'Through which edge it came.' }),
  }),
});
