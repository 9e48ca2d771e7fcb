import type { YearSeries } from '../../domain/year-series.ts';
import { chartMessage } from '../blocks/chart-blocks.ts';
import { platformError } from '../platform-error.ts';
import type { ChartEnvironment } from './chart-tools.ts';
import { postChart, tryNative } from './post-chart.ts';

/**
 * Shows a chart to one person: where they are, and only to them, if Slack takes its block and the bot may write
 * there; else in their conversation with the bot, since a picture cannot be posted for one person alone.
 * @throws what Slack's client throws when neither can be done
 */
export async function showChart(
  environment: ChartEnvironment,
  series: YearSeries,
  { user, channel }: { readonly user: string; readonly channel: string },
): Promise<'HERE' | 'DIRECT_MESSAGE'> {
  const { client, voice } = environment;
  const here = await tryNative(environment, () =>
    client.chat.postEphemeral({ channel, user, ...chartMessage(series, voice) }),
  ).catch((error: unknown) => {
    // The bot is not in that conversation, or may not write in it: whatever Slack has against it, nothing was shown.
    if (platformError(error) === undefined) throw error;
    return false;
  });
  if (here) return 'HERE';
  const opened = await client.conversations.open({ users: user });
  const conversation = opened.channel?.id;
  if (!conversation) throw new Error(`Slack opened no conversation with ${user}`);
  await postChart(environment, series, { channel: conversation, threadTs: null });
  return 'DIRECT_MESSAGE';
}
