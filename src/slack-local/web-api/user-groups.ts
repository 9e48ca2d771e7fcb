import { slackUserGroup } from '../objects/slack-user-group.ts';
import { SlackApiError } from './api-error.ts';
import type { ApiMethod } from './method.ts';

export const usergroupsList: ApiMethod = {
  scope: 'usergroups:read',
  run({ ctx, args }) {
    const withDisabled = args.flag('include_disabled');
    const asked = { users: args.flag('include_users'), count: args.flag('include_count') };
    const groups = (ctx.options.seed.userGroups ?? []).filter((group) => withDisabled || !group.isDisabled);
    return { usergroups: groups.map((group) => slackUserGroup(ctx, group, asked)) };
  },
};

export const usergroupsUsersList: ApiMethod = {
  scope: 'usergroups:read',
  run({ ctx, args }) {
    const id = args.required('usergroup');
    const group = (ctx.options.seed.userGroups ?? []).find((one) => one.id === id);
    if (!group || (group.isDisabled && !args.flag('include_disabled'))) {
      throw new SlackApiError('no_such_subteam');
    }
    return { users: [...group.users] };
  },
};
