/** What charts say, in Italian; `chart-en.ts` says the same in English. Words of figures are those of Slack. */

/** Of one subject on one day; each is already text. */
export type ChartSummary = {
  readonly subject: string;
  readonly day: string;
  readonly progress: string;
  readonly coverage: string | null;
  /** Null where nothing is planned that could be computed. */
  readonly planned: { readonly byDeadline: string; readonly linear: string } | null;
  readonly variance: { readonly byDeadline: string; readonly linear: string } | null;
};

const monthNames: readonly string[] = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
];

const shortMonths: readonly string[] = [
  'gen',
  'feb',
  'mar',
  'apr',
  'mag',
  'giu',
  'lug',
  'ago',
  'set',
  'ott',
  'nov',
  'dic',
];

export const chartIt = {
  monthNames,
  shortMonths,
  plan: (year: number) => `Piano ${year}`,
  area: (code: string) => `Ambito ${code}`,
  title: (subject: string) => `${subject}: avanzamento e atteso`,
  asOf: (day: string) => `Al ${day}`,
  baseline: (number: number) => `baseline ${number}`,
  axisPercent: (value: number) => `${value}\u00a0%`,
  fileName: (subject: string, day: string) => `grafico-${subject}-${day}.png`,

  // Text alternative
  summary: ({ subject, day, progress, coverage, planned, variance }: ChartSummary) =>
    [
      `${subject} al ${day}: avanzamento ${progress}${coverage === null ? '' : ` con copertura ${coverage}`}`,
      ...(planned === null ? [] : [`atteso ${planned.byDeadline} a scadenza e ${planned.linear} lineare`]),
      ...(variance === null ? [] : [`scostamento ${variance.byDeadline} e ${variance.linear} punti`]),
    ].join('; '),
  monthByMonth: (months: readonly string[]) =>
    `A fine mese, avanzamento rispetto all’atteso a scadenza e lineare: ${months.join('; ')}.`,
  monthReached: (month: string, actual: string, byDeadline: string, linear: string) =>
    `${month} ${actual} rispetto a ${byDeadline} e ${linear}`,
  monthPlanned: (month: string, byDeadline: string, linear: string) =>
    `${month} atteso ${byDeadline} e ${linear}`,
  rebaselined: (day: string, baseline: number) => `Dal ${day} vale la baseline ${baseline}.`,
  ofBaseline: (baseline: number) => `Confronto con la baseline ${baseline}.`,

  // Answers
  upTo: (day: string) => `Il grafico arriva al ${day}: il seguito dell’anno è ancora solo previsto.`,
  onlyPlanned: 'Il grafico mostra il solo atteso: un avanzamento non c’è ancora.',
  nothingToDraw: (why: string) => `Non c’è nulla da disegnare: ${why}.`,
  imageFailed: 'L’immagine del grafico non si è potuta caricare: ecco i dati.',
  sentPrivately: 'Il grafico è nei Suoi messaggi diretti con ARTI.',
  more: (code: string | null) => `Per i dati: \`/arti stato${code === null ? '' : ` ${code}`}\`.`,
};

export type ChartMessages = typeof chartIt;
