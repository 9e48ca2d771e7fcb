import type { WorkspaceContext } from '../context.ts';
import type { SeedUserGroup } from '../options.ts';
import type { Json } from '../state/model.ts';

/** A user group as Slack's API shows it, with its members or their number where they were asked for. */
export function slackUserGroup(
  ctx: WorkspaceContext,
  group: SeedUserGroup,
  asked: { users: boolean; count: boolean },
): Json {
  return {
    id: group.id,
    team_id: ctx.options.seed.team.id,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    description: group.description ?? '',
    handle: group.handle,
    is_external: false,
    date_create: 0,
    date_update: 0,
    date_delete: group.isDisabled ? 1 : 0,
    auto_type: null,
    auto_provision: false,
    enterprise_subteam_id: '',
    created_by: '',
    updated_by: '',
    deleted_by: null,
    prefs: { channels: [], groups: [] },
    ...(asked.users ? { users: [...group.users] } : {}),
    ...(asked.count ? { user_count: group.users.length } : {}),
  };
}
