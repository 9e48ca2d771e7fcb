import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { openStream, readBootstrap, readHistory } from './api.ts';
import { changeWorkspace, emptyState, type WorkspaceChange, type WorkspaceState } from './workspace-state.ts';

export type Workspace = {
  readonly state: WorkspaceState;
  readonly apply: (change: WorkspaceChange) => void;
  /** Reads a thread's replies into the state; a failure is left to the next reconnection. */
  readonly loadThread: (channel: string, threadTs: string) => void;
  readonly loadFailed: boolean;
};

const retryLoadAfterMs = 2000;

/** The workspace as `user` sees it, kept up to date by the stream and read anew whenever that reopens. */
export function useWorkspace(user: string): Workspace {
  const [state, apply] = useReducer(changeWorkspace, emptyState);
  const [loadFailed, setLoadFailed] = useState(false);
  const latest = useRef(state);
  latest.current = state;

  useEffect(() => {
    let stopped = false;
    let timer: number | undefined;
    const load = async () => {
      window.clearTimeout(timer);
      try {
        const before = latest.current.messages;
        const bootstrap = await readBootstrap(user);
        const histories = await Promise.all(
          bootstrap.channels.map(async ({ id }) => ({
            channel: id,
            messages: (await readHistory(user, id)).messages,
            knownBefore: before[id] ?? [],
          })),
        );
        if (stopped) return;
        for (const history of histories) apply({ type: 'history', ...history });
        apply({ type: 'bootstrap', bootstrap });
        setLoadFailed(false);
      } catch {
        // Shown as a banner; the product may be restarting.
        if (stopped) return;
        setLoadFailed(true);
        timer = window.setTimeout(load, retryLoadAfterMs);
      }
    };
    const stop = openStream(user, {
      event: (event) => {
        apply(event);
        // A channel that one has just joined comes with its history.
        if (event.type === 'channel_changed') void load();
      },
      open: () => {
        apply({ type: 'connection', connection: 'live' });
        // What happened while nobody listened is not sent again.
        void load();
      },
      lost: () => apply({ type: 'connection', connection: 'lost' }),
    });
    void load();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
      stop();
    };
  }, [user]);

  const loadThread = useCallback(
    (channel: string, threadTs: string) => {
      const knownBefore = latest.current.messages[channel] ?? [];
      readHistory(user, channel, threadTs).then(
        ({ messages }) => apply({ type: 'history', channel, threadTs, messages, knownBefore }),
        () => setLoadFailed(true),
      );
    },
    [user],
  );

  return { state, apply, loadThread, loadFailed };
}
