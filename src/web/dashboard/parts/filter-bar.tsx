import { parseIsoDate } from '../../../domain/dates.ts';
import { texts } from '../../../messages/dashboard.ts';
import { type Filters, NO_FILTERS } from '../address.ts';
import { address, addressOf, go, language } from '../page-state.ts';

/** What every view is shown by. It stands in the address, so that what is seen can be sent to somebody. */
export function FilterBar() {
  const t = texts(language.value);
  const { view, filters } = address.value;
  const set = (change: Partial<Filters>) => go(addressOf(view, { ...filters, ...change }), { replace: true });
  return (
    <form class="container-xl filter-bar" aria-label={t.filters} onSubmit={(event) => event.preventDefault()}>
      <label>
        {t.asOf}
        <input
          type="date"
          value={filters.asOf ?? ''}
          onChange={(event) => set({ asOf: parseIsoDate(event.currentTarget.value) ?? null })}
        />
      </label>
      <button
        type="button"
        class="btn btn-sm btn-outline-primary"
        onClick={() => go(addressOf(view, NO_FILTERS))}
      >
        {t.noFilters}
      </button>
    </form>
  );
}
