import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PageUser } from '../page-api.ts';
import { ChannelPane } from './channel-pane.tsx';
import { DayBanner } from './day-banner.tsx';
import { Icon } from './icons.tsx';
import { Modal } from './modal.tsx';
import { type Page, PageProvider } from './page-context.tsx';
import { PersonSwitch } from './person-switch.tsx';
import { Sidebar } from './sidebar.tsx';
import { refusalText, textsOf } from './texts.ts';
import { ThreadPanel } from './thread-panel.tsx';
import type { Address, useAddress } from './use-address.ts';
import { useUnread } from './use-unread.ts';
import { useWorkspace } from './use-workspace.ts';

type Props = {
  me: PageUser;
  people: readonly PageUser[];
  address: Address;
  go: ReturnType<typeof useAddress>[1];
};

/** Long enough to be read twice. */
const noticeMs = 12_000;

/** The whole workspace as one person sees it. */
export function WorkspacePage({ me, people, address, go }: Props) {
  const { state, apply, loadThread, loadFailed } = useWorkspace(me.id);
  const { bootstrap } = state;
  const texts = textsOf(bootstrap?.language ?? 'it');
  const [notice, setNotice] = useState<string>();
  const [sidebarOpen, setSidebarOpen] = useState(false);

  const channels = bootstrap?.channels ?? [];
  // A person may not see the channel that the one before stood in; everybody has messages with the app.
  const channel =
    channels.find(({ id }) => id === address.channel) ??
    channels.find(({ kind }) => kind === 'im') ??
    channels[0];
  const unread = useUnread(me.id, state, channel?.id);
  const isBehind = channel !== undefined && channel.id !== address.channel;

  useEffect(() => {
    if (isBehind) go({ user: me.id, channel: channel.id }, 'replace');
  }, [isBehind, channel, me.id, go]);

  useEffect(() => {
    document.documentElement.lang = bootstrap?.language ?? 'it';
    const total = Object.values(unread).reduce((sum, count) => sum + count, 0);
    document.title = [total > 0 ? `(${total})` : '', channel?.name, bootstrap?.team.name]
      .filter(Boolean)
      .join(' ');
  }, [bootstrap, channel, unread]);

  useEffect(() => {
    if (notice === undefined) return;
    const timer = window.setTimeout(() => setNotice(undefined), noticeMs);
    return () => window.clearTimeout(timer);
  }, [notice]);

  const report = useCallback(
    (refusal: { error: string; detail?: string }) => setNotice(refusalText(texts, refusal)),
    [texts],
  );
  const page = useMemo<Page | undefined>(
    () =>
      bootstrap && {
        bootstrap,
        texts,
        me: bootstrap.me,
        bot: bootstrap.users.find((user) => user.id === bootstrap.botUserId),
        person: (id) => bootstrap.users.find((user) => user.id === id),
        report,
      },
    [bootstrap, texts, report],
  );

  if (!page || !channel) {
    return (
      <p className="blank" role="status">
        {loadFailed ? texts.cannotLoad : texts.loading}
      </p>
    );
  }
  const here = { user: me.id, channel: channel.id };
  const speakAs = (user: string) =>
    go({ user, ...(channel.kind === 'channel' ? { channel: channel.id } : {}) });
  return (
    <PageProvider value={page}>
      <div className={`workspace${address.thread ? ' has-thread' : ''}`}>
        <header className="top-bar">
          <button
            type="button"
            className="top-menu"
            aria-label={sidebarOpen ? texts.closeSidebar : texts.openSidebar}
            aria-expanded={sidebarOpen}
            aria-controls="sidebar"
            onClick={() => setSidebarOpen(!sidebarOpen)}
          >
            <Icon name="menu" />
          </button>
          <PersonSwitch people={people} onSwitch={speakAs} />
          <DayBanner />
        </header>
        <Sidebar
          open={sidebarOpen}
          current={channel.id}
          unread={unread}
          onOpen={(id) => {
            setSidebarOpen(false);
            go({ user: me.id, channel: id });
          }}
          onClose={() => setSidebarOpen(false)}
        />
        <ChannelPane
          key={channel.id}
          channel={channel}
          messages={state.messages[channel.id] ?? []}
          homeView={state.homeView}
          tab={address.tab}
          onTab={(tab) => go(tab ? { ...here, tab } : here)}
          onThread={(thread) => go({ ...here, thread })}
          apply={apply}
        />
        {address.thread && (
          <ThreadPanel
            key={address.thread}
            channel={channel}
            threadTs={address.thread}
            messages={state.messages[channel.id] ?? []}
            load={loadThread}
            onClose={() => go(here)}
            apply={apply}
          />
        )}
        <div className="notices" aria-live="assertive">
          {state.connection === 'lost' && <p className="notice">{texts.reconnecting}</p>}
          {notice && (
            <p className="notice notice-error">
              {notice}
              <button type="button" aria-label={texts.dismiss} onClick={() => setNotice(undefined)}>
                <Icon name="close" />
              </button>
            </p>
          )}
        </div>
        {state.views
          .filter((view) => view.type === 'modal')
          .map((view, index, all) => (
            <Modal key={view.id} view={view} onTop={index === all.length - 1} apply={apply} />
          ))}
      </div>
    </PageProvider>
  );
}
