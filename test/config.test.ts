/** The settings: defaults, and every problem named at once. */
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../src/config.ts';
import { PLACES } from '../src/domain/places.ts';

type Environment = Readonly<Record<string, string | undefined>>;

function problemsOf(environment: Environment): readonly string[] {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('nothing set: local mode, on this machine alone', () => {
  expect(parseConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    databaseFile: 'data/arti.db',
    today: null,
    language: 'it',
    adminKey: null,
    oidc: null,
    apiRequestsPerMinute: 600,
    corsOrigins: [],
    slack: null,
    rules: { tolerancePoints: 10, staleDays: 14 },
    schedules: true,
    // Where the bundled people work.
    place: 'Firenze',
    dashboardUrl: null,
    dashboardPublic: false,
    checkInDays: 4,
    restDays: 3,
    remindAfterDays: 2,
    logLevel: 'info',
  });
});

test('set to nothing is not set, as in .env.example', () => {
  const blank = Object.fromEntries(
    [
      'PORT',
      'HOST',
      'ARTI_DATABASE',
      'ARTI_TODAY',
      'ARTI_LANG',
      'ARTI_ADMIN_KEY',
      'ARTI_OIDC_ISSUER',
      'ARTI_OIDC_AUDIENCE',
      'ARTI_OIDC_JWKS_URL',
      'ARTI_OIDC_CLAIM',
      'ARTI_API_REQUESTS_PER_MINUTE',
      'ARTI_CORS_ORIGINS',
      'ARTI_TOLERANCE_POINTS',
      'ARTI_STALE_DAYS',
      'ARTI_CHECK_IN_DAYS',
      'ARTI_REST_DAYS',
      'ARTI_REMIND_DAYS',
      'ARTI_SCHEDULE',
      'ARTI_PLACE',
      'ARTI_DASHBOARD_URL',
      'LOG_LEVEL',
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_APP_TOKEN',
      'SLACK_CLIENT_ID',
      'SLACK_CLIENT_SECRET',
      'SLACK_REDIRECT_URL',
      'SLACK_TEAMS',
    ].map((name) => [name, '  ']),
  );
  expect(parseConfig(blank)).toEqual(parseConfig({}));
  expect(parseConfig({ PORT: undefined })).toEqual(parseConfig({}));
});

test('everything set', () => {
  expect(
    parseConfig({
      PORT: '0',
      HOST: '::1',
      ARTI_DATABASE: ' /tmp/a.db ',
      ARTI_TODAY: '2020-06-30',
      ARTI_LANG: 'en',
      ARTI_ADMIN_KEY: 'secret',
      ARTI_OIDC_ISSUER: 'https://login.example.it/realms/agenzia/',
      ARTI_OIDC_AUDIENCE: 'https://arti.example/graphql',
      ARTI_OIDC_JWKS_URL: 'http://127.0.0.1:8080/jwks?a=b',
      ARTI_OIDC_CLAIM: 'upn',
      ARTI_API_REQUESTS_PER_MINUTE: '1',
      ARTI_CORS_ORIGINS: 'https://cruscotto.example.it, http://localhost:5173',
      ARTI_TOLERANCE_POINTS: '0',
      ARTI_STALE_DAYS: '1',
      ARTI_CHECK_IN_DAYS: '0',
      ARTI_REST_DAYS: '0',
      ARTI_REMIND_DAYS: '1',
      ARTI_SCHEDULE: 'off',
      ARTI_PLACE: 'siena',
      ARTI_DASHBOARD_URL: 'https://arti.example/dashboard/',
      ARTI_DASHBOARD_PUBLIC: 'yes',
      LOG_LEVEL: 'silent',
      SOMETHING_ELSE: 'x',
    }),
  ).toEqual({
    port: 0,
    host: '::1',
    databaseFile: '/tmp/a.db',
    today: '2020-06-30',
    language: 'en',
    adminKey: 'secret',
    oidc: {
      issuer: 'https://login.example.it/realms/agenzia/',
      audience: 'https://arti.example/graphql',
      jwksUrl: 'http://127.0.0.1:8080/jwks?a=b',
      claim: 'upn',
    },
    apiRequestsPerMinute: 1,
    corsOrigins: ['https://cruscotto.example.it', 'http://localhost:5173'],
    slack: null,
    rules: { tolerancePoints: 0, staleDays: 1 },
    schedules: false,
    place: 'Siena',
    dashboardUrl: 'https://arti.example/dashboard',
    dashboardPublic: true,
    checkInDays: 0,
    restDays: 0,
    remindAfterDays: 1,
    logLevel: 'silent',
  });
});

