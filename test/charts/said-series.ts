import { isoDate } from '../../src/domain/dates.ts';
import type { YearSeries } from '../../src/domain/year-series.ts';
import { readYearSeries, type YearSeriesQuery } from '../../src/services/read-year-series.ts';
import { recordStatements } from '../../src/services/record-statements.ts';
import { PLANNING_OFFICE, statement, type TestContext } from '../helpers/context.ts';
import { decimal } from '../helpers/figures.ts';

/** Records a percentage, or throws. */
export async function say(context: TestContext, item: string, percent: string, day: string): Promise<void> {
  const outcome = await recordStatements(context, {
    statements: [
      statement(item, { figure: { kind: 'PERCENT', percent: decimal(percent) }, reportedOn: isoDate(day) }),
    ],
    lines: [''],
    actor: PLANNING_OFFICE,
    source: 'SLACK',
    year: null,
    inbox: null,
    replyTo: null,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.lines));
}

export async function readSeries(context: TestContext, query: Partial<YearSeriesQuery>): Promise<YearSeries> {
  const series = await readYearSeries(context, {
    year: null,
    subject: null,
    asOf: null,
    baseline: null,
    ...query,
  });
  if (!series.ok) throw new Error(series.refusal.code);
  return series.value;
}
