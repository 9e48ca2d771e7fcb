import { z } from 'zod';
import type { PageCalls } from '../page-api.ts';

const id = z.string().min(1).max(64);
const ts = z.string().regex(/^\d+\.\d{6}$/);
const values = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() })));

/** The bodies of the page's calls, as `page-api.ts` declares them. */
export const callBodies = {
  send: z.object({ user: id, channel: id, text: z.string(), threadTs: ts.optional() }),
  edit: z.object({ user: id, channel: id, ts, text: z.string() }),
  delete: z.object({ user: id, channel: id, ts }),
  action: z.object({
    user: id,
    container: z.discriminatedUnion('type', [
      z.object({ type: z.literal('message'), channel: id, ts, unfurl: z.number().int().optional() }),
      z.object({ type: z.literal('view'), viewId: id }),
    ]),
    action: z.looseObject({ type: z.string(), action_id: z.string(), block_id: z.string() }),
    values: values.optional(),
  }),
  submit: z.object({ user: id, viewId: id, values }),
  close: z.object({ user: id, viewId: id }),
  openHome: z.object({ user: id, tab: z.enum(['home', 'messages']).optional() }),
  member: z.object({ user: id, channel: id, member: id, joins: z.boolean() }),
  app: z.object({ user: id, change: z.enum(['revoke-token', 'uninstall', 'install']) }),
  day: z.object({ user: id, today: z.string() }),
};

export type CallBodies = { [Name in keyof PageCalls]: z.infer<(typeof callBodies)[Name]> };
