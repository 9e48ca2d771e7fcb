import type { WorkspaceContext } from '../context.ts';
import type { Json, User } from '../state/model.ts';
import { offsetSeconds, zoneLabel } from '../time-zones.ts';

/** A person or bot as Slack's API shows them. `withEmail` only for tokens that hold `users:read.email`. */
export function slackUser(ctx: WorkspaceContext, user: User, withEmail: boolean): Json {
  const home = ctx.options.seed.team.id;
  const team = user.teamId ?? home;
  const profile = {
    title: user.title,
    real_name: user.name,
    real_name_normalized: user.name,
    display_name: user.name,
    display_name_normalized: user.name,
    team,
    ...(withEmail && user.email !== '' ? { email: user.email } : {}),
    ...(user.id === ctx.app.botUserId ? { bot_id: ctx.app.botId, api_app_id: ctx.app.id } : {}),
  };
  const base = { id: user.id, team_id: team, name: handleOf(user), deleted: user.deleted };
  // Of who has left Slack tells little more than the name.
  if (user.deleted) return { ...base, is_bot: user.isBot, is_app_user: false, updated: 0, profile };
  return {
    ...base,
    real_name: user.name,
    ...zoneOf(user, ctx.options.clock.now()),
    is_admin: user.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.guest !== undefined,
    is_ultra_restricted: user.guest === 'single-channel',
    is_bot: user.isBot,
    is_app_user: false,
    ...(team === home ? {} : { is_stranger: true }),
    is_email_confirmed: user.email !== '',
    updated: 0,
    locale: ctx.options.language === 'it' ? 'it-IT' : 'en-US',
    profile,
  };
}

function zoneOf({ tz }: User, at: Date): Json {
  return { tz, tz_label: zoneLabel(tz, at), tz_offset: offsetSeconds(tz, at) };
}

/** The old-style user name that payloads still carry: the local part of the address, or the name in small. */
export function handleOf(user: User): string {
  return user.email.split('@')[0] || user.name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '.');
}
