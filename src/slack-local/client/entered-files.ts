import { isObject } from '../blocks/checks.ts';
import type { StateValues } from '../blocks/state-values.ts';
import type { WorkspaceContext } from '../context.ts';
import { slackFile } from '../objects/slack-file.ts';
import type { User } from '../state/model.ts';

/**
 * The values with the files of each `file_input` as Slack's file objects. The page names them by id; those of
 * somebody else are left out.
 */
export function withFiles(ctx: WorkspaceContext, user: User, values: StateValues): StateValues {
  return mapEntries(values, (block) =>
    mapEntries(block, (value) =>
      Array.isArray(value.files) ? { ...value, files: filesOf(ctx, user, value.files) } : value,
    ),
  );
}

function filesOf(ctx: WorkspaceContext, user: User, given: readonly unknown[]) {
  return given.flatMap((entry) => {
    const file = isObject(entry) ? ctx.state.files.get(String(entry.id)) : undefined;
    return file?.user === user.id && file.status === 'complete' ? [slackFile(ctx, file)] : [];
  });
}

function mapEntries<T>(record: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
