/** Slack's interaction payloads as what our listeners take. */
import { z } from 'zod';
import type { FieldValues, Press, ViewState } from './press.ts';

/** What of a control's payload tells what was chosen; each kind of control has a field of its own. */
const action = z.object({
  action_id: z.string(),
  block_id: z.string().default(''),
  action_ts: z.string().default(''),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_channel: z.string().nullish(),
  selected_option: z.object({ value: z.string().nullish() }).nullish(),
});

const view = z.object({
  id: z.string(),
  hash: z.string().default(''),
  type: z.enum(['modal', 'home']),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  state: z.object({ values: z.custom<FieldValues>() }).nullish(),
});

const body = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string().default(''),
  channel: z.object({ id: z.string() }).nullish(),
  container: z.object({ channel_id: z.string().nullish(), message_ts: z.string().nullish() }).nullish(),
  message: z.object({ ts: z.string().nullish(), thread_ts: z.string().nullish() }).nullish(),
  view: view.nullish(),
});

/** Undefined for a payload that is no control of ours, such as an old attachment's. */
export function readPress(slackAction: object, slackBody: object): Press | undefined {
  const chosen = action.safeParse(slackAction);
  const around = body.safeParse(slackBody);
  if (!chosen.success || !around.success) return undefined;
  const { data } = chosen;
  const { user, trigger_id, channel, container, message, view: shown } = around.data;
  return {
    user: user.id,
    channel: channel?.id ?? container?.channel_id ?? null,
    messageTs: message?.ts ?? container?.message_ts ?? null,
    threadTs: message?.thread_ts ?? null,
    triggerId: trigger_id,
    actionId: data.action_id,
    blockId: data.block_id,
    actionTs: data.action_ts,
    value:
      data.value ??
      data.selected_option?.value ??
      data.selected_date ??
      data.selected_time ??
      data.selected_user ??
      data.selected_conversation ??
      data.selected_channel ??
      '',
    view: shown ? viewState(shown) : null,
  };
}

/** A view as Slack sends it with a control or a submission. */
export const readView = (slackView: object): ViewState => viewState(view.parse(slackView));

const viewState = (shown: z.infer<typeof view>): ViewState => ({
  id: shown.id,
  hash: shown.hash,
  type: shown.type,
  callbackId: shown.callback_id,
  privateMetadata: shown.private_metadata,
  values: shown.state?.values ?? {},
});
