import { createContext, useContext } from 'react';
import type { PageBootstrap, PageUser } from '../page-api.ts';
import type { Texts } from './texts.ts';

/** What every part of the page needs: who speaks, in which language, and where to say that something failed. */
export type Page = {
  readonly bootstrap: PageBootstrap;
  readonly texts: Texts;
  readonly me: PageUser;
  /** The app's own bot; there may be bots of others. */
  readonly bot: PageUser | undefined;
  readonly person: (id: string) => PageUser | undefined;
  readonly report: (refusal: { error: string; detail?: string }) => void;
};

const PageContext = createContext<Page | undefined>(undefined);
export const PageProvider = PageContext.Provider;

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('usePage outside of PageProvider');
  return page;
}
