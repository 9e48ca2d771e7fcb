import type { PageUser } from '../page-api.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { usePage } from './page-context.tsx';

/** Who the person at the page speaks as: one for each role of the workspace. */
export function PersonSwitch(props: { people: readonly PageUser[]; onSwitch: (user: string) => void }) {
  const { me, texts } = usePage();
  return (
    <Menu
      label={`${texts.speakAs}: ${me.name}, ${me.title}`}
      className="person-switch"
      button={
        <>
          <Avatar user={me} />
          <span className="person-words">
            <span className="person-caption">{texts.speakAs}</span>
            <span className="person-name">{me.name}</span>
            <span className="person-title">{me.title}</span>
          </span>
          <Icon name="chevron" />
        </>
      }
      items={props.people.map((person) => ({
        id: person.id,
        checked: person.id === me.id,
        content: (
          <>
            <Avatar user={person} />
            <span className="person-words">
              <span className="person-name">{person.name}</span>
              <span className="person-title">{person.title}</span>
            </span>
          </>
        ),
      }))}
      onChoose={props.onSwitch}
    />
  );
}
