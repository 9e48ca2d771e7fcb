import { Loading } from './state-panel.tsx';

/** In the place of a curve that is asked for: what stands below does not jump. */
export function CurveWaiting() {
  return (
    <div class="curve-waiting">
      <Loading />
    </div>
  );
}
