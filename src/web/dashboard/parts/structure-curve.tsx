import { isoDate } from '../../../domain/dates.ts';
import { structureTexts } from '../../../messages/dashboard-structure.ts';
import { baselineChanges, pointsWith } from '../charts/curve-points.ts';
import { yearAxis } from '../charts/curve-scale.ts';
import type { AnswerOf } from '../data/ask.ts';
import { useAnswer } from '../data/use-answer.ts';
import { address, language } from '../page-state.ts';
import { LargeCurve } from './curve-large.tsx';
import { CurvePeriodChoice } from './curve-period.tsx';
import { curveSentence } from './curve-sentence.ts';
import { CurveWaiting } from './curve-waiting.tsx';
import { Problem } from './state-panel.tsx';

type StructureCurveProps = {
  readonly frame: NonNullable<AnswerOf<'plan-frame'>['plan']>;
  readonly structure: NonNullable<AnswerOf<'structure-detail'>['structure']>;
};

/** Progress of a structure over the year, beside both readings of what was planned. */
export function StructureCurve({ frame, structure }: StructureCurveProps) {
  const { asOf, baseline, every } = address.value.filters;
  const { code, name, progress } = structure;
  const axis = yearAxis(frame.year);
  const variables = {
    code,
    year: frame.year,
    asOf,
    baseline,
    from: axis.first,
    to: axis.last,
    every: every ?? ('WEEK' as const),
  };
  const { data, problem, again } = useAnswer('structure-series', variables);
  const s = structureTexts(language.value);
  const points = pointsWith(data?.structure?.progressSeries?.points ?? [], frame.asOf, progress);
  const day = isoDate(frame.asOf);
  return (
    <section>
      <h2>{s.curve}</h2>
      <CurvePeriodChoice />
      {problem && <Problem problem={problem} again={again} />}
      {data?.structure ? (
        <LargeCurve
          what={name}
          said={curveSentence(name, progress, day)}
          axis={axis}
          points={points}
          asOf={day}
          isToday={frame.asOf === frame.today}
          changes={baselineChanges(points, frame.baselines)}
          reason={progress.reason}
          query={{ name: 'structure-series', variables }}
        />
      ) : (
        !problem && <CurveWaiting />
      )}
    </section>
  );
}
