import { type FormEvent, useEffect, useId, useState } from 'react';
import { call } from './api.ts';
import { isoDayText } from './dates.ts';
import { Icon } from './icons.tsx';
import { usePage } from './page-context.tsx';
import { refusalText } from './texts.ts';

/** Says that this is not Slack and which day the product believes it is; an admin may move that day. */
export function DayBanner() {
  const { bootstrap, me, texts } = usePage();
  const { today, dayIsSimulated, language } = bootstrap;
  const [day, setDay] = useState(today);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const id = useId();

  useEffect(() => setDay(today), [today]);

  const move = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await call('day', { user: me.id, today: day });
    setBusy(false);
    setError(answer.ok ? undefined : refusalText(texts, answer));
  };

  return (
    <section className="day-banner" aria-label={texts.localNotice}>
      <p className="day-words">
        <Icon name="calendar" />
        <span>
          <span className="day-local">{texts.localNotice}</span>{' '}
          <strong data-testid="today">{texts.todayIs(isoDayText(today, language), dayIsSimulated)}</strong>
        </span>
      </p>
      {dayIsSimulated && (
        <form
          className={me.isAdmin ? 'day-form' : 'day-form is-locked'}
          onSubmit={move}
          title={me.isAdmin ? undefined : texts.moveDayHint}
        >
          <input
            type="date"
            aria-label={texts.newDay}
            aria-describedby={error ? id : undefined}
            value={day}
            required
            disabled={!me.isAdmin || busy}
            onChange={(event) => setDay(event.target.value)}
          />
          <button type="submit" className="button" disabled={!me.isAdmin || busy || day === today}>
            {texts.moveDay}
          </button>
        </form>
      )}
      {error && (
        <p id={id} className="day-error" role="alert">
          {error}
        </p>
      )}
    </section>
  );
}
