import { parseIsoDate } from '../../domain/dates.ts';
import { refusalText } from '../../messages/refusals.ts';
import { readYearSeries } from '../../services/read-year-series.ts';
import { isDrawable, undrawableText } from '../blocks/chart-blocks.ts';
import { readAskedChart } from '../blocks/chart-button.ts';
import { showChart } from '../charts/show-chart.ts';
import type { Environment } from '../environment.ts';
import { identify } from '../identify.ts';
import { tellPresser } from '../tell-presser.ts';
import type { Press } from './press.ts';

/** A press on “chart” under a status: the course of that year, seen by whoever asks for it. */
export async function showChartOf(environment: Environment, press: Press): Promise<void> {
  const { context, voice } = environment;
  const caller = await identify(environment, press.user);
  if (!caller.ok) return tellPresser(environment, press, refusalText(caller.refusal, voice.language));
  const { subject, asOf, baseline } = readAskedChart(press.value);
  const query = { year: null, subject, asOf: parseIsoDate(asOf) ?? null, baseline };
  const series = await readYearSeries(context, query);
  if (!series.ok) return tellPresser(environment, press, refusalText(series.refusal, voice.language));
  if (!isDrawable(series.value)) return tellPresser(environment, press, undrawableText(series.value, voice));
  await showChart(environment, series.value, { user: press.user, channel: press.channel ?? press.user });
}
