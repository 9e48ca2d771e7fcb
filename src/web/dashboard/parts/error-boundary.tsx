import { Component, type ComponentChildren } from 'preact';
import { frameTexts } from '../../../messages/dashboard-frame.ts';
import { language } from '../page-state.ts';

type ErrorBoundaryProps = { readonly children: ComponentChildren };

/** A view that breaks leaves the rest of the page as it is: one can go elsewhere, or load it again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static override getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    // The console of who looks is the only place there is for it.
    reportError(error);
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    const t = frameTexts(language.value);
    return (
      <div class="state-panel" role="alert">
        <h1 tabIndex={-1}>{t.broken}</h1>
        <p>{t.brokenHint}</p>
        <button type="button" class="btn btn-primary" onClick={() => location.reload()}>
          {t.reload}
        </button>
      </div>
    );
  }
}
