import type { Language } from './language.ts';

/** For whoever runs the product from its sources and opens the dashboard before it was built. */
export const NOT_BUILT_TEXTS = {
  it: {
    title: 'Il cruscotto non è ancora compilato',
    how: 'Per compilarlo, nella cartella del progetto, e poi ricaricare questa pagina:',
    workspace: 'Area di lavoro locale',
  },
  en: {
    title: 'The dashboard is not built yet',
    how: 'To build it, in the project’s folder, and then load this page again:',
    workspace: 'Local workspace',
  },
} as const satisfies Readonly<Record<Language, object>>;
