/** The manifest asks for what the code uses, and for nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { WebClient } from '@slack/web-api';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { INSTALL_PATHS, SLACK_PATH } from '../../../src/slack/app.ts';
import { EVENTS } from '../../../src/slack/events/index.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}/manifest.json`, 'utf8'));
const asked: readonly string[] = manifest.oauth_config.scopes.bot;
const subscribed: readonly string[] = manifest.settings.event_subscriptions.bot_events;

/** The scopes that Slack's reference names for each method, as far as we use it: public channels, direct messages. */
const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'auth.revoke': [],
  'auth.test': [],
  'blocks.validate': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.unfurl': ['links:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'im:history'],
  'conversations.info': ['channels:read'],
  'conversations.list': ['channels:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read', 'users:read.email'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_uninstalled: [],
  link_shared: ['links:read'],
  'message.channels': ['channels:history'],
  'message.im': ['im:history'],
  tokens_revoked: [],
};

/** Every method that Slack's client has, by its dotted name. */
function methodNames(of: object, path: readonly string[] = []): readonly string[] {
  return Object.entries(of).flatMap(([name, value]) => {
    if (typeof value === 'function') return path.length > 0 ? [[...path, name].join('.')] : [];
    const isPart =
      typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    return isPart && path.length < 4 ? methodNames(value, [...path, name]) : [];
  });
}

const KNOWN = new Set(methodNames(new WebClient()));

/** The names after which something is called, `client.chat.update(…)` for one, innermost last. */
function namesOf(node: unknown): readonly string[] {
  const { type, object, property, name, expression } = node as {
    readonly type: string;
    readonly object?: unknown;
    readonly property?: { readonly name?: string };
    readonly name?: string;
    readonly expression?: unknown;
  };
  if (type === 'MemberExpression' && property?.name) return [...namesOf(object), property.name];
  if (type === 'ChainExpression') return namesOf(expression);
  return type === 'Identifier' && name ? [name] : [];
}

function methodsUsedIn(file: string, source: string): readonly string[] {
  const used: string[] = [];
  new Visitor({
    MemberExpression(node) {
      const names = namesOf(node);
      for (const length of [4, 3, 2]) {
        const method = names.slice(-length).join('.');
        if (names.length >= length && KNOWN.has(method)) {
          used.push(method);
          return;
        }
      }
    },
  }).visit(parseSync(file, source).program);
  return used;
}

const sources = readdirSync(`${root}/src/slack`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, source: readFileSync(`${root}/src/slack/${file}`, 'utf8') }));
const used = new Set(sources.flatMap(({ file, source }) => methodsUsedIn(file, source)));

describe('the methods that the code calls', () => {
  test('are found by this test', () => {
    expect(methodsUsedIn('a.ts', 'environment.client.chat.postMessage({})')).toEqual(['chat.postMessage']);
    expect(methodsUsedIn('a.ts', 'await client\n.usergroups.users.list({}).then()')).toEqual([
      'usergroups.users.list',
    ]);
    expect(methodsUsedIn('a.ts', 'new WebClient(token).auth.revoke()')).toEqual(['auth.revoke']);
    expect(methodsUsedIn('a.ts', 'const send = client.chat.update;')).toEqual(['chat.update']);
    expect(methodsUsedIn('a.ts', 'people.list.map(a)')).toEqual([]);
    expect(used).toContain('chat.postMessage');
    expect(used).toContain('users.info');
  });

  test.each([...used].sort())('%s is covered by a scope', (method) => {
    expect(METHOD_SCOPES).toHaveProperty([method]);
    expect(asked).toEqual(expect.arrayContaining([...(METHOD_SCOPES[method] ?? [])]));
  });
});

describe('the events', () => {
  test.each(subscribed)('%s is covered by a scope, and heard', (event) => {
    expect(EVENT_SCOPES).toHaveProperty([event]);
    expect(asked).toEqual(expect.arrayContaining([...(EVENT_SCOPES[event] ?? [])]));
    const ofInstallation = ['app_uninstalled', 'tokens_revoked'];
    const type = event.split('.')[0] ?? '';
    expect(EVENTS.has(type) || ofInstallation.includes(type)).toBe(true);
  });

  test.each([...EVENTS.keys(), 'app_uninstalled', 'tokens_revoked'])('%s is subscribed to', (type) => {
    expect(subscribed.filter((event) => event.split('.')[0] === type)).not.toEqual([]);
  });
});

describe('each scope', () => {
  /** What Slack wants a scope for besides methods and events. */
  const features: Readonly<Record<string, boolean>> = {
    commands: manifest.features.slash_commands.length > 0,
    // Documents that people attach in a form or a message.
    'files:read': sources.some(({ source }) => source.includes("type: 'file_input'")),
  };
  const ofMethods = [...used].flatMap((method) => METHOD_SCOPES[method] ?? []);
  const ofEvents = subscribed.flatMap((event) => EVENT_SCOPES[event] ?? []);

  test.each(asked)('%s has a use', (scope) => {
    expect([...ofMethods, ...ofEvents].includes(scope) || features[scope] === true).toBe(true);
  });

  test('is asked for once, in order', () => {
    expect(asked).toEqual([...new Set(asked)].sort());
  });
});

test('people may type in the messages tab, and there is a home', () => {
  expect(manifest.features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
});

test('mentions in commands come with their ids', () => {
  expect(manifest.features.slash_commands).toMatchObject([{ command: '/arti', should_escape: true }]);
});

test('what is not provided for is off', () => {
  expect(manifest.settings).toMatchObject({ org_deploy_enabled: false, token_rotation_enabled: false });
});

test('Slack is sent where we answer', () => {
  const paths = [
    manifest.settings.event_subscriptions.request_url,
    manifest.settings.interactivity.request_url,
    manifest.features.slash_commands[0].url,
  ].map((url) => new URL(url).pathname);
  expect(new Set(paths)).toEqual(new Set([SLACK_PATH]));
  const [redirect, ...others] = manifest.oauth_config.redirect_urls;
  expect(others).toEqual([]);
  expect(INSTALL_PATHS).toContain(new URL(redirect).pathname);
});
