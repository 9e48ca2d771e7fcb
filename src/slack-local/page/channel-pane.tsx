import { useState } from 'react';
import type { PageChannel, PageMessage, PageView } from '../page-api.ts';
import { AppMenu } from './app-menu.tsx';
import { Avatar } from './avatar.tsx';
import { Composer } from './composer.tsx';
import { HomeTab } from './home-tab.tsx';
import { MembersMenu } from './members-menu.tsx';
import { MessageList } from './message-list.tsx';
import { usePage } from './page-context.tsx';
import { useTabOpened } from './use-tab-opened.ts';
import { timelineOf, type WorkspaceChange } from './workspace-state.ts';

type Props = {
  channel: PageChannel;
  messages: readonly PageMessage[];
  homeView: PageView | undefined;
  tab: 'home' | undefined;
  onTab: (tab: 'home' | undefined) => void;
  onThread: (threadTs: string) => void;
  apply: (change: WorkspaceChange) => void;
};

/** One channel, or the direct messages with the app together with its Home. */
export function ChannelPane({ channel, messages, homeView, tab, onTab, onThread, apply }: Props) {
  const { bot, texts } = usePage();
  const isIm = channel.kind === 'im';
  const name = isIm ? (bot?.name ?? channel.name) : `#${channel.name}`;
  const showsHome = isIm && tab === 'home';
  useTabOpened(isIm ? (tab ?? 'messages') : undefined);
  const [sentCount, setSentCount] = useState(0);
  return (
    <main className="pane" aria-label={name}>
      <header className="pane-head">
        <h2>
          {isIm ? <Avatar user={bot} small /> : null}
          {name}
          {isIm && <span className="app-badge">{texts.app}</span>}
        </h2>
        <p className="pane-topic">{channel.topic}</p>
        {isIm ? <AppMenu /> : <MembersMenu channel={channel} />}
        {isIm && (
          <div className="tabs" role="tablist">
            <Tab chosen={!showsHome} label={texts.messagesTab} onChoose={() => onTab(undefined)} />
            <Tab chosen={showsHome} label={texts.homeTab} onChoose={() => onTab('home')} />
          </div>
        )}
      </header>
      {showsHome ? (
        <HomeTab view={homeView} />
      ) : (
        <>
          <MessageList
            label={texts.messagesIn(name)}
            start={texts.beginning(name)}
            messages={timelineOf(messages)}
            sentCount={sentCount}
            onThread={onThread}
          />
          <Composer
            key={channel.id}
            channel={channel.id}
            label={texts.messageTo(name)}
            onSent={(message) => {
              if (message) apply({ type: 'message', message });
              setSentCount((count) => count + 1);
            }}
          />
        </>
      )}
    </main>
  );
}

function Tab({ chosen, label, onChoose }: { chosen: boolean; label: string; onChoose: () => void }) {
  return (
    <button type="button" role="tab" aria-selected={chosen} className="tab" onClick={onChoose}>
      {label}
    </button>
  );
}
