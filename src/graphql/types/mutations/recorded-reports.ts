import type { RecordedItem } from '../../../domain/notice.ts';
import { readRatio, toPercent } from '../../../domain/ratio.ts';
import { builder } from '../../builder.ts';
import { factId } from '../../node-id.ts';

/** One of several that were recorded together. */
export type RecordedReport = RecordedItem & { readonly index: number | null; readonly year: number };

const RecordedKindType = builder.enumType('RecordedKind', {
  description: 'What was recorded.',
  values: {
    STATUS: { description: 'A status report of a phase.' },
    MEASUREMENT: { description: 'A measurement of an indicator.' },
  } as const,
});

const percent = (share: string | null): number | null =>
  share === null ? null : toPercent(readRatio(share));

export const RecordedReportType = builder.objectRef<RecordedReport>('RecordedReport').implement({
  description: 'One of several statements that were recorded together.',
  fields: (t) => ({
    id: t.id({
      description: 'Of the report or the measurement: `node(id)` finds it, and a correction names it.',
      resolve: ({ kind, year, sequence }) =>
        factId(
          kind === 'STATUS' ? 'StatusReport' : 'Measurement',
          { year, asOf: null, baseline: null },
          sequence,
        ),
    }),
    index: t.exposeInt('index', {
      nullable: true,
      description:
        'Which of the input’s list it was, from 0; null of an item that was meant without being named.',
    }),
    kind: t.expose('kind', { type: RecordedKindType, description: 'Report or measurement.' }),
    itemCode: t.exposeString('item', { description: 'Code of the phase; of a measurement, of the goal.' }),
    goalCode: t.exposeString('goal', { description: 'Code of its goal.' }),
    sequence: t.exposeInt('sequence', {
      description: 'Order of arrival in the plan’s history; 1 is the first.',
    }),
    reportedOn: t.expose('reportedOn', { type: 'Date', description: 'The day it speaks of.' }),
    itemPercent: t.float({
      nullable: true,
      description: 'Progress of the item as of today, unrounded, 0–100; null where there is no figure.',
      resolve: ({ itemShare }) => percent(itemShare),
    }),
    goalPercent: t.float({
      nullable: true,
      description: 'Progress of its goal as of today, unrounded, 0–100; null where there is no figure.',
      resolve: ({ goalShare }) => percent(goalShare),
    }),
  }),
});

/**
 * Which of the statements each of `items` was. Of a repetition they come back reports first, then measurements, each
 * kind in the order in which it was said; sequences are given in that order too.
 */
export function placeRecorded(
  items: readonly RecordedItem[],
  kinds: readonly (RecordedItem['kind'] | null)[],
  year: number,
): readonly RecordedReport[] {
  const placesOf = (kind: RecordedItem['kind']) =>
    kinds.flatMap((each, index) => (each === kind ? [index] : []));
  const places = { STATUS: placesOf('STATUS'), MEASUREMENT: placesOf('MEASUREMENT') };
  const bySequence = [...items].sort((a, b) => a.sequence - b.sequence);
  const counted = { STATUS: 0, MEASUREMENT: 0 };
  return bySequence
    .map(
      (item): RecordedReport => ({ ...item, year, index: places[item.kind][counted[item.kind]++] ?? null }),
    )
    .sort((a, b) => (a.index ?? Infinity) - (b.index ?? Infinity));
}
