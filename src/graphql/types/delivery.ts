import type { DeliveryView } from '../../services/lists/list-deliveries.ts';
import { builder } from '../builder.ts';
import { rowId } from '../node-id.ts';
import { NodeType, ROW_ID } from './node.ts';
import { MessageKindType } from './outbox.ts';
import { StructureReferenceType } from './reference.ts';

export const DeliveryStateType = builder.enumType('DeliveryState', {
  description: 'How the delivery of a message stands.',
  values: {
    PENDING: { description: 'Waiting to be sent, for its turn or for its next try.' },
    SENT: { description: 'It stands in Slack.' },
    REFUSED: { description: 'Slack refused it for good: it waits for a person.', value: 'DEAD' },
    DOUBTFUL: { description: 'It may stand in Slack: it is never repeated without a person’s word.' },
    DROPPED: { description: 'What it would have said was true no more, or a person took it off the list.' },
  } as const,
});

const DestinationKindType = builder.enumType('DestinationKind', {
  description: 'Where a message goes.',
  values: {
    PERSON: { description: 'A direct message.' },
    CHANNEL: { description: 'A channel of the directory.' },
    CONVERSATION: { description: 'Where somebody wrote to the app.' },
  } as const,
});

export const DeliveryType = builder.objectRef<DeliveryView>('Delivery').implement({
  description: 'A message to be told in Slack and how that went: not what it says, and not to whom.',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({
      description: ROW_ID,
      resolve: ({ year, number }) => rowId('Delivery', year, number),
    }),
    number: t.exposeInt('number', { description: 'By which `/arti outbox resend` and `dismiss` take it.' }),
    kind: t.expose('kind', { type: MessageKindType, description: 'What it tells.' }),
    state: t.expose('state', { type: DeliveryStateType, description: 'How its delivery stands.' }),
    destination: t.expose('destination', { type: DestinationKindType, description: 'Where it goes.' }),
    channel: t.exposeString('channel', {
      nullable: true,
      description: 'Name of the channel; null of a direct message or an answer.',
    }),
    structures: t.expose('structures', {
      type: [StructureReferenceType],
      description: 'To which structures it goes; none where it is of the whole plan, or nobody can tell.',
    }),
    attempts: t.exposeInt('attempts', { description: 'How often it was taken up to be sent.' }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'The instant it was given out to be sent, with what caused it.',
    }),
    firstTriedAt: t.expose('firstTriedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant since which a try may have left it in Slack; null while none may have.',
    }),
    notBefore: t.expose('notBefore', {
      type: 'DateTime',
      nullable: true,
      description: 'PENDING: the instant of the next try, where one failed; else null.',
    }),
    postedAt: t.expose('postedAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'SENT: the instant by Slack of the message that stands there; one that is drawn again keeps its first. Else null.',
    }),
    error: t.exposeString('error', {
      nullable: true,
      description:
        'Slack’s word, or what happened to the connection, at the last try; null where it went well.',
    }),
  }),
});
