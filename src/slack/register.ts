/** Joins what Slack sends to the listeners, each of which stands in a file of its own. */
import type { App, Context as BoltContext } from '@slack/bolt';
import { StoreFailed } from '../services/context.ts';
import { ACTIONS, UNKEPT_ACTIONS } from './actions/index.ts';
import { readPress } from './actions/read-press.ts';
import { plainMessage } from './blocks/help-blocks.ts';
import { escapeText } from './blocks/parts.ts';
import type { Environment } from './environment.ts';
import { EVENTS } from './events/index.ts';
import { NotRecorded } from './events/not-recorded.ts';
import { reportInternalError } from './internal-error.ts';
import { noticeModal } from './open-modal.ts';
import { COMMAND, ephemeral, isPassing, PROMPT_MS, quietly, type TakeCommand } from './take-command.ts';
import type { Replay, TakeEnvelope } from './take-envelope.ts';
import { tellPresser } from './tell-presser.ts';
import { VIEWS } from './views/index.ts';
import { readSubmission } from './views/read-submission.ts';
import type { Submission, ViewAnswer } from './views/submission.ts';
import { isHeld } from './workspaces/lost-access.ts';

/**
 * Of the workspace with that id, from which a request came; undefined for one we do not know. To one that is held
 * nothing is sent, yet what people say there is taken all the same.
 */
export type EnvironmentOf = (team: string | undefined) => Promise<Environment | undefined>;

/** An event waits longer: a database that stays busy says so after 2.5 s, which the person is then told. */
const RECORD_MS = 2700;
/** A form can only be answered once; what takes longer than this is told as going on. */
const FORM_MS = 500;

export type RegisterOptions = {
  readonly environmentOf: EnvironmentOf;
  readonly take: TakeEnvelope;
  readonly takeCommand: TakeCommand;
  /** Told of work that goes on after Slack was answered. It never rejects. */
  readonly goesOn: (work: Promise<void>) => void;
};

/** By which an envelope that is worked on once more comes with its {@link Replay}. */
export const REPLAY_PROPERTY = 'replay';

export function register(app: App, { environmentOf, take, takeCommand, goesOn }: RegisterOptions): void {
  const replayOf = (context: BoltContext): Replay | null => context[REPLAY_PROPERTY] ?? null;

  /** What goes on after Slack was answered. */
  const later = (environment: Environment, work: Promise<unknown>, where: string): void =>
    goesOn(quietly(environment, work, where));

  app.command(COMMAND, async ({ body, ack, respond, context }) => {
    const environment = await environmentOf(context.teamId);
    if (!environment) return ack();
    await takeCommand({
      body,
      environment,
      replay: replayOf(context),
      ack: (content) => ack(content && ephemeral(content)),
      respond: (content) => respond(ephemeral(content)),
    });
  });

  for (const [type, { record, tell, follow }] of EVENTS) {
    app.event(type, async ({ event, body, context }) => {
      // Bolt tells of which workspace a request is: in a shared channel that is not always the person's.
      const environment = await environmentOf(context.teamId);
      if (!environment) return;
      const where = `event ${type}`;
      const replay = replayOf(context);
      const isExternallyShared = 'is_ext_shared_channel' in body && body.is_ext_shared_channel === true;
      const delivery = { eventId: body.event_id, event, isExternallyShared };
      if (record) {
        const taken = await take({
          body,
          replay,
          work: record(environment, delivery),
          isPassing: (error) => isPassing(error) || isHeld(error),
          failed: (error) => {
            const text = reportInternalError(environment, error, where);
            const isDisk = error instanceof StoreFailed;
            const isFirst = context.retryNum === undefined || context.retryNum === 0;
            // Slack need not wait for what only tells the person, who is told once.
            if (tell && (isFirst || !isDisk) && !isHeld(error)) {
              const said = isDisk && replay === null ? environment.voice.t.notStoredYet : text;
              later(environment, tell(environment, delivery, said), 'telling of a failure');
            }
            if (isHeld(error)) throw new NotRecorded('HELD');
            if (isDisk) throw new NotRecorded('DISK');
          },
          patienceMs: RECORD_MS,
        });
        if (taken.kind === 'GOES_ON') {
          later(environment, taken.finish(nothing), where);
          if (!taken.isKept) throw new NotRecorded('LATE');
        }
      }
      if (!follow) return;
      const taken = await take({
        body,
        replay,
        work: follow(environment, delivery),
        isPassing,
        failed: (error) => {
          reportInternalError(environment, error, where);
        },
        patienceMs: 0,
      });
      if (taken.kind === 'GOES_ON') later(environment, taken.finish(nothing), where);
    });
  }

  app.action(/.*/, async ({ ack, action, body, context }) => {
    const environment = await environmentOf(context.teamId);
    const press = readPress(action, body);
    const listener = press && ACTIONS.get(press.actionId);
    if (!environment || !listener) return ack();
    const where = `action ${press.actionId}`;
    const taken = await take({
      body,
      replay: replayOf(context),
      work: listener(environment, press),
      isKept: !UNKEPT_ACTIONS.has(press.actionId),
      isPassing,
      failed: (error) => {
        const text = reportInternalError(environment, error, where);
        // Slack need not wait for it.
        later(environment, tellPresser(environment, press, text), where);
      },
      patienceMs: 0,
    });
    await ack();
    if (taken.kind === 'GOES_ON') later(environment, taken.finish(nothing), where);
  });

  app.view(/.*/, async ({ ack, view, body, context }) => {
    const environment = await environmentOf(context.teamId);
    const listener = VIEWS.get(view.callback_id);
    if (!environment || !listener) return ack();
    const where = `view ${view.callback_id}`;
    const replay = replayOf(context);
    const submission = readSubmission(view, body.user.id);
    const errorField = listener.errorField(submission);
    const taken = await take({
      body,
      replay,
      work: listener.submit(environment, submission),
      isPassing,
      failed: (error): ViewAnswer => {
        const text = reportInternalError(environment, error, where);
        return { kind: 'ERRORS', errors: { [errorField]: text } };
      },
      patienceMs: PROMPT_MS,
      earlyMs: FORM_MS,
    });
    const tell = (answer: ViewAnswer) => answerLate(environment, submission, answer);
    if (taken.kind === 'GOES_ON') {
      // The form stays with what was typed: closed, that would be lost if it is refused in the end. Submitted again
      // it has no second effect.
      await ack({
        response_action: 'errors',
        errors: { [errorField]: environment.voice.t.modalRecording },
      });
      return later(environment, taken.finish(tell), where);
    }
    const { value } = taken;
    if (replay !== null) return quietly(environment, tell(value), where);
    switch (value.kind) {
      case 'CLOSE':
        return ack();
      case 'ERRORS':
        return ack({ response_action: 'errors', errors: value.errors });
      case 'UPDATE':
        return ack({ response_action: 'update', view: value.view });
    }
  });

  app.shortcut(/.*/, ({ ack }) => ack());
  app.options(/.*/, ({ ack }) => ack({ options: [] }));
  // What no listener knows is acknowledged all the same: Slack would show the user a failure after 3 seconds.
  app.command(new RegExp(`^(?!${COMMAND}$)`), ({ ack }) => ack());
}

const nothing = async () => undefined;

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
