import type { ComponentChildren } from 'preact';
import { texts } from '../../../messages/dashboard.ts';
import { frameTexts } from '../../../messages/dashboard-frame.ts';
import { LANGUAGES } from '../../../messages/language.ts';
import { printAddress, type View } from '../address.ts';
import { line } from '../data/live.ts';
import { address, addressOf, language } from '../page-state.ts';
import { Account } from './account.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Link } from './link.tsx';

const TABS = ['PLAN', 'TIME', 'CHANGES', 'ATTENTION', 'OFFICE'] as const satisfies readonly View['name'][];

/** Where the product's local workspace is; the server writes it into the page, and in local mode alone. */
const workspace = document.querySelector<HTMLMetaElement>('meta[name="arti-workspace"]')?.content;

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
      <FilterBar />
      <main id="content" class="container-xl page-content">
        {children}
      </main>
      <Footer />
    </>
  );
}

function Footer() {
  const t = frameTexts(language.value);
  return (
    <footer class="page-footer">
      <div class="container-xl page-footer-content">
        <p class={`page-line page-line-${line.value.toLowerCase()}`} role="status">
          {texts(language.value).lines[line.value]}
        </p>
        <p class="page-note">{t.figuresNote}</p>
        <ul class="page-links">
          {workspace !== undefined && (
            <li>
              <a href={workspace}>{t.workspace}</a>
            </li>
          )}
          <li>
            <a href="/graphql">{t.api}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
