import { texts } from '../../../messages/dashboard.ts';
import { structureTexts } from '../../../messages/dashboard-structure.ts';
import type { AnswerOf } from '../data/ask.ts';
import { addressOf, language } from '../page-state.ts';
import { percentText, signedText } from '../texts/numbers.ts';
import { Percent } from './figure.tsx';
import { HealthMark } from './health-mark.tsx';
import { Link } from './link.tsx';
import type { StructureRow } from './structure-rows.ts';

type Structure = NonNullable<AnswerOf<'structure-detail'>['structure']>;

type StructureHeadProps = { readonly structure: Structure; readonly rows: readonly StructureRow[] };

/** The figures of a structure, each with what it is to be read beside. */
export function StructureHead({ structure: { progress }, rows }: StructureHeadProps) {
  const t = texts(language.value);
  const s = structureTexts(language.value);
  const { percent, reason, coverage, atMost, planned, variance, health, healthPart } = progress;
  const worst = rows.find(({ code }) => code === healthPart);
  const signed = (points: number | null) => (points === null ? t.none : signedText(points, language.value));
  return (
    <dl class="head-figures">
      <div>
        <dt>{t.progress}</dt>
        <dd class="head-figure">
          <Percent percent={percent} reason={reason} digits={2} />
        </dd>
      </div>
      <div>
        <dt>{t.planned}</dt>
        <dd>
          {t.linear}: <Percent percent={planned.linear} digits={2} />
          <br />
          {t.byDeadline}: <Percent percent={planned.byDeadline} digits={2} />
        </dd>
      </div>
      <div>
        <dt>{t.variance}</dt>
        <dd>
          {t.linear}: {signed(variance.linear)}
          <br />
          {t.byDeadline}: {signed(variance.byDeadline)}
        </dd>
      </div>
      <div>
        <dt>{t.coverage}</dt>
        <dd>
          <Percent percent={coverage} />
          {atMost !== null && (
            <>
              <br />
              {s.atMost(percentText(atMost, language.value, 2))}
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t.health}</dt>
        <dd>
          <HealthMark health={health} />
          {healthPart !== null && (
            <>
              <br />
              <Link to={addressOf({ name: 'GOAL', code: worst?.goalCode ?? healthPart })}>
                {s.because(healthPart)}
              </Link>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
