/** Every listener of the app, by what Slack sends. The listeners themselves stand in a file each. */
import type { App, BlockAction, ButtonAction, KnownEventFromType } from '@slack/bolt';
import { openReportModal } from './actions/open-report-modal.ts';
import { ANSWER_ACTION } from './blocks/check-in-blocks.ts';
import { plainMessage } from './blocks/help-blocks.ts';
import { REPORT_VIEW } from './blocks/report-modal.ts';
import { answerCommand } from './commands/answer-command.ts';
import type { Environment } from './environment.ts';
import { answerDirectMessage } from './events/direct-message.ts';
import { reportInternalError } from './internal-error.ts';
import { submitReport } from './views/submit-report.ts';

export const COMMAND = '/arti';

export function register(app: App, environment: Environment): void {
  const { client } = environment;
  const failed = (error: unknown, where: string) => reportInternalError(environment, error, where);

  acknowledgeOthers(app);

  app.command(COMMAND, async ({ command, ack }) => {
    const call = { text: command.text ?? '', user: command.user_id, triggerId: command.trigger_id };
    const content = await answerCommand(environment, call).catch((error: unknown) =>
      plainMessage(failed(error, `command ${COMMAND}`)),
    );
    await ack({ response_type: 'ephemeral', ...content });
  });

  app.event('message', async ({ event, body }) => {
    if (!isFromPerson(event)) return;
    const message = {
      eventId: body.event_id,
      channel: event.channel,
      user: event.user,
      text: event.text ?? '',
      threadTs: event.thread_ts ?? null,
    };
    try {
      await answerDirectMessage(environment, message);
    } catch (error) {
      const text = failed(error, 'direct message');
      await client.chat.postMessage({ channel: event.channel, ...plainMessage(text) });
    }
  });

  app.action<BlockAction<ButtonAction>>(
    { action_id: ANSWER_ACTION, type: 'block_actions' },
    async ({ ack, action, body }) => {
      await ack();
      const channel = body.channel?.id ?? body.user.id;
      const press = { user: body.user.id, channel, triggerId: body.trigger_id, value: action.value ?? '' };
      try {
        await openReportModal(environment, press);
      } catch (error) {
        const text = failed(error, `action ${ANSWER_ACTION}`);
        await client.chat.postEphemeral({ channel, user: body.user.id, ...plainMessage(text) });
      }
    },
  );

  app.view(REPORT_VIEW, async ({ ack, view, body }) => {
    const submission = {
      viewId: view.id,
      user: body.user.id,
      privateMetadata: view.private_metadata,
      values: view.state.values,
    };
    const errors = await submitReport(environment, submission).catch((error: unknown) => ({
      note: failed(error, `view ${REPORT_VIEW}`),
    }));
    if (errors === null) await ack();
    else await ack({ response_action: 'errors', errors });
  });
}

/** What no listener knows is acknowledged all the same: Slack would show the user a failure after 3 seconds. */
function acknowledgeOthers(app: App): void {
  app.command(anyBut(COMMAND), ({ ack }) => ack());
  app.action(anyBut(ANSWER_ACTION), ({ ack }) => ack());
  app.view(anyBut(REPORT_VIEW), ({ ack }) => ack());
  app.shortcut(/.*/, ({ ack }) => ack());
  app.options(/.*/, ({ ack }) => ack({ options: [] }));
}

const anyBut = (name: string): RegExp => new RegExp(`^(?!${name}$)`);

type MessageEvent = KnownEventFromType<'message'>;
type PersonMessage = Extract<MessageEvent, { subtype: undefined }>;

/** A new message that a person wrote to the bot; edits, deletions and bots are something else. */
const isFromPerson = (event: MessageEvent): event is PersonMessage & { user: string } =>
  event.channel_type === 'im' &&
  (event.subtype === undefined || event.subtype === 'file_share') &&
  !('bot_id' in event && event.bot_id) &&
  'user' in event &&
  typeof event.user === 'string';
