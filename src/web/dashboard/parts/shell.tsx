import type { ComponentChildren } from 'preact';
import { texts } from '../../../messages/dashboard.ts';
import { LANGUAGES } from '../../../messages/language.ts';
import { printAddress, type View } from '../address.ts';
import { line } from '../data/live.ts';
import { address, addressOf, language } from '../page-state.ts';
import { Account } from './account.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Link } from './link.tsx';

const TABS = ['PLAN', 'TIME', 'CHANGES', 'ATTENTION', 'OFFICE'] as const satisfies readonly View['name'][];

/** What stands around every view: whose it is, where one is, what it is shown by. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const t = texts(language.value);
  const { view } = address.value;
  return (
    <>
      <a class="visually-hidden-focusable skip-link" href="#content">
        {t.skip}
      </a>
      <header class="it-header-slim-wrapper page-header">
        <div class="container-xl page-header-content">
          <Link class="page-name" to={addressOf({ name: 'PLAN' })}>
            {t.title}
          </Link>
          <nav class="page-languages" aria-label={t.languages}>
            {LANGUAGES.map((each) => (
              <Link
                key={each}
                lang={each}
                aria-current={each === language.value ? 'true' : undefined}
                to={printAddress({ ...address.value, language: each })}
              >
                {t.languageNames[each]}
              </Link>
            ))}
          </nav>
          <Account />
        </div>
      </header>
      <nav class="container-xl page-tabs" aria-label={t.navigation}>
        <ul class="nav nav-tabs">
          {TABS.map((name) => (
            <li key={name} class="nav-item">
              <Link
                class={`nav-link${name === view.name ? ' active' : ''}`}
                aria-current={name === view.name ? 'page' : undefined}
                to={addressOf({ name })}
              >
                {t.views[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {view.name !== 'SIGN_IN' && <FilterBar />}
      <main id="content" class="container-xl page-content">
        {children}
      </main>
      <footer class="container-xl page-footer">
        <p role="status">{t.lines[line.value]}</p>
      </footer>
    </>
  );
}
