import { NotFound } from '../parts/state-panel.tsx';

export function StructureView() {
  return <NotFound />;
}
