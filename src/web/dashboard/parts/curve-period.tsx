import { curvesTexts } from '../../../messages/dashboard-curves.ts';
import type { CurvePeriod } from '../address.ts';
import { address, addressOf, language } from '../page-state.ts';
import { Link } from './link.tsx';

const PERIODS = [null, 'DAY', 'MONTH'] as const satisfies readonly (CurvePeriod | null)[];

/** How far apart the points are: by weeks, if nothing else was chosen. */
export function CurvePeriodChoice() {
  const t = curvesTexts(language.value);
  const { view, filters } = address.value;
  return (
    <nav class="curve-period" aria-label={t.every}>
      <ul>
        {PERIODS.map((every) => (
          <li key={every}>
            <Link
              to={addressOf(view, { ...filters, every })}
              aria-current={every === filters.every ? 'true' : undefined}
            >
              {t.periods[every ?? 'WEEK']}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
