/** What the lists of what was said can be asked for, and how it reaches the services. */
import type { IsoDate } from '../../domain/dates.ts';
import type { Source } from '../../domain/facts.ts';
import type { Health } from '../../domain/health.ts';
import { EVERY_ITEM, type ItemFilter } from '../../services/lists/item-filter.ts';
import { EVERY_DAY, type FactFilter, type ReportFilter } from '../../services/lists/list-facts.ts';
import { builder } from '../builder.ts';
import { invalidInput } from '../page.ts';
import { HealthType } from '../types/health.ts';
import { SourceType } from '../types/recorded-fact.ts';

type Given<T> = T | null | undefined;
type Range<T> = { readonly from: T | null; readonly to: T | null };
type GivenRange<T> = Given<{ readonly from?: Given<T>; readonly to?: Given<T> }>;

export const DateRangeType = builder.inputType('DateRange', {
  description: 'Days, both ends included. `from` after `to` is an error with the code RANGE_INVALID.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day; without it, from the beginning.' }),
    to: t.field({ type: 'Date', description: 'The last day; without it, to the end.' }),
  }),
});

export const DateTimeRangeType = builder.inputType('DateTimeRange', {
  description: 'Instants, both ends included. `from` after `to` is an error with the code RANGE_INVALID.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'The first instant; without it, from the beginning.' }),
    to: t.field({ type: 'DateTime', description: 'The last instant; without it, to the end.' }),
  }),
});

/** @throws GraphQLError with the code RANGE_INVALID */
export function parseRange<T extends string>(given: GivenRange<T>): Range<T> {
  const range = { from: given?.from ?? null, to: given?.to ?? null };
  const { from, to } = range;
  if (from !== null && to !== null && from > to) {
    throw invalidInput('RANGE_INVALID', (texts) => texts.rangeExpected(from, to));
  }
  return range;
}

export const MeasurementFilterType = builder.inputType('MeasurementFilter', {
  description: 'Which measurements: those to which all of it applies.',
  fields: (t) => ({
    structure: t.string({
      description: 'Code, name or alias of a structure that answers for the goal. Errors: UNKNOWN_STRUCTURE.',
    }),
    goal: t.string({
      description:
        'Code of the goal, as `3.1`, in whichever baseline. Errors: UNKNOWN_CODE, NOT_A_GOAL, NOT_MEASURED_BY_FIGURES for one whose progress is that of its phases.',
    }),
    health: t.field({
      type: [HealthType],
      description: 'Health of the goal in the figures above the list: now, unless `asOf` was asked for.',
    }),
    saidByStructure: t.string({
      description:
        'Code, name or alias of a structure in which whoever said it works now. Errors: UNKNOWN_STRUCTURE.',
    }),
    reportedOn: t.field({ type: DateRangeType, description: 'The day it speaks of.' }),
    recordedAt: t.field({ type: DateTimeRangeType, description: 'The instant it was recorded.' }),
    source: t.field({ type: SourceType, description: 'Through which edge it came.' }),
  }),
});

export const ReportFilterType = builder.inputType('ReportFilter', {
  description: 'Which status reports: those to which all of it applies.',
  fields: (t) => ({
    structure: t.string({
      description:
        'Code, name or alias of a structure that answers for the phase. Errors: UNKNOWN_STRUCTURE.',
    }),
    goal: t.string({
      description:
        'Code of the goal whose phases they speak of, in whichever baseline. Errors: UNKNOWN_CODE, NOT_A_GOAL, MEASURED_BY_FIGURES for one that has no reports: ask for its `measurements`.',
    }),
    phase: t.string({
      description: 'Code of the phase, as `1.1.3`, in whichever baseline. Errors: UNKNOWN_CODE, NOT_A_PHASE.',
    }),
    health: t.field({
      type: [HealthType],
      description:
        'Health of the phase in the figures above the list: now, unless `asOf` was asked for. Pages that follow keep to the phases that it meant when the first one was read.',
    }),
    saidByStructure: t.string({
      description:
        'Code, name or alias of a structure in which whoever said it works now. Errors: UNKNOWN_STRUCTURE.',
    }),
    reportedOn: t.field({ type: DateRangeType, description: 'The day it speaks of.' }),
    recordedAt: t.field({ type: DateTimeRangeType, description: 'The instant it was recorded.' }),
    blockedOnly: t.boolean({ description: 'Only those that say that the phase is blocked.' }),
    source: t.field({ type: SourceType, description: 'Through which edge it came.' }),
  }),
});

export type MeasurementFilterInput = {
  readonly structure?: Given<string>;
  readonly goal?: Given<string>;
  readonly health?: Given<readonly Health[]>;
  readonly saidByStructure?: Given<string>;
  readonly reportedOn?: GivenRange<IsoDate>;
  readonly recordedAt?: GivenRange<string>;
  readonly source?: Given<Source>;
};

export type ReportFilterInput = MeasurementFilterInput & {
  readonly phase?: Given<string>;
  readonly blockedOnly?: Given<boolean>;
};

const given = (text: Given<string>): readonly string[] => (text === null || text === undefined ? [] : [text]);

/** @param own what the list is of, where it stands below a goal, a phase or a structure */
export function parseMeasurementFilter(
  filter: Given<MeasurementFilterInput>,
  own: Partial<ItemFilter>,
): FactFilter {
  const { structures, goals, phases } = { ...EVERY_ITEM, ...own };
  return {
    structures: [...structures, ...given(filter?.structure)],
    goals,
    goal: filter?.goal ?? null,
    phases,
    health: filter?.health ?? null,
    saidBy: filter?.saidByStructure ?? null,
    reportedOn: filter?.reportedOn ? parseRange(filter.reportedOn) : EVERY_DAY,
    recordedAt: filter?.recordedAt ? parseRange(filter.recordedAt) : EVERY_DAY,
    source: filter?.source ?? null,
  };
}

export function parseReportFilter(filter: Given<ReportFilterInput>, own: Partial<ItemFilter>): ReportFilter {
  const { phases, ...rest } = parseMeasurementFilter(filter, own);
  return {
    ...rest,
    phases: [...phases, ...given(filter?.phase)],
    blockedOnly: filter?.blockedOnly ?? false,
  };
}
