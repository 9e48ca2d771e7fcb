/** Every listener of the app, by what Slack sends. The listeners themselves stand in a file each. */
import { setTimeout as pause } from 'node:timers/promises';
import type { App, BlockAction, ButtonAction, KnownEventFromType } from '@slack/bolt';
import { openReportModal } from './actions/open-report-modal.ts';
import { ANSWER_ACTION } from './blocks/check-in-blocks.ts';
import { plainMessage } from './blocks/help-blocks.ts';
import { REPORT_FIELDS, REPORT_VIEW } from './blocks/report-modal.ts';
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

  app.command(COMMAND, async ({ command, ack, respond }) => {
    const call = { text: command.text ?? '', user: command.user_id, triggerId: command.trigger_id };
    const answer = answerCommand(environment, call).catch((error: unknown) =>
      plainMessage(failed(error, `command ${COMMAND}`)),
    );
    const prompt = await inTime(answer);
    if (prompt) return ack({ response_type: 'ephemeral', ...prompt });
    await ack();
    later(answer.then((content) => respond({ response_type: 'ephemeral', ...content })));
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
      const opened = openReportModal(environment, press).catch((error: unknown) => {
        const text = failed(error, `action ${ANSWER_ACTION}`);
        return client.chat.postEphemeral({ channel, user: body.user.id, ...plainMessage(text) });
      });
      later(opened);
    },
  );

  app.view(REPORT_VIEW, async ({ ack, view, body }) => {
    const submission = {
      viewId: view.id,
      user: body.user.id,
      privateMetadata: view.private_metadata,
      values: view.state.values,
    };
    const outcome = submitReport(environment, submission).catch((error: unknown) => ({
      [REPORT_FIELDS.note]: failed(error, `view ${REPORT_VIEW}`),
    }));
    const prompt = await inTime(outcome);
    if (prompt) return ack({ response_action: 'errors', errors: prompt });
    await ack();
    // Answered too late for the form: what was refused is told in the conversation instead.
    if (prompt === undefined) later(outcome.then((errors) => errors && tellLate(body.user.id, errors)));
  });

  const tellLate = (user: string, errors: Readonly<Record<string, string>>) =>
    client.chat.postMessage({ channel: user, ...plainMessage(Object.values(errors).join(' ')) });

  /** What goes on after Slack was answered: a failure is logged, there is nobody left to tell. */
  const later = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => failed(error, 'after the acknowledgement'));
  };
}

/** Slack gives an answer 3 seconds; some of them go on the way. */
const PROMPT_MS = 2000;

/** What `work` gives, or undefined when that takes too long to answer Slack with. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  const done = new AbortController();
  const late = pause(PROMPT_MS, undefined, { signal: done.signal, ref: false }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
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
  (event.subtype === undefined || event.subtype === 'file_share' || event.subtype === 'thread_broadcast') &&
  !('bot_id' in event && event.bot_id) &&
  'user' in event &&
  typeof event.user === 'string';
