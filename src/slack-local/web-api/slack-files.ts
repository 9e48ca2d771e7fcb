import { isObject, type Problem, problem } from '../blocks/checks.ts';
import type { WorkspaceContext } from '../context.ts';
import type { FileRecord } from '../state/model.ts';

/** The images that Slack draws from its own files. */
const DRAWN = /^image\/(png|jpeg|gif)$/;

/** Problems of every `slack_file` within: there has to be such a file, whole, and an image that Slack can draw. */
export function slackFileProblems(ctx: WorkspaceContext, value: unknown, pointer: string): Problem[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => slackFileProblems(ctx, entry, `${pointer}/${index}`));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) => {
    const at = `${pointer}/${name}`;
    if (name !== 'slack_file' || !isObject(entry)) return slackFileProblems(ctx, entry, at);
    const file = findSlackFile(ctx, entry);
    return file?.status === 'complete' && DRAWN.test(file.mimetype)
      ? []
      : [problem(at, 'invalid slack file')];
  });
}

/** A file by its `id`, or by one of its addresses (`url`). */
export function findSlackFile(ctx: WorkspaceContext, given: Record<string, unknown>): FileRecord | undefined {
  if (typeof given.id === 'string') return ctx.state.files.get(given.id);
  const [, id = ''] = /\/(?:files\/|files-pri\/[^/-]+-)(F[A-Z0-9]+)\//.exec(String(given.url)) ?? [];
  return ctx.state.files.get(id);
}
