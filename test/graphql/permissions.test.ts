/** GraphQL judges by the same table as Slack: what a role loses there, it loses here. */
import { WebClient } from '@slack/web-api';
import { GraphQLObjectType, getIntrospectionQuery } from 'graphql';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Actor, PERMISSIONS, type Permission } from '../../src/domain/actor.ts';
import type { Role } from '../../src/domain/directory.ts';
import { schema } from '../../src/graphql/schema.ts';
import { refusalText } from '../../src/messages/refusals.ts';
import type { Context } from '../../src/services/context.ts';
import { voiceOf } from '../../src/slack/blocks/voice.ts';
import { createChartTools } from '../../src/slack/charts/chart-tools.ts';
import { findCommand } from '../../src/slack/commands/index.ts';
import { structureCode } from '../helpers/figures.ts';
import { openRealContext } from '../services/real-context.ts';
import { PERMISSION_CASES } from './mutations/permission-cases.ts';
import { openAsked } from './mutations/support.ts';
import { type Api, openApi, operation } from './support.ts';

const ROLES: readonly Role[] = ['STAFF', 'HEAD', 'MANAGER', 'PLANNING'];

const actor = (role: Role, ...structures: readonly string[]): Actor & { readonly role: Role } => ({
  key: `test.${role.toLowerCase()}`,
  role,
  structures: structures.map(structureCode),
});

/** Until the test ends, `role` may no longer do `permission`. */
function takeAway(role: Role, permission: Permission): void {
  const table = PERMISSIONS as Record<Role, readonly Permission[]>;
  const before = table[role];
  onTestFinished(() => {
    table[role] = before;
  });
  table[role] = before.filter((each) => each !== permission);
}

const recordedCount = async ({ context }: Api) => (await context.store.findPlan(2020))?.lastSequence ?? 0;

type Attempted = {
  /** Of the refusal, or OK. */
  readonly code: string;
  readonly messageIt: string | null;
};

type Mutation = {
  /** The command of Slack that records the same, and what follows its name. */
  readonly command: string;
  readonly saying: string;
  /** Records something about what the Direzione answers for, and Lavoro does not. */
  readonly attempt: (api: Api) => Promise<Attempted>;
};

const attempted = (answer: { readonly code?: string; readonly messageIt?: string }): Attempted => ({
  code: answer.code ?? 'OK',
  messageIt: answer.messageIt ?? null,
});

/** By hand, so that a new mutation fails here until somebody says whose it is. */
const MUTATIONS: Readonly<Record<string, Mutation>> = {
  reportStatus: {
    command: 'update',
    saying: '1.1.3 60%',
    attempt: async (api) => {
      const input = { idempotencyKey: 'k', phase: '1.1.3', percent: 60 };
      return attempted((await api.ask(operation('report-status'), { input })).data.reportStatus);
    },
  },
  recordMeasurement: {
    command: 'figure',
    saying: '3.1 8006/20015',
    attempt: async (api) => {
      const input = { idempotencyKey: 'k', goal: '3.1', numerator: 8006, denominator: 20015 };
      return attempted((await api.ask(operation('record-measurement'), { input })).data.recordMeasurement);
    },
  },
};

/** Those that change keys, which the planning office alone may; `saying` follows `/arti key`. */
const OF_KEYS: Readonly<Record<string, { readonly saying: string; readonly attempt: Mutation['attempt'] }>> =
  {
    createApiKey: {
      saying: 'create "Cruscotto" read',
      attempt: async (api) => {
        const input = { idempotencyKey: 'k', name: 'Cruscotto', scopes: ['READ'] };
        const query = `mutation ($input: CreateApiKeyInput!) {
        createApiKey(input: $input) { ... on RefusedResult { code messageIt } }
      }`;
        return attempted((await api.ask(query, { input })).data.createApiKey);
      },
    },
    revokeApiKey: {
      saying: 'revoke k7m3x9qd',
      attempt: async (api) => {
        const input = { idempotencyKey: 'k', id: 'k7m3x9qd' };
        const query = `mutation ($input: RevokeApiKeyInput!) {
        revokeApiKey(input: $input) { ... on RefusedResult { code messageIt } }
      }`;
        return attempted((await api.ask(query, { input })).data.revokeApiKey);
      },
    },
  };

const NO_LOGGER = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What `/arti text` answers to somebody who acts as `who`. */
async function answerOf(context: Context, who: Actor & { readonly role: Role }, text: string) {
  const [word = '', ...rest] = text.split(' ');
  const command = findCommand(word);
  if (!command) throw new Error(`no command ${word}`);
  const environment = {
    context,
    voice: voiceOf('it'),
    client: new WebClient(),
    logger: NO_LOGGER,
    team: 'T1',
    charts: createChartTools(async () => Buffer.alloc(0)),
  };
  const person = { ...who, name: '', title: '', email: '', place: null };
  const call = { text, user: 'U1', channel: 'D1', triggerId: 't1' };
  return command.answer(environment, { call, person, actor: who, word, rest: rest.join(' ') });
}

