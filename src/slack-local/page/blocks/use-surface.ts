import type { KnownBlock } from '@slack/types';
import { useMemo, useState } from 'react';
import type { PageCalls, ViewValues } from '../../page-api.ts';
import { call } from '../api.ts';
import { type Page, usePage } from '../page-context.tsx';
import { type Surface, withValue } from './surface.ts';
import { identified, stateValues } from './values.ts';

/** The blocks of one message or view with what was typed into them. */
export function useSurface(
  id: string,
  given: readonly KnownBlock[],
  container: PageCalls['action']['container'],
  /** For a modal, which covers the page's own notices: where its errors are. */
  own: { errors?: Readonly<Record<string, string>>; report?: Page['report'] } = {},
): { blocks: readonly KnownBlock[]; surface: Surface } {
  const { me, report } = usePage();
  const [touched, setTouched] = useState<ViewValues>({});
  const blocks = useMemo(() => identified(given), [given]);
  const values = useMemo(() => stateValues(blocks, touched), [blocks, touched]);
  const surface: Surface = {
    id,
    values,
    errors: own.errors ?? {},
    setValue: (blockId, actionId, value) => setTouched((all) => withValue(all, blockId, actionId, value)),
    send: async (action, changed) => {
      const sent = changed ? withValue(values, action.block_id, action.action_id, changed) : values;
      const answer = await call('action', { user: me.id, container, action, values: sent });
      if (!answer.ok) (own.report ?? report)(answer);
    },
  };
  return { blocks, surface };
}
