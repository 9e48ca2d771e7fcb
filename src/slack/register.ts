/** Joins what Slack sends to the listeners, each of which stands in a file of its own. */
import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { ACTIONS } from './actions/index.ts';
import { readPress } from './actions/read-press.ts';
import { plainMessage } from './blocks/help-blocks.ts';
import { answerCommand } from './commands/answer-command.ts';
import type { Environment } from './environment.ts';
import { EVENTS } from './events/index.ts';
import { reportInternalError } from './internal-error.ts';
import { tellPresser } from './tell-presser.ts';
import { VIEWS } from './views/index.ts';
import { readSubmission } from './views/read-submission.ts';
import type { ViewAnswer } from './views/submission.ts';

export const COMMAND = '/arti';

/** Of the workspace with that id, from which a request came; undefined for one we do not know, or not any more. */
export type EnvironmentOf = (team: string | undefined) => Promise<Environment | undefined>;

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
    const prompt = await inTime(answer);
    if (prompt) return ack({ response_type: 'ephemeral', ...prompt });
    await ack();
    later(
      environment,
      answer.then((content) => respond({ response_type: 'ephemeral', ...content })),
    );
  });

  for (const [type, listener] of EVENTS) {
    app.event(type, async ({ event, body, context }) => {
      // Bolt tells of which workspace a request is: in a shared channel that is not always the person's.
      const environment = await environmentOf(context.teamId);
      if (!environment) return;
      await listener(environment, { eventId: body.event_id, event }).catch((error: unknown) => {
        reportInternalError(environment, error, `event ${type}`);
      });
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
    const outcome = listener.submit(environment, submission).catch((error: unknown): ViewAnswer => {
      const text = reportInternalError(environment, error, `view ${view.callback_id}`);
      return { kind: 'ERRORS', errors: { [listener.errorField(submission)]: text } };
    });
    const prompt = await inTime(outcome);
    if (!prompt) {
      await ack();
      // Answered too late for the form: what was refused is told in the conversation instead.
      return later(
        environment,
        outcome.then((answer) => tellLate(environment, submission.user, answer)),
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

async function tellLate({ client }: Environment, user: string, answer: ViewAnswer): Promise<unknown> {
  if (answer.kind !== 'ERRORS') return undefined;
  return client.chat.postMessage({
    channel: user,
    ...plainMessage(Object.values(answer.errors).join(' ')),
  });
}

/** What goes on after Slack was answered: a failure is logged, there is nobody left to tell. */
function later(environment: Environment, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    reportInternalError(environment, error, 'after the acknowledgement');
  });
}

/** Slack gives an answer 3 seconds; some of them go on the way, and some where fifty people ask at once. */
const PROMPT_MS = 1500;

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
