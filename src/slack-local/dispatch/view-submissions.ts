import { describeProblem, isObject } from '../blocks/checks.ts';
import { type StateValues, stateValues } from '../blocks/state-values.ts';
import type { WorkspaceContext } from '../context.ts';
import { slackView } from '../objects/slack-view.ts';
import type { StoredView, User, ViewDefinition } from '../state/model.ts';
import { clearViews, closeView, pushView, updateView } from '../view-changes.ts';
import { readView } from '../web-api/view-definition.ts';
import { failureCode } from './app-requests.ts';
import type { Failure } from './block-actions.ts';
import { payloadBase } from './payloads.ts';

export type SubmissionOutcome = Failure | { readonly errors: Record<string, string> };

/**
 * Sends a filled modal to the app and does what its acknowledgement says: close the view (an empty one), show
 * errors under their inputs, update the view, push another, or clear them all. An acknowledgement that Slack
 * would not understand leaves the view open with `invalid_response_action`.
 */
export async function sendSubmission(
  ctx: WorkspaceContext,
  user: User,
  view: StoredView,
  values: StateValues,
): Promise<SubmissionOutcome> {
  const payload = {
    type: 'view_submission',
    ...payloadBase(ctx, user),
    trigger_id: ctx.triggers.issue(user.id, view.id),
    view: slackView(ctx, view, stateValues(view.definition.blocks, values)),
    response_urls: [],
  };
  const delivery = await ctx.requests.postForm({ payload: JSON.stringify(payload) });
  if (!delivery.ok) return { failed: failureCode(delivery) };
  if (delivery.body.trim() === '') {
    closeView(ctx, view);
    return undefined;
  }
  return act(ctx, user, view, parse(delivery.body));
}

/** Tells the app of a closed view, where the view asked for it. The app's answer changes nothing. */
export async function sendClosed(
  ctx: WorkspaceContext,
  user: User,
  view: StoredView,
  isCleared: boolean,
): Promise<void> {
  if (view.definition.notify_on_close !== true) return;
  const payload = {
    type: 'view_closed',
    ...payloadBase(ctx, user),
    view: slackView(ctx, view),
    is_cleared: isCleared,
  };
  const delivery = await ctx.requests.postForm({ payload: JSON.stringify(payload) });
  if (!delivery.ok) {
    ctx.log('warn', 'the app did not accept view_closed', { view: view.id, reason: delivery.reason });
  }
}

function act(ctx: WorkspaceContext, user: User, view: StoredView, answer: unknown): SubmissionOutcome {
  if (!isObject(answer)) return refuse(ctx, 'the acknowledgement is not a JSON object');
  switch (answer.response_action) {
    case undefined:
      closeView(ctx, view);
      return undefined;
    case 'clear':
      clearViews(ctx, user.id);
      return undefined;
    case 'errors':
      return showErrors(ctx, view, answer.errors);
    case 'update': {
      const definition = viewOf(ctx, answer.view);
      if (!definition) return { failed: 'invalid_response_action' };
      updateView(ctx, view, definition);
      return undefined;
    }
    case 'push': {
      const definition = viewOf(ctx, answer.view);
      if (!definition) return { failed: 'invalid_response_action' };
      return pushView(ctx, user.id, definition) ? undefined : { failed: 'push_limit_reached' };
    }
    default:
      return refuse(ctx, `unknown response_action: ${String(answer.response_action)}`);
  }
}

/** Slack takes errors only for input blocks of the view. */
function showErrors(ctx: WorkspaceContext, view: StoredView, errors: unknown): SubmissionOutcome {
  const inputs = view.definition.blocks
    .filter((block) => block.type === 'input')
    .map((block) => block.block_id);
  if (!isObject(errors) || Object.keys(errors).length === 0) return refuse(ctx, 'errors without any error');
  const shown: Record<string, string> = {};
  for (const [blockId, message] of Object.entries(errors)) {
    if (!inputs.includes(blockId)) return refuse(ctx, `errors for ${blockId}, which is not an input block`);
    if (typeof message !== 'string' || message === '')
      return refuse(ctx, `no text for the error of ${blockId}`);
    shown[blockId] = message;
  }
  return { errors: shown };
}

function viewOf(ctx: WorkspaceContext, value: unknown): ViewDefinition | undefined {
  const reading = readView(ctx, value, 'modal');
  if ('definition' in reading) return reading.definition;
  const problems = 'problems' in reading ? reading.problems.map(describeProblem) : [];
  ctx.log('warn', 'the app answered a submission with a view that Slack would refuse', {
    error: reading.refused,
    problems,
  });
  return undefined;
}

function refuse(ctx: WorkspaceContext, why: string): SubmissionOutcome {
  ctx.log('warn', 'the app answered a submission in a way Slack would not understand', { why });
  return { failed: 'invalid_response_action' };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
