import { texts } from '../../../messages/dashboard.ts';
import { curvesTexts } from '../../../messages/dashboard-curves.ts';
import { language } from '../page-state.ts';

/** The place of a curve that cannot be drawn, and why: an empty picture would say 0. */
export function CurveEmpty({ reason }: { readonly reason: string | null }) {
  const t = texts(language.value);
  const c = curvesTexts(language.value);
  return (
    <div class="curve-empty">
      <p>
        <strong>{c.noCurve}</strong>
        {reason !== null && <span>{t.reasons[reason] ?? t.noHealth}</span>}
      </p>
    </div>
  );
}
