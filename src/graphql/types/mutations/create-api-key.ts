import { type CreatedKey, createKey } from '../../../services/keys/create-key.ts';
import { builder } from '../../builder.ts';
import { fieldByCode } from '../../mutate-once.ts';
import { ApiKeyScopeType, ApiKeyType } from '../api-key.ts';
import { changeKey } from './change-key.ts';
import { keyField } from './input-fields.ts';
import { DUPLICATE, resultType } from './result-type.ts';

const CreateApiKeyInputType = builder.inputType('CreateApiKeyInput', {
  description: 'A key as it is wanted.',
  fields: (t) => ({
    idempotencyKey: keyField(t),
    name: t.string({ required: true, description: 'What it is for, in 1 to 80 characters.' }),
    scopes: t.field({
      type: [ApiKeyScopeType],
      required: true,
      description: 'What it allows: one or more of READ, REPORT and ADMINISTER.',
    }),
    structures: t.stringList({
      description:
        'Codes or names of the structures that it is for; needed with REPORT, not taken with ADMINISTER. Without them, the whole plan.',
    }),
    expiresOn: t.field({
      type: 'Date',
      description: 'The last day on which it holds, until midnight in Rome. Without it, it does not expire.',
    }),
  }),
});

const CreateApiKeySuccessType = builder.objectRef<CreatedKey>('CreateApiKeySuccess').implement({
  description: 'The key is made.',
  fields: (t) => ({
    key: t.expose('key', { type: ApiKeyType, description: 'The key without its secret.' }),
    secret: t.exposeString('token', {
      nullable: true,
      description:
        'All of it as it is sent, `arti_<id>_<secret>`: shown now and never again. Null where this request had made it before.',
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

builder.mutationField('createApiKey', (t) =>
  t.field({
    type: resultType(
      'CreateApiKeyResult',
      CreateApiKeySuccessType,
      'The key that was made, or why it was not.',
    ),
    description: 'Makes a key for a program. For the planning office.',
    args: {
      input: t.arg({ type: CreateApiKeyInputType, required: true, description: 'The key as it is wanted.' }),
    },
    resolve: (_root, { input }, context) =>
      changeKey(context, {
        name: 'createApiKey',
        input,
        fieldOf: fieldByCode({
          KEY_NAME_INVALID: 'name',
          KEY_SCOPES_INVALID: 'scopes',
          UNKNOWN_STRUCTURE: 'structures',
          KEY_STRUCTURES_MISSING: 'structures',
          KEY_STRUCTURES_UNUSED: 'structures',
          DATE_IN_PAST: 'expiresOn',
        }),
        act: ({ services, actor }, inbox) => {
          const { name, scopes, structures, expiresOn } = input;
          const given = { name, scopes, structures: structures ?? [], expiresOn: expiresOn ?? null };
          return createKey(services, actor, given, inbox);
        },
      }),
  }),
);
