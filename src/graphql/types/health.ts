import type { HealthReasonView } from '../../services/views/health-view.ts';
import { builder } from '../builder.ts';

export const HealthType = builder.enumType('Health', {
  description:
    'State of a phase on a day (domain rule 10). Whatever is made of phases shows the worst that carries weight.',
  values: {
    COMPLETED: { description: 'Reported complete, perhaps late.' },
    NOT_DUE: { description: 'The planned start lies ahead.' },
    ON_TRACK: { description: 'Within the tolerance of the linear plan.' },
    STALE: { description: 'No report for more than the configured days (14 unless configured).' },
    AT_RISK: {
      description: 'Behind the linear plan by more than the tolerance (10 points unless configured).',
    },
    OVERDUE: { description: 'The planned end has passed and it is not complete.' },
    BLOCKED: { description: 'The structure says that it cannot go on.' },
  } as const,
});

export const HealthReasonType = builder.objectRef<HealthReasonView>('HealthReason').implement({
  description: 'The facts behind a health. What its kind does not speak of is null.',
  fields: (t) => ({
    kind: t.expose('kind', { type: HealthType, description: 'The health that these facts explain.' }),
    part: t.exposeString('part', {
      description: 'Code of the part that decides: a phase, or a goal measured by figures.',
    }),
    start: t.expose('start', { type: 'Date', nullable: true, description: 'NOT_DUE: the planned start.' }),
    end: t.expose('end', { type: 'Date', nullable: true, description: 'OVERDUE: the planned end.' }),
    days: t.exposeInt('days', {
      nullable: true,
      description:
        'COMPLETED: days after the planned end, 0 when in time; OVERDUE: days past it; STALE: days without a report.',
    }),
    behind: t.exposeFloat('behind', {
      nullable: true,
      description: 'AT_RISK: points of percent by which progress lies behind the linear plan.',
    }),
    because: t.string({
      nullable: true,
      description:
        'What the structure says of a block, BLOCKED alone. Null for a key of some structures, which reads it in the `lastReport` of its own phases.',
      resolve: ({ because }, _args, { actor }) => (actor.rowsOf === undefined ? because : null),
    }),
    lastReportedOn: t.expose('lastReportedOn', {
      type: 'Date',
      nullable: true,
      description: 'STALE: the day of the last report; null when there was none.',
    }),
  }),
});
