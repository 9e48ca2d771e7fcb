import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import type { PageMessage } from '../page-api.ts';
import { dayOf } from './dates.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Icon } from './icons.tsx';
import { MessageRow } from './message-row.tsx';
import { usePage } from './page-context.tsx';

type Props = {
  label: string;
  /** Said above the first message of a channel. */
  start?: string;
  messages: readonly PageMessage[];
  /** Goes up when the person sends something: the list then shows its end. */
  sentCount: number;
  onThread?: (threadTs: string) => void;
  inThread?: boolean;
};

/** Messages of one sender within this time stand under one name. */
const groupSeconds = 300;
/** Nearer to the end than this, the reader is taken to follow it. */
const nearEndPx = 60;

/** The scrolling list: at the end it follows what arrives, elsewhere it keeps its place and says that there is more. */
export function MessageList({ label, start, messages, sentCount, onThread, inThread = false }: Props) {
  const { bootstrap, texts } = usePage();
  const { language } = bootstrap;
  const list = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [hasMore, setHasMore] = useState(false);
  const last = messages.at(-1);

  const toEnd = () => {
    follows.current = true;
    setHasMore(false);
    list.current?.scrollTo({ top: list.current.scrollHeight });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what changes the content moves the end
  useLayoutEffect(() => {
    if (follows.current) toEnd();
    else setHasMore(true);
  }, [last?.ts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one's own message is always shown
  useLayoutEffect(toEnd, [sentCount]);

  // Content grows without a new message too: an update, a reply count, a window made smaller.
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const keep = new ResizeObserver(() => {
      if (follows.current) element.scrollTop = element.scrollHeight;
    });
    keep.observe(element);
    if (element.firstElementChild) keep.observe(element.firstElementChild);
    return () => keep.disconnect();
  }, []);

  return (
    <div className="messages">
      <div
        ref={list}
        className="messages-scroll"
        role="log"
        aria-label={label}
        aria-live="polite"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        tabIndex={0}
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
          follows.current = scrollHeight - scrollTop - clientHeight < nearEndPx;
          if (follows.current) setHasMore(false);
        }}
      >
        <div className="messages-inner">
          {start && (
            <div className="messages-start">
              <p>{start}</p>
              {bootstrap.commands.map(({ command, description, usageHint }) => (
                <p key={command}>
                  {description}: <code>{command}</code> {usageHint}
                </p>
              ))}
            </div>
          )}
          {messages.map((message, index) => {
            const before = messages[index - 1];
            const newDay = !before || dayOf(before.ts, language) !== dayOf(message.ts, language);
            return (
              <Fragment key={message.ts}>
                {newDay && !inThread && (
                  <div className="day-divider">
                    <span>{dayOf(message.ts, language)}</span>
                  </div>
                )}
                <ErrorBoundary fallback={<p className="unsupported">{texts.brokenMessage}</p>}>
                  <MessageRow
                    message={message}
                    grouped={!newDay && continues(before, message)}
                    onThread={inThread ? undefined : onThread}
                  />
                </ErrorBoundary>
                {inThread && index === 0 && messages.length > 1 && (
                  <div className="day-divider">
                    <span>{texts.replies(messages.length - 1)}</span>
                  </div>
                )}
              </Fragment>
            );
          })}
        </div>
      </div>
      {hasMore && (
        <button type="button" className="to-end" onClick={toEnd}>
          <Icon name="down" />
          {texts.newMessages}
        </button>
      )}
    </div>
  );
}

function continues(before: PageMessage | undefined, message: PageMessage): boolean {
  return (
    before !== undefined &&
    before.user === message.user &&
    before.ephemeral === message.ephemeral &&
    before.replyCount === 0 &&
    Number.parseFloat(message.ts) - Number.parseFloat(before.ts) < groupSeconds
  );
}
