import { useMemo } from 'react';
import type { PageCommand } from '../page-api.ts';
import { usePage } from './page-context.tsx';

/** The commands that can be typed here: the app's while it is installed, and Slack's own for a channel's members. */
export function useCommands(channel: string, threadTs: string | undefined): readonly PageCommand[] {
  const { bootstrap, texts } = usePage();
  const { commands, installed, channels } = bootstrap;
  const kind = channels.find(({ id }) => id === channel)?.kind;
  return useMemo(() => {
    // Slack runs no commands of apps in a thread.
    if (threadTs !== undefined) return [];
    const ofApp = installed ? commands : [];
    if (kind !== 'channel') return ofApp;
    const ofSlack = [
      { command: '/invite', description: texts.invite, usageHint: texts.whom },
      { command: '/remove', description: texts.remove, usageHint: texts.whom },
    ];
    return [...ofApp, ...ofSlack];
  }, [commands, installed, kind, threadTs, texts]);
}
