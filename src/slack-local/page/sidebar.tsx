import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { usePage } from './page-context.tsx';

type Props = {
  open: boolean;
  current: string;
  unread: Readonly<Record<string, number>>;
  onOpen: (channel: string) => void;
  onClose: () => void;
};

/** The channels that the person sees and the direct messages with the app. On a narrow screen it slides in. */
export function Sidebar({ open, current, unread, onOpen, onClose }: Props) {
  const { bootstrap, bot, texts } = usePage();
  const sections = [
    { title: texts.channels, kind: 'channel' },
    { title: texts.directMessages, kind: 'im' },
  ] as const;
  return (
    <>
      {open && (
        <button type="button" className="sidebar-shade" aria-label={texts.closeSidebar} onClick={onClose} />
      )}
      <nav
        id="sidebar"
        className={open ? 'sidebar is-open' : 'sidebar'}
        aria-label={bootstrap.team.name}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      >
        <div className="sidebar-head">
          <h1>{bootstrap.team.name}</h1>
          <button type="button" className="sidebar-close" aria-label={texts.closeSidebar} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        {sections.map(({ title, kind }) => (
          <section key={kind}>
            <h2>{title}</h2>
            <ul>
              {bootstrap.channels
                .filter((channel) => channel.kind === kind)
                .map((channel) => {
                  const count = unread[channel.id] ?? 0;
                  const classes = [
                    'channel-link',
                    channel.id === current && 'is-current',
                    count > 0 && 'is-unread',
                  ];
                  return (
                    <li key={channel.id}>
                      <button
                        type="button"
                        className={classes.filter(Boolean).join(' ')}
                        aria-current={channel.id === current ? 'page' : undefined}
                        onClick={() => onOpen(channel.id)}
                      >
                        {kind === 'im' ? <Avatar user={bot} small /> : <span className="hash">#</span>}
                        <span className="channel-name">
                          {kind === 'im' ? (bot?.name ?? channel.name) : channel.name}
                        </span>
                        {kind === 'im' && <span className="app-badge">{texts.app}</span>}
                        {count > 0 && (
                          <span className="unread">
                            <span aria-hidden="true">{count}</span>
                            <span className="only-heard">{texts.unread(count)}</span>
                          </span>
                        )}
                      </button>
                    </li>
                  );
                })}
            </ul>
          </section>
        ))}
      </nav>
    </>
  );
}
