import type { MeasurementView } from '../../services/views/report-view.ts';
import { builder } from '../builder.ts';
import { NodeType } from './node.ts';
import { RecordedFactType, type SaidView } from './recorded-fact.ts';

export const MeasurementType = builder.objectRef<SaidView<MeasurementView>>('Measurement').implement({
  description:
    'What a structure said of an indicator on a day: numerator and denominator, or a value (domain rule 2). Kept for ever.',
  interfaces: [NodeType, RecordedFactType],
  fields: (t) => ({
    goalCode: t.exposeString('goalCode', { description: 'Code of the goal whose indicator it measures.' }),
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
  }),
});
