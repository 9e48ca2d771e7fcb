import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';

export type MenuItem = {
  readonly id: string;
  readonly content: ReactNode;
  /** Given for a choice among several: the item then says whether it is the present one. */
  readonly checked?: boolean;
};

/**
 * A button with a menu under it. The menu is a popover, so it lies over scrolling panes and open dialogs, and the
 * browser itself closes it on Escape and on a click elsewhere.
 */
export function Menu(props: {
  label: string;
  className: string;
  button: ReactNode;
  items: readonly MenuItem[];
  onChoose: (id: string) => void;
  disabled?: boolean;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    if (!open || !menu.current || !button.current) return;
    placeUnder(menu.current, button.current.getBoundingClientRect());
    const checked = menu.current.querySelector<HTMLElement>('[aria-checked=true]');
    (checked ?? menu.current.querySelector<HTMLElement>('[role^=menuitem]'))?.focus();
  }, [open]);

  const choose = (item: string) => {
    menu.current?.hidePopover();
    button.current?.focus();
    props.onChoose(item);
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={props.className}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={props.disabled}
        popoverTarget={id}
      >
        {props.button}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={props.label}
        className="menu"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={moveFocus}
      >
        {open &&
          props.items.map((item) => (
            <button
              key={item.id}
              type="button"
              {...(item.checked === undefined
                ? { role: 'menuitem' }
                : { role: 'menuitemradio', 'aria-checked': item.checked })}
              className="menu-item"
              onClick={() => choose(item.id)}
            >
              {item.content}
            </button>
          ))}
      </div>
    </>
  );
}

function placeUnder(menu: HTMLElement, anchor: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const fitsBelow = anchor.bottom + height + 8 < window.innerHeight;
  menu.style.top = `${fitsBelow ? anchor.bottom + 4 : Math.max(8, anchor.top - height - 4)}px`;
  menu.style.left = `${Math.max(8, Math.min(anchor.left, window.innerWidth - width - 8))}px`;
}

function moveFocus(event: React.KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}
