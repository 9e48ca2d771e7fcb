import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { PageView } from '../page-api.ts';
import { call } from './api.ts';
import { Avatar } from './avatar.tsx';
import { BlockList } from './blocks/block-list.tsx';
import { useSurface } from './blocks/use-surface.ts';
import { blocksOf } from './blocks/values.ts';
import { Dialog } from './dialog.tsx';
import { Icon } from './icons.tsx';
import { usePage } from './page-context.tsx';
import { refusalText } from './texts.ts';
import type { WorkspaceChange } from './workspace-state.ts';

type Props = {
  view: PageView;
  /** Only the latest of a stack is seen; the others keep what was typed into them. */
  onTop: boolean;
  apply: (change: WorkspaceChange) => void;
};

/** A view that the app opened. It closes when the workspace says so, or when the person gives it up. */
export function Modal({ view, onTop, apply }: Props) {
  const { bot, me, texts, report } = usePage();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const titleId = useId();
  const { blocks, surface } = useSurface(
    view.id,
    blocksOf(view),
    { type: 'view', viewId: view.id },
    { errors, report: (answer) => setRefusal(refusalText(texts, answer)) },
  );
  const hasErrors = Object.keys(errors).length > 0;

  useEffect(() => {
    const wanted = form.current?.querySelector<HTMLElement>('[data-autofocus=true]');
    (wanted ?? form.current?.querySelector<HTMLElement>('.field-input, .choice input'))?.focus();
  }, []);

  useEffect(() => {
    if (hasErrors) form.current?.querySelector<HTMLElement>('.field-refused .field-input')?.focus();
  }, [hasErrors]);

  const close = () => {
    apply({ type: 'view_closed', viewId: view.id });
    void call('close', { user: me.id, viewId: view.id }).then((answer) => {
      // A view that the workspace has forgotten is closed as well.
      if (!answer.ok && answer.error !== 'view_not_found') report(answer);
    });
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setErrors({});
    setRefusal(undefined);
    setBusy(true);
    const answer = await call('submit', { user: me.id, viewId: view.id, values: surface.values });
    setBusy(false);
    if (!answer.ok) setRefusal(refusalText(texts, answer));
    else setErrors(answer.errors ?? {});
  };

  const { title, closeLabel, submitLabel } = labelsOf(view);
  return (
    <Dialog
      labelledBy={titleId}
      className={onTop ? 'modal' : 'modal is-under'}
      onClose={close}
      testId="modal"
    >
      <form ref={form} onSubmit={submit} noValidate aria-busy={busy}>
        <header className="modal-head">
          <Avatar user={bot} small />
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="button button-icon" aria-label={texts.close} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <div className="modal-body">
          <BlockList blocks={blocks} surface={surface} />
        </div>
        {refusal && (
          <p className="modal-refusal" role="alert">
            {refusal}
          </p>
        )}
        <footer className="dialog-buttons modal-foot">
          <button type="button" className="button" onClick={close}>
            {closeLabel ?? (submitLabel ? texts.cancel : texts.close)}
          </button>
          {submitLabel !== undefined && (
            <button type="submit" className="button button-primary" disabled={busy}>
              {busy ? texts.working : submitLabel}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

function labelsOf(view: PageView): { title: string; closeLabel?: string; submitLabel?: string } {
  if (view.type !== 'modal') return { title: '' };
  return {
    title: view.title.text,
    ...(view.close ? { closeLabel: view.close.text } : {}),
    ...(view.submit ? { submitLabel: view.submit.text } : {}),
  };
}
