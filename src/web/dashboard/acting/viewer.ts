/** Who looks at the page, and what they may: asked once for all the forms of it. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type AnswerOf, ask } from '../data/ask.ts';
import { changes } from '../data/live.ts';
import type { AnsweredFor } from './may-report.ts';
import { mayReport } from './may-report.ts';

export type Viewer = NonNullable<AnswerOf<'me'>['me']>;

/** Null before it is known, and of whoever is not signed in. */
export const viewer = signal<Viewer | null>(null);

let asked = false;

/** Asks who it is, unless that is known or on its way. */
export function useViewer(): Viewer | null {
  useEffect(() => {
    if (!asked) refreshViewer();
  }, []);
  return viewer.value;
}

export function refreshViewer(): void {
  asked = true;
  ask('me', {})
    .then(({ me }) => {
      viewer.value = me;
    })
    .catch(() => {
      // Who it is stays as it was: to send a form says whether that still holds.
      asked = viewer.value !== null;
    });
}

const CHANNEL = 'session';

/** Tells the other tabs of this browser that somebody signed in: a form kept in one of them can be sent again. */
export function tellSignedIn(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('OPENED');
  channel.close();
}

/** @returns what ends it */
export function listenForSignIn(): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', () => {
    refreshViewer();
    changes.value += 1;
  });
  return () => channel.close();
}

/** Whether to offer the form at all; the API decides again when it is sent. */
export const useMayReport = (item: AnsweredFor): boolean => {
  const who = useViewer();
  return who !== null && mayReport(who, item);
};
