import type { WebClient } from '@slack/web-api';
import type { Context } from '../services/context.ts';
import type { Voice } from './blocks/voice.ts';
import type { ChartTools } from './charts/chart-tools.ts';

export type Logger = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** What every listener works with: of the workspace from which the request came. */
export type Environment = {
  readonly context: Context;
  readonly voice: Voice;
  /** Speaks to that workspace with the bot's token there. */
  readonly client: WebClient;
  readonly logger: Logger;
  /** Slack's id of the workspace. */
  readonly team: string;
  readonly charts: ChartTools;
};

/** What is the same in every workspace. */
export type EnvironmentParts = Omit<Environment, 'client' | 'team'>;
