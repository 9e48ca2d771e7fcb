import { useEffect } from 'react';
import { call } from './api.ts';
import { usePage } from './page-context.tsx';

/** Tells the app which of its tabs the person looks at: it may then publish its Home anew. */
export function useTabOpened(tab: 'home' | 'messages' | undefined): void {
  const { me, report } = usePage();
  useEffect(() => {
    if (tab === undefined) return;
    void call('openHome', { user: me.id, tab }).then((answer) => {
      if (!answer.ok) report(answer);
    });
  }, [tab, me.id, report]);
}
