import type { CheckInItemView, CheckInState, CheckInView } from '../../services/lists/list-check-ins.ts';
import { builder } from '../builder.ts';
import { rowId } from '../node-id.ts';
import { NodeType, ROW_ID } from './node.ts';
import { StructureReferenceType } from './reference.ts';

export const CheckInStateType = builder.enumType('CheckInState', {
  description: 'How a check-in stands today.',
  values: {
    WAITING: { description: 'Opened; the question waits for the hours of whoever is asked.' },
    OPEN: { description: 'Asked, and not all of it answered.' },
    SNOOZED: { description: 'Put off by whoever was asked; it still takes answers.' },
    ANSWERED: { description: 'Something was said of every item since.' },
    SKIPPED: { description: 'Left out this time, with a reason.' },
    CLOSED: { description: 'It takes no more answers, and not all of it was answered.' },
  } as const satisfies Record<CheckInState, { description: string }>,
});

const CheckInItemType = builder.objectRef<CheckInItemView>('CheckInItem').implement({
  description: 'A phase, or a goal measured by figures, that a check-in asks about.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'As `1.1.3`; of a goal, as `3.1`.' }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'The instant at which something was first said of it, by whomever, while the check-in took answers; null while nothing was.',
    }),
  }),
});

export const CheckInType = builder.objectRef<CheckInView>('CheckIn').implement({
  description: 'One message to one person that asks about what they answer for. Kept with what came of it.',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({
      description: ROW_ID,
      resolve: ({ year, openedOn, handle }) => rowId('CheckIn', year, `${openedOn}.${handle}`),
    }),
    year: t.exposeInt('year', { description: 'The plan’s year.' }),
    state: t.expose('state', { type: CheckInStateType, description: 'How it stands today.' }),
    openedOn: t.expose('openedOn', { type: 'Date', description: 'The day on which it asks.' }),
    closesOn: t.expose('closesOn', {
      type: 'Date',
      description: 'The last day on which it can be answered.',
    }),
    closedOn: t.expose('closedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which it stopped taking answers; null while it takes them.',
    }),
    structures: t.expose('structures', {
      type: [StructureReferenceType],
      description: 'Where whoever was asked works now.',
    }),
    items: t.expose('items', { type: [CheckInItemType], description: 'What it asks about, in its order.' }),
    remindedAt: t.expose('remindedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant of the one reminder; null before.',
    }),
    skippedBecause: t.exposeString('skippedBecause', {
      nullable: true,
      description:
        'The reason given by whoever left it out, as written; null of all others, and to whoever may read the rows of structures in which they do not work.',
    }),
    recipient: t.exposeString('recipient', {
      nullable: true,
      description:
        'Who was asked, by name: for roles that may read who has not answered (READ_MISSING), and of a head for their own structures. Null for everybody else.',
    }),
  }),
});
