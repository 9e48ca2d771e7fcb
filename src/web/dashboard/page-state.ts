/** Where the page is. The browser's address is the only place in which it stands. */
import { computed, signal } from '@preact/signals';
import type { Language } from '../../messages/language.ts';
import { type Address, type Filters, parseAddress, printAddress, type View } from './address.ts';

export const address = signal<Address>(parseAddress(new URL(location.href)));

/** As the server wrote it into the page. */
const ownLanguage: Language = document.documentElement.lang === 'en' ? 'en' : 'it';
export const language = computed<Language>(() => address.value.language ?? ownLanguage);

/** To another page of ours, with the same filters and language. */
export const addressOf = (view: View, filters: Filters = address.value.filters): string =>
  printAddress({ ...address.value, view, filters });

/** @param replace for what is no place to come back to, such as a choice of a filter that was changed again */
export function go(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  const before = address.value.view;
  address.value = parseAddress(new URL(location.href));
  const { view } = address.value;
  if (JSON.stringify(before) === JSON.stringify(view)) return;
  scrollTo(0, 0);
  // Who cannot see the page change hears it: the new view's heading is what is read next.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('main h1')?.focus());
}

addEventListener('popstate', () => {
  address.value = parseAddress(new URL(location.href));
});
