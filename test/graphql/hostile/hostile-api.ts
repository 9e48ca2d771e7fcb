/** The API as the hostile find it: the real plan, every phase reported on, and keys of each kind. */
import type { StructureCode } from '../../../src/domain/codes.ts';
import { HIDDEN, SHOWN } from './judge-answer.ts';
import { KEYS } from './send-case.ts';
import { openStandaloneContext } from './standalone-context.ts';
import { callerOf, type StartedApi, startApi } from './started-api.ts';

/** Whose rows the key `bound` may read. */
const STRUCTURE = 'LAVORO' as StructureCode;

export async function startHostileApi(): Promise<StartedApi> {
  const { context, close } = await openStandaloneContext();
  const api = await startApi({
    context,
    callers: {
      [KEYS.reader]: callerOf('reader'),
      [KEYS.office]: callerOf('office', { role: 'PLANNING' }),
      [KEYS.bound]: callerOf('bound', { rowsOf: [STRUCTURE] }),
    },
    expired: [KEYS.expired],
    revoked: [KEYS.revoked],
  });
  await reportOnEveryPhase(api);
  return {
    ...api,
    async close() {
      await api.close();
      await close();
    },
  };
}

type Listed = {
  readonly plan: {
    readonly goals: readonly {
      readonly phases: readonly {
        readonly code: string;
        readonly structures: readonly { readonly code: string }[];
      }[];
    }[];
  };
};

type Reported = { readonly reportStatus: { readonly code?: string } };

async function reportOnEveryPhase(api: StartedApi): Promise<void> {
  const { plan } = await ask<Listed>(api, '{ plan { goals { phases { code structures { code } } } } }', {});
  for (const { code, structures } of plan.goals.flatMap(({ phases }) => phases)) {
    const note = structures.some((each) => each.code === STRUCTURE) ? SHOWN : HIDDEN;
    const { reportStatus } = await ask<Reported>(
      api,
      `mutation ($input: ReportStatusInput!) {
        reportStatus(input: $input) { __typename ... on RefusedResult { code } }
      }`,
      { input: { phase: code, percent: 40, note, idempotencyKey: `hostile-${code}` } },
    );
    if (reportStatus.code !== undefined) throw new Error(`${code}: ${reportStatus.code}`);
  }
}

async function ask<T>({ url }: StartedApi, query: string, variables: object): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEYS.office}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}
