import { LOST_ACCESS } from '../../domain/lost-access.ts';
import { platformError } from '../platform-error.ts';

/** Slack's word for it when `error` says that the app has lost its access to the workspace. */
export function lostAccess(error: unknown): string | undefined {
  const said = platformError(error);
  return said !== undefined && LOST_ACCESS.includes(said) ? said : undefined;
}

/** Nothing is sent to the workspace for now, or from this answer of Slack's on. */
export const isHeld = (error: unknown): boolean =>
  error instanceof WorkspaceHeld || lostAccess(error) !== undefined;

/** No call was made: the app has lost its access to that workspace, and what is sent there waits. */
export class WorkspaceHeld extends Error {
  override readonly name = 'WorkspaceHeld';
  /** @param because Slack's word, or ours where the token could not be read */
  constructor(team: string | undefined, because: string) {
    super(team === undefined ? because : `${because} (${team})`);
  }
}
