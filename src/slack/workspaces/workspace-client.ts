import { type WebAPICallResult, WebClient, type WebClientOptions } from '@slack/web-api';
import { createCallGate } from './call-gate.ts';
import { lostAccess, WorkspaceHeld } from './lost-access.ts';

/** Whether the workspace takes the token, as last heard. */
export type Access = {
  readonly team: string | undefined;
  /** Why Slack takes the token no more; null while it does. */
  readonly heldBecause: string | null;
  /** Told of an answer of Slack's which says that the access is lost. */
  lost(because: string): Promise<void>;
};

const LIST = 'conversations.list';
const OPEN = 'conversations.open';

/**
 * Slack's client, which makes no call that Slack has said it will refuse: none once the access is lost, from the first
 * answer on that says so ({@link WorkspaceHeld}), and none of a method until the wait is over that Slack asked for
 * (`CallHeld`). The one place through which all calls go, of deliveries and listeners alike.
 */
export class WorkspaceClient extends WebClient {
  readonly #access: () => Access;
  readonly #gate;
  readonly #answers = new Map<string, Promise<WebAPICallResult>>();

  /** @param now ms since the epoch */
  constructor(token: string, options: WebClientOptions, access: () => Access, now: () => number) {
    super(token, options);
    this.#access = access;
    this.#gate = createCallGate(now);
  }

  /**
   * Many messages sent at once ask the same: a page of channels is read once for all that wait for it, and where a
   * conversation with somebody is, which never changes, is asked once.
   */
  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    if (method !== LIST && method !== OPEN) return this.#call(method, options);
    const question = `${method} ${JSON.stringify(options)}`;
    const known = this.#answers.get(question);
    if (known !== undefined && this.#access().heldBecause === null) return known;
    const asked = this.#call(method, options);
    this.#answers.set(question, asked);
    const forget = () => this.#answers.delete(question);
    asked.then(method === LIST ? forget : undefined, forget);
    return asked;
  }

  async #call(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    const { team, heldBecause } = this.#access();
    if (heldBecause !== null) throw new WorkspaceHeld(team, heldBecause);
    this.#gate.check(method);
    try {
      return await super.apiCall(method, options);
    } catch (error) {
      const because = lostAccess(error);
      if (because !== undefined) await this.#access().lost(because);
      this.#gate.failed(method, options?.channel, error);
      throw error;
    }
  }
}
