import { texts } from '../../../messages/dashboard.ts';
import type { AnswerOf } from '../data/ask.ts';
import { language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { percentText, pointsText, signedText } from '../texts/numbers.ts';
import { Percent } from './figure.tsx';
import { HealthWithReason } from './health-reason.tsx';
import { Readings } from './readings.tsx';

export type Plan = NonNullable<AnswerOf<'plan-overview'>['plan']>;

const WHOLE_BPS = 10_000;

/** Of which day the figures are, and by which act. */
export function PlanWhen({ plan: { asOf, baseline } }: { readonly plan: Pick<Plan, 'asOf' | 'baseline'> }) {
  const t = texts(language.value);
  return (
    <p class="plan-when">
      {t.asOf} <time dateTime={asOf}>{dayText(asOf)}</time>
      <span>
        {baseline.act}, {t.plan.inForceFrom(dayText(baseline.effectiveFrom))}
      </span>
    </p>
  );
}

/** What is reached of the plan, against what was planned. */
export function PlanHead({ plan: { progress, weightBps } }: { readonly plan: Plan }) {
  const by = language.value;
  const t = texts(by);
  const { percent, reason, points, ofPoints, planned, variance, coverage, atMost } = progress;
  const signed = (value: number | null) => (value === null ? t.none : signedText(value, by, 2));
  return (
    <dl class="head-figures">
      <div>
        <dt>{t.progress}</dt>
        <dd class="head-figure">
          <Percent percent={percent} reason={reason} digits={2} />
        </dd>
      </div>
      <div>
        <dt>{t.points}</dt>
        <dd>
          {points === null || ofPoints === null ? t.none : pointsOf(points, ofPoints)}
          {weightBps < WHOLE_BPS && (
            <small class="head-note">{t.plan.weightShown(pointsText(weightBps / 100, by, 0))}</small>
          )}
        </dd>
      </div>
      <div>
        <dt>{t.planned}</dt>
        <dd>
          <Readings
            byDeadline={<Percent percent={planned.byDeadline} digits={2} />}
            linear={<Percent percent={planned.linear} digits={2} />}
          />
        </dd>
      </div>
      <div>
        <dt>{t.variance}</dt>
        <dd>
          <Readings byDeadline={signed(variance.byDeadline)} linear={signed(variance.linear)} />
        </dd>
      </div>
      <div>
        <dt>{t.coverage}</dt>
        <dd>
          <Percent percent={coverage} />
          {coverage !== null && coverage < 100 && atMost !== null && (
            <small class="head-note">{t.plan.atMost(percentText(atMost, by))}</small>
          )}
        </dd>
      </div>
      <div>
        <dt>{t.health}</dt>
        <dd>
          <HealthWithReason health={progress.health} reason={progress.healthReason} />
        </dd>
      </div>
    </dl>
  );
}

/** `9,07 su 12`: points of the plan. */
export function pointsOf(points: number, ofPoints: number): string {
  const by = language.value;
  return texts(by).pointsOf(
    pointsText(points, by, 2),
    pointsText(ofPoints, by, Number.isInteger(ofPoints) ? 0 : 2),
  );
}
