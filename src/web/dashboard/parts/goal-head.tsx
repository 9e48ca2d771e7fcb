import { texts } from '../../../messages/dashboard.ts';
import { goalTexts } from '../../../messages/dashboard-goal.ts';
import type { AnswerOf } from '../data/ask.ts';
import { addressOf, language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { percentText, pointsText, signedText, weightText } from '../texts/numbers.ts';
import { Percent } from './figure.tsx';
import { HealthWithReason } from './health-reason.tsx';
import { Link } from './link.tsx';
import { pointsOf } from './plan-head.tsx';
import { Readings } from './readings.tsx';

export type Goal = NonNullable<AnswerOf<'goal-detail'>['goal']>;

/** Of which area it is, what it weighs, who answers for it, until when. */
export function GoalFacts({ goal }: { readonly goal: Goal }) {
  const g = goalTexts(language.value);
  const { sharing, weightBps, deadline, expectedOutcome, remarks, neutralised } = goal;
  return (
    <div class="goal-facts">
      <p>
        <span>{texts(language.value).weightOf(weightText(weightBps, language.value))}</span>
        {g.sharing[sharing] !== '' && <span>{g.sharing[sharing]}</span>}
        {deadline !== null && (
          <span>
            {g.deadline}: {dayText(deadline)}
          </span>
        )}
        <span>
          {g.structures}: <StructureLinks structures={everyStructure(goal)} />
        </span>
      </p>
      {expectedOutcome !== null && (
        <p>
          {g.expectedOutcome}: {expectedOutcome}
        </p>
      )}
      {neutralised && (
        <p class="goal-neutralised">
          <strong>{g.neutralised(dayText(neutralised.from), neutralised.by)}</strong>: {neutralised.because}
        </p>
      )}
      {remarks !== null && (
        <p class="goal-remarks">
          {g.remarks}: {remarks}
        </p>
      )}
    </div>
  );
}

/** Those that answer for it as a whole, then those of its phases alone. */
function everyStructure({ structures, phases }: Goal): Structures {
  const all = [...structures, ...phases.flatMap((phase) => phase.structures)];
  return [...new Map(all.map((each) => [each.code, each])).values()];
}

type Structures = readonly { readonly code: string; readonly name: string }[];

type StructureLinksProps = {
  readonly structures: Structures;
  /** By their codes, where many rows name the same ones. */
  readonly short?: boolean;
};

export function StructureLinks({ structures, short = false }: StructureLinksProps) {
  if (structures.length === 0) return <>{goalTexts(language.value).noStructures}</>;
  return (
    <>
      {structures.map(({ code, name }, index) => (
        <span key={code}>
          {index > 0 && ', '}
          <Link to={addressOf({ name: 'STRUCTURE', code })} title={short ? name : undefined}>
            {short ? code : name}
          </Link>
        </span>
      ))}
    </>
  );
}

export function GoalHead({ goal: { code, progress } }: { readonly goal: Goal }) {
  const by = language.value;
  const t = texts(by);
  const g = goalTexts(by);
  const { percent, reason, points, ofPoints, planned, variance, spi, coverage, atMost } = progress;
  const index = (value: number | null) => (value === null ? t.none : pointsText(value, by, 2));
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
        <dd>{points === null || ofPoints === null ? t.none : pointsOf(points, ofPoints)}</dd>
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
          <small class="head-note">
            <abbr title={`${g.spi}: ${g.spiHint}`}>SPI</abbr> {index(spi.byDeadline)} · {index(spi.linear)}
          </small>
        </dd>
      </div>
      <div>
        <dt>{t.coverage}</dt>
        <dd>
          <Percent percent={coverage} />
          {coverage !== null && coverage < 100 && atMost !== null && (
            <small class="head-note">{g.atMost(percentText(atMost, by))}</small>
          )}
        </dd>
      </div>
      <div>
        <dt>{t.health}</dt>
        <dd>
          <HealthWithReason health={progress.health} reason={progress.healthReason} of={code} />
        </dd>
      </div>
    </dl>
  );
}
