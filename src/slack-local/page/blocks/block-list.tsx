import type { ActionsBlock, KnownBlock, SectionBlock } from '@slack/types';
import { ErrorBoundary } from '../error-boundary.tsx';
import { usePage } from '../page-context.tsx';
import { ActionControl, OverflowMenu } from './action-control.tsx';
import { ChartBlock, isChart } from './chart-block.tsx';
import { isControl } from './control-types.ts';
import { InputField } from './input-field.tsx';
import { PackageBlock } from './package-block.tsx';
import type { Surface } from './surface.ts';

/** What the block renderer draws. Video is left out: it would be fetched from elsewhere. */
const drawnByPackage: ReadonlySet<string> = new Set([
  'actions',
  'alert',
  'card',
  'carousel',
  'container',
  'context',
  'context_actions',
  'divider',
  'header',
  'image',
  'markdown',
  'plan',
  'rich_text',
  'section',
  'table',
  'task_card',
]);

/** The blocks of a message or a view; one that is unknown or breaks says so and leaves the others alone. */
export function BlockList({ blocks, surface }: { blocks: readonly KnownBlock[]; surface: Surface }) {
  const { texts } = usePage();
  return blocks.map((block) => (
    <div key={block.block_id} className={`block-row block-${block.type}`} data-block-id={block.block_id}>
      <ErrorBoundary fallback={<p className="unsupported">{texts.unsupportedBlock(block.type)}</p>}>
        <BlockView block={block} surface={surface} />
      </ErrorBoundary>
    </div>
  ));
}

function BlockView({ block, surface }: { block: KnownBlock; surface: Surface }) {
  const { texts } = usePage();
  if (block.type === 'input') return <InputField block={block} surface={surface} />;
  if (block.type === 'actions' && block.elements.some((element) => needsControl(element))) {
    return <MixedActions block={block} surface={surface} />;
  }
  if (block.type === 'section' && block.accessory && needsControl(block.accessory)) {
    return <SectionWithControl block={block} surface={surface} />;
  }
  if (isChart(block)) return <ChartBlock block={block} surface={surface} />;
  if (drawnByPackage.has(block.type)) return <PackageBlock block={block} surface={surface} />;
  return <p className="unsupported">{texts.unsupportedBlock(block.type)}</p>;
}

const needsControl = (element: { type: string }) => element.type === 'overflow' || isControl(element);

/** A row in which buttons, drawn by the renderer, stand beside fields and menus, drawn here. */
function MixedActions({ block, surface }: { block: ActionsBlock; surface: Surface }) {
  return (
    <div className="mixed-actions">
      {block.elements.map((element) => (
        <ElementView
          key={element.action_id ?? element.type}
          element={element}
          blockId={block.block_id ?? ''}
          surface={surface}
          label=""
        />
      ))}
    </div>
  );
}

function SectionWithControl({ block, surface }: { block: SectionBlock; surface: Surface }) {
  const { accessory, ...text } = block;
  return (
    <div className="section-with-control">
      <PackageBlock block={text} surface={surface} />
      {accessory && (
        <ElementView
          element={accessory}
          blockId={block.block_id ?? ''}
          surface={surface}
          label={plain(block.text?.text ?? '')}
        />
      )}
    </div>
  );
}

type Element = ActionsBlock['elements'][number] | NonNullable<SectionBlock['accessory']>;

function ElementView(props: { element: Element; blockId: string; surface: Surface; label: string }) {
  const { texts } = usePage();
  const { element, blockId, surface, label } = props;
  if (element.type === 'overflow') return <OverflowMenu {...props} element={element} />;
  if (isControl(element)) {
    return <ActionControl {...props} element={element} label={label || texts.chooseOption} />;
  }
  if (element.type === 'button' || element.type === 'workflow_button') {
    return (
      <PackageBlock block={{ type: 'actions', block_id: blockId, elements: [element] }} surface={surface} />
    );
  }
  return <p className="unsupported">{texts.unsupportedInput(element.type)}</p>;
}

/** The start of a text without its markup, as a name for the element beside it. */
const plain = (mrkdwn: string) =>
  mrkdwn
    .replace(/[*_~`]/g, '')
    .split('\n', 1)[0]
    ?.slice(0, 80) ?? '';
