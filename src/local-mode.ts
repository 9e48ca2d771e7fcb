/** Local mode: the embedded workspace in Slack's place, peopled from the directory. */
import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Config, SlackConfig } from './config.ts';
import { actorOf, may } from './domain/actor.ts';
import { parseIsoDate } from './domain/dates.ts';
import type { Channel, Person } from './domain/directory.ts';
import { refusalText } from './messages/refusals.ts';
import { slackMessages } from './messages/slack.ts';
import { readManifest } from './read-manifest.ts';
import type { Context } from './services/context.ts';
import { moveDay } from './services/move-day.ts';
import type { Log, SeedChannel, SeedUser, SeedUserGroup } from './slack-local/options.ts';
import { createLocalWorkspace, type LocalWorkspace } from './slack-local/workspace.ts';

const BOT_USER = 'U0ARTIBOT';

export type LocalMode = {
  readonly slack: SlackConfig & { readonly botToken: string };
  readonly workspace: LocalWorkspace;
  /** Base of the Web API that the app calls, with a trailing slash. */
  readonly apiUrl: () => string;
};

/**
 * @param address where the product itself is reached, known once it listens
 * @param today tells open pages when the day was moved by other means than the page
 */
export async function createLocalMode(
  config: Config,
  context: Context,
  address: () => string,
  log: Log,
): Promise<LocalMode> {
  const manifest = await readManifest();
  const t = slackMessages(config.language);
  const people = await context.store.listPeople();
  const slack = {
    botToken: `xoxb-local-${randomBytes(12).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
    appToken: null,
  };
  const workspace = createLocalWorkspace({
    seed: {
      team: { id: 'T0ARTI', name: 'ARTI', domain: 'arti' },
      users: people.map(seedUser),
      channels: (await context.store.listChannels()).map((channel) => seedChannel(channel, people)),
      userGroups: seedUserGroups(people),
    },
    app: {
      id: 'A0ARTI',
      name: manifest.display_information.name,
      botUserId: BOT_USER,
      botId: 'B0ARTI',
      botToken: slack.botToken,
      signingSecret: slack.signingSecret,
      scopes: manifest.oauth_config.scopes.bot,
      // The manifest speaks Italian; Slack shows it as it is, the local page in the language that is set.
      commands: manifest.features.slash_commands.map(({ command, should_escape: shouldEscape }) => ({
        command,
        shouldEscape,
        description: t.commandDescription,
        usageHint: t.commandUsage,
      })),
      requestUrl: () => `${address()}/slack/events`,
      events: manifest.settings.event_subscriptions.bot_events,
      // Links to this machine as well, which is where the product is.
      unfurlDomains: [...manifest.features.unfurl_domains, '127.0.0.1', 'localhost'],
    },
    language: config.language,
    ...(config.databaseFile === ':memory:' ? {} : { stateFile: `${config.databaseFile}.workspace.json` }),
    clock: context.clock,
    calendar: {
      today: () => context.clock.today(),
      simulated: true,
      setToday: (day, user) => movedByPage(config, context, people, day, user),
    },
    pageDirectory: fileURLToPath(new URL('../dist/slack-local/page', import.meta.url)),
    log,
  });
  return { slack, workspace, apiUrl: () => `${address()}/workspace/api/` };
}

async function movedByPage(
  config: Config,
  context: Context,
  people: readonly Person[],
  given: string,
  user: string,
): Promise<void> {
  const person = people.find((each) => userId(each) === user);
  const day = parseIsoDate(given);
  if (!person || day === undefined) throw new RangeError(`not a day or not a person: ${given}`);
  const moved = await moveDay(context, actorOf(person), day);
  if (!moved.ok) throw new RangeError(refusalText(moved.refusal, config.language));
}

/** The same for the same name, so that a conversation is found again after a restart. */
const slackId = (prefix: string, name: string): string =>
  prefix + createHash('sha256').update(name).digest('hex').slice(0, 9).toUpperCase();

const userId = (person: Person): string => slackId('U', person.key);

const seedUser = (person: Person): SeedUser => ({
  id: userId(person),
  name: person.name,
  title: person.title,
  email: person.email,
  tz: 'Europe/Rome',
  isAdmin: may(actorOf(person), 'MOVE_THE_DAY'),
});

/** One for the people of each structure, as an agency keeps them. */
const seedUserGroups = (people: readonly Person[]): readonly SeedUserGroup[] =>
  [...new Set(people.flatMap(({ structures }) => structures))].map((structure) => ({
    id: slackId('S', structure),
    handle: structure.toLowerCase(),
    name: structure,
    users: people.filter(({ structures }) => structures.includes(structure)).map(userId),
  }));

/** A structure's channel holds its people; managers and the planning office read everywhere. */
const seedChannel = (channel: Channel, people: readonly Person[]): SeedChannel => ({
  id: slackId('C', channel.name),
  name: channel.name,
  topic: channel.topic,
  members: [
    BOT_USER,
    ...people
      .filter((person) => {
        if (person.role === 'PLANNING' || person.role === 'MANAGER' || channel.purpose === 'GENERAL')
          return true;
        return channel.structure !== null && person.structures.includes(channel.structure);
      })
      .map(userId),
  ],
});
