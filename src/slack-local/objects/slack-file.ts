import type { WorkspaceContext } from '../context.ts';
import type { FileRecord, Json } from '../state/model.ts';

/**
 * A file as Slack's API shows it. Its private addresses are for the app, with its token; the page has others
 * (see `http/uploads.ts`).
 */
export function slackFile(ctx: WorkspaceContext, file: FileRecord): Json {
  const team = ctx.options.seed.team.id;
  const address = `${ctx.address.origin}/workspace/files-pri/${team}-${file.id}`;
  const name = encodeURIComponent(file.name);
  const filetype = file.name.includes('.') ? (file.name.split('.').at(-1) ?? '').toLowerCase() : '';
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype,
    pretty_type: filetype.toUpperCase(),
    user: file.user,
    user_team: team,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: file.channels.length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${address}/${name}`,
    url_private_download: `${address}/download/${name}`,
    permalink: `${ctx.address.origin}/workspace/files/${file.id}/${name}`,
    ...(file.altText === undefined ? {} : { alt_txt: file.altText }),
    channels: file.channels.filter((id) => id.startsWith('C')),
    groups: [],
    ims: file.channels.filter((id) => id.startsWith('D')),
    has_rich_preview: false,
    file_access: 'visible',
  };
}
