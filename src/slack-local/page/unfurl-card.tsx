import type { PageMessage, PageUnfurl } from '../page-api.ts';
import { BlockList } from './blocks/block-list.tsx';
import { Mrkdwn } from './blocks/package-message.tsx';
import { useSurface } from './blocks/use-surface.ts';
import { usePage } from './page-context.tsx';

const noBlocks: NonNullable<PageUnfurl['blocks']> = [];

/** What the app shows of a link in somebody's message. */
export function UnfurlCard({ message, unfurl }: { message: PageMessage; unfurl: PageUnfurl }) {
  const { bot } = usePage();
  const { blocks, surface } = useSurface(`m${message.ts}-${unfurl.id}`, unfurl.blocks ?? noBlocks, {
    type: 'message',
    channel: message.channel,
    ts: message.ts,
    unfurl: unfurl.id,
  });
  return (
    <aside className="unfurl" aria-label={unfurl.url} data-testid="unfurl">
      {blocks.length > 0 ? (
        <BlockList blocks={blocks} surface={surface} />
      ) : (
        <Mrkdwn text={unfurl.text ?? ''} />
      )}
      <p className="unfurl-source">{bot?.name}</p>
    </aside>
  );
}
