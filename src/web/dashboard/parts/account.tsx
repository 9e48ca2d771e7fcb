import { useState } from 'preact/hooks';
import { texts } from '../../../messages/dashboard.ts';
import { frameTexts } from '../../../messages/dashboard-frame.ts';
import { useViewer } from '../acting/viewer.ts';
import { addressOf, language } from '../page-state.ts';
import { Link } from './link.tsx';

/** Who is signed in, and the way in and out. */
export function Account() {
  const viewer = useViewer();
  const t = frameTexts(language.value);
  // A key of the API, or whoever only reads in public, is nobody who could sign out.
  const member = viewer?.member;
  if (!viewer || !member) {
    return (
      <div class="account">
        <Link to={addressOf({ name: 'SIGN_IN' })}>{texts(language.value).signIn}</Link>
      </div>
    );
  }
  return (
    <section class="account" aria-label={t.account}>
      <span class="account-name" title={t.signedInAs(member.name)}>
        {member.name} <span class="account-role">{t.roles[viewer.role]}</span>
      </span>
      <SignOut />
    </section>
  );
}

function SignOut() {
  const t = frameTexts(language.value);
  const [failed, setFailed] = useState(false);
  const signOut = async () => {
    const response = await fetch('/session', { method: 'DELETE', credentials: 'same-origin' });
    // Who has no session any more is out as well.
    if (!response.ok && response.status !== 401) throw new Error(`${response.status}`);
    // Loaded anew, nothing of what was seen stays in the page.
    location.assign(addressOf({ name: 'SIGN_IN' }));
  };
  return (
    <>
      <button type="button" onClick={() => signOut().catch(() => setFailed(true))}>
        {t.signOut}
      </button>
      {failed && <span role="alert">{t.notSignedOut}</span>}
    </>
  );
}
