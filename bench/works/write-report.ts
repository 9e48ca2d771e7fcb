/** A report that is on the disk before it is acknowledged, against one raw transaction a request. */
import { randomUUID } from 'node:crypto';
import { TODAY } from '../database/make-database.ts';
import { hold, p99At } from '../measure/contest.ts';
import type { Load } from '../measure/load.ts';
import { createRandom, pick } from '../measure/random.ts';
import { compare, type Outcome } from '../report/rows.ts';
import { type Arena, compareAnswers, type Seated, seat } from './arena.ts';
import { byHash, freely, isData, knowsByHash, operation } from './graphql-requests.ts';

const SEED = 11;
const RATE = 100;
const MUTATION = operation('acknowledge-report');

/** Reports on any phase, each under a key of its own. */
export function reporting(address: string, phases: readonly string[], isTrusted: boolean): Load {
  const random = createRandom(SEED);
  const ask = isTrusted ? byHash : freely;
  return {
    address,
    next: () =>
      ask(MUTATION, {
        input: {
          phase: pick(phases, random),
          percent: Math.floor(random() * 101),
          note: 'come da verbale',
          reportedOn: TODAY,
          idempotencyKey: randomUUID(),
        },
      }),
    isRight: (answer) => isData(answer) && answer.body.includes('"duplicate":false'),
  };
}

export async function writeReport(arena: Arena): Promise<Outcome> {
  const seated: Seated[] = [];
  try {
    for (const name of ['raw-writer', 'ours'] as const) seated.push(await seat(arena, name));
    const entrants = await Promise.all(
      seated.map(async ({ contestant }) => {
        const isTrusted = contestant.name === 'ours' && (await knowsByHash(contestant.address, MUTATION));
        return { contestant, isTrusted, load: reporting(contestant.address, arena.phases, isTrusted) };
      }),
    );
    await compareAnswers(entrants.map(({ contestant, load }) => [contestant.name, load]));
    const contest = await hold(entrants, arena.pace);
    const p99: string[] = [];
    for (const entrant of entrants) {
      p99.push(`${entrant.contestant.name} ${(await p99At(RATE, entrant, arena.pace)).toFixed(1)} ms`);
    }
    const isTrusted = entrants.some((each) => each.isTrusted);
    return {
      rows: [
        {
          work: 'a report, durable before it is acknowledged',
          checks: [
            compare(contest, { figure: 'p50', against: 'raw-writer', connections: 1, limit: 1.75 }),
            compare(contest, {
              figure: 'requests/s',
              against: 'raw-writer',
              connections: 32,
              limit: 1.5,
              sense: 'AT_LEAST',
            }),
          ],
        },
      ],
      tables: [
        {
          title: 'A report',
          contest,
          notes: [
            `The product is asked ${isTrusted ? 'by the hash of the document' : 'by the text of the mutation, through Yoga'}.`,
            `p99 at ${RATE} a second: ${p99.join(', ')}.`,
          ],
        },
      ],
    };
  } finally {
    await Promise.all(seated.map(({ contestant }) => contestant.stop()));
  }
}
