/** What each town celebrates on its patron's day. */
import type { Place } from '../domain/places.ts';
import type { Language } from './language.ts';

const PATRONS: Readonly<Record<Language, Readonly<Record<Place, string>>>> = {
  it: {
    Arezzo: 'San Donato',
    Carrara: 'San Ceccardo',
    Empoli: 'Sant’Andrea',
    Firenze: 'San Giovanni Battista',
    Grosseto: 'San Lorenzo',
    Livorno: 'Santa Giulia',
    Lucca: 'San Paolino',
    Massa: 'San Francesco d’Assisi',
    Pisa: 'San Ranieri',
    Pistoia: 'San Jacopo',
    Prato: 'Santo Stefano',
    Roma: 'Santi Pietro e Paolo',
    Siena: 'Sant’Ansano',
    Viareggio: 'Santissima Annunziata',
  },
  en: {
    Arezzo: 'Saint Donatus',
    Carrara: 'Saint Ceccardo',
    Empoli: 'Saint Andrew',
    Firenze: 'Saint John the Baptist',
    Grosseto: 'Saint Lawrence',
    Livorno: 'Saint Julia',
    Lucca: 'Saint Paulinus',
    Massa: 'Saint Francis of Assisi',
    Pisa: 'Saint Rainerius',
    Pistoia: 'Saint James',
    Prato: 'Saint Stephen',
    Roma: 'Saints Peter and Paul',
    Siena: 'Saint Ansanus',
    Viareggio: 'the Annunciation',
  },
};

/** `San Giovanni Battista, festa patronale di Firenze` */
export const patronDayText = (place: Place, language: Language): string =>
  language === 'it'
    ? `${PATRONS.it[place]}, festa patronale di ${place}`
    : `${PATRONS.en[place]}, patron’s day of ${place}`;
