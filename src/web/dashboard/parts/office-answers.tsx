import { officeTexts } from '../../../messages/dashboard-office.ts';
import { useAnswer } from '../data/use-answer.ts';
import { address, addressOf, language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Link } from './link.tsx';
import { type Round, roundsOf } from './office-rounds.ts';
import { Loading, Problem } from './state-panel.tsx';

const LISTED = 60;

/** How far the latest check-ins are answered, by structure: never by person. */
export function OfficeAnswers() {
  const t = officeTexts(language.value);
  const { year, structure } = address.value.filters;
  const variables = { year, orderBy: 'OPENED_DESC' as const, first: LISTED };
  const { data, problem, again } = useAnswer('check-ins', variables);
  const rounds = roundsOf(data?.checkIns?.nodes ?? []);
  return (
    <section aria-labelledby="office-answers">
      <h2 id="office-answers" class="visually-hidden">
        {t.answers}
      </h2>
      {problem && <Problem problem={problem} again={again} />}
      {data ? (
        <>
          <DataTable
            caption={t.answers}
            columns={columns()}
            rows={structure === null ? rounds : rounds.filter((round) => round.structure === structure)}
            rowKey={(round) => `${round.openedOn} ${round.structure ?? ''}`}
            query={{ name: 'check-ins', variables }}
            empty={t.noAnswers}
          />
          {rounds.length > 0 && <p class="office-aside">{t.lastRounds}</p>}
        </>
      ) : (
        !problem && <Loading />
      )}
    </section>
  );
}

function columns(): readonly Column<Round>[] {
  const t = officeTexts(language.value);
  const until = ({ closesOn }: Round) => (closesOn === null ? t.closed : dayText(closesOn));
  return [
    {
      key: 'structure',
      label: t.structure,
      cell: ({ structure }) =>
        structure === null ? (
          t.nowhere
        ) : (
          <Link to={addressOf({ name: 'STRUCTURE', code: structure })}>{structure}</Link>
        ),
      value: ({ structure }) => structure ?? t.nowhere,
    },
    {
      key: 'asked-on',
      label: t.askedOn,
      cell: ({ openedOn }) => dayText(openedOn),
      value: ({ openedOn }) => dayText(openedOn),
    },
    { key: 'asked', label: t.asked, isNumber: true, cell: ({ asked }) => asked, value: ({ asked }) => asked },
    {
      key: 'complete',
      label: t.complete,
      isNumber: true,
      cell: ({ complete }) => complete,
      value: ({ complete }) => complete,
    },
    {
      key: 'items',
      label: t.items,
      isNumber: true,
      cell: ({ answeredItems, items }) => t.itemsOf(answeredItems, items),
      value: ({ answeredItems, items }) => t.itemsOf(answeredItems, items),
    },
    { key: 'until', label: t.closesOn, cell: until, value: until },
  ];
}
