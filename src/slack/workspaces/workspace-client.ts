import { type WebAPICallResult, WebClient, type WebClientOptions } from '@slack/web-api';
import { lostAccess, WorkspaceHeld } from './lost-access.ts';

/** Whether the workspace takes the token, as last heard. */
export type Access = {
  readonly team: string | undefined;
  /** Why Slack takes the token no more; null while it does. */
  readonly heldBecause: string | null;
  /** Told of an answer of Slack's which says that the access is lost. */
  lost(because: string): Promise<void>;
};

/**
 * Slack's client, which stops at the first answer that says the access is lost: from then on every call throws
 * {@link WorkspaceHeld} and none is made. The one place through which all calls go, of deliveries and listeners alike.
 */
export class WorkspaceClient extends WebClient {
  readonly #access: () => Access;

  constructor(token: string, options: WebClientOptions, access: () => Access) {
    super(token, options);
    this.#access = access;
  }

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    const { team, heldBecause } = this.#access();
    if (heldBecause !== null) throw new WorkspaceHeld(team, heldBecause);
    try {
      return await super.apiCall(method, options);
    } catch (error) {
      const because = lostAccess(error);
      if (because !== undefined) await this.#access().lost(because);
      throw error;
    }
  }
}
