import { type ReactNode, useId } from 'react';
import { Dialog } from './dialog.tsx';

/** Asks before something is done. The question's wording is the caller's. */
export function ConfirmDialog(props: {
  title: ReactNode;
  children: ReactNode;
  confirm: string;
  deny: string;
  danger?: boolean;
  onConfirm: () => void;
  onDeny: () => void;
}) {
  const titleId = useId();
  return (
    <Dialog labelledBy={titleId} className="confirm" onClose={props.onDeny} testId="confirm">
      <h2 id={titleId}>{props.title}</h2>
      <div className="confirm-text">{props.children}</div>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={props.onDeny}>
          {props.deny}
        </button>
        <button
          type="button"
          className={`button ${props.danger ? 'button-danger' : 'button-primary'}`}
          onClick={props.onConfirm}
        >
          {props.confirm}
        </button>
      </div>
    </Dialog>
  );
}
