import { NotFound } from '../parts/state-panel.tsx';

export function AttentionView() {
  return <NotFound />;
}
