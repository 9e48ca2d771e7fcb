import { NotFound } from '../parts/state-panel.tsx';

export function SignInView() {
  return <NotFound />;
}
