/** The only code that reads the environment: every setting, its default, and every problem at once. */
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { type IsoDate, parseIsoDate } from './domain/dates.ts';
import { DEFAULT_HEALTH_RULES, type HealthRules } from './domain/health.ts';
import { isProviderUrl, type OidcSettings } from './domain/identity-provider.ts';
import { findPlace, PLACES, type Place } from './domain/places.ts';

/** What the app is installed with into several workspaces. */
export type OauthConfig = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUrl: string;
  /** Ids of the workspaces that may install it. */
  readonly teams: readonly string[];
};

export type SlackConfig = {
  /** Empty in Socket Mode, where nothing comes in by HTTP. */
  readonly signingSecret: string;
  readonly appToken: string | null;
} & (
  | { readonly botToken: string; readonly oauth?: null }
  | { readonly botToken: null; readonly oauth: OauthConfig }
);

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly databaseFile: string;
  /** The day the product believes it is; null is the real one, or in local mode a day of the bundled plan. */
  readonly today: IsoDate | null;
  readonly language: 'it' | 'en';
  readonly adminKey: string | null;
  /** By which people come to the API; null where keys are the only way in. */
  readonly oidc: OidcSettings | null;
  /** Of one key of the API. */
  readonly apiRequestsPerMinute: number;
  /** Origins of other sites whose pages may read the API. */
  readonly corsOrigins: readonly string[];
  /** Null is local mode: the embedded workspace stands in for Slack. */
  readonly slack: SlackConfig | null;
  readonly rules: HealthRules;
  /** Whether this process asks, reminds and reports by the schedule; false leaves that to another one. */
  readonly schedules: boolean;
  /** The town whose patron's day a new plan's schedule starts with; null is none. */
  readonly place: Place | null;
  /** Base of the dashboard's pages, without a trailing slash; null where there is none to link to. */
  readonly dashboardUrl: string | null;
  /** Whether the dashboard shows figures to whoever opens it, without a name of a person. */
  readonly dashboardPublic: boolean;
  readonly checkInDays: number;
  readonly restDays: number;
  readonly remindAfterDays: number;
  readonly logLevel: string;
};

/** The settings are wrong; each problem names the variable and what it accepts. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** A variable that is set to nothing counts as not set, as in `.env.example`. */
const text = z.string().trim().min(1).optional();

const integer = (name: string, least: number, most: number, fallback: number) =>
  text.transform((value, context) => {
    if (value === undefined) return fallback;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    context.addIssue(
      `${name}=${value}: deve essere un intero da ${least} a ${most} / must be an integer from ${least} to ${most}`,
    );
    return z.NEVER;
  });

const oneOf = <T extends string>(name: string, values: readonly T[], fallback: T) =>
  text.transform((value, context) => {
    const found = values.find((each) => each === (value ?? fallback));
    if (found !== undefined) return found;
    context.addIssue(`${name}=${value}: si accetta / accepted: ${values.join(', ')}`);
    return z.NEVER;
  });

const startingWith = (name: string, prefix: string) =>
  text.refine((value) => value === undefined || value.startsWith(prefix), {
    error: `${name}: deve cominciare con / must start with ${prefix}`,
  });

/** As browsers send it: no path, no trailing slash, no port that goes without saying, and no pattern. */
function isOrigin(value: string): boolean {
  if (!isWebAddress(value) || value.includes('*')) return false;
  return new URL(value).origin === value;
}

/** Where this product answers Slack after an installation; the host is the operator's. */
const REDIRECT_PATH = '/slack/oauth_redirect';

/** Slack takes HTTPS alone; this machine, for a trial, may go without. */
function isRedirectUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(value);
  const reachable = protocol === 'https:' || (protocol === 'http:' && LOCAL_HOSTS.includes(hostname));
  return reachable && pathname === REDIRECT_PATH && search === '' && hash === '';
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['https:', 'http:'].includes(new URL(value).protocol);
}

const providerUrl = (name: string) =>
  text.refine((value) => value === undefined || isProviderUrl(value), {
    error: `${name}: si accetta / accepted: https://…, http://127.0.0.1…`,
  });

