import { useEffect, useState } from 'react';
import type { PageChannel, PageMessage } from '../page-api.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icons.tsx';
import { MessageList } from './message-list.tsx';
import { usePage } from './page-context.tsx';
import { repliesOf, type WorkspaceChange } from './workspace-state.ts';

type Props = {
  channel: PageChannel;
  threadTs: string;
  messages: readonly PageMessage[];
  load: (channel: string, threadTs: string) => void;
  onClose: () => void;
  apply: (change: WorkspaceChange) => void;
};

/** A message with its replies, beside the channel. */
export function ThreadPanel({ channel, threadTs, messages, load, onClose, apply }: Props) {
  const { texts } = usePage();
  const [sentCount, setSentCount] = useState(0);
  const parent = messages.find((message) => message.ts === threadTs);
  const replies = repliesOf(messages, threadTs);

  useEffect(() => load(channel.id, threadTs), [load, channel.id, threadTs]);

  return (
    <aside className="thread" aria-label={texts.thread} data-testid="thread">
      <header className="pane-head thread-head">
        <h2>{texts.thread}</h2>
        <button type="button" className="button button-icon" aria-label={texts.closeThread} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList
        label={texts.thread}
        messages={parent ? [parent, ...replies] : replies}
        sentCount={sentCount}
        inThread
      />
      <Composer
        channel={channel.id}
        threadTs={threadTs}
        label={texts.replyTo}
        onSent={(message) => {
          if (message) apply({ type: 'message', message });
          setSentCount((count) => count + 1);
        }}
      />
    </aside>
  );
}
