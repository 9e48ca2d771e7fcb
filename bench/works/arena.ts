/** Where a contest is held: a copy of one database for each contestant. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contestant, type ContestantName, startContestant } from '../contestants/start-contestant.ts';
import { TODAY } from '../database/make-database.ts';
import { openConnection } from '../measure/connection.ts';
import type { Pace } from '../measure/contest.ts';
import type { Load } from '../measure/load.ts';
import type { Answer } from '../measure/read-answer.ts';
import { differenceOf } from '../measure/same-answer.ts';

export const KEY = 'chiave-del-confronto';
export const SIGNING_SECRET = 'the-signing-secret';

export type Arena = {
  readonly directory: string;
  /** Never opened by a contestant. */
  readonly databaseFile: string;
  /** Phases that take reports in percent. */
  readonly phases: readonly string[];
  readonly slackApiUrl: string;
  /** Where Slack takes answers that come late. */
  readonly slackResponseUrl: string;
  readonly pace: Pace;
};

export type Seated = { readonly contestant: Contestant; readonly databaseFile: string };

let seats = 0;

/** Starts a contestant on a database of its own. */
export async function seat(
  arena: Arena,
  name: ContestantName,
  settings: Readonly<Record<string, string>> = {},
): Promise<Seated> {
  seats += 1;
  const databaseFile = join(arena.directory, `${seats}-${name}.db`);
  copyFileSync(arena.databaseFile, databaseFile);
  const contestant = await startContestant(name, {
    PORT: '0',
    HOST: '127.0.0.1',
    ARTI_DATABASE: databaseFile,
    ARTI_TODAY: TODAY,
    ARTI_ADMIN_KEY: KEY,
    ARTI_SCHEDULE: 'off',
    ARTI_API_REQUESTS_PER_MINUTE: '10000000',
    SLACK_BOT_TOKEN: 'xoxb-T1',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: arena.slackApiUrl,
    ...settings,
  });
  return { contestant, databaseFile };
}

export async function askOnce({ address, next }: Pick<Load, 'address' | 'next'>): Promise<Answer> {
  const connection = await openConnection(address);
  try {
    return await connection.send(next());
  } finally {
    connection.close();
  }
}

/** @throws when they do not all answer the same: then there is nothing to compare */
export async function compareAnswers(
  loads: readonly (readonly [name: string, load: Load])[],
  tell: (answer: Answer) => unknown = ({ body }) => JSON.parse(body).data,
): Promise<Answer> {
  let first: Answer | null = null;
  for (const [name, load] of loads) {
    const answer = await askOnce(load);
    if (!load.isRight(answer))
      throw new Error(`${name} answered ${answer.status}: ${answer.body.slice(0, 500)}`);
    first ??= answer;
    const difference = differenceOf(tell(first), tell(answer));
    if (difference !== null) throw new Error(`${name} answers something else, at ${difference}`);
  }
  if (first === null) throw new Error('nobody answered');
  return first;
}
