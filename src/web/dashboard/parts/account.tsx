import { texts } from '../../../messages/dashboard.ts';
import { addressOf, language } from '../page-state.ts';
import { Link } from './link.tsx';

/** Who is signed in, and the way in and out. */
export function Account() {
  return (
    <p class="account">
      <Link to={addressOf({ name: 'SIGN_IN' })}>{texts(language.value).signIn}</Link>
    </p>
  );
}
