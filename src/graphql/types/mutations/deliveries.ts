import { accepted, type Result, refused } from '../../../domain/refusal.ts';
import type { Context } from '../../../services/context.ts';
import {
  type Decided,
  dismissMessage,
  resendMessage,
  resendRefusedMessages,
} from '../../../services/outbox.ts';
import { builder } from '../../builder.ts';
import type { RequestKey } from '../../client-key.ts';
import type { GraphqlContext } from '../../context.ts';
import { fieldByCode, mutateOnce } from '../../mutate-once.ts';
import { parseNodeId } from '../../node-id.ts';
import { type InputFields, keyField } from './input-fields.ts';
import { DUPLICATE, resultType } from './result-type.ts';

const deliveryField = (t: InputFields) =>
  t.id({ required: true, description: 'The `id` of the delivery, or its `number`.' });

const ResendDeliveryInputType = builder.inputType('ResendDeliveryInput', {
  description: 'A message that is sent again: also a doubtful one, which may then stand in Slack twice.',
  fields: (t) => ({ delivery: deliveryField(t), idempotencyKey: keyField(t) }),
});

const ResendRefusedDeliveriesInputType = builder.inputType('ResendRefusedDeliveriesInput', {
  description:
    'All messages that were refused, once what stopped them was mended; a doubtful one is left alone.',
  fields: (t) => ({ idempotencyKey: keyField(t) }),
});

const DismissDeliveryInputType = builder.inputType('DismissDeliveryInput', {
  description: 'A message that is taken off the list without being sent.',
  fields: (t) => ({ delivery: deliveryField(t), idempotencyKey: keyField(t) }),
});

type DeliveriesSuccess = { readonly numbers: readonly number[]; readonly duplicate: boolean };

const DeliveriesSuccessType = builder.objectRef<DeliveriesSuccess>('DeliveriesSuccess').implement({
  description: 'It was decided what becomes of the messages.',
  fields: (t) => ({
    numbers: t.intList({
      description: 'Of the messages; none in the answer to a repetition.',
      resolve: ({ numbers }) => [...numbers],
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

const DeliveriesResultType = resultType(
  'DeliveriesResult',
  DeliveriesSuccessType,
  'Which messages it was, or why nothing was done.',
);

/** What is no number is none of the list. */
function numberOf(given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  const id = parseNodeId(given);
  return id?.type === 'Delivery' && /^\d{1,9}$/.test(id.key) ? Number(id.key) : 0;
}

const decide = (
  context: GraphqlContext,
  name: string,
  input: { readonly idempotencyKey: string; readonly delivery?: string },
  act: (services: Context, inbox: RequestKey) => Promise<Result<Decided>>,
) =>
  mutateOnce(context, {
    name,
    input,
    fieldOf: fieldByCode({ UNKNOWN_MESSAGE: 'delivery' }),
    act: async (services, inbox) => {
      const decided = await act(services, inbox);
      if (!decided.ok) return decided;
      switch (decided.value.outcome) {
        case 'DONE':
          return accepted({ numbers: decided.value.messages.map(({ id }) => id) });
        case 'REPEATED':
          return accepted({ numbers: [] });
        case 'UNKNOWN':
          return refused({ code: 'UNKNOWN_MESSAGE', given: input.delivery ?? '' });
      }
    },
  });

builder.mutationField('resendDelivery', (t) =>
  t.field({
    type: DeliveriesResultType,
    description: 'Has a message sent again that was refused, or of which it is not known whether it arrived.',
    args: { input: t.arg({ type: ResendDeliveryInputType, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) =>
      decide(context, 'resendDelivery', input, (services, inbox) =>
        resendMessage(services, context.actor, numberOf(input.delivery), inbox),
      ),
  }),
);

builder.mutationField('resendRefusedDeliveries', (t) =>
  t.field({
    type: DeliveriesResultType,
    description: 'Has all messages sent again that were refused.',
    args: {
      input: t.arg({
        type: ResendRefusedDeliveriesInputType,
        required: true,
        description: 'The client’s key.',
      }),
    },
    resolve: (_root, { input }, context) =>
      decide(context, 'resendRefusedDeliveries', input, (services, inbox) =>
        resendRefusedMessages(services, context.actor, inbox),
      ),
  }),
);

builder.mutationField('dismissDelivery', (t) =>
  t.field({
    type: DeliveriesResultType,
    description: 'Takes a message off the list of those that were not delivered.',
    args: { input: t.arg({ type: DismissDeliveryInputType, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) =>
      decide(context, 'dismissDelivery', input, (services, inbox) =>
        dismissMessage(services, context.actor, numberOf(input.delivery), inbox),
      ),
  }),
);
