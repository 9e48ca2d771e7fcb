import type { Notice } from '../../domain/notice.ts';
import { type CountedMessages, countMessages } from '../../services/count-messages.ts';
import { type ListedMessage, listUnsettledMessages } from '../../services/outbox.ts';
import { builder } from '../builder.ts';
import { pageArgs, parseFirst } from '../page.ts';
import { accept } from '../refusal-error.ts';

export const MessageKindType = builder.enumType('MessageKind', {
  description: 'What a message tells.',
  values: {
    CHECK_IN: { description: 'Asks for an update.' },
    CHECK_IN_AGAIN: { description: 'Asks again: the reminder, or after a snooze.' },
    CHECK_IN_REFRESH: { description: 'Redraws a check-in.' },
    ASK_BACK: { description: 'Asks what was meant.' },
    CORRECTION_OFFERED: { description: 'Offers a correction.' },
    KEPT_AFTER_DELETION: { description: 'Says that a deleted message changed nothing.' },
    RECORDED: { description: 'Answers with what was recorded.' },
    REFUSED: { description: 'Answers with what was not accepted.' },
    DELEGATED: { description: 'Tells of a delegation.' },
    ITEM_CARD: { description: 'The card of a goal or a phase.' },
    ESCALATION: { description: 'Tells a head what was not answered.' },
    STRUCTURE_SUMMARY: { description: 'The summary of a structure.' },
    PLAN_SUMMARY: { description: 'A summary of the plan.' },
  } as const satisfies Record<Notice['kind'], { description: string }>,
});

const UnsettledStateType = builder.enumType('UnsettledState', {
  description: 'Why a message waits for a person.',
  values: {
    REFUSED: {
      description: 'Slack refused it for good; sent again once the cause is mended.',
      value: 'DEAD',
    },
    DOUBTFUL: { description: 'It may have arrived; it is never repeated without a person’s word.' },
  } as const,
});

const UnsettledMessageType = builder.objectRef<ListedMessage>('UnsettledMessage').implement({
  description: 'A message that was not delivered for certain. Names of people are left to Slack.',
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'By which `/arti outbox resend` and `dismiss` take it.' }),
    state: t.expose('state', { type: UnsettledStateType, description: 'Refused, or in doubt.' }),
    kind: t.field({
      type: MessageKindType,
      description: 'What it tells.',
      resolve: ({ notice }) => notice.kind,
    }),
    channel: t.string({
      nullable: true,
      description: 'Name of the channel to which it was to go; null of a direct message or an answer.',
      resolve: ({ destination }) => (destination.kind === 'CHANNEL' ? destination.name : null),
    }),
    error: t.exposeString('error', { description: 'Slack’s word, or what happened to the connection.' }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was given out to be sent.',
    }),
  }),
});

type OutboxView = CountedMessages & { readonly messages: readonly ListedMessage[] };

const OutboxType = builder.objectRef<OutboxView>('Outbox').implement({
  description: 'What waits to be sent, and what a person has to decide about.',
  fields: (t) => ({
    pending: t.exposeInt('pending', { description: 'Waiting to be sent.' }),
    refused: t.exposeInt('refused', { description: 'Refused by Slack for good.' }),
    doubtful: t.exposeInt('doubtful', { description: 'Perhaps delivered.' }),
    messages: t.field({
      type: [UnsettledMessageType],
      description: 'The refused and the doubtful ones, the oldest first. Errors: PAGE_SIZE_INVALID.',
      args: { first: pageArgs.first },
      resolve: ({ messages }, { first }) => messages.slice(0, parseFirst(first)),
    }),
  }),
});

builder.queryField('outbox', (t) =>
  t.field({
    type: OutboxType,
    nullable: true,
    description:
      'Messages that were not delivered, for whoever may have them sent again. Errors: ROLE_MAY_NOT.',
    resolve: async (_root, _args, { services, actor, language }) => {
      const messages = accept(await listUnsettledMessages(services, actor), language);
      return { ...(await countMessages(services)), messages };
    },
  }),
);
