import type { KeyScope, KeyState, KeyView } from '../../domain/api-key.ts';
import { listKeys } from '../../services/keys/list-keys.ts';
import { builder } from '../builder.ts';
import { accept } from '../refusal-error.ts';

export const ApiKeyScopeType = builder.enumType('ApiKeyScope', {
  description: 'What a key allows. A wider scope has the narrower ones in it.',
  values: {
    READ: { value: 'read', description: 'Figures and rows, of its structures where it has some.' },
    REPORT: { value: 'report', description: 'What staff may say, for its structures alone; and READ.' },
    ADMINISTER: { value: 'administer', description: 'What the planning office may do; and REPORT.' },
    INTROSPECT: {
      value: 'introspect',
      description: 'Asking for the schema itself, beside one of the others.',
    },
  } as const satisfies Record<Uppercase<KeyScope>, { value: KeyScope; description: string }>,
});

const ApiKeyStateType = builder.enumType('ApiKeyState', {
  description: 'Whether a key is let in.',
  values: {
    ACTIVE: { description: 'It is.' },
    EXPIRED: { description: 'Not since the day after `expiresOn`.' },
    REVOKED: { description: 'Not since `revokedAt`.' },
  } as const satisfies Record<KeyState, { description: string }>,
});

export const ApiKeyType = builder.objectRef<KeyView>('ApiKey').implement({
  description:
    'A key with which a program comes to the API. Its secret is not kept: nobody can show it again.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The middle of `arti_<id>_<secret>`: no secret itself.' }),
    name: t.exposeString('name', { description: 'What it is for, as whoever made it wrote.' }),
    scopes: t.expose('scopes', {
      type: [ApiKeyScopeType],
      description: 'All that it allows, the scopes within a wider one among them.',
    }),
    structures: t.exposeStringList('structures', {
      description:
        'Codes of the structures whose rows it reads, and for which it reports; none of a key for the whole plan.',
    }),
    state: t.expose('state', { type: ApiKeyStateType, description: 'Whether it is let in now.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresOn: t.expose('expiresOn', {
      type: 'Date',
      nullable: true,
      description: 'The last day on which it holds, until midnight in Rome; null where it does not expire.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to the minute or so; null where it never was.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null where it was not.',
    }),
  }),
});

builder.queryField('apiKeys', (t) =>
  t.field({
    type: [ApiKeyType],
    nullable: true,
    description: 'Every key that was ever made, the newest first. For the planning office.',
    resolve: async (_root, _args, { services, actor, language }) =>
      accept(await listKeys(services, actor), language),
  }),
);
