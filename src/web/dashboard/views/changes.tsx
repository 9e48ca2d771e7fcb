import { NotFound } from '../parts/state-panel.tsx';

export function ChangesView() {
  return <NotFound />;
}
