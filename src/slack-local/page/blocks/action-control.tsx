import type { Overflow } from '@slack/types';
import { Icon } from '../icons.tsx';
import { Menu } from '../menu.tsx';
import { usePage } from '../page-context.tsx';
import type { Control, FieldValue } from './control-types.ts';
import { ControlView } from './control-view.tsx';
import type { Surface } from './surface.ts';
import { useAction } from './use-action.tsx';
import { actionIdOf, initialValue } from './values.ts';

type Props<Element> = { element: Element; blockId: string; surface: Surface; label: string };

/** A field outside of an input block: whatever is chosen is told to the app at once. */
export function ActionControl({ element, blockId, surface, label }: Props<Control>) {
  const { request, busy, question } = useAction(surface);
  const actionId = actionIdOf(element);
  const value = surface.values[blockId]?.[actionId] ?? initialValue(element);
  const act = (changed: FieldValue) => {
    // A year typed by hand passes through 0002, 0020 and 0202; only the whole one is a choice.
    const date = changed.selected_date;
    if (typeof date === 'string' && date.startsWith('0')) {
      surface.setValue(blockId, actionId, changed);
      return;
    }
    const confirm = 'confirm' in element ? element.confirm : undefined;
    request({ action: { ...changed, action_id: actionId, block_id: blockId }, changed, confirm });
  };
  return (
    <div className={busy ? 'action-control is-busy' : 'action-control'} aria-busy={busy}>
      <ControlView
        id={`${surface.id}-${blockId}-${actionId}`}
        element={element}
        value={value}
        onChange={act}
        label={('placeholder' in element ? element.placeholder?.text : undefined) ?? label}
        invalid={false}
      />
      {question}
    </div>
  );
}

/** The “⋮” menu. The renderer's own closes without telling which entry was chosen. */
export function OverflowMenu({ element, blockId, surface, label }: Props<Overflow>) {
  const { texts } = usePage();
  const { request, busy, question } = useAction(surface);
  const choose = (value: string) => {
    const option = element.options.find((candidate) => candidate.value === value);
    if (!option) return;
    request({
      action: {
        type: element.type,
        action_id: actionIdOf(element),
        block_id: blockId,
        selected_option: option,
      },
      confirm: element.confirm,
      url: option.url,
    });
  };
  return (
    <>
      <Menu
        label={label ? `${texts.moreActions}: ${label}` : texts.moreActions}
        className="button button-icon"
        button={<Icon name="more" />}
        disabled={busy}
        items={element.options.map((option) => ({ id: option.value ?? '', content: option.text.text }))}
        onChoose={choose}
      />
      {question}
    </>
  );
}
