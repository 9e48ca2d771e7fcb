import type { PageBootstrap, PageEvent, PageMessage, PageView } from '../page-api.ts';

/** What one person sees of the workspace. Messages of a channel are kept together, replies included, by `ts`. */
export type WorkspaceState = {
  readonly bootstrap?: PageBootstrap;
  readonly messages: Readonly<Record<string, readonly PageMessage[]>>;
  readonly views: readonly PageView[];
  readonly homeView?: PageView;
  readonly connection: 'connecting' | 'live' | 'lost';
};

export const emptyState: WorkspaceState = { messages: {}, views: [], connection: 'connecting' };

/** What was read of a channel, or of one of its threads, and what was known of the channel before that. */
export type ReadHistory = {
  readonly threadTs?: string;
  readonly messages: readonly PageMessage[];
  readonly knownBefore: readonly PageMessage[];
};

export type WorkspaceChange =
  | { type: 'bootstrap'; bootstrap: PageBootstrap }
  | ({ type: 'history'; channel: string } & ReadHistory)
  | { type: 'connection'; connection: WorkspaceState['connection'] }
  | PageEvent;

export const isReply = (message: PageMessage) =>
  message.threadTs !== undefined && message.threadTs !== message.ts;

/** The channel's own messages, without the replies of its threads. */
export const timelineOf = (messages: readonly PageMessage[]) => messages.filter((m) => !isReply(m));

export const repliesOf = (messages: readonly PageMessage[], threadTs: string) =>
  messages.filter((m) => isReply(m) && m.threadTs === threadTs);

export function changeWorkspace(state: WorkspaceState, change: WorkspaceChange): WorkspaceState {
  switch (change.type) {
    case 'bootstrap': {
      const homeView = change.bootstrap.homeView ?? state.homeView;
      return { ...state, bootstrap: change.bootstrap, ...(homeView ? { homeView } : {}) };
    }
    case 'history':
      return withChannel(state, change.channel, (known) => mergeHistory(known, change));
    case 'connection':
      return { ...state, connection: change.connection };
    case 'message':
    case 'message_changed':
      return withChannel(state, change.message.channel, (known) => withMessage(known, change.message));
    case 'message_deleted':
      return withChannel(state, change.channel, (known) => known.filter((m) => m.ts !== change.ts));
    case 'view_opened':
      return { ...state, views: [...state.views.filter((v) => v.id !== change.view.id), change.view] };
    case 'view_updated':
      return { ...state, views: state.views.map((v) => (v.id === change.view.id ? change.view : v)) };
    case 'view_closed':
      return { ...state, views: state.views.filter((v) => v.id !== change.viewId) };
    case 'home_published':
      return { ...state, homeView: change.view };
    case 'channel_changed': {
      const { bootstrap } = state;
      if (!bootstrap) return state;
      const { channel } = change;
      const others = bootstrap.channels.filter(({ id }) => id !== channel.id);
      const isMember = channel.members.includes(bootstrap.me.id);
      // In its place among the others; one that is new to the person comes with the next reading.
      const channels = isMember
        ? bootstrap.channels.map((one) => (one.id === channel.id ? channel : one))
        : others;
      return { ...state, bootstrap: { ...bootstrap, channels } };
    }
    case 'app_changed':
      return state.bootstrap
        ? { ...state, bootstrap: { ...state.bootstrap, installed: change.installed } }
        : state;
    case 'day_changed':
      return state.bootstrap ? { ...state, bootstrap: { ...state.bootstrap, today: change.today } } : state;
  }
}

function withChannel(
  state: WorkspaceState,
  channel: string,
  update: (known: readonly PageMessage[]) => readonly PageMessage[],
): WorkspaceState {
  return { ...state, messages: { ...state.messages, [channel]: update(state.messages[channel] ?? []) } };
}

const byTs = (a: PageMessage, b: PageMessage) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0);

function withMessage(known: readonly PageMessage[], message: PageMessage): readonly PageMessage[] {
  return [...known.filter((m) => m.ts !== message.ts), message].sort(byTs);
}

/**
 * What was read replaces what was known before: a message gone from it was deleted while nobody listened. It says
 * nothing of ephemeral messages (Slack keeps none), nor of the other threads, nor of what arrived meanwhile.
 */
function mergeHistory(known: readonly PageMessage[], read: ReadHistory): readonly PageMessage[] {
  const isCovered = (m: PageMessage) =>
    !m.ephemeral && (read.threadTs === undefined ? !isReply(m) : isReply(m) && m.threadTs === read.threadTs);
  const replaced = new Set([...read.knownBefore.filter(isCovered), ...read.messages].map((m) => m.ts));
  return [...known.filter((m) => !replaced.has(m.ts)), ...read.messages].sort(byTs);
}
