import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { texts } from '../../../messages/dashboard.ts';
import { actingTexts } from '../../../messages/dashboard-acting.ts';
import { addressOf, language } from '../page-state.ts';
import { Link } from '../parts/link.tsx';
import { percentText } from '../texts/numbers.ts';
import type { Form } from './use-form.ts';
import './acting.scss';

type ActionDialogProps = {
  readonly form: Form;
  /** On the button that opens it. */
  readonly label: string;
  /** Heading of the dialog, and what the button is called for who hears it: so it begins with the label. */
  readonly title: string;
  readonly intro?: string;
  /** Names of the fields shown: what is refused of any other is said above them all. */
  readonly fields: readonly string[];
  readonly children: ComponentChildren;
};

/** A button, and the form that it opens. The browser's own dialog keeps the focus within, and gives it back. */
export function ActionDialog({ form, label, title, intro, fields, children }: ActionDialogProps) {
  const t = actingTexts(language.value);
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { state, isOpen, hasDraft } = form;
  const canResume = hasDraft && !isOpen;

  useEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
    if (!isOpen && dialog.current?.open) dialog.current.close();
  }, [isOpen]);

  // The browser knows no place to give the focus back to where the form opened by itself.
  const closed = () => {
    form.close();
    opener.current?.focus();
  };

  // Whoever sent it is led to what has to be read next.
  useEffect(() => {
    const next = {
      REFUSED: '[aria-invalid="true"], [role="alert"]',
      FAILED: '[role="alert"]',
      RECORDED: '[role="status"]',
    };
    if (state.kind in next) {
      dialog.current?.querySelector<HTMLElement>(next[state.kind as keyof typeof next])?.focus();
    }
  }, [state]);

  return (
    <>
      <button
        ref={opener}
        type="button"
        class="btn btn-sm btn-outline-primary acting-open"
        aria-haspopup="dialog"
        aria-label={canResume ? `${t.resume}: ${title}` : title}
        onClick={form.open}
      >
        {canResume ? t.resume : label}
      </button>
      <dialog ref={dialog} class="acting-dialog" aria-labelledby={heading} onClose={closed}>
        {isOpen && (
          <form
            method="dialog"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              form.submit();
            }}
          >
            <h2 id={heading}>{title}</h2>
            {state.kind === 'RECORDED' ? (
              <Recorded form={form} />
            ) : (
              <>
                {intro && <p class="acting-intro">{intro}</p>}
                <NotRecorded form={form} fields={fields} />
                {children}
                <Buttons form={form} />
              </>
            )}
          </form>
        )}
      </dialog>
    </>
  );
}

function Buttons({ form }: { readonly form: Form }) {
  const t = actingTexts(language.value);
  const { state, hasDraft } = form;
  const isSending = state.kind === 'SENDING';
  return (
    <div class="acting-buttons">
      <button type="submit" class="btn btn-primary" aria-disabled={isSending}>
        {isSending ? t.sending : state.kind === 'FAILED' ? t.sendAgain : t.send}
      </button>
      <button type="button" class="btn btn-outline-primary" onClick={form.close}>
        {hasDraft ? t.closeKeeping : t.close}
      </button>
      {hasDraft && (
        <button type="button" class="btn btn-link" disabled={isSending} onClick={form.discard}>
          {t.discard}
        </button>
      )}
    </div>
  );
}

function Recorded({ form: { state, close } }: { readonly form: Form }) {
  if (state.kind !== 'RECORDED') return null;
  const t = actingTexts(language.value);
  const { percent, coverage } = state.goal.progress;
  const inWords = (figure: number | null, digits: 0 | 2) =>
    figure === null ? texts(language.value).none : percentText(figure, language.value, digits);
  const say = state.duplicate ? t.recordedBefore : t.recorded;
  return (
    <>
      <p role="status" tabIndex={-1} class="acting-recorded">
        <span aria-hidden="true">✓ </span>
        {say(state.goal.code, inWords(percent, 2), inWords(coverage, 0))}
      </p>
      <div class="acting-buttons">
        <button type="button" class="btn btn-primary" onClick={close}>
          {t.close}
        </button>
      </div>
    </>
  );
}

/** What stopped it, where that is not a matter of one of the fields shown. */
function NotRecorded({
  form: { state },
  fields,
}: {
  readonly form: Form;
  readonly fields: readonly string[];
}) {
  const t = actingTexts(language.value);
  if (state.kind === 'REFUSED') {
    if (state.field !== null && fields.includes(state.field)) return null;
    return <Notice title={t.refusedTitle} text={state.message[language.value]} />;
  }
  if (state.kind !== 'FAILED') return null;
  const { problem } = state;
  switch (problem.kind) {
    case 'SIGNED_OUT':
      return (
        <Notice title={t.signedOutTitle} text={t.signedOut}>
          <Link to={addressOf({ name: 'SIGN_IN' })}>{t.signIn}</Link>
        </Notice>
      );
    case 'NOT_PERMITTED':
    case 'REFUSED':
      return <Notice title={t.refusedTitle} text={problem.message[language.value]} />;
    case 'UNREACHABLE':
      return <Notice title={t.cutTitle} text={t.cut} />;
  }
}

type NoticeProps = { readonly title: string; readonly text: string; readonly children?: ComponentChildren };

function Notice({ title, text, children }: NoticeProps) {
  return (
    <div role="alert" tabIndex={-1} class="acting-notice">
      <p>
        <strong>{title}.</strong> {text}
      </p>
      {children}
    </div>
  );
}
