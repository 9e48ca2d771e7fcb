import { isObject, type Problem } from '../blocks/checks.ts';
import { validateBlocks, validateView } from '../blocks/validate.ts';
import { SlackApiError } from './api-error.ts';
import type { Args } from './arguments.ts';
import type { ApiMethod } from './method.ts';

/**
 * Says what Slack would refuse in the blocks of a message, in a whole message or in a view; exactly one of them.
 * Nothing is posted. Throws `invalid_blocks`, `invalid_message` or `invalid_view` with the problems.
 */
export const blocksValidate: ApiMethod = {
  run({ args }) {
    const given = (['blocks', 'message', 'view'] as const).filter((name) => isGiven(args, name));
    const [name] = given;
    if (name === undefined || given.length > 1) {
      throw new SlackApiError('invalid_arguments', {
        response_metadata: { messages: ['must provide exactly one of `blocks`, `view`, or `message`'] },
      });
    }
    const problems = problemsOf(name, args.nested(name, 'invalid_arguments'));
    if (problems.length > 0) throw new SlackApiError(`invalid_${name}`, { errors: problems });
    return {};
  },
};

function isGiven(args: Args, name: string): boolean {
  const value = args.raw[name];
  return value !== undefined && value !== null && value !== '';
}

/** Pointers start at what was given: `/0/text` in blocks, `/blocks/0/text` in a message or a view. */
function problemsOf(name: 'blocks' | 'message' | 'view', value: unknown): Problem[] {
  switch (name) {
    case 'blocks':
      return validateBlocks(value, 'message', '');
    case 'message':
      return validateBlocks(isObject(value) ? (value.blocks ?? []) : value, 'message');
    case 'view':
      return validateView(value, isObject(value) && value.type === 'home' ? 'home' : 'modal', '');
  }
}
