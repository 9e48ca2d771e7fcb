import { memo, useState } from 'react';
import type { PageMessage } from '../page-api.ts';
import { call } from './api.ts';
import { Avatar } from './avatar.tsx';
import { BlockList } from './blocks/block-list.tsx';
import { Mrkdwn } from './blocks/package-message.tsx';
import { useSurface } from './blocks/use-surface.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { momentOf, timeOf } from './dates.ts';
import { Icon } from './icons.tsx';
import { MessageEdit } from './message-edit.tsx';
import { usePage } from './page-context.tsx';
import { UnfurlCard } from './unfurl-card.tsx';

type Props = {
  message: PageMessage;
  /** Follows one of the same sender: without name and avatar. */
  grouped: boolean;
  /** Opens the message's thread; not given within one. */
  onThread: ((threadTs: string) => void) | undefined;
};

/** One message with what can be done with it. */
export const MessageRow = memo(function MessageRow({ message, grouped, onThread }: Props) {
  const { bootstrap, texts, me, person, report } = usePage();
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const { language } = bootstrap;
  const sender = person(message.user);
  const mine = message.user === me.id && !message.ephemeral && !message.system;
  const headed = !grouped || message.ephemeral;
  const time = (
    <time className="message-time" title={momentOf(message.ts, language)}>
      {timeOf(message.ts, language)}
    </time>
  );

  const remove = async () => {
    setDeleting(false);
    const answer = await call('delete', { user: me.id, channel: message.channel, ts: message.ts });
    if (!answer.ok) report(answer);
  };

  return (
    <article
      className={`message${message.system ? ' is-system' : ''}${headed ? '' : ' is-grouped'}${message.ephemeral ? ' is-ephemeral' : ''}`}
      data-testid="message"
      data-ts={message.ts}
      aria-label={`${sender?.name ?? message.user}, ${timeOf(message.ts, language)}`}
    >
      <div className="message-side">{headed ? <Avatar user={sender} /> : time}</div>
      <div className="message-main">
        {message.ephemeral && (
          <p className="only-you">
            <Icon name="eye" />
            {texts.onlyYou}
          </p>
        )}
        {headed && (
          <p className="message-head">
            <strong className="message-name">{sender?.name ?? message.user}</strong>
            {sender?.isBot && <span className="app-badge">{texts.app}</span>}
            {time}
          </p>
        )}
        {editing ? (
          <MessageEdit message={message} onDone={() => setEditing(false)} />
        ) : (
          <MessageContent message={message} />
        )}
        {message.edited && !editing && <span className="message-edited">{texts.edited}</span>}
        <Files message={message} />
        {message.unfurls?.map((unfurl) => (
          <UnfurlCard key={unfurl.id} message={message} unfurl={unfurl} />
        ))}
        {message.replyCount > 0 && onThread && (
          <button type="button" className="replies" onClick={() => onThread(message.ts)}>
            <Icon name="thread" />
            {texts.replies(message.replyCount)}
          </button>
        )}
      </div>
      {!editing && !message.ephemeral && (onThread || mine) && (
        <div className="message-actions">
          {onThread && (
            <ActionButton icon="thread" label={texts.replyInThread} onPress={() => onThread(message.ts)} />
          )}
          {mine && <ActionButton icon="edit" label={texts.editMessage} onPress={() => setEditing(true)} />}
          {mine && (
            <ActionButton icon="trash" label={texts.deleteMessage} onPress={() => setDeleting(true)} />
          )}
        </div>
      )}
      {deleting && (
        <ConfirmDialog
          title={texts.deleteMessage}
          confirm={texts.delete}
          deny={texts.cancel}
          danger
          onConfirm={remove}
          onDeny={() => setDeleting(false)}
        >
          {texts.deleteQuestion}
        </ConfirmDialog>
      )}
    </article>
  );
});

function ActionButton(props: { icon: 'thread' | 'edit' | 'trash'; label: string; onPress: () => void }) {
  return (
    <button type="button" aria-label={props.label} title={props.label} onClick={props.onPress}>
      <Icon name={props.icon} />
    </button>
  );
}

const noBlocks: NonNullable<PageMessage['blocks']> = [];

function MessageContent({ message }: { message: PageMessage }) {
  const { blocks, surface } = useSurface(`m${message.ts}`, message.blocks ?? noBlocks, {
    type: 'message',
    channel: message.channel,
    ts: message.ts,
  });
  return (
    <div className="message-content">
      {blocks.length > 0 ? <BlockList blocks={blocks} surface={surface} /> : <Mrkdwn text={message.text} />}
    </div>
  );
}

function Files({ message }: { message: PageMessage }) {
  return message.files?.map((file) => (
    <a key={file.id} className="file" href={file.url} target="_blank" rel="noopener noreferrer">
      {file.mimetype.startsWith('image/') ? (
        <img src={file.url} alt={file.altText ?? file.name} />
      ) : (
        file.name
      )}
    </a>
  ));
}
