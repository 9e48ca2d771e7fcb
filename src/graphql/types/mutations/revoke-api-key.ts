import { type RevokedKey, revokeKey } from '../../../services/keys/revoke-key.ts';
import { builder } from '../../builder.ts';
import { fieldByCode } from '../../mutate-once.ts';
import { ApiKeyType } from '../api-key.ts';
import { changeKey } from './change-key.ts';
import { keyField } from './input-fields.ts';
import { resultType } from './result-type.ts';

const RevokeApiKeyInputType = builder.inputType('RevokeApiKeyInput', {
  description: 'Which key is to be revoked.',
  fields: (t) => ({
    idempotencyKey: keyField(t),
    id: t.id({ required: true, description: 'Its id: the middle of `arti_<id>_<secret>`.' }),
  }),
});

const RevokeApiKeySuccessType = builder.objectRef<RevokedKey>('RevokeApiKeySuccess').implement({
  description: 'The key is revoked: the next request that comes with it is answered 401.',
  fields: (t) => ({
    key: t.expose('key', { type: ApiKeyType, description: 'The key as it is now.' }),
    duplicate: t.exposeBoolean('duplicate', {
      description:
        'True when it had been revoked before, by whichever request: nothing was written this time.',
    }),
  }),
});

builder.mutationField('revokeApiKey', (t) =>
  t.field({
    type: resultType(
      'RevokeApiKeyResult',
      RevokeApiKeySuccessType,
      'The key that was revoked, or why it was not.',
    ),
    description: 'Revokes the key of a program, at once and for good. For the planning office.',
    args: {
      input: t.arg({ type: RevokeApiKeyInputType, required: true, description: 'Which key is meant.' }),
    },
    resolve: (_root, { input }, context) =>
      changeKey(context, {
        name: 'revokeApiKey',
        input,
        fieldOf: fieldByCode({ UNKNOWN_KEY: 'id' }),
        act: ({ services, actor }, inbox) => revokeKey(services, actor, String(input.id), inbox),
      }),
  }),
);
