import { useEffect } from 'react';
import type { PageView } from '../page-api.ts';
import { call } from './api.ts';
import { BlockList } from './blocks/block-list.tsx';
import { useSurface } from './blocks/use-surface.ts';
import { blocksOf } from './blocks/values.ts';
import { usePage } from './page-context.tsx';

/** The app's Home. Opening it tells the app, which may publish it anew. */
export function HomeTab({ view }: { view: PageView }) {
  const { me, texts, report } = usePage();
  const { blocks, surface } = useSurface(view.id, blocksOf(view), { type: 'view', viewId: view.id });

  useEffect(() => {
    void call('openHome', { user: me.id }).then((answer) => {
      if (!answer.ok) report(answer);
    });
  }, [me.id, report]);

  return (
    <div className="home-tab" role="tabpanel" aria-label={texts.homeTab} data-testid="home">
      {blocks.length > 0 ? <BlockList blocks={blocks} surface={surface} /> : <p>{texts.emptyHome}</p>}
    </div>
  );
}
