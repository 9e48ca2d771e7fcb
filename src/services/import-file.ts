import { createHash } from 'node:crypto';
import { type Actor, may } from '../domain/actor.ts';
import type { ItemCode, StructureCode } from '../domain/codes.ts';
import { type Directory, structuresOutsidePlan } from '../domain/directory.ts';
import type { Plan } from '../domain/plan.ts';
import type { Refusal } from '../domain/refusal.ts';
import { findItem } from '../domain/resolve.ts';
import { canonicalJson, planHash } from '../plan-file/canonical.ts';
import { DIRECTORY_FORMAT } from '../plan-file/directory-schema.ts';
import { formatOf } from '../plan-file/format-of.ts';
import { parseDirectoryFile } from '../plan-file/parse-directory-file.ts';
import { parsePlanFile } from '../plan-file/parse-plan-file.ts';
import type { FileNotice, FileProblem } from '../plan-file/problems.ts';
import type { ImportResult, StoredPlan } from '../store/port.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';
import { untilCommitted } from './until-committed.ts';

export type ImportedFile = {
  readonly bytes: Uint8Array;
  /** Only repeated in problems and notices. */
  readonly name: string;
};

export type ImportedPlan = {
  readonly ok: true;
  readonly kind: 'PLAN';
  readonly outcome: Exclude<ImportResult['outcome'], 'CONFLICT'>;
  readonly plan: Plan;
  readonly notices: readonly FileNotice[];
};

export type ImportedDirectory = {
  readonly ok: true;
  readonly kind: 'DIRECTORY';
  readonly changed: boolean;
  readonly people: number;
  readonly channels: number;
};

export type ImportFailure =
  | { readonly ok: false; readonly because: 'REFUSED'; readonly refusal: Refusal }
  | { readonly ok: false; readonly because: 'PROBLEMS'; readonly problems: readonly FileProblem[] }
  /** Something was said of these, and no baseline of the new plan has them: it could no longer be read. */
  | { readonly ok: false; readonly because: 'REPORTED_ITEMS_MISSING'; readonly items: readonly ItemCode[] }
  /** The directory names structures that the plan of today does not have. */
  | {
      readonly ok: false;
      readonly because: 'STRUCTURES_OUTSIDE_PLAN';
      readonly structures: readonly StructureCode[];
    };

export type ImportOutcome = ImportedPlan | ImportedDirectory | ImportFailure;

/** Imports a plan or a directory of people and channels, by its `format` line: whole, or not at all. */
export async function importFile(context: Context, actor: Actor, file: ImportedFile): Promise<ImportOutcome> {
  if (!may(actor, 'IMPORT')) {
    const refusal = { code: 'ROLE_MAY_NOT', role: actor.role, permission: 'IMPORT' } as const;
    return { ok: false, because: 'REFUSED', refusal };
  }
  return formatOf(file.bytes) === DIRECTORY_FORMAT
    ? importDirectory(context, actor, file)
    : importPlan(context, actor, file);
}

async function importPlan(context: Context, actor: Actor, file: ImportedFile): Promise<ImportOutcome> {
  const parsed = parsePlanFile(file.bytes, file.name);
  if (!parsed.ok) return { ok: false, because: 'PROBLEMS', problems: parsed.problems };
  const { plan, notices } = parsed;
  return untilCommitted(() => replacePlan(context, actor, plan, notices));
}

/** The check holds for what was said up to `lastSequence`: what is said after it makes it a conflict. */
async function replacePlan(
  context: Context,
  actor: Actor,
  plan: Plan,
  notices: readonly FileNotice[],
): Promise<ImportOutcome | 'CONFLICT'> {
  const stored = await context.store.findPlan(plan.year);
  const missing = await reportedItemsMissing(context, stored, plan);
  if (missing.length > 0) return { ok: false, because: 'REPORTED_ITEMS_MISSING', items: missing };
  const contentHash = planHash(plan);
  const { outcome } = await context.store.importPlan({
    plan,
    contentHash,
    lastSequence: stored?.lastSequence ?? null,
    recordedAt: context.clock.now().toISOString(),
    audit: {
      kind: 'PLAN_IMPORTED',
      actor: actor.key,
      body: { year: plan.year, baselines: plan.baselines.length, contentHash },
    },
  });
  return outcome === 'CONFLICT' ? outcome : { ok: true, kind: 'PLAN', outcome, plan, notices };
}

async function reportedItemsMissing(
  { store }: Context,
  stored: StoredPlan | undefined,
  plan: Plan,
): Promise<readonly ItemCode[]> {
  if (!stored) return [];
  const reported = await store.listReportedItems(stored.id);
  return reported.filter((item) => !plan.baselines.some((baseline) => findItem(baseline, item)));
}

async function importDirectory(context: Context, actor: Actor, file: ImportedFile): Promise<ImportOutcome> {
  const parsed = parseDirectoryFile(file.bytes, file.name);
  if (!parsed.ok) return { ok: false, because: 'PROBLEMS', problems: parsed.problems };
  const { directory } = parsed;
  const found = await findPlan(context, null);
  const structures = found.ok ? structuresOutsidePlan(directory, found.value.plan) : [];
  if (structures.length > 0) return { ok: false, because: 'STRUCTURES_OUTSIDE_PLAN', structures };
  return {
    ok: true,
    kind: 'DIRECTORY',
    changed: await replaceDirectory(context, actor, directory, found.ok ? found.value.id : null),
    people: directory.people.length,
    channels: directory.channels.length,
  };
}

/** Into the history goes how many there are, and a hash that tells one directory from another: no names. */
function replaceDirectory(
  { store, clock }: Context,
  actor: Actor,
  directory: Directory,
  planId: number | null,
): Promise<boolean> {
  // The history is of plans: before the first of them there is none to write into.
  if (planId === null) return store.replaceDirectory(directory);
  const contentHash = createHash('sha256').update(canonicalJson(directory)).digest('hex');
  const body = { people: directory.people.length, channels: directory.channels.length, contentHash };
  return store.replaceDirectory(directory, {
    planId,
    recordedAt: clock.now().toISOString(),
    audit: { kind: 'DIRECTORY_IMPORTED', actor: actor.key, body },
  });
}
