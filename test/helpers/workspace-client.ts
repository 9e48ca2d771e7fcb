import type {
  PageAnswer,
  PageBootstrap,
  PageCalls,
  PageEvent,
  PageHistory,
  PageMessage,
  PageView,
  ViewValues,
} from '../../src/slack-local/page-api.ts';

type Element = Record<string, unknown> & { type: string; action_id: string };
type FoundElement = { readonly blockId: string; readonly element: Element };

/** What is entered in an input: text, a date, the value of an option, or the values of several. */
export type Entered = string | number | readonly string[] | null;

export type WorkspaceClient = ReturnType<typeof workspaceClient>;

const DEFAULT_TIMEOUT_MS = 5000;

/**
 * One person at the local workspace's page, driven over HTTP against a running server. It listens to the
 * person's stream from the start; every act waits until it listens, so that nothing that follows is missed.
 * `waitFor…` look at what has arrived since this person's last act (or since the start), then wait.
 */
export function workspaceClient(baseUrl: string, userId: string) {
  const root = `${baseUrl.replace(/\/$/, '')}/workspace/page`;
  const events: PageEvent[] = [];
  const waiting = new Set<() => void>();
  const abort = new AbortController();
  let mark = 0;
  const ready = listen();

  async function listen(): Promise<void> {
    const response = await fetch(`${root}/stream?user=${userId}`, { signal: abort.signal });
    if (!response.ok || !response.body) throw new Error(`stream of ${userId}: ${response.status}`);
    void read(response.body);
  }

  async function read(body: ReadableStream<Uint8Array>): Promise<void> {
    let pending = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        pending += decoder.decode(chunk, { stream: true });
        const parts = pending.split('\n\n');
        pending = parts.pop() ?? '';
        for (const part of parts) {
          const data = part.split('\n').find((line) => line.startsWith('data: '));
          if (data) events.push(JSON.parse(data.slice(6)) as PageEvent);
        }
        for (const check of [...waiting]) check();
      }
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    }
  }

  async function post<Name extends keyof PageCalls>(
    name: Name,
    body: Omit<PageCalls[Name], 'user'>,
  ): Promise<PageAnswer> {
    await ready;
    mark = events.length;
    const response = await fetch(`${root}/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: userId, ...body }),
    });
    return (await response.json()) as PageAnswer;
  }

  async function get<T>(name: string, query: Record<string, string> = {}): Promise<T> {
    const response = await fetch(`${root}/${name}?${new URLSearchParams({ user: userId, ...query })}`);
    if (!response.ok) throw new Error(`${name} as ${userId}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  const bootstrap = () => get<PageBootstrap>('bootstrap');

  /** An id stands for itself, `im` for the direct messages with the bot, anything else for a channel's name. */
  async function channelId(channel = 'im'): Promise<string> {
    if (/^[CD][A-Z0-9]+$/.test(channel)) return channel;
    const { channels } = await bootstrap();
    const name = channel.replace(/^#/, '');
    const found = channels.find((one) => (name === 'im' ? one.kind === 'im' : one.name === name));
    if (!found) throw new Error(`${userId} sees no channel ${channel}`);
    return found.id;
  }

  /** The first defined result of `pick` over the events since the last act; rejects when the time runs out. */
  function waitFor<T>(
    pick: (event: PageEvent) => T | undefined,
    what: string,
    timeoutMs = DEFAULT_TIMEOUT_MS,
  ): Promise<T> {
    const from = mark;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(check);
        const seen = events
          .slice(from)
          .map((event) => JSON.stringify(event).slice(0, 300))
          .join('\n');
        reject(new Error(`${what} did not come to ${userId} in ${timeoutMs} ms; what came:\n${seen}`));
      }, timeoutMs);
      const check = () => {
        for (const event of events.slice(from)) {
          const picked = pick(event);
          if (picked === undefined) continue;
          clearTimeout(timer);
          waiting.delete(check);
          resolve(picked);
          return;
        }
      };
      waiting.add(check);
      check();
    });
  }

  return {
    userId,
    /** Every event of the person's stream, oldest first. */
    events,
    ready,
    bootstrap,
    channelId,

    /** A slash command as typed, by default in the direct messages with the bot. */
    async command(line: string, { channel }: { channel?: string } = {}) {
      return post('send', { channel: await channelId(channel), text: line });
    },

    /** A message in a channel (id or name) or in the direct messages (`im`). */
    async say(channel: string, text: string, { threadTs }: { threadTs?: string } = {}) {
      const body = { channel: await channelId(channel), text, ...(threadTs ? { threadTs } : {}) };
      return post('send', body);
    },

    edit: (message: PageMessage, text: string) =>
      post('edit', { channel: message.channel, ts: message.ts, text }),
    remove: (message: PageMessage) => post('delete', { channel: message.channel, ts: message.ts }),

    /** Presses a button, or chooses `choice` in a menu, of a message or an open view. */
    press(
      container: PageMessage | PageView,
      which: string | ((element: Element) => boolean),
      { choice, values }: { choice?: Entered; values?: Record<string, Entered> } = {},
    ) {
      const found = elementsOf(container).find(({ element }) =>
        typeof which === 'string' ? element.action_id === which : which(element),
      );
      if (!found) throw new Error(`no such element: ${which}; there are ${describe(container)}`);
      const action = {
        type: found.element.type,
        action_id: found.element.action_id,
        block_id: found.blockId,
        ...(choice === undefined ? {} : enteredAs(found.element, choice)),
      };
      return post('action', {
        container: isView(container)
          ? { type: 'view', viewId: container.id }
          : { type: 'message', channel: container.channel, ts: container.ts },
        action,
        ...(values ? { values: viewValues(container, values) } : {}),
      });
    },

    /** Submits a modal; `entered` names inputs by action_id or block_id, the others keep their initial value. */
    submit: (view: PageView, entered: Record<string, Entered> = {}) =>
      post('submit', { viewId: view.id, values: viewValues(view, entered) }),

    close: (view: PageView) => post('close', { viewId: view.id }),
    openHome: () => post('openHome', {}),
    moveDay: (today: string) => post('day', { today }),

    async history(channel = 'im', { threadTs }: { threadTs?: string } = {}) {
      const query = { channel: await channelId(channel), ...(threadTs ? { threadTs } : {}) };
      return (await get<PageHistory>('history', query)).messages;
    },

    waitFor,
    /** A message that was posted or changed. */
    waitForMessage: (predicate: (message: PageMessage) => boolean = () => true, timeoutMs?: number) =>
      waitFor(
        (event) =>
          (event.type === 'message' || event.type === 'message_changed') && predicate(event.message)
            ? event.message
            : undefined,
        'the message',
        timeoutMs,
      ),
    /** A view that was opened, updated or published as the home. */
    waitForView: (predicate: (view: PageView) => boolean = () => true, timeoutMs?: number) =>
      waitFor(
        (event) =>
          (event.type === 'view_opened' ||
            event.type === 'view_updated' ||
            event.type === 'home_published') &&
          predicate(event.view)
            ? event.view
            : undefined,
        'the view',
        timeoutMs,
      ),

    /** Stops listening. */
    stop: () => abort.abort(),
  };
}

