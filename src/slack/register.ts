/** Joins what Slack sends to the listeners, each of which stands in a file of its own. */
import type { App } from '@slack/bolt';
import { ACTIONS } from './actions/index.ts';
import { readPress } from './actions/read-press.ts';
import { plainMessage } from './blocks/help-blocks.ts';
import { escapeText } from './blocks/parts.ts';
import { answerCommand } from './commands/answer-command.ts';
import type { Environment } from './environment.ts';
import type { EventDelivery, EventListener } from './events/event-listener.ts';
import { EVENTS } from './events/index.ts';
import { NotRecorded } from './events/not-recorded.ts';
import { inTime } from './in-time.ts';
import { reportInternalError } from './internal-error.ts';
import { noticeModal } from './open-modal.ts';
import { tellPresser } from './tell-presser.ts';
import { VIEWS } from './views/index.ts';
import { readSubmission } from './views/read-submission.ts';
import type { Submission, ViewAnswer } from './views/submission.ts';
import { isHeld } from './workspaces/lost-access.ts';

export const COMMAND = '/arti';

/**
 * Of the workspace with that id, from which a request came; undefined for one we do not know. To one that is held
 * nothing is sent, yet what people say there is taken all the same.
 */
export type EnvironmentOf = (team: string | undefined) => Promise<Environment | undefined>;

/** Slack gives an answer 3 seconds; some of them go on the way, and some where fifty people ask at once. */
const PROMPT_MS = 1500;
/** An event waits longer: a database that stays busy says so after 2.5 s, which the person is then told. */
const RECORD_MS = 2700;

export function register(app: App, environmentOf: EnvironmentOf): void {
  app.command(COMMAND, async ({ command, ack, respond, context }) => {
    const environment = await environmentOf(context.teamId);
    if (!environment) return ack();
    const call = {
      text: command.text ?? '',
      user: command.user_id,
      channel: command.channel_id,
      triggerId: command.trigger_id,
    };
    const answer = answerCommand(environment, call).catch((error: unknown) =>
      plainMessage(reportInternalError(environment, error, `command ${COMMAND}`)),
    );
    const prompt = await inTime(answer, PROMPT_MS);
    if (prompt) return ack({ response_type: 'ephemeral', ...prompt });
    await ack();
    later(
      environment,
      answer.then((content) => respond({ response_type: 'ephemeral', ...content })),
    );
  });

  for (const [type, { record, follow }] of EVENTS) {
    app.event(type, async ({ event, body, context }) => {
      // Bolt tells of which workspace a request is: in a shared channel that is not always the person's.
      const environment = await environmentOf(context.teamId);
      if (!environment) return;
      const isExternallyShared = 'is_ext_shared_channel' in body && body.is_ext_shared_channel === true;
      const delivery = { eventId: body.event_id, event, isExternallyShared };
      if (record) await recordInTime(environment, record, delivery, type);
      if (follow) later(environment, follow(environment, delivery), `event ${type}`);
    });
  }

  app.action(/.*/, async ({ ack, action, body, context }) => {
    await ack();
    const environment = await environmentOf(context.teamId);
    const press = readPress(action, body);
    const listener = press && ACTIONS.get(press.actionId);
    if (!environment || !listener) return;
    const done = listener(environment, press).catch((error: unknown) => {
      const text = reportInternalError(environment, error, `action ${press.actionId}`);
      return tellPresser(environment, press, text);
    });
    later(environment, done);
  });

  app.view(/.*/, async ({ ack, view, body, context }) => {
    const environment = await environmentOf(context.teamId);
    const listener = VIEWS.get(view.callback_id);
    if (!environment || !listener) return ack();
    const submission = readSubmission(view, body.user.id);
    const errorField = listener.errorField(submission);
    const outcome = listener.submit(environment, submission).catch((error: unknown): ViewAnswer => {
      const text = reportInternalError(environment, error, `view ${view.callback_id}`);
      return { kind: 'ERRORS', errors: { [errorField]: text } };
    });
    const prompt = await inTime(outcome, PROMPT_MS);
    if (!prompt) {
      // The form stays with what was typed: closed, that would be lost if it is refused in the end. Submitted again
      // it has no second effect.
      await ack({
        response_action: 'errors',
        errors: { [errorField]: environment.voice.t.modalRecording },
      });
      return later(
        environment,
        outcome.then((answer) => answerLate(environment, submission, answer)),
      );
    }
    switch (prompt.kind) {
      case 'CLOSE':
        return ack();
      case 'ERRORS':
        return ack({ response_action: 'errors', errors: prompt.errors });
      case 'UPDATE':
        return ack({ response_action: 'update', view: prompt.view });
    }
  });

  app.shortcut(/.*/, ({ ack }) => ack());
  app.options(/.*/, ({ ack }) => ack({ options: [] }));
  // What no listener knows is acknowledged all the same: Slack would show the user a failure after 3 seconds.
  app.command(new RegExp(`^(?!${COMMAND}$)`), ({ ack }) => ack());
}

/** @throws NotRecorded where Slack shall send the event again */
async function recordInTime(
  environment: Environment,
  record: EventListener,
  delivery: EventDelivery,
  type: string,
): Promise<void> {
  const recorded = record(environment, delivery).then(
    () => 'DONE' as const,
    (error: unknown) => {
      reportInternalError(environment, error, `event ${type}`);
      return isHeld(error) ? ('HELD' as const) : ('DONE' as const);
    },
  );
  const outcome = (await inTime(recorded, RECORD_MS)) ?? 'LATE';
  if (outcome !== 'DONE') throw new NotRecorded(outcome);
}

/**
 * What became of a form that stayed open meanwhile. Sentences under its inputs cannot be shown any more, so what was
 * refused is told in the conversation; what was recorded shows in the form itself, where it is still as it was.
 */
async function answerLate(
  { client, voice, logger }: Environment,
  { user, id, hash }: Submission,
  answer: ViewAnswer,
): Promise<void> {
  if (answer.kind === 'ERRORS') {
    const sentence = escapeText(Object.values(answer.errors).join(' '));
    await client.chat.postMessage({ channel: user, ...plainMessage(sentence) });
    return;
  }
  const view = answer.kind === 'UPDATE' ? answer.view : noticeModal(voice.t.modalRecordedLate, voice);
  await client.views.update({ view_id: id, view, ...(hash ? { hash } : {}) }).catch((err: unknown) => {
    // Closed, or submitted again and answered: what was recorded stands.
    logger.info({ err }, 'a form was not drawn anew');
  });
}

/** What goes on after Slack was answered: a failure is logged, there is nobody left to tell. */
function later(environment: Environment, work: Promise<unknown>, where = 'after the acknowledgement'): void {
  work.catch((error: unknown) => {
    reportInternalError(environment, error, where);
  });
}
