/** The dashboard query by trusted document: with data changed since the last one, and unchanged; and any other query. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Changing, openChanging } from '../database/change-database.ts';
import { type Entrant, hold, p99At } from '../measure/contest.ts';
import type { Load } from '../measure/load.ts';
import { type Compared, compare, notCompared, type Outcome, type Row } from '../report/rows.ts';
import { type Arena, compareAnswers, type Seated, seat } from './arena.ts';
import { byHash, freely, isData, knowsByHash, operation } from './graphql-requests.ts';

const SEED = 7;
const CHANGES_BEFORE_COMPARING = 3;
const RATE = 100;
const QUERY = operation('plan-dashboard');
/** The same as a text that is no trusted document. */
const OTHER_QUERY = QUERY.replace('PlanDashboard', 'AnyOther');

const CHANGED: readonly Compared[] = [
  { figure: 'p50', against: 'floor', connections: 1, limit: 1.1 },
  { figure: 'p50', against: 'floor', connections: 32, limit: 1.1 },
  { figure: 'CPU', against: 'floor', connections: 1, limit: 1.2 },
  { figure: 'CPU', against: 'floor', connections: 32, limit: 1.2 },
  { figure: 'p50', against: 'mercurius', connections: 1, limit: 1 },
  { figure: 'p50', against: 'mercurius', connections: 32, limit: 1 },
];
const UNCHANGED: readonly Compared[] = [
  { figure: 'p50', against: 'constant', connections: 1, limit: 1.15 },
  { figure: 'p50', against: 'constant', connections: 32, limit: 1.15 },
];
const OTHER: readonly Compared[] = [
  { figure: 'p50', against: 'floor', connections: 1, limit: 1.8 },
  { figure: 'p50', against: 'floor', connections: 32, limit: 1.8 },
  { figure: 'CPU', against: 'floor', connections: 1, limit: 2.4 },
  { figure: 'CPU', against: 'floor', connections: 32, limit: 2.4 },
];
const WORKS = {
  changed: 'dashboard query by trusted document, data changed since the last one',
  unchanged: 'the same, unchanged',
  other: 'any other query by key, through Yoga, data unchanged',
} as const;

type Reader = Seated & { readonly changing: Changing };

export async function readDashboard(arena: Arena): Promise<Outcome> {
  const readers: Reader[] = [];
  const sit = async (...given: Parameters<typeof seat>): Promise<Reader> => {
    const seated = await seat(...given);
    const reader = { ...seated, changing: openChanging(seated.databaseFile, arena.phases, SEED) };
    readers.push(reader);
    return reader;
  };
  try {
    const floor = await sit(arena, 'floor');
    const ours = await sit(arena, 'ours');
    const others = [await sit(arena, 'mercurius'), await sit(arena, 'apollo')];
    const isTrusted = await knowsByHash(ours.contestant.address, QUERY);
    const own = isTrusted ? byHash(QUERY) : freely(QUERY);
    const requests = [freely(QUERY), own, freely(QUERY), freely(QUERY)];
    const all = [floor, ours, ...others];
    const loadsOf = (isChanged: boolean) =>
      all.map((reader, index): Load => {
        const request = requests[index] ?? own;
        const next = () => {
          if (isChanged) reader.changing.change();
          return request;
        };
        return { address: reader.contestant.address, next, isRight: isData };
      });
    const named = (loads: readonly Load[]) =>
      loads.map((load, index) => [all[index]?.contestant.name ?? '', load] as const);
    const entrants = (loads: readonly Load[]): readonly Entrant[] =>
      loads.flatMap((load, index) => {
        const reader = all[index];
        return reader ? [{ contestant: reader.contestant, load }] : [];
      });
    await compareAnswers(named(loadsOf(false)));
    for (const { changing } of all)
      for (let made = 0; made < CHANGES_BEFORE_COMPARING; made += 1) changing.change();
    const { body } = await compareAnswers(named(loadsOf(false).toReversed()).toReversed());
    const other: Load = {
      address: ours.contestant.address,
      next: () => freely(OTHER_QUERY),
      isRight: isData,
    };
    const otherIsServed = await compareAnswers([
      ['floor', loadsOf(false)[0] ?? other],
      ['ours', other],
    ]).then(
      () => null,
      (error: Error) => error.message,
    );

    const ANSWER_FILE = join(arena.directory, 'dashboard.json');
    writeFileSync(ANSWER_FILE, body);
    const constant = await sit(arena, 'constant', { ANSWER_FILE });
    const constantLoad: Load = { address: constant.contestant.address, next: () => own, isRight: isData };

    const [unchangedFloor, unchangedOurs] = entrants(loadsOf(false));
    const unchanged = await hold(
      [{ contestant: constant.contestant, load: constantLoad }, ...(unchangedOurs ? [unchangedOurs] : [])],
      arena.pace,
    );
    const free =
      otherIsServed === null && unchangedFloor
        ? await hold([unchangedFloor, { contestant: ours.contestant, load: other }], arena.pace)
        : null;
    const changed = await hold(entrants(loadsOf(true)), arena.pace);
    const p99 = new Map<string, number>();
    for (const entrant of entrants(loadsOf(true))) {
      p99.set(entrant.contestant.name, await p99At(RATE, entrant, arena.pace));
    }
    const notTrusted = 'not measured: the product knows no such document yet';
    const row = (work: string, checks: Row['checks']): Row => ({ work, checks });
    const compareIf = (contest: typeof changed, compared: readonly Compared[]) =>
      compared.map((each) => (isTrusted ? compare(contest, each) : notCompared(each, notTrusted)));
    return {
      rows: [
        row(WORKS.changed, compareIf(changed, CHANGED)),
        row(WORKS.unchanged, compareIf(unchanged, UNCHANGED)),
        row(
          WORKS.other,
          OTHER.map((each) =>
            free ? compare(free, each) : notCompared(each, `not measured: ${otherIsServed}`),
          ),
        ),
      ],
      tables: [
        {
          title: 'Dashboard query, a report by another process before each',
          contest: changed,
          notes: [
            `The product is asked ${isTrusted ? 'by the hash of the document' : 'by the text of the query'}, the others by its text. Answer of ${Buffer.byteLength(body)} bytes.`,
            `p99 at ${RATE} a second: ${[...p99].map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`).join(', ')}.`,
          ],
        },
        { title: 'The same, unchanged', contest: unchanged, notes: [] },
        ...(free ? [{ title: 'The same as a free query, unchanged', contest: free, notes: [] }] : []),
      ],
    };
  } finally {
    for (const { changing } of readers) changing.close();
    await Promise.all(readers.map(({ contestant }) => contestant.stop()));
  }
}
