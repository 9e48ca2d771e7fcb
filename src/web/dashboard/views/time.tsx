import { NotFound } from '../parts/state-panel.tsx';

export function TimeView() {
  return <NotFound />;
}
