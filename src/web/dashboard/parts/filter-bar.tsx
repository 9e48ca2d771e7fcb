import { useState } from 'preact/hooks';
import { parseIsoDate } from '../../../domain/dates.ts';
import { texts } from '../../../messages/dashboard.ts';
import { frameTexts } from '../../../messages/dashboard-frame.ts';
import { type Filters, NO_FILTERS, type View } from '../address.ts';
import type { AnswerOf } from '../data/ask.ts';
import { useAnswer } from '../data/use-answer.ts';
import { address, addressOf, go, language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';

type Frame = AnswerOf<'plan-frame'>;
type Name = 'year' | 'asOf' | 'baseline' | 'structure';

/** What each view can be shown by; those that are not here are the same on every day. */
const FILTERS_OF: Readonly<Partial<Record<View['name'], readonly Name[]>>> = {
  PLAN: ['year', 'asOf', 'baseline', 'structure'],
  GOAL: ['asOf', 'baseline'],
  STRUCTURE: ['year', 'asOf', 'baseline'],
  TIME: ['year', 'asOf', 'baseline', 'structure'],
  CHANGES: ['year', 'structure'],
  ATTENTION: ['year', 'asOf', 'baseline', 'structure'],
};

/** What every view is shown by. It stands in the address, so that what is seen can be sent to somebody. */
export function FilterBar() {
  const names = FILTERS_OF[address.value.view.name];
  return names === undefined ? null : <Bar names={names} />;
}

function Bar({ names }: { readonly names: readonly Name[] }) {
  const { view, filters } = address.value;
  const { year, asOf, baseline } = filters;
  const { data, problem } = useAnswer('plan-frame', { year, asOf, baseline });
  const frame = useLast(data);
  const t = frameTexts(language.value);
  const set = (change: Partial<Filters>) => go(addressOf(view, { ...filters, ...change }), { replace: true });
  const isSet = names.some((name) => filters[name] !== null);
  // Whoever has to sign in first has nothing to choose from.
  if (problem?.kind === 'SIGNED_OUT') return null;
  return (
    <search class="filter-bar-place">
      <form
        class="container-xl filter-bar"
        aria-label={texts(language.value).filters}
        onSubmit={(event) => event.preventDefault()}
      >
        {names.includes('year') && <YearChoice frame={frame} set={set} />}
        {names.includes('asOf') && <DayChoice frame={frame} set={set} />}
        {names.includes('baseline') && <BaselineChoice frame={frame} set={set} />}
        {names.includes('structure') && <StructureChoice frame={frame} set={set} />}
        {isSet && (
          <button type="button" class="action" onClick={() => set(NO_FILTERS)}>
            {t.clear}
          </button>
        )}
      </form>
    </search>
  );
}

type ChoiceProps = {
  readonly frame: Frame | null;
  readonly set: (change: Partial<Filters>) => void;
};

/** A choice of one is none. */
function YearChoice({ frame, set }: ChoiceProps) {
  const years = frame?.plans.map(({ year }) => year) ?? [];
  if (years.length < 2) return null;
  const shown = frame?.plan?.year;
  return (
    <label>
      {frameTexts(language.value).year}
      <select
        value={shown}
        // Another year has other days and other baselines.
        onChange={(event) => set({ ...NO_FILTERS, year: Number(event.currentTarget.value) })}
      >
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}

function DayChoice({ frame, set }: ChoiceProps) {
  const { asOf } = address.value.filters;
  const today = frame?.plan?.today ?? null;
  const choose = (input: HTMLInputElement) => {
    const day = parseIsoDate(input.value);
    // While a year is typed the field holds the first centuries.
    if (input.validity.valid) set({ asOf: day === undefined || day === today ? null : day });
  };
  return (
    <div class="filter-day">
      <label>
        {texts(language.value).asOf}
        <input
          type="date"
          min="2000-01-01"
          max="2099-12-31"
          value={asOf ?? today ?? ''}
          onChange={(event) => choose(event.currentTarget)}
        />
      </label>
      {asOf !== null && (
        <button type="button" class="btn btn-sm btn-outline-primary" onClick={() => set({ asOf: null })}>
          {frameTexts(language.value).today}
        </button>
      )}
    </div>
  );
}

function BaselineChoice({ frame, set }: ChoiceProps) {
  const t = frameTexts(language.value);
  const { baseline } = address.value.filters;
  return (
    <label>
      {t.baseline}
      <select
        value={baseline ?? ''}
        onChange={({ currentTarget: { value } }) => set({ baseline: value === '' ? null : Number(value) })}
      >
        <option value="">{t.inForce}</option>
        {frame?.plan?.baselines.map(({ number, act, effectiveFrom }) => (
          <option key={number} value={number}>
            {t.baselineChoice(number, act, dayText(effectiveFrom))}
          </option>
        ))}
      </select>
    </label>
  );
}

function StructureChoice({ frame, set }: ChoiceProps) {
  const t = frameTexts(language.value);
  const { structure } = address.value.filters;
  return (
    <label>
      {t.structure}
      <select
        value={structure ?? ''}
        onChange={({ currentTarget: { value } }) => set({ structure: value === '' ? null : value })}
      >
        <option value="">{t.everyStructure}</option>
        {frame?.plan?.structures.map(({ code, name }) => (
          <option key={code} value={code}>
            {code} – {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** While another day is asked for the choices stay as they were: a control that loses its options loses its place. */
function useLast<Value>(value: Value | null): Value | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}
