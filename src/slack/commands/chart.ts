import { chartMessages } from '../../messages/chart.ts';
import { readYearSeries } from '../../services/read-year-series.ts';
import { isDrawable, undrawableText } from '../blocks/chart-blocks.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { escapeText, type MessageContent } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import { showChart } from '../charts/show-chart.ts';
import type { Environment } from '../environment.ts';
import { parseStatusQuery } from './parse-status-query.ts';
import type { CommandRequest, SlackCommand } from './slack-command.ts';

/**
 * Actual against planned over the year, asked as `/arti status` is. The chart comes as a message
 * of its own; the answer says where.
 */
async function answerChart(
  environment: Environment,
  { call, rest }: Pick<CommandRequest, 'call' | 'rest'>,
): Promise<MessageContent> {
  const { context, voice } = environment;
  const t = chartMessages(voice.language);
  const query = parseStatusQuery(rest, context.clock.today());
  if (!query.ok) return refusalMessage(query.refusal, voice);
  const series = await readYearSeries(context, { year: null, ...query.value });
  if (!series.ok) return refusalMessage(series.refusal, voice);
  if (!isDrawable(series.value)) return plainMessage(undrawableText(series.value, voice));
  const where = await showChart(environment, series.value, call);
  const { subject } = series.value;
  const more = t.more('code' in subject ? escapeText(subject.code) : null);
  return plainMessage(where === 'HERE' ? more : `${t.sentPrivately} ${more}`);
}

/** `/arti chart 1.1` */
export const chartCommand: SlackCommand = {
  names: ['grafico', 'chart'],
  permission: 'READ',
  help: 'chart',
  isKept: false,
  answer: answerChart,
};
