/** A peer that fails as Slack may: at random, the same way for the same seed and order of calls. */
import type { Fault, FaultHooks, LateCommit, Silence } from '../options.ts';
import { between, createRandom, type Random } from './random.ts';

/** What may go wrong with one call; the caller of a doubtful one cannot tell whether it took effect. */
export const FAULT_KINDS = [
  /** The connection is cut, and nothing was done. */
  'drop-before-commit',
  /** The connection is cut once it was done. */
  'commit-then-drop',
  /** The connection is cut or hangs, and it is done only some time after. */
  'late-commit',
  /** No answer comes, and nothing was done. */
  'hang',
  /** No answer comes, though it was done. */
  'commit-then-hang',
  /** Told to wait, and nothing was done. */
  'rate-limited',
  /** A server’s error once it was done. */
  'error-after-commit',
  /** `internal_error`, as Slack answers with 200, once it was done. */
  'internal-error-after-commit',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export type FaultPlan = {
  readonly seed: number;
  /** Of each kind the share of calls, 0–1; all together at most 1. What is left out is not played. */
  readonly shares: Partial<Readonly<Record<FaultKind, number>>>;
  readonly lateCommitMs: { readonly least: number; readonly most: number };
  /** Of `Retry-After`: whole seconds. */
  readonly retryAfterSeconds: number;
  /** Calls on which nothing is played; none when left out. */
  readonly spare?: (method: string, args: Readonly<Record<string, unknown>>) => boolean;
};

export type Faults = FaultHooks & {
  /** How often each kind was played. */
  played(): Readonly<Record<FaultKind, number>>;
  /** From now on no more. */
  end(): void;
};

/** @throws RangeError when the shares come to more than all calls */
export function createFaults(plan: FaultPlan): Faults {
  const shares = FAULT_KINDS.map((kind) => ({ kind, share: plan.shares[kind] ?? 0 }));
  const all = shares.reduce((sum, { share }) => sum + share, 0);
  // A thousandth of a thousandth: decimal shares do not add up exactly.
  if (all > 1 + 1e-6) throw new RangeError(`shares of faults: ${all}; together at most 1`);
  const random = createRandom(plan.seed);
  const played = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 0])) as Record<FaultKind, number>;
  /** Of the calls under way that fail once they took effect. */
  const afterwards = new WeakMap<Record<string, unknown>, FaultKind>();
  let ended = false;

  function choose(): FaultKind | undefined {
    let left = random();
    for (const { kind, share } of shares) {
      if (left < share) return kind;
      left -= share;
    }
    return undefined;
  }

  return {
    beforeCommit(method, args) {
      if (ended || plan.spare?.(method, args)) return undefined;
      const kind = choose();
      if (kind === undefined) return undefined;
      played[kind] += 1;
      const before = faultBefore(kind, plan, random);
      if (before === undefined) afterwards.set(args, kind);
      return before;
    },
    afterCommit(_method, args) {
      const kind = afterwards.get(args);
      return kind && faultAfter(kind);
    },
    played: () => ({ ...played }),
    end() {
      ended = true;
    },
  };
}

/** Undefined for a kind that lets the call take effect first. */
function faultBefore(kind: FaultKind, plan: FaultPlan, random: Random): Fault | LateCommit {
  const { least, most } = plan.lateCommitMs;
  const silence = (): Silence => (random() < 0.5 ? 'drop' : 'hang');
  switch (kind) {
    case 'drop-before-commit':
      return 'drop';
    case 'hang':
      return 'hang';
    case 'late-commit':
      return { lateByMs: between(random, least, most), silence: silence() };
    case 'rate-limited':
      return {
        status: 429,
        headers: { 'retry-after': String(plan.retryAfterSeconds) },
        body: { ok: false, error: 'ratelimited' },
      };
    default:
      return undefined;
  }
}

function faultAfter(kind: FaultKind): Fault {
  switch (kind) {
    case 'commit-then-drop':
      return 'drop';
    case 'commit-then-hang':
      return 'hang';
    case 'error-after-commit':
      return { status: 500, body: { ok: false, error: 'fatal_error' } };
    case 'internal-error-after-commit':
      return { status: 200, body: { ok: false, error: 'internal_error' } };
    default:
      return undefined;
  }
}
