/**
 * Commits of one turn of the event loop are written in one transaction: they reach the disk together, and each is
 * answered after that. One that is refused or fails is undone alone.
 */
import type { Measurement, StatusReport } from '../domain/facts.ts';
import type { Said } from '../domain/standing.ts';
import type { Database } from './database.ts';
import type { Commit, CommitResult, Foreseen } from './port.ts';

/** What becomes of a commit that was handed in. */
type Fate = {
  /** Within its transaction; undefined until then, and when that is undone. */
  result?: CommitResult | undefined;
  /** Once it is on the disk, or will not be. */
  readonly settled: Promise<CommitResult>;
};

type Entry = {
  readonly commit: Commit;
  readonly fate: Fate;
  readonly resolve: (result: CommitResult) => void;
  readonly reject: (error: unknown) => void;
};

export type CommitGroups = {
  /** Answered once it is on the disk. @throws StoreBusy, StoreFailed, as every commit of its group does then */
  readonly add: (commit: Commit) => Promise<CommitResult>;
  /** @param lastSequence of the plan, as it was read */
  readonly foresee: (planId: number, lastSequence: number) => Foreseen;
};

/** @param apply writes one commit; it runs within a transaction */
export function createCommitGroups(
  { write, writeEach }: Pick<Database, 'write' | 'writeEach'>,
  apply: (commit: Commit) => CommitResult,
): CommitGroups {
  let waiting: Entry[] = [];
  /** Neither written nor given up, in the order in which they will be written. */
  const unwritten = new Set<Entry>();
  const restsOn = new WeakMap<Foreseen, readonly Fate[]>();

  /** What was decided upon a commit that is not written after all is to be decided again. */
  function applyUpon({ commit, fate }: Entry): CommitResult {
    const before = (commit.upon && restsOn.get(commit.upon)) ?? [];
    fate.result = before.every(isCommitted) ? apply(commit) : { outcome: 'CONFLICT' };
    return fate.result;
  }

  /** One alone needs no place to which the transaction could be taken back. */
  const writeGroup = async (
    entries: readonly Entry[],
  ): Promise<readonly PromiseSettledResult<CommitResult>[]> => {
    const [first, ...others] = entries;
    if (!first || others.length > 0) return writeEach(entries.map((entry) => () => applyUpon(entry)));
    return [{ status: 'fulfilled', value: await write(() => applyUpon(first)) }];
  };

  async function flush(): Promise<void> {
    const entries = waiting;
    waiting = [];
    try {
      const results = await writeGroup(entries);
      for (const [index, { resolve, reject }] of entries.entries()) {
        const result = results[index];
        if (result?.status === 'fulfilled') resolve(result.value);
        else reject(result?.reason);
      }
    } catch (error) {
      for (const { fate, reject } of entries) {
        fate.result = undefined;
        reject(error);
      }
    }
    for (const entry of entries) unwritten.delete(entry);
  }

  return {
    add(commit) {
      const entry = createEntry(commit);
      waiting.push(entry);
      unwritten.add(entry);
      if (waiting.length === 1) setImmediate(() => void flush());
      return entry.fate.settled;
    },
    foresee(planId, lastSequence) {
      const { fates, commits, lastSequence: last } = foreseeCommits(unwritten, planId, lastSequence);
      let said: Said | undefined;
      // Most who decide look at none of it: it is made when it is asked for.
      const foreseen: Foreseen = {
        lastSequence: last,
        said: () => {
          said ??= numbered(commits, lastSequence);
          return said;
        },
        async isWritten() {
          await Promise.allSettled(fates.map(({ settled }) => settled));
          return fates.every(isCommitted);
        },
      };
      restsOn.set(foreseen, fates);
      return foreseen;
    },
  };
}

const isCommitted = ({ result }: Fate): boolean => result?.outcome === 'COMMITTED';

function createEntry(commit: Commit): Entry {
  let resolve: Entry['resolve'] = () => undefined;
  let reject: Entry['reject'] = () => undefined;
  const settled = new Promise<CommitResult>((...settle) => {
    [resolve, reject] = settle;
  });
  return { commit, fate: { settled }, resolve, reject };
}

/** Those that are of the plan. One that cannot come to be written after the ones before it counts for nothing. */
function foreseeCommits(entries: Iterable<Entry>, planId: number, lastSequence: number) {
  const fates: Fate[] = [];
  const commits: Commit[] = [];
  let sequence = lastSequence;
  for (const { commit, fate } of entries) {
    const facts = (commit.reports?.length ?? 0) + (commit.measurements?.length ?? 0);
    const willConflict = commit.lastSequence !== null && commit.lastSequence !== sequence;
    if (commit.planId !== planId || facts === 0 || willConflict) continue;
    fates.push(fate);
    commits.push(commit);
    sequence += facts;
  }
  return { fates, commits, lastSequence: sequence };
}

/** What `commits` say, numbered as it will be. */
function numbered(commits: readonly Commit[], lastSequence: number): Said {
  const reports: StatusReport[] = [];
  const measurements: Measurement[] = [];
  let sequence = lastSequence;
  for (const { recordedAt, ...commit } of commits) {
    for (const each of commit.reports ?? []) reports.push({ ...each, recordedAt, sequence: ++sequence });
    for (const each of commit.measurements ?? []) {
      measurements.push({ ...each, recordedAt, sequence: ++sequence });
    }
  }
  return { reports, measurements };
}
