import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import type { FieldValue } from './control-types.ts';
import { TextOf } from './package-message.tsx';
import type { BlockAction, Confirmation, Surface } from './surface.ts';

type Request = {
  action: BlockAction;
  confirm?: Confirmation;
  changed?: FieldValue;
  /** A button with an address opens it and tells the app as well. */
  url?: string | undefined;
};

export type Actions = {
  readonly request: (request: Request) => void;
  readonly busy: boolean;
  /** The open question, to be rendered beside the element. */
  readonly question: ReactNode;
};

/** Sends actions of a block, after its confirmation if it has one; one at a time. */
export function useAction(surface: Surface): Actions {
  const [asked, setAsked] = useState<Request>();
  const [busy, setBusy] = useState(false);

  const perform = ({ action, changed, url }: Request) => {
    if (url !== undefined && /^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
    if (changed) surface.setValue(action.block_id, action.action_id, changed);
    setBusy(true);
    void surface.send(action, changed).finally(() => setBusy(false));
  };

  const request = (next: Request) => {
    if (busy) return;
    if (next.confirm) setAsked(next);
    else perform(next);
  };

  const confirm = asked?.confirm;
  const question = asked && confirm && (
    <ConfirmDialog
      title={confirm.title?.text}
      confirm={confirm.confirm?.text ?? ''}
      deny={confirm.deny?.text ?? ''}
      danger={confirm.style === 'danger'}
      onDeny={() => setAsked(undefined)}
      onConfirm={() => {
        setAsked(undefined);
        perform(asked);
      }}
    >
      <TextOf text={confirm.text} />
    </ConfirmDialog>
  );
  return { request, busy, question };
}
