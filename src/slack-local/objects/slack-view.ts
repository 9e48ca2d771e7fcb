import type { WorkspaceContext } from '../context.ts';
import type { Json, StoredView } from '../state/model.ts';

/** A view as payloads and `views.*` answers carry it; `values` is what the person has entered so far. */
export function slackView(ctx: WorkspaceContext, view: StoredView, values: Json = {}): Json {
  const { definition } = view;
  return {
    title: null,
    submit: null,
    close: null,
    ...definition,
    id: view.id,
    team_id: ctx.options.seed.team.id,
    private_metadata: definition.private_metadata ?? '',
    callback_id: definition.callback_id ?? '',
    external_id: definition.external_id ?? '',
    state: { values },
    hash: view.hash,
    clear_on_close: definition.clear_on_close ?? false,
    notify_on_close: definition.notify_on_close ?? false,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: ctx.app.id,
    app_installed_team_id: ctx.options.seed.team.id,
    bot_id: ctx.app.botId,
  };
}
