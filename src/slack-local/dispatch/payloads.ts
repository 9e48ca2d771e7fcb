import type { WorkspaceContext } from '../context.ts';
import { handleOf } from '../objects/slack-user.ts';
import type { Conversation, Json, User } from '../state/model.ts';

/** The parts that all interaction payloads share. */
export function payloadBase(ctx: WorkspaceContext, user: User): Json {
  const { team } = ctx.options.seed;
  return {
    team: { id: team.id, domain: team.domain },
    user: { id: user.id, username: handleOf(user), name: handleOf(user), team_id: user.teamId ?? team.id },
    api_app_id: ctx.app.id,
    token: ctx.requests.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Slack calls every direct conversation `directmessage`. */
export function channelName(conversation: Conversation): string {
  return conversation.kind === 'im' ? 'directmessage' : conversation.name;
}

export function responseUrl(origin: string, id: string): string {
  return `${origin}/workspace/response/${id}`;
}
