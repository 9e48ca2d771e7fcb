import { useEffect, useState } from 'preact/hooks';
import { signInTexts } from '../../../messages/dashboard-sign-in.ts';
import { type Opened, openSession } from '../acting/open-session.ts';
import { placeToReturn } from '../acting/return-place.ts';
import { tokenIn } from '../acting/sign-in-token.ts';
import { refreshViewer, tellSignedIn } from '../acting/viewer.ts';
import { addressOf, go, language } from '../page-state.ts';
import { Link } from '../parts/link.tsx';
import './sign-in.scss';

/** To be opened by a personal link; without one it says how to get it. */
export function SignInView() {
  const t = signInTexts(language.value);
  const token = useToken();
  return (
    <div class="sign-in">
      <h1 tabIndex={-1}>{t.title}</h1>
      {token !== null && <Enter key={token} token={token} />}
      {token === null && <HowTo />}
      <p>
        <Link to={addressOf({ name: 'PLAN' })}>{t.backToPlan}</Link>
      </p>
    </div>
  );
}

/** A link may be opened while the page is: then the fragment alone changes. */
function useToken(): string | null {
  const [token, setToken] = useState(() => tokenIn(location.hash));
  useEffect(() => {
    const read = () => setToken((before) => tokenIn(location.hash) ?? before);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return token;
}

/** A button: who looks at a link beforehand, as mail and chat programs do, must not use it up. */
function Enter({ token }: { readonly token: string }) {
  const t = signInTexts(language.value);
  const [state, setState] = useState<Opened | { readonly kind: 'READY' | 'ENTERING' }>({ kind: 'READY' });

  async function enter(): Promise<void> {
    if (state.kind === 'ENTERING') return;
    setState({ kind: 'ENTERING' });
    const opened = await openSession(token);
    // A used token stands in no history; one that may be good still must outlive a reload.
    if (opened.kind !== 'UNREACHABLE') history.replaceState(null, '', location.pathname + location.search);
    setState(opened);
    if (opened.kind !== 'OPENED') return;
    refreshViewer();
    tellSignedIn();
    go(placeToReturn(sessionStorage), { replace: true });
  }

  if (state.kind === 'REFUSED') {
    return (
      <>
        <div class="state-panel" role="alert">
          <h2>{t.refusedTitle}</h2>
          <p>{state.message[language.value]}</p>
          <p>{t.refusedHint}</p>
        </div>
        <HowTo />
      </>
    );
  }
  return (
    <div class="state-panel">
      <p>{t.ready}</p>
      {state.kind === 'UNREACHABLE' && <p role="alert">{t.unreachable}</p>}
      <button
        type="button"
        class="btn btn-primary"
        aria-disabled={state.kind === 'ENTERING'}
        onClick={() => void enter()}
      >
        {state.kind === 'ENTERING' ? t.entering : state.kind === 'UNREACHABLE' ? t.tryAgain : t.enter}
      </button>
      {state.kind === 'OPENED' && <p role="status">{t.entered(state.name)}</p>}
    </div>
  );
}

function HowTo() {
  const t = signInTexts(language.value);
  const provider = providerAddress();
  return (
    <section aria-labelledby="sign-in-how">
      {provider !== null && (
        <p>
          <a class="btn btn-primary" href={provider}>
            {t.provider}
          </a>
        </p>
      )}
      <h2 id="sign-in-how">{provider === null ? t.how : t.or}</h2>
      <ol>
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

/** Where the agency's identity provider is reached, on our own host; null where the server wrote none into the page. */
function providerAddress(): string | null {
  const address = document.querySelector<HTMLMetaElement>('meta[name="sign-in-provider"]')?.content ?? '';
  return address.startsWith('/') ? address : null;
}
