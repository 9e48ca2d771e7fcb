import { useId, useRef, useState } from 'react';
import type { PageMessage } from '../page-api.ts';
import { call } from './api.ts';
import { Icon } from './icons.tsx';
import { usePage } from './page-context.tsx';
import { SuggestionMenu } from './suggestion-menu.tsx';
import { commandOf, commandSuggestions, mentionSuggestions, type Suggestion } from './suggestions.ts';
import { refusalText } from './texts.ts';
import { useCommands } from './use-commands.ts';

type Props = {
  channel: string;
  threadTs?: string;
  label: string;
  onSent: (message: PageMessage | undefined) => void;
};

/** What was typed and not sent, and what was sent, per place: they outlive a look into another channel. */
const drafts = new Map<string, string>();
const sentTexts = new Map<string, string[]>();

/** Where messages and slash commands are written. */
export function Composer({ channel, threadTs, label, onSent }: Props) {
  const { bootstrap, me, texts } = usePage();
  const place = `${me.id} ${channel} ${threadTs ?? ''}`;
  const [text, setText] = useState(drafts.get(place) ?? '');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState(0);
  const [menuClosed, setMenuClosed] = useState(false);
  const [caret, setCaret] = useState(text.length);
  const recalled = useRef(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const commands = useCommands(channel, threadTs);
  const ofCommands = commandSuggestions(commands, text);
  const offered =
    ofCommands.length > 0 ? ofCommands : mentionSuggestions(bootstrap, text, caret, texts.userGroup);
  const matches = menuClosed ? [] : offered;
  const marked = Math.min(chosen, matches.length - 1);
  const hint = commandOf(commands, text);

  const write = (next: string, at = next.length) => {
    drafts.set(place, next);
    setText(next);
    setCaret(at);
    setMenuClosed(false);
    setChosen(0);
  };

  const send = async () => {
    const written = text.trim();
    if (written === '' || busy) return;
    setBusy(true);
    setError(undefined);
    const answer = await call('send', {
      user: me.id,
      channel,
      text: written,
      ...(threadTs ? { threadTs } : {}),
    });
    setBusy(false);
    if (answer.ok) {
      sentTexts.set(place, [written, ...(sentTexts.get(place) ?? [])].slice(0, 50));
      recalled.current = 0;
      write('');
      onSent(answer.message);
    } else {
      setError(refusalText(texts, answer));
    }
    field.current?.focus();
  };

  const complete = ({ from, insert }: Suggestion) => {
    const [before, after] = [text.slice(0, from) + insert, text.slice(caret)];
    write(before + after, before.length);
    field.current?.focus();
    // Once the new text is there: the browser puts the caret at its end.
    window.setTimeout(() => field.current?.setSelectionRange(before.length, before.length));
  };

  /** Arrow up in an empty field brings back what was sent before, and again what was sent before that. */
  const recall = (step: 1 | -1): boolean => {
    const sent = sentTexts.get(place) ?? [];
    const isRecalled = recalled.current > 0 && text === sent[recalled.current - 1];
    if (text !== '' && !isRecalled) return false;
    const next = (isRecalled ? recalled.current : 0) + step;
    if (next < 0 || next > sent.length) return false;
    recalled.current = next;
    write(sent[next - 1] ?? '');
    setMenuClosed(true);
    return true;
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const suggestion = matches[marked];
    if (suggestion !== undefined) {
      const isWhole = text.slice(suggestion.from, caret).toLowerCase() === suggestion.title.toLowerCase();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setChosen((marked + step + matches.length) % matches.length);
      else if (event.key === 'Escape') setMenuClosed(true);
      else if (event.key === 'Tab' || (event.key === 'Enter' && !isWhole && !event.shiftKey))
        complete(suggestion);
      if (
        step !== undefined ||
        event.key === 'Escape' ||
        event.key === 'Tab' ||
        (event.key === 'Enter' && !isWhole)
      ) {
        event.preventDefault();
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      if (recall(event.key === 'ArrowUp' ? 1 : -1)) event.preventDefault();
    }
  };

  return (
    <div className="composer">
      {matches.length > 0 && (
        <SuggestionMenu
          id={id}
          title={ofCommands.length > 0 ? texts.commands : texts.mentions}
          suggestions={matches}
          marked={marked}
          onChoose={complete}
        />
      )}
      {!bootstrap.installed && <p className="composer-error">{texts.notInstalled}</p>}
      {error && (
        <p className="composer-error" role="alert">
          {error}
          <button type="button" aria-label={texts.dismiss} onClick={() => setError(undefined)}>
            <Icon name="close" />
          </button>
        </p>
      )}
      <form
        className={error ? 'composer-box is-refused' : 'composer-box'}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <textarea
          ref={field}
          aria-label={label}
          placeholder={label}
          aria-autocomplete="list"
          aria-controls={matches.length > 0 ? id : undefined}
          aria-activedescendant={matches.length > 0 ? `${id}-${marked}` : undefined}
          aria-describedby={`${id}-hint`}
          rows={1}
          value={text}
          onChange={(event) => write(event.target.value, event.target.selectionStart)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="send" aria-label={texts.send} disabled={busy || text.trim() === ''}>
          <Icon name="send" />
        </button>
      </form>
      <p id={`${id}-hint`} className="composer-hint">
        {hint && matches.length === 0
          ? `${hint.command} ${hint.usageHint}`
          : commands.length > 0
            ? texts.composerHint
            : texts.composerHintInThread}
      </p>
    </div>
  );
}
