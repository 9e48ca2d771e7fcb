import { sendSummaries } from '../../services/send-summaries.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { escapeText } from '../blocks/parts.ts';
import { refusedMessage } from '../blocks/recorded-blocks.ts';
import { inboxKeyOf } from './command-call.ts';
import { saysNow } from './says-now.ts';
import type { SlackCommand } from './slack-command.ts';

/** `/arti summary now`: each structure's channel gets its weekly summary. */
export const summaryCommand: SlackCommand = {
  names: ['riepilogo', 'summary'],
  permission: 'SEND_SUMMARIES',
  help: 'summary',
  async answer({ context, voice }, { actor, word, rest, call }) {
    const { t } = voice;
    if (!saysNow(rest)) return plainMessage(t.nowExpected(word));
    const result = await sendSummaries(context, actor, inboxKeyOf(call));
    if (!result.ok) return refusedMessage([{ line: '', refusal: result.refusal }], voice);
    const { sent, withoutChannel, plan } = result.value;
    return plainMessage(
      [
        ...(sent.length > 0 ? [t.summariesSent(sent.map(({ channel }) => `#${channel}`).join(', '))] : []),
        ...(withoutChannel.length > 0
          ? [
              t.summariesWithoutChannel(
                escapeText(withoutChannel.map((each) => each.structureName).join(', ')),
              ),
            ]
          : []),
        ...(plan === null
          ? []
          : [plan.channel === null ? t.planSummaryWithoutChannel : t.planSummarySent(`#${plan.channel}`)]),
      ].join('\n'),
    );
  },
};
