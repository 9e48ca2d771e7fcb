import { texts } from '../../../messages/dashboard.ts';
import { language } from '../page-state.ts';
import { percentText } from '../texts/numbers.ts';

/** A figure, or why there is none: never a zero that nobody measured. */
export function Percent({ percent, reason, digits = 0 }: PercentProps) {
  const t = texts(language.value);
  if (percent === null) {
    return (
      <span class="no-figure">
        {t.none}
        {reason !== null && reason !== undefined && (
          <span class="no-figure-reason"> {t.reasons[reason] ?? ''}</span>
        )}
      </span>
    );
  }
  return <>{percentText(percent, language.value, digits)}</>;
}

type PercentProps = {
  /** 0–100; null where it can't be computed. */
  readonly percent: number | null;
  readonly reason?: string | null;
  /** Decimals. */
  readonly digits?: 0 | 2;
};