const bad: readonly { readonly why: string; readonly name: string; readonly value: string }[] = [
  { why: 'no number', name: 'PORT', value: 'http' },
  { why: 'negative', name: 'PORT', value: '-1' },
  { why: 'over the last port', name: 'PORT', value: '65536' },
  { why: 'a decimal', name: 'PORT', value: '3000.5' },
  { why: 'a day that does not exist', name: 'ARTI_TODAY', value: '2020-02-30' },
  { why: 'a day as people write it', name: 'ARTI_TODAY', value: '30/06/2020' },
  { why: 'another language', name: 'ARTI_LANG', value: 'de' },
  { why: 'in capitals', name: 'ARTI_LANG', value: 'IT' },
  { why: 'nobody could ask', name: 'ARTI_API_REQUESTS_PER_MINUTE', value: '0' },
  { why: 'over what is counted', name: 'ARTI_API_REQUESTS_PER_MINUTE', value: '10000001' },
  { why: 'neither yes nor no', name: 'ARTI_DASHBOARD_PUBLIC', value: 'si' },
  { why: 'anybody’s pages', name: 'ARTI_CORS_ORIGINS', value: '*' },
  { why: 'a file’s', name: 'ARTI_CORS_ORIGINS', value: 'null' },
  { why: 'a path', name: 'ARTI_CORS_ORIGINS', value: 'https://cruscotto.example.it/' },
  { why: 'no scheme', name: 'ARTI_CORS_ORIGINS', value: 'cruscotto.example.it' },
  { why: 'one of two', name: 'ARTI_CORS_ORIGINS', value: 'https://a.example,https://*.example' },
  { why: 'over the whole', name: 'ARTI_TOLERANCE_POINTS', value: '101' },
  { why: 'negative', name: 'ARTI_TOLERANCE_POINTS', value: '-1' },
  { why: 'no day', name: 'ARTI_STALE_DAYS', value: '0' },
  { why: 'over a year', name: 'ARTI_STALE_DAYS', value: '367' },
  { why: 'over two months', name: 'ARTI_CHECK_IN_DAYS', value: '61' },
  { why: 'negative', name: 'ARTI_REST_DAYS', value: '-1' },
  { why: 'over two months', name: 'ARTI_REST_DAYS', value: '61' },
  { why: 'a reminder on the day of asking itself', name: 'ARTI_REMIND_DAYS', value: '0' },
  { why: 'over two months', name: 'ARTI_REMIND_DAYS', value: '61' },
  { why: 'neither on nor off', name: 'ARTI_SCHEDULE', value: 'yes' },
  { why: 'in capitals', name: 'ARTI_SCHEDULE', value: 'OFF' },
  { why: 'a town whose patron is not known', name: 'ARTI_PLACE', value: 'Milano' },
  { why: 'no HTTPS', name: 'ARTI_OIDC_ISSUER', value: 'http://login.example.it' },
  { why: 'no address', name: 'ARTI_OIDC_ISSUER', value: 'login.example.it' },
  { why: 'with a password', name: 'ARTI_OIDC_ISSUER', value: 'https://a:b@login.example.it' },
  {
    why: 'a host that only begins like this machine',
    name: 'ARTI_OIDC_JWKS_URL',
    value: 'http://127.0.0.1.it',
  },
  { why: 'a file', name: 'ARTI_OIDC_JWKS_URL', value: 'file:///jwks.json' },
  { why: 'no address', name: 'ARTI_DASHBOARD_URL', value: 'arti.example' },
  { why: 'a file', name: 'ARTI_DASHBOARD_URL', value: 'file:///dashboard' },
  { why: 'unknown', name: 'LOG_LEVEL', value: 'verbose' },
  { why: 'a user’s token', name: 'SLACK_BOT_TOKEN', value: 'xoxp-1' },
  { why: 'a bot’s token', name: 'SLACK_APP_TOKEN', value: 'xoxb-1' },
  { why: 'a name', name: 'SLACK_TEAMS', value: 'ARTI' },
  { why: 'an organisation', name: 'SLACK_TEAMS', value: 'T1,E2' },
  { why: 'a comma too many', name: 'SLACK_TEAMS', value: 'T1,' },
  { why: 'no HTTPS', name: 'SLACK_REDIRECT_URL', value: 'http://arti.example/slack/oauth_redirect' },
  { why: 'another path', name: 'SLACK_REDIRECT_URL', value: 'https://arti.example/oauth' },
  {
    why: 'more than the address',
    name: 'SLACK_REDIRECT_URL',
    value: 'https://a.it/slack/oauth_redirect?a=1',
  },
  { why: 'no address', name: 'SLACK_REDIRECT_URL', value: 'arti.example' },
];

