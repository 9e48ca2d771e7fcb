import { achievementPlaces } from './achievement-scale.ts';
import './achievement-bar.scss';

type AchievementBarProps = {
  /** In the unit of the indicator, both. */
  readonly actual: number;
  readonly target: number;
  /** Both in words, for who does not see the picture. */
  readonly label: string;
  readonly targetText: string;
};

/** What was measured as a bar, with a mark where it should be. */
export function AchievementBar({ actual, target, label, targetText }: AchievementBarProps) {
  const places = achievementPlaces(actual, target);
  if (places === null) return null;
  return (
    <div class="achievement-bar" role="img" aria-label={label}>
      <svg viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="achievement-ground" width="100" y="6" height="12" />
        <rect class="achievement-actual" width={places.actual} y="6" height="12" />
        <path class="achievement-target" d={`M${places.target} 0V24`} />
      </svg>
      <span class="achievement-target-text" style={{ left: `${places.target}%` }} aria-hidden="true">
        {targetText}
      </span>
    </div>
  );
}