test('the table has a line for each mutation', () => {
  const { Mutation: type } = schema.getTypeMap();
  if (!(type instanceof GraphQLObjectType)) throw new Error('no mutations');
  const others = PERMISSION_CASES.map(({ mutation }) => mutation);
  const told = [...Object.keys(MUTATIONS), ...Object.keys(OF_KEYS), ...others];
  expect(Object.keys(type.getFields()).sort()).toEqual(told.sort());
});

describe('who may read', () => {
  test.each(ROLES.map((role) => ({ role })))('$role', async ({ role }) => {
    const { status, data, errors } = await (await openApi({ actor: actor(role) })).ask('{ plan { year } }');
    expect({ status, data, errors }).toEqual({ status: 200, data: { plan: { year: 2020 } }, errors: [] });
  });
});

describe('who may not read', () => {
  const REFUSAL = { code: 'ROLE_MAY_NOT', role: 'STAFF', permission: 'READ' } as const;

  test.each([
    { why: 'a query', query: '{ plan { year } }' },
    { why: 'a field that does not exist', query: '{ plann { year } }' },
    { why: 'no GraphQL', query: '{' },
    { why: 'introspection', query: getIntrospectionQuery() },
  ])('is told so, and nothing else: $why', async ({ query }) => {
    takeAway('STAFF', 'READ');
    const { status, data, errors, text } = await (await openApi({ actor: actor('STAFF', 'OSRU') })).ask(
      query,
    );
    expect(status).toBe(403);
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message: refusalText(REFUSAL, 'it'),
        extensions: {
          code: 'ROLE_MAY_NOT',
          messageIt: refusalText(REFUSAL, 'it'),
          messageEn: refusalText(REFUSAL, 'en'),
        },
      },
    ]);
    expect(text).not.toMatch(/plann\b|Syntax|__schema/);
  });

  test.each(Object.entries(MUTATIONS))('nor records anything: %s', async (_, { attempt }) => {
    takeAway('STAFF', 'READ');
    const api = await openApi({ actor: actor('STAFF', 'OSRU', 'LAVORO') });
    await expect(attempt(api)).rejects.toThrow();
    expect(await recordedCount(api)).toBe(0);
  });

  test('others still do', async () => {
    takeAway('STAFF', 'READ');
    const { errors } = await (await openApi({ actor: actor('HEAD') })).ask('{ today }');
    expect(errors).toEqual([]);
  });
});

/** What the table says of the two mutations, cell by cell: `own` is the structure that answers for both items. */
const CELLS: readonly { readonly role: Role; readonly own: string; readonly other: string }[] = [
  { role: 'STAFF', own: 'OK', other: 'NOT_YOURS' },
  { role: 'HEAD', own: 'OK', other: 'NOT_YOURS' },
  { role: 'MANAGER', own: 'ROLE_MAY_NOT', other: 'ROLE_MAY_NOT' },
  { role: 'PLANNING', own: 'OK', other: 'OK' },
];

const attempts = Object.entries(MUTATIONS).flatMap(([mutation, { attempt, command, saying }]) =>
  CELLS.flatMap(({ role, own, other }) => [
    { mutation, attempt, command, saying, who: actor(role, 'DIREZIONE'), answer: own },
    { mutation, attempt, command, saying, who: actor(role, 'LAVORO'), answer: other },
  ]),
);

describe('who may record', () => {
  test.each(attempts)(
    '$mutation, $who.role of $who.structures: $answer',
    async ({ attempt, who, answer }) => {
      const api = await openApi({ actor: who });
      expect((await attempt(api)).code).toBe(answer);
      expect(await recordedCount(api)).toBe(answer === 'OK' ? 1 : 0);
    },
  );

  test.each(attempts)('/arti $command says the same to $who.role of $who.structures', async (each) => {
    const api = await openApi({ actor: each.who });
    const { messageIt } = await each.attempt(api);
    const slack = await openRealContext();
    const told = JSON.stringify(await answerOf(slack, each.who, `${each.command} ${each.saying}`));
    expect((await slack.store.findPlan(2020))?.lastSequence).toBe(await recordedCount(api));
    if (messageIt !== null) expect(told).toContain(JSON.stringify(messageIt).slice(1, -1));
  });

  test.each(Object.values(MUTATIONS))('/arti $command asks first what the API asks first', ({ command }) => {
    expect(findCommand(command)?.permission).toBe('READ');
  });

  test.each(Object.entries(MUTATIONS))(
    'a role that loses it in the table loses it here: %s',
    async (_, each) => {
      takeAway('STAFF', 'REPORT_OWN_STRUCTURES');
      takeAway('PLANNING', 'REPORT_ALL');
      for (const role of ['STAFF', 'PLANNING'] as const) {
        const api = await openApi({ actor: actor(role, 'DIREZIONE') });
        expect((await each.attempt(api)).code, role).not.toBe('OK');
        expect(await recordedCount(api), role).toBe(0);
      }
    },
  );
});

