import type { PageChannel } from '../page-api.ts';
import { call } from './api.ts';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { usePage } from './page-context.tsx';

/** How many are in the channel, and whether the app is: whoever is in it may invite or remove the app. */
export function MembersMenu({ channel }: { channel: PageChannel }) {
  const { bot, me, texts, report } = usePage();
  if (!bot) return null;
  const isIn = channel.members.includes(bot.id);
  const change = async () => {
    const answer = await call('member', { user: me.id, channel: channel.id, member: bot.id, joins: !isIn });
    if (!answer.ok) report(answer);
  };
  const count = texts.members(channel.members.length);
  return (
    <Menu
      label={texts.membersMenu(count)}
      className="button button-quiet"
      button={
        <>
          {count}
          <Icon name="chevron" />
        </>
      }
      items={[
        { id: 'app', content: isIn ? texts.removeFromChannel(bot.name) : texts.addToChannel(bot.name) },
      ]}
      onChoose={() => void change()}
    />
  );
}
