import type { PageView } from '../page-api.ts';
import { BlockList } from './blocks/block-list.tsx';
import { useSurface } from './blocks/use-surface.ts';
import { blocksOf } from './blocks/values.ts';
import { usePage } from './page-context.tsx';

/** The app's Home: what it published for this person, or that it has published nothing yet. */
export function HomeTab({ view }: { view: PageView | undefined }) {
  const { texts } = usePage();
  return (
    <div className="home-tab" role="tabpanel" aria-label={texts.homeTab} data-testid="home">
      {view && view.blocks.length > 0 ? <HomeBlocks key={view.id} view={view} /> : <p>{texts.emptyHome}</p>}
    </div>
  );
}

function HomeBlocks({ view }: { view: PageView }) {
  const { blocks, surface } = useSurface(view.id, blocksOf(view), { type: 'view', viewId: view.id });
  return <BlockList blocks={blocks} surface={surface} />;
}
