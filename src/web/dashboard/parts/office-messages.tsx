import { officeTexts } from '../../../messages/dashboard-office.ts';
import { outboxMessages } from '../../../messages/outbox.ts';
import type { AnswerOf } from '../data/ask.ts';
import { useAnswer } from '../data/use-answer.ts';
import { language } from '../page-state.ts';
import { type Column, DataTable } from './data-table.tsx';
import { type Lane, lanesOf } from './office-lanes.ts';
import { instantText } from './office-moment.ts';
import { SettleButtons, type Settling, useSettling } from './office-settle.tsx';
import { Empty, Loading, Problem } from './state-panel.tsx';

type Outbox = NonNullable<AnswerOf<'outbox'>['outbox']>;
type Unsettled = Outbox['messages'][number];

const LISTED = 100;

/** What of the messages waits, by itself or for a person. */
export function OfficeMessages() {
  const t = officeTexts(language.value);
  const { data, problem, again } = useAnswer('outbox', { first: LISTED });
  return (
    <section aria-labelledby="office-messages">
      <h2 id="office-messages">{t.messages}</h2>
      {problem?.kind === 'NOT_PERMITTED' ? (
        <div class="state-panel">
          <h3>{t.officeOnly}</h3>
          <p>{t.officeOnlyHint}</p>
        </div>
      ) : (
        problem && <Problem problem={problem} again={again} />
      )}
      {data?.outbox ? <Counts outbox={data.outbox} /> : !problem && <Loading />}
    </section>
  );
}

function Counts({ outbox }: { readonly outbox: Outbox }) {
  const t = officeTexts(language.value);
  const { pending, refused, doubtful, messages } = outbox;
  const settling = useSettling();
  return (
    <>
      <dl class="head-figures">
        <Count label={t.pending} count={pending} />
        <Count label={t.refused} count={refused} isWrong={refused > 0} />
        <Count label={t.doubtful} count={doubtful} isWrong={doubtful > 0} />
      </dl>
      <p role="status" class={settling.said === null ? 'visually-hidden' : 'office-said'}>
        {settling.said}
      </p>
      {messages.length === 0 && <Empty>{`✓ ${t.allDelivered}`}</Empty>}
      {messages.length > 0 && (
        <>
          {refused > 0 && (
            <p>
              <button
                type="button"
                class="btn btn-primary"
                aria-disabled={settling.busy !== null}
                onClick={settling.resendAll}
              >
                {settling.busy === 'RESEND_ALL' ? t.settling : t.resendAll(refused)}
              </button>
            </p>
          )}
          <DataTable
            caption={t.unsettled}
            columns={unsettledColumns(settling)}
            rows={messages}
            rowKey={({ number }) => String(number)}
            query={{ name: 'outbox', variables: { first: LISTED } }}
            empty={t.allDelivered}
          />
        </>
      )}
      {pending > 0 && <Lanes />}
    </>
  );
}

function Count({ label, count, isWrong = false }: CountProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {isWrong && (
          <span class="health-mark health-overdue" aria-hidden="true">
            !{' '}
          </span>
        )}
        {count}
      </dd>
    </div>
  );
}

type CountProps = { readonly label: string; readonly count: number; readonly isWrong?: boolean };

function Lanes() {
  const t = officeTexts(language.value);
  const variables = {
    filter: { state: ['PENDING' as const] },
    orderBy: 'RECORDED_ASC' as const,
    first: LISTED,
  };
  const { data, problem, again } = useAnswer('deliveries', variables);
  if (!data?.deliveries) return problem ? <Problem problem={problem} again={again} /> : <Loading />;
  const { nodes, pageInfo } = data.deliveries;
  const nameOf = ({ destination, channel }: Lane) =>
    destination === 'CHANNEL' ? t.lanesOf.CHANNEL(channel ?? '') : t.lanesOf[destination];
  const columns: readonly Column<Lane>[] = [
    { key: 'lane', label: t.lane, cell: nameOf, value: nameOf },
    { key: 'count', label: t.count, isNumber: true, cell: ({ count }) => count, value: ({ count }) => count },
    {
      key: 'oldest',
      label: t.oldest,
      cell: ({ oldest }) => instantText(oldest),
      value: ({ oldest }) => instantText(oldest),
    },
  ];
  return (
    <>
      <DataTable
        caption={t.lanes}
        columns={columns}
        rows={lanesOf(nodes)}
        rowKey={({ destination, channel }) => `${destination} ${channel ?? ''}`}
        query={{ name: 'deliveries', variables }}
        empty={t.noneWaiting}
      />
      {pageInfo.hasNextPage && <p>{t.firstOnly(nodes.length)}</p>}
    </>
  );
}

function unsettledColumns(settling: Settling): readonly Column<Unsettled>[] {
  const t = officeTexts(language.value);
  const words = outboxMessages(language.value);
  const what = ({ number, kind }: Unsettled) => t.numbered(number, words.notices[kind]);
  const where = ({ channel }: Unsettled) => (channel === null ? t.direct : `#${channel}`);
  const why = ({ error }: Unsettled) => words.why(words.reasons[error] ?? words.reasonUnknown, error);
  return [
    { key: 'what', label: t.what, cell: what, value: what },
    { key: 'to', label: t.to, cell: where, value: where },
    {
      key: 'since',
      label: t.since,
      cell: ({ recordedAt }) => instantText(recordedAt),
      value: ({ recordedAt }) => instantText(recordedAt),
    },
    {
      key: 'state',
      label: t.state,
      cell: ({ state }) => (
        <span class={`health ${state === 'REFUSED' ? 'health-overdue' : 'health-at-risk'}`}>
          <span class="health-mark" aria-hidden="true">
            {state === 'REFUSED' ? '!' : '?'}
          </span>{' '}
          {t.states[state]}
        </span>
      ),
      value: ({ state }) => t.states[state],
    },
    { key: 'why', label: t.why, cell: why, value: why },
    {
      key: 'decision',
      label: t.decision,
      cell: ({ number, state }) => (
        <SettleButtons number={number} isDoubtful={state === 'DOUBTFUL'} settling={settling} />
      ),
      value: () => null,
    },
  ];
}
