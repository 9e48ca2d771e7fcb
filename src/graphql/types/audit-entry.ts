import type { AuditEntryView } from '../../services/lists/list-audit.ts';
import { builder } from '../builder.ts';
import { rowId } from '../node-id.ts';
import { NodeType, ROW_ID } from './node.ts';

export const AuditEntryType = builder.objectRef<AuditEntryView>('AuditEntry').implement({
  description:
    'An entry of the hash-chained history: that something was done, when and of what. Who did it is kept apart, and not told here.',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({
      description: ROW_ID,
      resolve: ({ year, sequence }) => rowId('AuditEntry', year, sequence),
    }),
    sequence: t.exposeInt('sequence', {
      description: 'Its place in the chain of all plans, from 1 and without gaps.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'The instant it was recorded.' }),
    kind: t.exposeString('kind', {
      description: 'What was done, as `STATUS_REPORTED`; later versions of the product may add kinds.',
    }),
    plan: t.exposeInt('plan', { description: 'Number of the plan in the database: the hash is of it too.' }),
    content: t.exposeString('content', {
      description:
        'What it says: canonical JSON, without personal data. Texts that people wrote stand in it as their SHA-256.',
    }),
    previousHash: t.exposeString('previousHash', {
      description: '`hash` of the entry before, 64 zeros before the first.',
    }),
    hash: t.exposeString('hash', {
      description:
        'SHA-256, in hex, of `previousHash`, a line feed, and the canonical JSON of `{body, kind, plan, recordedAt, sequence}`, where body is `content`.',
    }),
  }),
});