/** All the text of a message, that of its blocks included, one piece a line. */
export function textOf(message: PageMessage | PageView): string {
  const pieces: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) walk(entry);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, entry] of Object.entries(value)) {
        if (name === 'text' && typeof entry === 'string') pieces.push(entry);
        else walk(entry);
      }
    }
  };
  walk(message);
  return pieces.join('\n');
}

function isView(container: PageMessage | PageView): container is PageView {
  return !('ts' in container);
}

function elementsOf(container: PageMessage | PageView): FoundElement[] {
  const blocks = (container.blocks ?? []) as unknown as Record<string, unknown>[];
  return blocks.flatMap((block) =>
    [block.accessory, block.element, ...(Array.isArray(block.elements) ? block.elements : [])]
      .filter((element): element is Element => typeof element?.action_id === 'string')
      .map((element) => ({ blockId: String(block.block_id), element })),
  );
}

function describe(container: PageMessage | PageView): string {
  return elementsOf(container)
    .map(({ element }) => element.action_id)
    .join(', ');
}

function viewValues(container: PageMessage | PageView, entered: Record<string, Entered>): ViewValues {
  const values: ViewValues = {};
  const elements = elementsOf(container);
  for (const [name, value] of Object.entries(entered)) {
    const found =
      elements.find(({ element }) => element.action_id === name) ??
      elements.find(({ blockId }) => blockId === name);
    if (!found) throw new Error(`no input ${name}; there are ${describe(container)}`);
    const { element, blockId } = found;
    values[blockId] = {
      ...values[blockId],
      [element.action_id]: { type: element.type, ...enteredAs(element, value) },
    };
  }
  return values;
}

/** The value in the field where Slack's payloads have it for that type of element. */
function enteredAs(element: Element, value: Entered): Record<string, unknown> {
  const option = (entry: unknown) => (entry === null ? null : { value: String(entry) });
  switch (element.type) {
    case 'datepicker':
      return { selected_date: value };
    case 'timepicker':
      return { selected_time: value };
    case 'users_select':
      return { selected_user: value };
    case 'channels_select':
      return { selected_channel: value };
    case 'conversations_select':
      return { selected_conversation: value };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return { selected_option: option(value) };
    case 'checkboxes':
    case 'multi_static_select':
      return { selected_options: (Array.isArray(value) ? value : [value]).map(option) };
    default:
      return { value: value === null ? null : String(value) };
  }
}
