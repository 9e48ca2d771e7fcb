import { NotFound } from '../parts/state-panel.tsx';

export function GoalView() {
  return <NotFound />;
}
