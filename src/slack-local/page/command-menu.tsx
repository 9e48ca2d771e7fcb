import type { PageCommand } from '../page-api.ts';
import { usePage } from './page-context.tsx';

/** The commands that the first word may become; none once the word is followed by a space. */
export function matchingCommands(commands: readonly PageCommand[], text: string): readonly PageCommand[] {
  return /^\/\S*$/.test(text) ? commands.filter(({ command }) => command.startsWith(text.toLowerCase())) : [];
}

/** The command that the text already names. */
export const commandOf = (commands: readonly PageCommand[], text: string): PageCommand | undefined =>
  commands.find(({ command }) => text === command || text.startsWith(`${command} `));

type Props = {
  id: string;
  commands: readonly PageCommand[];
  marked: number;
  onChoose: (command: string) => void;
};

/** Suggestions over the composer; the focus stays in its field, which names the marked one. */
export function CommandMenu({ id, commands, marked, onChoose }: Props) {
  const { texts } = usePage();
  return (
    <div className="commands">
      <p className="commands-title">{texts.commands}</p>
      <div id={id} role="listbox" aria-label={texts.commands}>
        {commands.map(({ command, usageHint, description }, index) => (
          <div
            key={command}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            className="command"
            onMouseDown={(event) => {
              // Before the field loses the focus.
              event.preventDefault();
              onChoose(command);
            }}
          >
            <span>
              <strong>{command}</strong> <span className="command-usage">{usageHint}</span>
            </span>
            <span className="command-description">{description}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
