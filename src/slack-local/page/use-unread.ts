import { useEffect, useMemo, useState } from 'react';
import { recall, remember } from './storage.ts';
import { timelineOf, type WorkspaceState } from './workspace-state.ts';

function readMarks(user: string): Readonly<Record<string, string>> {
  const kept = recall(`read.${user}`);
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, string>) : {};
}

/** How many messages of others each channel holds after the last one that `user` saw in this browser. */
export function useUnread(user: string, state: WorkspaceState, open: string | undefined) {
  const [marks, setMarks] = useState(() => readMarks(user));
  const lastSeen = open === undefined ? undefined : state.messages[open]?.at(-1)?.ts;

  useEffect(() => {
    if (open === undefined || lastSeen === undefined) return;
    setMarks((before) => {
      if ((before[open] ?? '') >= lastSeen) return before;
      const next = { ...before, [open]: lastSeen };
      remember(`read.${user}`, next);
      return next;
    });
  }, [user, open, lastSeen]);

  return useMemo(() => {
    const counts: Record<string, number> = {};
    for (const [channel, messages] of Object.entries(state.messages)) {
      if (channel === open) continue;
      const mark = marks[channel] ?? '';
      counts[channel] = timelineOf(messages).filter((m) => m.user !== user && m.ts > mark).length;
    }
    return counts;
  }, [user, open, marks, state.messages]);
}
