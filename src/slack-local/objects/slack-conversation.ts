import type { WorkspaceContext } from '../context.ts';
import type { Conversation, Json } from '../state/model.ts';

/** A channel or direct conversation as Slack's API shows it. */
export function slackConversation(ctx: WorkspaceContext, conversation: Conversation): Json {
  const { id, created, isArchived } = conversation;
  if (conversation.kind === 'im') {
    const other = conversation.members.find((member) => member !== ctx.app.botUserId);
    return { id, created, is_im: true, is_archived: isArchived, user: other, is_user_deleted: false };
  }
  const topic = { value: conversation.topic, creator: '', last_set: 0 };
  return {
    id,
    name: conversation.name,
    name_normalized: conversation.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_general: false,
    is_shared: false,
    is_archived: isArchived,
    is_member: conversation.members.includes(ctx.app.botUserId),
    created,
    context_team_id: ctx.options.seed.team.id,
    topic,
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: conversation.members.length,
  };
}
