import { slackUser } from '../objects/slack-user.ts';
import { SlackApiError } from './api-error.ts';
import { getUser } from './lookups.ts';
import type { ApiMethod } from './method.ts';
import { page } from './pages.ts';

export const usersInfo: ApiMethod = {
  scope: 'users:read',
  run({ ctx, args }) {
    const user = getUser(ctx, args.required('user'));
    return { user: slackUser(ctx, user, ctx.app.scopes.includes('users:read.email')) };
  },
};

export const usersList: ApiMethod = {
  scope: 'users:read',
  run({ ctx, args }) {
    const withEmail = ctx.app.scopes.includes('users:read.email');
    const { items, next_cursor } = page(args, [...ctx.state.users.values()], 100, 1000);
    return {
      members: items.map((user) => slackUser(ctx, user, withEmail)),
      response_metadata: { next_cursor },
    };
  },
};

/** Addresses are compared without regard to case. Throws `users_not_found`, in the plural as Slack has it. */
export const usersLookupByEmail: ApiMethod = {
  scope: 'users:read.email',
  run({ ctx, args }) {
    const email = args.required('email').trim().toLowerCase();
    const user = [...ctx.state.users.values()].find(
      (candidate) => candidate.email.toLowerCase() === email && !candidate.deleted && !candidate.isBot,
    );
    if (!user) throw new SlackApiError('users_not_found');
    return { user: slackUser(ctx, user, true) };
  },
};