const schema = z.object({
  PORT: integer('PORT', 0, 65_535, 3000),
  HOST: text,
  ARTI_DATABASE: text,
  ARTI_TODAY: text.transform((value, context) => {
    if (value === undefined) return null;
    const day = parseIsoDate(value);
    if (day !== undefined) return day;
    context.addIssue(`ARTI_TODAY=${value}: deve essere una data / must be a day, 2020-09-14`);
    return z.NEVER;
  }),
  ARTI_LANG: oneOf('ARTI_LANG', ['it', 'en'], 'it'),
  ARTI_ADMIN_KEY: text,
  ARTI_OIDC_ISSUER: providerUrl('ARTI_OIDC_ISSUER'),
  ARTI_OIDC_AUDIENCE: text,
  ARTI_OIDC_JWKS_URL: providerUrl('ARTI_OIDC_JWKS_URL'),
  ARTI_OIDC_CLAIM: text,
  ARTI_API_REQUESTS_PER_MINUTE: integer('ARTI_API_REQUESTS_PER_MINUTE', 1, 10_000_000, 600),
  ARTI_CORS_ORIGINS: text.transform((value, context) => {
    const origins = value === undefined ? [] : value.split(',').map((origin) => origin.trim());
    const wrong = origins.find((origin) => !isOrigin(origin));
    if (wrong === undefined) return origins;
    context.addIssue(
      `ARTI_CORS_ORIGINS=${wrong}: deve essere un’origine, senza percorso / must be an origin, without a path: https://cruscotto.example.it`,
    );
    return z.NEVER;
  }),
  ARTI_TOLERANCE_POINTS: integer('ARTI_TOLERANCE_POINTS', 0, 100, DEFAULT_HEALTH_RULES.tolerancePoints),
  ARTI_STALE_DAYS: integer('ARTI_STALE_DAYS', 1, 366, DEFAULT_HEALTH_RULES.staleDays),
  ARTI_CHECK_IN_DAYS: integer('ARTI_CHECK_IN_DAYS', 0, 60, 4),
  ARTI_REST_DAYS: integer('ARTI_REST_DAYS', 0, 60, 3),
  ARTI_REMIND_DAYS: integer('ARTI_REMIND_DAYS', 1, 60, 2),
  ARTI_SCHEDULE: oneOf('ARTI_SCHEDULE', ['on', 'off'], 'on'),
  ARTI_PLACE: text.transform((value, context) => {
    const place = value === undefined ? null : findPlace(value);
    if (place !== undefined) return place;
    context.addIssue(`ARTI_PLACE=${value}: si accetta / accepted: ${PLACES.join(', ')}`);
    return z.NEVER;
  }),
  ARTI_DASHBOARD_URL: text.refine((value) => value === undefined || isWebAddress(value), {
    error: 'ARTI_DASHBOARD_URL: si accetta / accepted: https://…, http://…',
  }),
  ARTI_DASHBOARD_PUBLIC: oneOf('ARTI_DASHBOARD_PUBLIC', ['yes', 'no'], 'no'),
  LOG_LEVEL: oneOf('LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'info'),
  SLACK_BOT_TOKEN: startingWith('SLACK_BOT_TOKEN', 'xoxb-'),
  SLACK_SIGNING_SECRET: text,
  SLACK_APP_TOKEN: startingWith('SLACK_APP_TOKEN', 'xapp-'),
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_REDIRECT_URL: text.refine((value) => value === undefined || isRedirectUrl(value), {
    error: `SLACK_REDIRECT_URL: si accetta / accepted: https://<host>${REDIRECT_PATH}`,
  }),
  SLACK_TEAMS: text.transform((value, context) => {
    const teams = value === undefined ? [] : value.split(',').map((team) => team.trim());
    if (teams.every((team) => /^T[A-Z0-9]+$/.test(team))) return teams;
    context.addIssue(
      `SLACK_TEAMS=${value}: devono essere id di aree di lavoro / must be ids of workspaces, T0123ABC,T0456DEF`,
    );
    return z.NEVER;
  }),
});

/** @throws ConfigError naming every setting that cannot be used. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const cleaned = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = schema.safeParse(cleaned);
  const wrong = parsed.error?.issues ?? [];
  const problems = [
    ...wrong.map(({ message }) => message),
    // What is wrong in itself is not told twice.
    ...[...problemsOfOidc(cleaned), ...problemsTogether(cleaned)].flatMap(({ name, message }) =>
      wrong.some(({ path }) => path[0] === name) ? [] : [message],
    ),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const set = parsed.data;
  const slack = slackConfig(set);
  return {
    port: set.PORT,
    host: set.HOST === 'localhost' ? LOCAL_HOST : (set.HOST ?? (slack === null ? LOCAL_HOST : '0.0.0.0')),
    databaseFile: set.ARTI_DATABASE ?? 'data/arti.db',
    today: set.ARTI_TODAY,
    language: set.ARTI_LANG,
    adminKey: set.ARTI_ADMIN_KEY ?? null,
    oidc: oidcSettings(set),
    apiRequestsPerMinute: set.ARTI_API_REQUESTS_PER_MINUTE,
    corsOrigins: set.ARTI_CORS_ORIGINS,
    slack,
    rules: { tolerancePoints: set.ARTI_TOLERANCE_POINTS, staleDays: set.ARTI_STALE_DAYS },
    schedules: set.ARTI_SCHEDULE === 'on',
    // The bundled people work there.
    place: set.ARTI_PLACE ?? (slack === null ? 'Firenze' : null),
    dashboardUrl: set.ARTI_DASHBOARD_URL?.replace(/\/+$/, '') ?? null,
    dashboardPublic: set.ARTI_DASHBOARD_PUBLIC === 'yes',
    checkInDays: set.ARTI_CHECK_IN_DAYS,
    restDays: set.ARTI_REST_DAYS,
    remindAfterDays: set.ARTI_REMIND_DAYS,
    logLevel: set.LOG_LEVEL,
  };
}

/** By its number: which of the machine's own addresses `localhost` stands for depends on the machine. */
const LOCAL_HOST = '127.0.0.1';
const LOCAL_HOSTS = [LOCAL_HOST, 'localhost', '::1'];

type Problem = { readonly name: string; readonly message: string };

/** What each setting alone does not show. */
function problemsTogether(set: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  if (set.SLACK_CLIENT_ID !== undefined) return problemsOfOauth(set);
  if (set.SLACK_BOT_TOKEN !== undefined) return problemsOfToken(set);
  // Whoever sets one of them means Slack, not local mode, where nobody is asked for a key.
  const names = Object.keys(set).filter((name) => name.startsWith('SLACK_'));
  if (names.length > 0) return names.map((name) => needs(name, 'SLACK_BOT_TOKEN o / or SLACK_CLIENT_ID'));
  const { HOST: host } = set;
  // Anybody at the local page may speak as anybody: it is for this machine alone.
  return host === undefined || LOCAL_HOSTS.includes(host.trim())
    ? []
    : [
        {
          name: 'HOST',
          message: `HOST=${host}: senza Slack si accetta / without Slack accepted: ${LOCAL_HOSTS.join(', ')}`,
        },
      ];
}

const needs = (name: string, what: string): Problem => ({
  name,
  message: `${name}: manca anche / needs ${what}`,
});

const WAYS_IN = 'SLACK_SIGNING_SECRET (HTTP) o / or SLACK_APP_TOKEN (Socket Mode)';

const hasWayIn = (set: Readonly<Record<string, string | undefined>>): boolean =>
  set.SLACK_SIGNING_SECRET !== undefined || set.SLACK_APP_TOKEN !== undefined;

/** Beside SLACK_CLIENT_ID. */
const OF_OAUTH = ['SLACK_CLIENT_SECRET', 'SLACK_REDIRECT_URL', 'SLACK_TEAMS'] as const;

function problemsOfToken(set: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  const idle = OF_OAUTH.filter((name) => set[name] !== undefined);
  return [
    ...(hasWayIn(set) ? [] : [needs('SLACK_BOT_TOKEN', WAYS_IN)]),
    ...idle.map((name) => needs(name, 'SLACK_CLIENT_ID')),
  ];
}

function problemsOfOauth(set: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  const missing = OF_OAUTH.filter((name) => set[name] === undefined);
  return [
    ...(set.SLACK_BOT_TOKEN === undefined
      ? []
      : [
          {
            name: 'SLACK_BOT_TOKEN',
            message:
              'SLACK_BOT_TOKEN: una sola area di lavoro, oppure più d’una con SLACK_CLIENT_ID, non entrambi / one workspace, or several with SLACK_CLIENT_ID, not both',
          },
        ]),
    ...missing.map((name) => needs('SLACK_CLIENT_ID', name)),
    ...(hasWayIn(set) ? [] : [needs('SLACK_CLIENT_ID', WAYS_IN)]),
  ];
}

/** What goes with ARTI_OIDC_ISSUER, and means nothing without it. */
const OF_OIDC = ['ARTI_OIDC_AUDIENCE', 'ARTI_OIDC_JWKS_URL', 'ARTI_OIDC_CLAIM'] as const;

function problemsOfOidc(set: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  const { ARTI_OIDC_ISSUER: issuer, ARTI_OIDC_AUDIENCE: audience } = set;
  if (issuer !== undefined) {
    // Without it every token of the provider would be let in, whatever it was given out for.
    return audience === undefined ? [needs('ARTI_OIDC_ISSUER', 'ARTI_OIDC_AUDIENCE')] : [];
  }
  return OF_OIDC.filter((name) => set[name] !== undefined).map((name) => needs(name, 'ARTI_OIDC_ISSUER'));
}

/** The settings are known to go together. */
function oidcSettings(set: z.infer<typeof schema>): OidcSettings | null {
  const { ARTI_OIDC_ISSUER: issuer, ARTI_OIDC_AUDIENCE: audience } = set;
  if (issuer === undefined || audience === undefined) return null;
  return { issuer, audience, jwksUrl: set.ARTI_OIDC_JWKS_URL ?? null, claim: set.ARTI_OIDC_CLAIM ?? 'email' };
}

/** Null is local mode; the settings are known to go together. */
function slackConfig(set: z.infer<typeof schema>): SlackConfig | null {
  const received = { signingSecret: set.SLACK_SIGNING_SECRET ?? '', appToken: set.SLACK_APP_TOKEN ?? null };
  if (set.SLACK_BOT_TOKEN !== undefined) return { ...received, botToken: set.SLACK_BOT_TOKEN };
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_TEAMS: teams } = set;
  const { SLACK_REDIRECT_URL: redirectUrl } = set;
  if (clientId === undefined || clientSecret === undefined || redirectUrl === undefined) return null;
  return { ...received, botToken: null, oauth: { clientId, clientSecret, redirectUrl, teams } };
}

/** The environment of the process, with what `.env` adds to it. */
export function readEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) loadEnvFile('.env');
  return process.env;
}
