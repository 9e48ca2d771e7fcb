/**
 * Towns whose patron's day the calendar knows. For public staff the day of the patron “della località in cui il
 * dipendente presta servizio” is a holiday when it falls on a working day (national contract of the sector, 6 July
 * 1995, article 18, paragraph 6, and its successors).
 *
 * Month and day of each feast, as the towns and their dioceses keep it: the ten provincial capitals of Tuscany,
 * three more of its towns, and Rome, whose feast is a holiday in the city by decree (D.P.R. 792/1985).
 */
const PATRON_DAYS = {
  Arezzo: '08-07',
  Carrara: '06-16',
  Empoli: '11-30',
  Firenze: '06-24',
  Grosseto: '08-10',
  Livorno: '05-22',
  Lucca: '07-12',
  Massa: '10-04',
  Pisa: '06-17',
  Pistoia: '07-25',
  Prato: '12-26',
  Roma: '06-29',
  Siena: '12-01',
  Viareggio: '03-25',
} as const satisfies Readonly<Record<string, string>>;

export type Place = keyof typeof PATRON_DAYS;

/** In the order in which people look a town up. */
export const PLACES = Object.keys(PATRON_DAYS) as readonly Place[];

/** A town as people write it, whatever the case and the spaces; undefined when the calendar does not know it. */
export function findPlace(text: string): Place | undefined {
  const wanted = text.trim().toLocaleLowerCase('it');
  return PLACES.find((place) => place.toLocaleLowerCase('it') === wanted);
}

/** Month and day, `06-24`. */
export const patronDayOf = (place: Place): string => PATRON_DAYS[place];