test.each(bad)('$name=$value, $why: named, with what is accepted', ({ name, value }) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name}[=:].* / `));
});

test('a secret is never repeated in a problem', () => {
  const problems = problemsOf({ SLACK_BOT_TOKEN: 'xoxp-very-secret', SLACK_APP_TOKEN: 'xoxb-very-secret' });
  expect(problems).toHaveLength(2);
  expect(problems.join('\n')).not.toContain('very-secret');
});

test('all at once, a line each', () => {
  const environment = {
    PORT: 'x',
    ARTI_TODAY: 'x',
    ARTI_LANG: 'x',
    ARTI_STALE_DAYS: 'x',
    SLACK_BOT_TOKEN: 'x',
  };
  const problems = problemsOf(environment);
  expect(problems.map((problem) => problem.split(/[=:]/)[0])).toEqual(Object.keys(environment));
  expect(() => parseConfig(environment)).toThrow(problems.join('\n'));
});

test('what is missing beside what is wrong', () => {
  const problems = problemsOf({ PORT: 'x', SLACK_BOT_TOKEN: 'xoxb-1' });
  expect(problems.map((problem) => problem.split(/[=:]/)[0])).toEqual(['PORT', 'SLACK_BOT_TOKEN']);
});

test('a town that is not known is refused with all that are', () => {
  const [problem] = problemsOf({ ARTI_PLACE: 'Milano' });
  for (const place of PLACES) expect(problem).toContain(place);
});

test('with Slack there is no place unless it is set: an agency may work anywhere', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };
  expect(parseConfig(slack).place).toBeNull();
  expect(parseConfig({ ...slack, ARTI_PLACE: ' LUCCA ' }).place).toBe('Lucca');
});

test('the dashboard’s address is kept without the slashes at its end', () => {
  expect(parseConfig({ ARTI_DASHBOARD_URL: 'http://a.it//' }).dashboardUrl).toBe('http://a.it');
});

describe('the identity provider', () => {
  const SET = { ARTI_OIDC_ISSUER: 'https://login.example.it', ARTI_OIDC_AUDIENCE: 'arti' };

  test('needs an issuer and an audience, and no more', () => {
    expect(parseConfig(SET).oidc).toEqual({
      issuer: 'https://login.example.it',
      audience: 'arti',
      jwksUrl: null,
      claim: 'email',
    });
  });

  test.each([
    { missing: 'ARTI_OIDC_AUDIENCE', set: { ARTI_OIDC_ISSUER: SET.ARTI_OIDC_ISSUER } },
    { missing: 'ARTI_OIDC_ISSUER', set: { ARTI_OIDC_AUDIENCE: 'arti' } },
    { missing: 'ARTI_OIDC_ISSUER', set: { ARTI_OIDC_JWKS_URL: 'https://login.example.it/jwks' } },
    { missing: 'ARTI_OIDC_ISSUER', set: { ARTI_OIDC_CLAIM: 'upn' } },
  ])('$set needs $missing', ({ missing, set }) => {
    expect(problemsOf(set)).toEqual([`${Object.keys(set)[0]}: manca anche / needs ${missing}`]);
  });

  test('that is wrong is not told as missing too', () => {
    expect(problemsOf({ ...SET, ARTI_OIDC_ISSUER: 'x' })).toHaveLength(1);
  });
});

describe('Slack', () => {
  const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
  const secret = { SLACK_SIGNING_SECRET: 's' };
  const app = { SLACK_APP_TOKEN: 'xapp-1' };

  test.each([
    {
      why: 'by HTTP',
      environment: { ...bot, ...secret },
      slack: { botToken: 'xoxb-1', signingSecret: 's', appToken: null },
    },
    {
      why: 'by Socket Mode',
      environment: { ...bot, ...app },
      slack: { botToken: 'xoxb-1', signingSecret: '', appToken: 'xapp-1' },
    },
    {
      why: 'both: Socket Mode',
      environment: { ...bot, ...secret, ...app },
      slack: { botToken: 'xoxb-1', signingSecret: 's', appToken: 'xapp-1' },
    },
  ])('$why, and the server is reached from outside', ({ environment, slack }) => {
    expect(parseConfig(environment)).toMatchObject({ slack, host: '0.0.0.0' });
    expect(parseConfig({ ...environment, HOST: '127.0.0.1' }).host).toBe('127.0.0.1');
  });

  test.each([
    {
      why: 'a token and nothing to receive by',
      environment: bot,
      names: ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'],
    },
    { why: 'Socket Mode without the bot', environment: app, names: ['SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'] },
    {
      why: 'Socket Mode and a secret without the bot',
      environment: { ...app, ...secret },
      names: ['SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'],
    },
    {
      why: 'a secret without the bot: somebody meant Slack',
      environment: secret,
      names: ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN'],
    },
  ])('$why: refused', ({ environment, names }) => {
    const problems = problemsOf(environment).join('\n');
    for (const name of names) expect(problems).toContain(name);
  });
});

describe('several workspaces', () => {
  const oauth = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'very-secret',
    SLACK_REDIRECT_URL: 'https://arti.example/slack/oauth_redirect',
    SLACK_TEAMS: 'T1, T2',
    SLACK_SIGNING_SECRET: 's',
  };

  test('by HTTP', () => {
    expect(parseConfig(oauth)).toMatchObject({
      host: '0.0.0.0',
      slack: {
        botToken: null,
        signingSecret: 's',
        appToken: null,
        oauth: {
          clientId: '1.2',
          clientSecret: 'very-secret',
          redirectUrl: 'https://arti.example/slack/oauth_redirect',
          teams: ['T1', 'T2'],
        },
      },
    });
  });

  test('by Socket Mode', () => {
    const environment = { ...oauth, SLACK_SIGNING_SECRET: undefined, SLACK_APP_TOKEN: 'xapp-1' };
    expect(parseConfig(environment)).toMatchObject({ slack: { botToken: null, appToken: 'xapp-1' } });
  });

  test('on this machine, for a trial, without HTTPS', () => {
    const redirect = 'http://localhost:3000/slack/oauth_redirect';
    expect(problemsOf({ ...oauth, SLACK_REDIRECT_URL: redirect })).toEqual([]);
  });

  test('and a bot token as well: one of the two', () => {
    const problems = problemsOf({ ...oauth, SLACK_BOT_TOKEN: 'xoxb-1' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^SLACK_BOT_TOKEN: .*SLACK_CLIENT_ID.* \/ /);
  });

  test.each(['SLACK_CLIENT_SECRET', 'SLACK_REDIRECT_URL', 'SLACK_TEAMS', 'SLACK_SIGNING_SECRET'])(
    '%s is missing: named',
    (name) => {
      const problems = problemsOf({ ...oauth, [name]: undefined });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(name);
    },
  );

  test.each(['SLACK_CLIENT_SECRET', 'SLACK_REDIRECT_URL', 'SLACK_TEAMS'] as const)(
    '%s beside a bot token would do nothing: said so',
    (name) => {
      const one = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', [name]: oauth[name] };
      expect(problemsOf(one)).toEqual([`${name}: manca anche / needs SLACK_CLIENT_ID`]);
    },
  );
});

describe('in local mode, where anybody may speak as anybody', () => {
  test.each([
    { given: 'localhost', host: '127.0.0.1' },
    { given: '127.0.0.1', host: '127.0.0.1' },
    { given: '::1', host: '::1' },
  ])('HOST=$given is this machine', ({ given, host }) => {
    expect(parseConfig({ HOST: given }).host).toBe(host);
  });

  test.each(['0.0.0.0', '::', '192.168.1.7', '127.0.0.2', 'arti.example'])(
    'HOST=%s is refused, with what is accepted',
    (given) => {
      expect(problemsOf({ HOST: given })).toEqual([
        `HOST=${given}: senza Slack si accetta / without Slack accepted: 127.0.0.1, localhost, ::1`,
      ]);
    },
  );

  test.each(['SLACK_SIGNING_SECRET', 'SLACK_TOKEN', 'SLACK_BOTTOKEN'])(
    '%s alone is no local mode: whoever set it means Slack',
    (name) => {
      expect(problemsOf({ [name]: 'very-secret' })).toEqual([
        `${name}: manca anche / needs SLACK_BOT_TOKEN o / or SLACK_CLIENT_ID`,
      ]);
    },
  );
});
