import type { WebClient } from '@slack/web-api';
import type { Context } from '../services/context.ts';
import type { Voice } from './blocks/voice.ts';

export type Logger = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** What every listener works with. */
export type Environment = {
  readonly context: Context;
  readonly voice: Voice;
  readonly client: WebClient;
  readonly logger: Logger;
  /** Slack's id of the workspace, known once the bot has started. */
  readonly team: { id: string | null };
};
