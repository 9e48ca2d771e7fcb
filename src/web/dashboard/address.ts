/** The address of a page: which view it is, and as of when, in which baseline and for which structure it is shown. */
import { type IsoDate, parseIsoDate } from '../../domain/dates.ts';
import { LANGUAGES, type Language } from '../../messages/language.ts';

export type View =
  | { readonly name: 'PLAN' }
  | { readonly name: 'GOAL'; readonly code: string }
  | { readonly name: 'STRUCTURE'; readonly code: string }
  | { readonly name: 'TIME' }
  | { readonly name: 'CHANGES' }
  | { readonly name: 'ATTENTION' }
  | { readonly name: 'OFFICE' }
  | { readonly name: 'SIGN_IN' }
  | { readonly name: 'UNKNOWN' };

/** What every view is shown by; null leaves it to the product: this year's plan, today, the baseline then in force. */
export type Filters = {
  readonly year: number | null;
  readonly asOf: IsoDate | null;
  readonly baseline: number | null;
  /** Code of the structure whose items alone are shown. */
  readonly structure: string | null;
  /** How far apart the points of a curve are; null is a week. */
  readonly every: CurvePeriod | null;
  /** Number of the baseline that the shown one is compared with; null is the one before it. */
  readonly from: number | null;
  /** Of two baselines also what is the same in both; null is what differs alone. */
  readonly show: 'ALL' | null;
};

const CURVE_PERIODS = ['DAY', 'MONTH'] as const;
export type CurvePeriod = (typeof CURVE_PERIODS)[number];

export type Address = {
  readonly view: View;
  readonly filters: Filters;
  /** Null is the product's own. */
  readonly language: Language | null;
};

export const NO_FILTERS: Filters = {
  year: null,
  asOf: null,
  baseline: null,
  structure: null,
  every: null,
  from: null,
  show: null,
};

const SINGLE = {
  '/': 'PLAN',
  '/time': 'TIME',
  '/changes': 'CHANGES',
  '/attention': 'ATTENTION',
  '/office': 'OFFICE',
  '/sign-in': 'SIGN_IN',
} as const satisfies Readonly<Record<string, View['name']>>;

const PATHS = Object.fromEntries(Object.entries(SINGLE).map(([path, name]) => [name, path])) as Readonly<
  Record<(typeof SINGLE)[keyof typeof SINGLE], string>
>;

const CODED = /^\/(goals|structures)\/([^/]+)$/;

/** Of what is not right in it nothing is taken: a link that was cut off still leads somewhere. */
export function parseAddress({ pathname, searchParams }: URL): Address {
  const given = (name: string) => searchParams.get(name)?.trim() || null;
  const language = LANGUAGES.find((each) => each === given('lang')) ?? null;
  return {
    view: parseView(pathname),
    filters: {
      year: wholeNumber(given('year')),
      asOf: parseIsoDate(given('asOf') ?? '') ?? null,
      baseline: wholeNumber(given('baseline')),
      structure: given('structure'),
      every: CURVE_PERIODS.find((each) => each === given('every')?.toUpperCase()) ?? null,
      from: wholeNumber(given('from')),
      show: given('show')?.toUpperCase() === 'ALL' ? 'ALL' : null,
    },
    language,
  };
}

export function printAddress({ view, filters, language }: Address): string {
  const params = new URLSearchParams();
  for (const name of ['year', 'asOf', 'baseline', 'structure', 'every', 'from', 'show'] as const) {
    if (filters[name] !== null) params.set(name, String(filters[name]));
  }
  if (language !== null) params.set('lang', language);
  const query = params.toString();
  return pathOf(view) + (query === '' ? '' : `?${query}`);
}

function parseView(pathname: string): View {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  if (path in SINGLE) return { name: SINGLE[path as keyof typeof SINGLE] };
  const [, kind, encoded] = CODED.exec(path) ?? [];
  const code = decode(encoded);
  if (code === null) return { name: 'UNKNOWN' };
  return { name: kind === 'goals' ? 'GOAL' : 'STRUCTURE', code };
}

function pathOf(view: View): string {
  if (view.name === 'GOAL') return `/goals/${encodeURIComponent(view.code)}`;
  if (view.name === 'STRUCTURE') return `/structures/${encodeURIComponent(view.code)}`;
  return view.name === 'UNKNOWN' ? '/' : PATHS[view.name];
}

function decode(text: string | undefined): string | null {
  try {
    return text === undefined ? null : decodeURIComponent(text);
  } catch {
    return null;
  }
}

const wholeNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null;
