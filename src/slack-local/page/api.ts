import type { PageAnswer, PageBootstrap, PageCalls, PageEvent, PageHistory, PageUser } from '../page-api.ts';

const root = '/workspace/page';

/** Sends one call; whatever goes wrong on the way comes back as a refusal, so that no caller has to catch. */
export async function call<Name extends keyof PageCalls>(
  name: Name,
  body: PageCalls[Name],
): Promise<PageAnswer> {
  try {
    const response = await fetch(`${root}/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = parseAnswer(await response.text());
    return answer ?? { ok: false, error: `http_${response.status}` };
  } catch (cause) {
    return { ok: false, error: 'unreachable', detail: String(cause) };
  }
}

/** Hands a chosen file over; it belongs to nothing until its form is submitted. */
export async function upload(user: string, file: File): Promise<PageAnswer> {
  try {
    const query = new URLSearchParams({ user, name: file.name });
    const response = await fetch(`${root}/upload?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    const answer = parseAnswer(await response.text());
    return answer ?? { ok: false, error: `http_${response.status}` };
  } catch (cause) {
    return { ok: false, error: 'unreachable', detail: String(cause) };
  }
}

function parseAnswer(text: string): PageAnswer | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'ok' in value ? (value as PageAnswer) : undefined;
  } catch {
    return undefined;
  }
}

async function read<T>(path: string, query: Record<string, string | undefined>): Promise<T> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  const response = await fetch(`${root}/${path}?${search}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

export const readUsers = () => read<readonly PageUser[]>('users', {});
export const readBootstrap = (user: string) => read<PageBootstrap>('bootstrap', { user });
export const readHistory = (user: string, channel: string, threadTs?: string) =>
  read<PageHistory>('history', { user, channel, threadTs });

const eventTypes: readonly PageEvent['type'][] = [
  'message',
  'message_changed',
  'message_deleted',
  'view_opened',
  'view_updated',
  'view_closed',
  'home_published',
  'channel_changed',
  'app_changed',
  'day_changed',
];

/** Reopening after a refused connection is ours to do: EventSource gives up for good on an HTTP error. */
const reopenAfterMs = 2000;

/** Listens to what happens in the workspace as `user` sees it. Answers the function that stops listening. */
export function openStream(
  user: string,
  on: { event: (event: PageEvent) => void; open: () => void; lost: () => void },
): () => void {
  let source: EventSource;
  let timer: number | undefined;
  const connect = () => {
    source = new EventSource(`${root}/stream?user=${encodeURIComponent(user)}`);
    source.onopen = on.open;
    source.onerror = () => {
      on.lost();
      if (source.readyState === EventSource.CLOSED) timer = window.setTimeout(connect, reopenAfterMs);
    };
    // An event may be named by its type or be unnamed, which the browser calls `message` too.
    for (const type of eventTypes) {
      source.addEventListener(type, (event) => on.event(JSON.parse(event.data) as PageEvent));
    }
  };
  connect();
  return () => {
    window.clearTimeout(timer);
    source.close();
  };
}
