import { NotFound } from '../parts/state-panel.tsx';

export function OfficeView() {
  return <NotFound />;
}
