import { texts } from '../../../messages/dashboard.ts';
import { goalTexts } from '../../../messages/dashboard-goal.ts';
import { formatNumber } from '../../../messages/format.ts';
import { MeasureAction } from '../acting/measure-action.tsx';
import { AchievementBar } from '../charts/achievement-bar.tsx';
import { language } from '../page-state.ts';
import { percentText } from '../texts/numbers.ts';
import type { Goal } from './goal-head.tsx';

type Indicator = NonNullable<Goal['indicator']>;

const SIGNS = { GTE: '≥', LTE: '≤' } as const;

/** What the goal is measured by, what it should come to, and what it came to. */
export function IndicatorSection({ goal }: { readonly goal: Goal }) {
  const { indicator, achievement, measuredBy } = goal;
  const g = goalTexts(language.value);
  if (indicator === null) return null;
  const isByFigures = measuredBy === 'FIGURES';
  const figure = (value: number) => withUnit(indicator, value);
  const { actual = null, target = null, percent = null, uncappedPercent = null } = achievement ?? {};
  return (
    <section class="goal-section">
      <h2 id="goal-figures">{g.figures}</h2>
      <dl class="goal-indicator">
        <div class="wide">
          <dt>{g.indicator}</dt>
          <dd lang="it">{indicator.description}</dd>
        </div>
        <div>
          <dt>{g.startingValue}</dt>
          <dd lang="it">{indicator.startingValue ?? g.noStartingValue}</dd>
        </div>
        {indicator.targets.map(({ fromYear, toYear, operator, value, reference }) => (
          <div key={fromYear}>
            <dt>
              {g.target} {g.targetFor(fromYear, toYear)}
            </dt>
            <dd>
              {value === null
                ? g.targetReference(SIGNS[operator], reference ?? '–')
                : `${SIGNS[operator]} ${figure(value)}`}
            </dd>
          </div>
        ))}
        {isByFigures && (
          <>
            <div>
              <dt>{g.actual}</dt>
              <dd class="goal-actual">{actual === null ? g.notMeasured : figure(actual)}</dd>
            </div>
            <div>
              <dt>{g.achievement}</dt>
              <dd>
                <AchievementText
                  percent={percent}
                  uncapped={uncappedPercent}
                  reason={achievement?.reason ?? null}
                />
              </dd>
            </div>
          </>
        )}
      </dl>
      {actual !== null && target !== null && (
        <AchievementBar
          actual={actual}
          target={target}
          label={g.achievementLabel(figure(actual), figure(target))}
          targetText={figure(target)}
        />
      )}
      <MeasureAction goal={goal} />
    </section>
  );
}

type AchievementTextProps = {
  readonly percent: number | null;
  readonly uncapped: number | null;
  readonly reason: string | null;
};

function AchievementText({ percent, uncapped, reason }: AchievementTextProps) {
  const by = language.value;
  const t = texts(by);
  if (percent === null) return <>{`${t.none} ${reason === null ? '' : (t.reasons[reason] ?? '')}`.trim()}</>;
  return (
    <>
      {percentText(percent, by, 2)}
      {uncapped !== null && uncapped > percent && (
        <small class="head-note">{goalTexts(by).capped(percentText(uncapped, by, 2))}</small>
      )}
    </>
  );
}

/** `40%`, `1.500 utenti`: a ratio is a percentage. */
function withUnit({ measure, unit }: Indicator, value: number): string {
  const text = formatNumber(Math.round(value * 100) / 100, language.value);
  return measure === 'RATIO' ? `${text}%` : `${text} ${unit}`.trim();
}
