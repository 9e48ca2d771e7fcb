import { type ReactNode, useEffect, useRef } from 'react';

/**
 * A modal window of the browser: it keeps the focus inside, gives it back when it goes, and makes the rest inert.
 * `onClose` is asked on Escape; the parent decides by no longer rendering it.
 */
export function Dialog(props: {
  labelledBy: string;
  className: string;
  onClose: () => void;
  children: ReactNode;
  testId?: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${props.className}`}
      aria-labelledby={props.labelledBy}
      data-testid={props.testId}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        props.onClose();
      }}
    >
      {props.children}
    </dialog>
  );
}
