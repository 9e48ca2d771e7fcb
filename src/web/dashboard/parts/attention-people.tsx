import type { ComponentChildren } from 'preact';
import { attentionTexts } from '../../../messages/dashboard-attention.ts';
import type { AnswerOf } from '../data/ask.ts';
import type { Answer } from '../data/use-answer.ts';
import { addressOf, language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { Link } from './link.tsx';
import { Problem } from './state-panel.tsx';

export type PeopleAnswers = { readonly missing: Answer<'missing'>; readonly orphans: Answer<'orphans'> };

type MissingStructure = NonNullable<AnswerOf<'missing'>['missing']>['structures'][number];
type MissingAnswer = NonNullable<MissingStructure['answers']>[number];
type Orphan = NonNullable<AnswerOf<'orphans'>['orphans']>[number];

/** How many people have not answered, and how many items nobody follows; null where it is not known. */
export const peopleCounts = ({ missing, orphans }: PeopleAnswers) => ({
  UNANSWERED: missing.data?.missing?.structures.reduce((sum, { people }) => sum + people, 0) ?? null,
  NOBODY: orphans.data?.orphans?.length ?? null,
});

/** Who has not answered, and what nobody answers for: by name where the API gives one. */
export function AttentionPeople({ missing, orphans }: PeopleAnswers) {
  const t = attentionTexts(language.value);
  const asked = missing.data?.missing;
  const open = orphans.data?.orphans;
  return (
    <>
      <Section name="UNANSWERED" answer={missing}>
        {asked &&
          (asked.structures.length === 0 ? (
            <p>{asked.everAsked ? t.allAnswered : t.neverAsked}</p>
          ) : (
            <ul class="attention-list">
              {asked.structures.map((each) => (
                <Unanswered key={each.structure.code} structure={each} />
              ))}
            </ul>
          ))}
      </Section>
      <Section name="NOBODY" answer={orphans}>
        {open &&
          (open.length === 0 ? (
            <p>{t.everybodyThere}</p>
          ) : (
            <ul class="attention-list">
              {open.map((each) => (
                <OrphanLine key={`${each.item.code} ${each.structure.code}`} orphan={each} />
              ))}
            </ul>
          ))}
      </Section>
    </>
  );
}

function Section(props: {
  readonly name: 'UNANSWERED' | 'NOBODY';
  readonly answer: Answer<'missing'> | Answer<'orphans'>;
  readonly children: ComponentChildren;
}) {
  const { name, answer, children } = props;
  const t = attentionTexts(language.value);
  const { problem, again } = answer;
  return (
    <section class="attention-group" id={`attention-${name}`} aria-labelledby={`attention-${name}-heading`}>
      <h2 id={`attention-${name}-heading`}>{t.groups[name]}</h2>
      <p class="attention-hint">{t.hints[name]}</p>
      {problem && <Problem problem={problem} again={again} />}
      {children}
    </section>
  );
}

function Unanswered({
  structure: { structure, people, items, answers },
}: {
  readonly structure: MissingStructure;
}) {
  const t = attentionTexts(language.value);
  return (
    <li class="attention-person">
      <p>
        <Link to={addressOf({ name: 'STRUCTURE', code: structure.code })} lang="it">
          {structure.name}
        </Link>
        : {t.people(people)} ({t.about(items.map(({ code }) => code).join(', '))})
      </p>
      {answers !== null && answers.length > 0 && (
        <ul>
          {answers.map((answer) => (
            <li key={`${answer.recipient} ${answer.askedOn}`}>
              <AnswerText answer={answer} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function AnswerText({ answer }: { readonly answer: MissingAnswer }) {
  const t = attentionTexts(language.value);
  const { recipient, silence, askedOn, closesOn, skippedBecause, items } = answer;
  const parts = [
    t.silences[silence](dayText(askedOn)),
    t.about(items.map(({ code }) => code).join(', ')),
    ...(silence === 'NOT_ANSWERED' ? [] : [t.closesOn(dayText(closesOn))]),
    ...(skippedBecause === null ? [] : [t.because(skippedBecause)]),
  ];
  return (
    <>
      <strong>{recipient}</strong>: {parts.join('; ')}
    </>
  );
}

function OrphanLine({ orphan: { item, structure, hasHead, heads } }: { readonly orphan: Orphan }) {
  const t = attentionTexts(language.value);
  const [goal = item.code] = /^\d+\.\d+/.exec(item.code) ?? [];
  const whose = !hasHead ? t.nobody : heads === null ? t.headOnly : t.heads(heads.join(', '));
  return (
    <li class="attention-person">
      <p>
        <Link to={addressOf({ name: 'GOAL', code: goal })}>
          <strong>{item.code}</strong> <span lang="it">{item.title}</span>
        </Link>
      </p>
      <p class="attention-structures">
        <span lang="it">{structure.name}</span>: {whose} · {t.deadline} {dayText(item.end)}
      </p>
    </li>
  );
}
