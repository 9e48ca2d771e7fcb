import { texts } from '../../../messages/dashboard.ts';
import type { AskProblem } from '../data/ask.ts';
import { addressOf, language } from '../page-state.ts';
import { Link } from './link.tsx';

/** Nothing is there yet. */
export function Loading() {
  return (
    <div class="state-panel" role="status">
      <p>{texts(language.value).loading}</p>
    </div>
  );
}

/** There is nothing to show, and that is right so. */
export function Empty({ children }: { readonly children: string }) {
  return <p class="state-panel state-empty">{children}</p>;
}

export function NotFound() {
  const t = texts(language.value);
  return (
    <div class="state-panel">
      <h1 tabIndex={-1}>{t.notFound}</h1>
      <p>{t.notFoundHint}</p>
      <Link class="btn btn-primary" to={addressOf({ name: 'PLAN' })}>
        {t.views.PLAN}
      </Link>
    </div>
  );
}

/** Why there is nothing to show, or why what is shown may be old. */
export function Problem({ problem, again }: { readonly problem: AskProblem; readonly again: () => void }) {
  const t = texts(language.value);
  switch (problem.kind) {
    case 'SIGNED_OUT':
      return (
        <div class="state-panel" role="alert">
          <h2>{t.signedOut}</h2>
          <p>{t.signedOutHint}</p>
          <Link class="btn btn-primary" to={addressOf({ name: 'SIGN_IN' })}>
            {t.signIn}
          </Link>
        </div>
      );
    case 'NOT_PERMITTED':
    case 'REFUSED':
      return (
        <div class="state-panel" role="alert">
          <h2>{problem.kind === 'REFUSED' ? t.refused : t.notPermitted}</h2>
          <p>{problem.message[language.value]}</p>
        </div>
      );
    case 'UNREACHABLE':
      return (
        <div class="state-panel" role="alert">
          <h2>{t.unreachable}</h2>
          <p>{t.unreachableHint}</p>
          <button type="button" class="btn btn-outline-primary" onClick={again}>
            {t.tryAgain}
          </button>
        </div>
      );
  }
}
