import { texts } from '../../../messages/dashboard.ts';
import { changesTexts } from '../../../messages/dashboard-changes.ts';
import type { AnswerOf } from '../data/ask.ts';
import { address, addressOf, go, language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { weightText } from '../texts/numbers.ts';
import type { BaselinePair } from './changes-pair.ts';

type Diff = NonNullable<NonNullable<AnswerOf<'plan-changes'>['plan']>['baselineDiff']>;
type Baseline = NonNullable<AnswerOf<'plan-frame'>['plan']>['baselines'][number];

/** Which baselines are compared, and how much of them is shown: in the address, as every filter. */
export function ChangesForm(props: { readonly baselines: readonly Baseline[]; readonly pair: BaselinePair }) {
  const { baselines, pair } = props;
  const t = changesTexts(language.value);
  const { view, filters } = address.value;
  const set = (change: Partial<typeof filters>) =>
    go(addressOf(view, { ...filters, ...change }), { replace: true });
  const before = (to: number) => baselines.filter(({ number }) => number < to);
  return (
    <form class="changes-form" aria-label={t.pair} onSubmit={(event) => event.preventDefault()}>
      <label>
        {t.before}
        <select
          class="form-select"
          value={pair.from}
          onChange={(event) => set({ from: Number(event.currentTarget.value) })}
        >
          <Choices baselines={before(pair.to)} />
        </select>
      </label>
      <label>
        {t.after}
        <select
          class="form-select"
          value={pair.to}
          onChange={(event) => set({ baseline: Number(event.currentTarget.value), from: null })}
        >
          <Choices baselines={baselines.slice(1)} />
        </select>
      </label>
      <label class="changes-all">
        <input
          type="checkbox"
          checked={filters.show === 'ALL'}
          onChange={(event) => set({ show: event.currentTarget.checked ? 'ALL' : null })}
        />
        {t.showAll}
      </label>
    </form>
  );
}

function Choices({ baselines }: { readonly baselines: readonly Baseline[] }) {
  const t = changesTexts(language.value);
  return (
    <>
      {baselines.map(({ number, act }) => (
        <option key={number} value={number}>
          {t.baselineChoice(number, act)}
        </option>
      ))}
    </>
  );
}

/** The two acts: number, adopted, in force, and what their weights sum to. */
export function ChangesActs({ diff }: { readonly diff: Diff }) {
  const t = changesTexts(language.value);
  return (
    <div class="changes-acts">
      <Act side={t.before} baseline={diff.from} weightBps={diff.oldWeightBps} />
      <Act side={t.after} baseline={diff.to} weightBps={diff.newWeightBps} />
    </div>
  );
}

function Act(props: { readonly side: string; readonly baseline: Diff['from']; readonly weightBps: number }) {
  const { side, baseline, weightBps } = props;
  const t = changesTexts(language.value);
  const { baselineNumber } = texts(language.value);
  return (
    <section class="changes-act">
      <h2>
        <span class="changes-act-side">{side}</span> {baseline.act}
      </h2>
      <p>{baselineNumber(baseline.number)}</p>
      <dl>
        <div>
          <dt>{t.adopted}</dt>
          <dd>{dayText(baseline.adoptedOn)}</dd>
        </div>
        <div>
          <dt>{t.effective}</dt>
          <dd>{dayText(baseline.effectiveFrom)}</dd>
        </div>
        <div>
          <dt>{t.weights}</dt>
          <dd>{weightText(weightBps, language.value)}</dd>
        </div>
      </dl>
    </section>
  );
}
