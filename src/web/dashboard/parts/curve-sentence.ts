import type { IsoDate } from '../../../domain/dates.ts';
import { texts } from '../../../messages/dashboard.ts';
import { curvesTexts } from '../../../messages/dashboard-curves.ts';
import { formatDay } from '../../../messages/format.ts';
import type { FigureOfTheDay } from '../charts/curve-points.ts';
import { language } from '../page-state.ts';
import { percentText } from '../texts/numbers.ts';

/** What a curve shows, for who does not see it. */
export function curveSentence(
  what: string,
  { percent, planned }: Pick<FigureOfTheDay, 'percent' | 'planned'>,
  asOf: IsoDate,
): string {
  const t = texts(language.value);
  const c = curvesTexts(language.value);
  const figure = (of: number | null) => (of === null ? t.none : percentText(of, language.value, 2));
  return c.said(what, figure(percent), figure(planned.linear), formatDay(asOf));
}
