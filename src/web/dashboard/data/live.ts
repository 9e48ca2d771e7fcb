/**
 * Hears of what is recorded. A page never puts an event into its figures: it asks for them again, so that it shows what
 * the product computed and nothing else.
 */
import { signal } from '@preact/signals';
import { documentId } from './ask.ts';

/** One more each time something was recorded, or may have been while nobody could hear. */
export const changes = signal(0);

export type Line = 'OPEN' | 'CUT' | 'CLOSED';
/** Whether the page hears at once (`OPEN`), looks by itself now and then (`CUT`), or shows a day gone by (`CLOSED`). */
export const line = signal<Line>('CLOSED');

const LOOK_MS = 30_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** Events that come together are one change. */
const GATHER_MS = 100;

/** Begins to listen; the answer ends it. Hidden pages do not: a browser has few connections for one host. */
export function listen(): () => void {
  let source: EventSource | null = null;
  let retryMs = FIRST_RETRY_MS;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const changed = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      changes.value += 1;
    }, GATHER_MS);
  };
  const looking = setInterval(() => {
    if (line.value === 'CUT' && !document.hidden) changed();
  }, LOOK_MS);

  function close(): void {
    source?.close();
    source = null;
    clearTimeout(retry);
  }

  function open(): void {
    close();
    if (ended || document.hidden) return;
    const params = new URLSearchParams({ documentId: documentId('report-recorded'), variables: '{}' });
    source = new EventSource(`/graphql?${params}`);
    source.addEventListener('open', () => {
      // What was recorded before the line was there is asked for, not listened to.
      if (line.value !== 'OPEN') changed();
      line.value = 'OPEN';
      retryMs = FIRST_RETRY_MS;
    });
    source.addEventListener('next', changed);
    // The server ends a stream with it; the browser would come back at once, for ever.
    source.addEventListener('complete', later);
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) later();
      else line.value = 'CUT';
    });
  }

  function later(): void {
    close();
    line.value = 'CUT';
    retry = setTimeout(open, retryMs);
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  }

  const shown = () => {
    if (document.hidden) close();
    else open();
  };
  document.addEventListener('visibilitychange', shown);
  addEventListener('online', open);
  open();
  return () => {
    ended = true;
    close();
    clearInterval(looking);
    clearTimeout(gathering);
    document.removeEventListener('visibilitychange', shown);
    removeEventListener('online', open);
    line.value = 'CLOSED';
  };
}
