import { accepted } from '../../../domain/refusal.ts';
import { type SentSummaries, sendSummaries } from '../../../services/send-summaries.ts';
import { builder } from '../../builder.ts';
import { mutateOnce } from '../../mutate-once.ts';
import { keyField } from './input-fields.ts';
import { DUPLICATE, resultType } from './result-type.ts';

const SendSummariesInputType = builder.inputType('SendSummariesInput', {
  description: 'The weekly summaries, as of today, now.',
  fields: (t) => ({ idempotencyKey: keyField(t) }),
});

type SentSummary = SentSummaries['sent'][number];

const SentSummaryType = builder.objectRef<SentSummary>('SentSummary').implement({
  description: 'The summary of a structure, on its way to its channel.',
  fields: (t) => ({
    structure: t.string({
      description: 'Code of the structure.',
      resolve: ({ summary }) => summary.structure,
    }),
    channel: t.exposeString('channel', { description: 'Name of the channel, without #.' }),
  }),
});

type SendSummariesSuccess = SentSummaries & { readonly duplicate: boolean };

const SendSummariesSuccessType = builder.objectRef<SendSummariesSuccess>('SendSummariesSuccess').implement({
  description: 'The summaries are frozen and on their way.',
  fields: (t) => ({
    sent: t.expose('sent', { type: [SentSummaryType], description: 'By structure.' }),
    structuresWithoutChannel: t.stringList({
      description: 'Codes of structures that have no channel: their summary is kept, and sent nowhere.',
      resolve: ({ withoutChannel }) => withoutChannel.map(({ structure }) => structure),
    }),
    planChannel: t.string({
      nullable: true,
      description: 'Channel of the plan’s own summary, without #; null where the managers have none.',
      resolve: ({ plan }) => plan?.channel ?? null,
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

builder.mutationField('sendSummaries', (t) =>
  t.field({
    type: resultType(
      'SendSummariesResult',
      SendSummariesSuccessType,
      'What was sent where, or why it was refused.',
    ),
    description:
      'Freezes the weekly summary of every structure and of the plan, and sends each to its channel.',
    args: {
      input: t.arg({ type: SendSummariesInputType, required: true, description: 'The client’s key.' }),
    },
    resolve: (_root, { input }, context) =>
      mutateOnce(context, {
        name: 'sendSummaries',
        input,
        fieldOf: () => null,
        act: async (services, inbox) => {
          const sent = await sendSummaries(services, context.actor, inbox);
          return sent.ok ? accepted({ ...sent.value }) : sent;
        },
      }),
  }),
);
