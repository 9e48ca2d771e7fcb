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

builder.scalarType('DateTime', {
  description: 'An instant in UTC, ISO 8601 with milliseconds: `2020-09-30T10:15:00.000Z`.',
  serialize: (instant) => instant,
  parseValue: (value) => {
    const milliseconds = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(milliseconds)) throw invalid('DATE_TIME_INVALID', 'instantExpected', value);
    return new Date(milliseconds).toISOString();
  },
});

builder.scalarType('BasisPoints', {
  description: 'Hundredths of a percent, an integer from 0 to 10 000: 12.00 % is 1200.',
  serialize: (bps) => bps,
  parseValue: (value) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= WHOLE_BPS)
      return value;
    throw new GraphQLError(`BasisPoints is an integer from 0 to ${WHOLE_BPS}: got ${JSON.stringify(value)}.`);
  },
});

/** Schema errors are English, as the rest of the protocol; the Italian sentence stands beside. */
function invalid(code: string, text: 'dayExpected' | 'instantExpected', value: unknown): GraphQLError {
  const given = typeof value === 'string' ? value.slice(0, 100) : (JSON.stringify(value) ?? '').slice(0, 100);
  const say = (texts: ApiTexts) => texts[text](given);
  return new GraphQLError(say(API_TEXTS.en), {
    extensions: { code, messageIt: say(API_TEXTS.it), messageEn: say(API_TEXTS.en) },
  });
}
