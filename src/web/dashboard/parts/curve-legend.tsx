import { curvesTexts } from '../../../messages/dashboard-curves.ts';
import { formatDay } from '../../../messages/format.ts';
import type { BaselineChange } from '../charts/curve-points.ts';
import { language } from '../page-state.ts';

/** What the lines mean, drawn as they are drawn in the curves. */
export function CurveLegend({ changes }: { readonly changes: readonly BaselineChange[] }) {
  const t = curvesTexts(language.value);
  return (
    <ul class="curve-legend" aria-label={t.legend}>
      <li>
        <Key line="curve-actual" />
        {t.actual}
      </li>
      <li>
        <Key line="curve-linear" />
        {t.linear}
      </li>
      <li>
        <Key line="curve-by-deadline" />
        {t.byDeadline}
      </li>
      {changes.map(({ number, act, day }) => (
        <li key={number}>
          <span class="curve-legend-mark" aria-hidden="true">
            ◆
          </span>
          {t.baselineLegend}: {t.baselineFrom(act, formatDay(day))}
        </li>
      ))}
    </ul>
  );
}

function Key({ line }: { readonly line: string }) {
  return (
    <svg class="curve-key" viewBox="0 0 32 10" aria-hidden="true">
      <path class={line} d="M0 5H32" />
    </svg>
  );
}
