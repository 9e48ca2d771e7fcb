import type { KnownBlock } from '@slack/types';
import { memo, useMemo } from 'react';
import { type Block, Message, type MessageProps } from 'slack-blocks-to-jsx';
import { usePage } from '../page-context.tsx';
import { preparedTexts } from './mrkdwn.ts';

type Hooks = NonNullable<MessageProps['hooks']>;

const hooks: Hooks = {
  // Unknown names, as the minutes in “10:30:20”, are text and not an emoji without a picture.
  emoji: (data, parse) => {
    const parsed = parse(data);
    return parsed === data.name ? `:${data.name}:` : parsed;
  },
  link: ({ href, children, className }) =>
    /^(https?:|mailto:)/i.test(href) ? (
      <a href={href} className={className} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    ) : (
      children
    ),
};

/** One block drawn by `slack-blocks-to-jsx`, which knows Slack's look and markup; people and channels by name. */
export const PackageMessage = memo(function PackageMessage({ block }: { block: KnownBlock }) {
  const { bootstrap } = usePage();
  const { users, channels, userGroups } = bootstrap;
  const data = useMemo(
    () => ({
      users: users.map(({ id, name }) => ({ id, name })),
      channels: channels.map(({ id, name }) => ({ id, name })),
      user_groups: userGroups.map(({ id, handle }) => ({ id, name: handle })),
    }),
    [users, channels, userGroups],
  );
  const blocks = useMemo(() => [preparedTexts(block) as unknown as Block], [block]);
  return (
    <Message
      // The renderer keeps the first names it is given: with others it has to start anew.
      key={`${users.length} ${channels.length}`}
      blocks={blocks}
      data={data}
      hooks={hooks}
      theme="light"
      withoutWrapper
      logo=""
      name=""
    />
  );
});

/** Slack's markup outside of a block: a message without blocks, an option's text, a question. */
export function Mrkdwn({ text }: { text: string }) {
  const block = useMemo<KnownBlock>(() => ({ type: 'section', text: { type: 'mrkdwn', text } }), [text]);
  return <PackageMessage block={block} />;
}

/** A text object: plain text as it stands, markup through the renderer. */
export function TextOf({ text }: { text: { type: string; text: string } }) {
  return text.type === 'mrkdwn' ? <Mrkdwn text={text.text} /> : <span>{text.text}</span>;
}
