/** What stands on curves and around them, in Italian; `dashboard-curves-en.ts` says the same in English. */
export const curvesIt = {
  planTitle: 'Andamento del piano',
  intro: 'Quanto è stato realizzato nel corso dell’anno, e quanto era atteso a ogni data.',
  goalsTitle: 'Andamento degli obiettivi',
  goalsHint: 'Stessa scala (0–100%) e stesso anno per tutti: i grafici si confrontano a colpo d’occhio.',
  onlyOf: (structure: string) =>
    `Sono mostrati gli obiettivi di cui risponde ${structure}; la curva in alto resta quella di tutto il piano.`,
  every: 'Intervallo',
  periods: { DAY: 'Giorno', WEEK: 'Settimana', MONTH: 'Mese' },
  legend: 'Legenda',
  actual: 'avanzamento',
  linear: 'atteso lineare',
  byDeadline: 'atteso alla scadenza',
  today: 'oggi',
  asOf: (day: string) => `al ${day}`,
  baselineFrom: (act: string, day: string) => `${act}, in vigore dal ${day}`,
  baselineLegend: 'rimodulazione',
  changed: {
    INSERT: (day: string) => `inserito nel piano dal ${day}`,
    MODIFY: (day: string) => `rimodulato dal ${day}`,
    MERGE: (day: string) => `accorpato dal ${day}`,
    ELIMINATE: (day: string) => `eliminato dal ${day}`,
  },
  said: (what: string, actual: string, linear: string, day: string) =>
    `${what}: avanzamento ${actual}, atteso lineare ${linear} al ${day}`,
  of: (linear: string) => `atteso ${linear}`,
  noPlanned: 'atteso n.d.',
  data: 'Dati',
  dataOf: (what: string) => `Dati della curva: ${what}`,
  day: 'Giorno',
  linearColumn: 'Atteso lineare',
  byDeadlineColumn: 'Atteso alla scadenza',
  toCome: '–',
  reading: 'Leggi il grafico al giorno',
  noCurve: 'Nessuna curva da disegnare',
  noPoints: 'Nessun dato nel periodo.',
};

export type CurvesTexts = typeof curvesIt;
