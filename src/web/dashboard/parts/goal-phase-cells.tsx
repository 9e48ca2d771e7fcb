import { texts } from '../../../messages/dashboard.ts';
import { goalTexts } from '../../../messages/dashboard-goal.ts';
import { formatNumber } from '../../../messages/format.ts';
import { ReportAction } from '../acting/report-action.tsx';
import { language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { percentText, weightText } from '../texts/numbers.ts';
import { Percent } from './figure.tsx';
import { FieldList, Motivation } from './goal-changes.tsx';
import { StructureLinks } from './goal-head.tsx';
import type { GoalDiff, Phase, ScheduleRow } from './goal-schedule.ts';
import { HealthWithReason } from './health-reason.tsx';

type HeadProps = { readonly row: ScheduleRow; readonly diff: GoalDiff | null };

/** Which phase it is, and what an act made of it. */
export function PhaseHead({ row: { code, phase, presence, fields }, diff }: HeadProps) {
  const g = goalTexts(language.value);
  const description = phase === null ? wordsOf(fields) : phase.description;
  return (
    <>
      <span class="phase-code">{code}</span>{' '}
      {description ?? <Unknown because={phase?.descriptionUnknown ?? null} />}
      {presence !== null && (
        <details class={`phase-change phase-${presence.toLowerCase()}`}>
          <summary>{g.presence[presence]}</summary>
          {presence === 'CHANGED' && <FieldList fields={fields} />}
          {diff?.changes.map(({ baseline, act, change }) => (
            <div key={baseline}>
              <p class="phase-act">{act}</p>
              <Motivation text={change.motivation} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

/** Of a phase that the shown baseline does not have: what the other one says. */
function wordsOf(fields: ScheduleRow['fields']): string | null {
  const field = fields.find((each) => each.field === 'DESCRIPTION');
  return field?.old?.text ?? field?.new?.text ?? null;
}

function Unknown({ because }: { readonly because: string | null }) {
  const g = goalTexts(language.value);
  return <em class="unknown-words">{g.unknownWords(because ?? g.nothing)}</em>;
}

/** What it must produce, who answers for it, what it weighs. */
export function PhaseDetails({ phase }: { readonly phase: Phase | null }) {
  const g = goalTexts(language.value);
  if (phase === null) return <em>{g.notInShown}</em>;
  const { output, outputUnknown, structures, weightBps, units, neutralised } = phase;
  return (
    <>
      <p>
        <span class="cell-label">{g.output}</span> {output ?? <Unknown because={outputUnknown} />}
      </p>
      {units !== null && <p>{g.targetUnits(formatNumber(units.target, language.value), units.name)}</p>}
      <p>
        <span class="cell-label">{g.structures}</span> <StructureLinks structures={structures} short />
      </p>
      <p>
        <span class="cell-label">{texts(language.value).weight}</span> {weightText(weightBps, language.value)}
      </p>
      {neutralised && (
        <p class="goal-neutralised">
          <strong>{g.neutralised(dayText(neutralised.from), neutralised.by)}</strong>: {neutralised.because}
        </p>
      )}
    </>
  );
}

/** The days of the bars, which nobody has to read off the picture. */
export function PhaseDays({ row: { approved, current } }: { readonly row: ScheduleRow }) {
  const g = goalTexts(language.value);
  const isSame = approved !== null && approved.start === current?.start && approved.end === current.end;
  return (
    <>
      {current !== null && <p>{g.planned(dayText(current.start), dayText(current.end))}</p>}
      {approved !== null && !isSame && (
        <p>{g.approvedPlanned(dayText(approved.start), dayText(approved.end))}</p>
      )}
    </>
  );
}

/** How far it is, how healthy, and what was said last. */
export function PhaseStatus({ phase }: { readonly phase: Phase | null }) {
  if (phase === null) return null;
  const { progress } = phase;
  return (
    <>
      <p class="phase-figure">
        <strong>
          <Percent percent={progress.percent} reason={progress.reason} />
        </strong>{' '}
        <HealthWithReason health={progress.health} reason={progress.healthReason} of={phase.code} />
      </p>
      <LastReport phase={phase} />
      <ReportAction phase={phase} />
    </>
  );
}

function LastReport({ phase: { lastReport, units, completedOn, progress } }: { readonly phase: Phase }) {
  const by = language.value;
  const g = goalTexts(by);
  if (lastReport === null) return <p class="phase-report">{g.neverReported}</p>;
  const { percent, units: count, note, evidence, blockedBecause, reportedOn } = lastReport;
  const said =
    count !== null && units !== null
      ? g.unitsOf(formatNumber(count, by), formatNumber(units.target, by), units.name)
      : percent === null
        ? g.onlyBlock
        : percentText(percent, by);
  return (
    <div class="phase-report">
      <p>
        <span class="cell-label">{g.lastReport}</span> {said}{' '}
        <time dateTime={reportedOn}>{g.reportOf(dayText(reportedOn))}</time>
      </p>
      {completedOn !== null && <p>{g.completedOn(dayText(completedOn))}</p>}
      {/* Of a phase that is blocked the health has said so. */}
      {blockedBecause !== null && progress.health !== 'BLOCKED' && (
        <p>
          <span class="cell-label">{g.blocked}</span> {blockedBecause}
        </p>
      )}
      {note !== null && (
        <p>
          <span class="cell-label">{g.note}</span> {note}
        </p>
      )}
      {evidence !== null && (
        <p>
          <a href={evidence} rel="noreferrer external">
            {g.evidenceLink}
          </a>
        </p>
      )}
    </div>
  );
}
