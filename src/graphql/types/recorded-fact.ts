import { readSaidBy } from '../../services/lists/read-said-by.ts';
import type { StructureReference } from '../../services/views/reference-view.ts';
import type { MeasurementView, ReportView } from '../../services/views/report-view.ts';
import { builder } from '../builder.ts';
import { type FactType, factId } from '../node-id.ts';
import { NodeType } from './node.ts';
import { StructureReferenceType } from './reference.ts';

export const SourceType = builder.enumType('Source', {
  description: 'Through which edge something was said.',
  values: {
    SLACK: { description: 'A command, a message or a form in Slack.' },
    GRAPHQL: { description: 'A mutation of this API.' },
    COMMAND_LINE: { description: 'The command line.' },
  } as const,
});

/** Lists know who said what they hold; anything else looks it up when it is asked for. */
export type SaidView<View> = View & { readonly saidBy?: readonly StructureReference[] };

const typeOf = (view: ReportView | MeasurementView): FactType =>
  'phaseCode' in view ? 'StatusReport' : 'Measurement';

/** What reports and measurements have in common: where they come from. */
export const RecordedFactType = builder
  .interfaceRef<SaidView<ReportView | MeasurementView>>('RecordedFact')
  .implement({
    description:
      'Something that was said on a day: a status report of a phase, or a measurement of a goal’s indicator. Kept for ever.',
    interfaces: [NodeType],
    resolveType: typeOf,
    fields: (t) => ({
      id: t.id({
        description:
          'Opaque and stable; with the day and the baseline in it, where they were asked for above it. `node(id)` finds it, and a correction names it.',
        resolve: (view) => factId(typeOf(view), view.asked, view.sequence),
      }),
      year: t.exposeInt('year', { description: 'The plan’s year.' }),
      sequence: t.exposeInt('sequence', { description: 'Order of arrival in the plan’s history, from 1.' }),
      note: t.exposeString('note', { nullable: true, description: 'Free text, as written.' }),
      evidence: t.expose('evidence', { type: 'URL', nullable: true, description: 'Link to a document.' }),
      reportedOn: t.expose('reportedOn', { type: 'Date', description: 'The day it speaks of.' }),
      recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'The instant it was recorded.' }),
      source: t.expose('source', { type: SourceType, description: 'Through which edge it came.' }),
      saidBy: t.field({
        type: [StructureReferenceType],
        description:
          'For which structures whoever said it speaks: those in which a person works now, or those of an API key; never a name. None of the operator’s own key, of a key for the whole plan, and of somebody who has left.',
        resolve: (view, _args, { services }) =>
          view.saidBy ??
          readSaidBy(
            services,
            typeOf(view) === 'StatusReport' ? 'REPORT' : 'MEASUREMENT',
            view.year,
            view.sequence,
          ),
      }),
    }),
  });
