import { useEffect, useRef, useState } from 'react';
import type { PageMessage } from '../page-api.ts';
import { call } from './api.ts';
import { usePage } from './page-context.tsx';
import { refusalText } from './texts.ts';
import { typedText } from './typed-text.ts';

/** Changes the text of one's own message in its place. Enter saves, Escape leaves it as it was. */
export function MessageEdit({ message, onDone }: { message: PageMessage; onDone: () => void }) {
  const { bootstrap, me, texts } = usePage();
  const [text, setText] = useState(() => typedText(message.text, bootstrap));
  const [error, setError] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => field.current?.focus(), []);

  const save = async () => {
    const answer = await call('edit', { user: me.id, channel: message.channel, ts: message.ts, text });
    if (answer.ok) onDone();
    else setError(refusalText(texts, answer));
  };

  return (
    <form
      className="message-edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        ref={field}
        className="field-input"
        aria-label={texts.editMessage}
        rows={1}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void save();
        }}
      />
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <div className="message-edit-buttons">
        <button type="button" className="button" onClick={onDone}>
          {texts.cancel}
        </button>
        <button type="submit" className="button button-primary" disabled={text.trim() === ''}>
          {texts.save}
        </button>
      </div>
    </form>
  );
}
