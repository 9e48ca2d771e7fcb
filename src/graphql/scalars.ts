import { GraphQLError } from 'graphql';
import { parseIsoDate } from '../domain/dates.ts';
import { WHOLE_BPS } from '../domain/plan.ts';
import { API_TEXTS, type ApiTexts } from '../messages/api-texts.ts';
import { builder } from './builder.ts';

builder.scalarType('Date', {
  description:
    'A day in Europe/Rome, `YYYY-MM-DD`, of the years 1900–2999. A day that does not exist is an error with the code DATE_INVALID.',
  serialize: (day) => day,
  parseValue: (value) => {
    const day = typeof value === 'string' ? parseIsoDate(value) : undefined;
    if (day === undefined) throw invalid('DATE_INVALID', 'dayExpected', value);
    return day;
  },
});

/** Day, time to the minute or finer, and the offset from UTC. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

builder.scalarType('DateTime', {
  description:
    'An instant, given in UTC with milliseconds: `2020-09-30T10:15:00.000Z`. Taken as ISO 8601 with `Z` or an offset; anything else is an error with the code DATE_TIME_INVALID.',
  serialize: (instant) => instant,
  parseValue: (value) => {
    const day = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
    const isDay = day !== undefined && parseIsoDate(day) !== undefined;
    const milliseconds = isDay ? Date.parse(String(value)) : Number.NaN;
    if (Number.isNaN(milliseconds)) throw invalid('DATE_TIME_INVALID', 'instantExpected', value);
    return new Date(milliseconds).toISOString();
  },
});

builder.scalarType('BasisPoints', {
  description:
    'Hundredths of a percent, an integer from 0 to 10 000: 12.00 % is 1200. Anything else is an error with the code BASIS_POINTS_INVALID.',
  serialize: (bps) => bps,
  parseValue: (value) => {
    const isWeight = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= WHOLE_BPS;
    if (!isWeight) throw invalid('BASIS_POINTS_INVALID', 'basisPointsExpected', value);
    return value;
  },
});

builder.scalarType('URL', {
  description: 'An http or https address. Anything else is an error with the code LINK_INVALID.',
  serialize: (link) => link,
  parseValue: (value) => {
    if (typeof value !== 'string' || !isLink(value)) throw invalid('LINK_INVALID', 'linkExpected', value);
    return value;
  },
});

function isLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'http:' || protocol === 'https:';
}

type Expected = 'dayExpected' | 'instantExpected' | 'basisPointsExpected' | 'linkExpected';

/** Schema errors are English, as the rest of the protocol; the Italian sentence stands beside. */
function invalid(code: string, text: Expected, value: unknown): GraphQLError {
  const given = typeof value === 'string' ? value.slice(0, 100) : (JSON.stringify(value) ?? '').slice(0, 100);
  const say = (texts: ApiTexts) => texts[text](given);
  return new GraphQLError(say(API_TEXTS.en), {
    extensions: { code, messageIt: say(API_TEXTS.it), messageEn: say(API_TEXTS.en) },
  });
}
