import { useState } from 'react';
import type { PageChannel, PageMessage, PageView } from '../page-api.ts';
import { Avatar } from './avatar.tsx';
import { Composer } from './composer.tsx';
import { HomeTab } from './home-tab.tsx';
import { MessageList } from './message-list.tsx';
import { usePage } from './page-context.tsx';
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
  const { bootstrap, texts } = usePage();
  const bot = bootstrap.users.find((user) => user.isBot);
  const isIm = channel.kind === 'im';
  const name = isIm ? (bot?.name ?? channel.name) : `#${channel.name}`;
  const hasHome = isIm && homeView !== undefined;
  const showsHome = hasHome && tab === 'home';
  const [sentCount, setSentCount] = useState(0);
  return (
    <main className="pane" aria-label={name}>
      <header className="pane-head">
        <h2>
          {isIm ? <Avatar user={bot} small /> : null}
          {name}
          {isIm && <span className="app-badge">{texts.app}</span>}
        </h2>
        <p className="pane-topic">{channel.topic || (isIm ? '' : texts.members(channel.members.length))}</p>
        {hasHome && (
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