describe('who may make and revoke keys', () => {
  const allowed = { createApiKey: 'OK', revokeApiKey: 'UNKNOWN_KEY' } as Readonly<Record<string, string>>;
  const cases = Object.entries(OF_KEYS).flatMap(([mutation, each]) =>
    ROLES.map((role) => ({ mutation, role, ...each })),
  );

  test.each(cases)('$mutation, $role, and /arti key says the same', async (each) => {
    const { mutation, role, attempt, saying } = each;
    const who = actor(role, 'DIREZIONE');
    const api = await openApi({ actor: who });
    const { code, messageIt } = await attempt(api);
    expect(code).toBe(role === 'PLANNING' ? allowed[mutation] : 'ROLE_MAY_NOT');
    expect(await api.context.store.listApiKeys()).toHaveLength(code === 'OK' ? 1 : 0);
    const slack = await openRealContext();
    const told = JSON.stringify(await answerOf(slack, who, `key ${saying}`));
    // Where the list is, each edge says in its own words.
    const said = messageIt === null ? '' : JSON.stringify(messageIt.split(':')[0]).slice(1, -1);
    expect(told).toContain(said);
    expect(await slack.store.listApiKeys()).toHaveLength(code === 'OK' ? 1 : 0);
  });

  test.each(Object.entries(OF_KEYS))('whoever loses it in the table loses it here: %s', async (_, each) => {
    takeAway('PLANNING', 'MANAGE_KEYS');
    const api = await openApi({ actor: actor('PLANNING') });
    expect((await each.attempt(api)).code).toBe('ROLE_MAY_NOT');
  });
});

describe('who may do all else', () => {
  const people = {
    staff: actor('STAFF', 'OSRU'),
    head: actor('HEAD', 'OSRU'),
    otherHead: actor('HEAD', 'LAVORO'),
    manager: actor('MANAGER', 'OSRU'),
    planning: actor('PLANNING'),
  };
  const whos = Object.keys(people) as (keyof typeof people)[];

  describe.each(PERMISSION_CASES)('$mutation', ({ file, input, before: prepare, saying, cells }) => {
    test('role by role, and refused it changes nothing', async () => {
      const answers: Record<string, string> = {};
      for (const who of whos) {
        const asked = await openAsked();
        await prepare?.(asked);
        const start = await asked.left();
        const { problems, code } = await asked.send(file, input, people[who]);
        answers[who] = problems?.[0]?.code ?? code ?? 'OK';
        if (answers[who] !== 'OK') expect(await asked.left(), who).toEqual(start);
      }
      expect(answers).toEqual(cells);
    });

    if (saying === null) return;
    test.each(whos.filter((who) => cells[who] !== 'OK' && cells[who] !== 'UNKNOWN_MESSAGE'))(
      '%s is told the same by Slack',
      async (who) => {
        const asked = await openAsked();
        await prepare?.(asked);
        const result = await asked.send(file, input, people[who]);
        const { messageIt } = result.problems?.[0] ?? result;
        const told = JSON.stringify(await answerOf(asked.context, people[who], saying));
        expect(told).toContain(JSON.stringify(messageIt).slice(1, -1));
      },
    );
  });

  test.each([
    { role: 'PLANNING', permission: 'ASK_CHECK_INS', mutations: ['askCheckIns'] },
    {
      role: 'PLANNING',
      permission: 'SEND_SUMMARIES',
      mutations: ['sendSummaries', 'resendRefusedDeliveries'],
    },
    { role: 'PLANNING', permission: 'MOVE_THE_DAY', mutations: ['moveDay'] },
    { role: 'PLANNING', permission: 'IMPORT', mutations: ['importFile'] },
    { role: 'PLANNING', permission: 'REPORT_ALL', mutations: ['recordReports'] },
    {
      role: 'PLANNING',
      permission: 'ADMINISTER',
      mutations: [
        'assignItems',
        'setAbsence',
        'setHours',
        'delegateItems',
        'changeMembers',
        'changeSchedule',
      ],
    },
    {
      role: 'HEAD',
      permission: 'ARRANGE_OWN_STRUCTURES',
      mutations: ['assignItems', 'setAbsence', 'changeSchedule'],
    },
  ] as const)('$role without $permission loses $mutations', async ({ role, permission, mutations }) => {
    takeAway(role, permission);
    for (const each of PERMISSION_CASES.filter(({ mutation }) =>
      (mutations as readonly string[]).includes(mutation),
    )) {
      const asked = await openAsked();
      const start = await asked.left();
      const { problems, code } = await asked.send(each.file, each.input, actor(role, 'OSRU'));
      expect(problems?.[0]?.code ?? code, each.mutation).toMatch(/MAY_NOT|NOT_YOUR/);
      expect(await asked.left(), each.mutation).toEqual(start);
    }
  });
});
