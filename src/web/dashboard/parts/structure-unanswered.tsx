import { structureTexts } from '../../../messages/dashboard-structure.ts';
import { readingEn } from '../../../messages/reading-en.ts';
import { readingIt } from '../../../messages/reading-it.ts';
import type { AnswerOf } from '../data/ask.ts';
import { useAnswer } from '../data/use-answer.ts';
import { language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { Empty, Loading, Problem } from './state-panel.tsx';

type Silent = NonNullable<AnswerOf<'missing'>['missing']>['structures'][number];
type Answers = NonNullable<Silent['answers']>;

/** Which check-ins of a structure wait for an answer; whose, for whoever may read it. Today's, whatever day is shown. */
export function StructureUnanswered({ structure }: { readonly structure: string }) {
  const { data, problem, again } = useAnswer('missing', { structure });
  // To whom it is not open, it is no part of the page.
  if (problem?.kind === 'NOT_PERMITTED' || problem?.kind === 'SIGNED_OUT') return null;
  const s = structureTexts(language.value);
  return (
    <section>
      <h2>{s.unanswered}</h2>
      {data?.missing ? (
        <Unanswered missing={data.missing} structure={structure} />
      ) : problem ? (
        <Problem problem={problem} again={again} />
      ) : (
        <Loading />
      )}
    </section>
  );
}

type UnansweredProps = {
  readonly missing: NonNullable<AnswerOf<'missing'>['missing']>;
  readonly structure: string;
};

function Unanswered({ missing, structure }: UnansweredProps) {
  const words = language.value === 'it' ? readingIt : readingEn;
  const ours = missing.structures.find((each) => each.structure.code === structure);
  if (!missing.everAsked) return <Empty>{words.missingNeverAsked}</Empty>;
  if (!ours) return <Empty>{words.missingNothing}</Empty>;
  return (
    <>
      <p>{words.missingText(ours.people)}</p>
      {ours.answers ? <Names answers={ours.answers} /> : <Codes of={ours} />}
    </>
  );
}

function Names({ answers }: { readonly answers: Answers }) {
  const s = structureTexts(language.value);
  const words = language.value === 'it' ? readingIt : readingEn;
  return (
    <ul class="structure-people">
      {answers.map(({ recipient, silence, askedOn, skippedBecause, items }) => (
        <li key={`${recipient} ${askedOn}`}>
          <strong>{recipient}</strong>: {words.silences[silence](dayText(askedOn))}
          {skippedBecause !== null && ` (${words.missingReason(skippedBecause)})`},{' '}
          {s.aboutItems(items.map(({ code }) => code).join(', '))}
        </li>
      ))}
    </ul>
  );
}

function Codes({ of }: { readonly of: Silent }) {
  return (
    <ul class="structure-people">
      {of.items.map(({ code, title }) => (
        <li key={code}>
          {code} {title}
        </li>
      ))}
    </ul>
  );
}
