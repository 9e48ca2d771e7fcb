import { describeProblem, type Problem, problem } from '../blocks/checks.ts';
import type { Json } from '../state/model.ts';

/** A refusal with Slack's own error code; Slack answers it with status 200 and `ok: false`. */
export class SlackApiError extends Error {
  readonly code: string;
  readonly details: Json;

  constructor(code: string, details: Json = {}) {
    super(code);
    this.name = 'SlackApiError';
    this.code = code;
    this.details = details;
  }
}

/** `invalid_blocks`, `invalid_arguments` …, telling each problem by its JSON pointer as Slack does. */
export function problemsError(code: string, problems: readonly Problem[]): SlackApiError {
  return new SlackApiError(code, {
    errors: problems.map((problem) => `${problem.message} [json-pointer:${problem.pointer}]`),
    response_metadata: { messages: problems.map(describeProblem) },
  });
}

/** `invalid_arguments` for one argument of the call. */
export function argumentError(argument: string, message: string): SlackApiError {
  return problemsError('invalid_arguments', [problem(`/${argument}`, message)]);
}
