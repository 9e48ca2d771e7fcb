import { revokeLastToken } from '../installation.ts';
import { handleOf } from '../objects/slack-user.ts';
import { getUser } from './lookups.ts';
import type { ApiMethod } from './method.ts';

export const authTest: ApiMethod = {
  run({ ctx, origin }) {
    const { team } = ctx.options.seed;
    const bot = getUser(ctx, ctx.app.botUserId);
    return {
      url: `${origin}/workspace/`,
      team: team.name,
      team_id: team.id,
      user: handleOf(bot),
      user_id: bot.id,
      bot_id: ctx.app.botId,
      is_enterprise_install: false,
    };
  },
};

/** With `test` it only says what it would do. */
export const authRevoke: ApiMethod = {
  run({ ctx, args }) {
    if (args.flag('test')) return { revoked: false };
    revokeLastToken(ctx);
    return { revoked: true };
  },
};
