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
import { isCsvName, parseDirectoryCsv } from '../plan-file/parse-directory-csv.ts';
import { parseDirectoryFile } from '../plan-file/parse-directory-file.ts';
import { parsePlanFile } from '../plan-file/parse-plan-file.ts';
import type { FileNotice, FileProblem } from '../plan-file/problems.ts';
import type { DirectoryReplacement, ImportResult, NewAuditEntry, StoredPlan } from '../store/port.ts';
import { type KeyedRequest, WITHOUT_KEY } from './act-once.ts';
import type { Context } from './context.ts';
import type { InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { untilCommitted } from './until-committed.ts';

export type ImportedFile = {
  readonly bytes: Uint8Array;
  /** Repeated in problems and notices; `.csv` at its end tells a list of people or of channels. */
  readonly name: string;
};

export type ImportedPlan = {
  readonly ok: true;
  readonly kind: 'PLAN';
  readonly outcome: Exclude<ImportResult['outcome'], 'CONFLICT' | 'DUPLICATE' | 'KEY_REUSED'>;
  readonly plan: Plan;
  readonly notices: readonly FileNotice[];
};

export type ImportedDirectory = {
  readonly ok: true;
  readonly kind: 'DIRECTORY';
  /** What the file replaced: of the rest the directory keeps what it had. */
  readonly part: 'WHOLE' | 'PEOPLE' | 'CHANNELS';
  readonly changed: boolean;
  /** In the directory, as it is now. */
  readonly people: number;
  readonly channels: number;
  /** Structures of the plan for which no staff and no head is left to answer. */
  readonly unanswered: readonly StructureCode[];
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

/**
 * Imports a plan or a directory of people and channels, by its `format` line, or the people or the channels of a CSV
 * file, by its header: whole, or not at all.
 * @param request its key is put down with what is imported; one that was done before is read again, and nothing is
 *   written
 */
export async function importFile(
  context: Context,
  actor: Actor,
  file: ImportedFile,
  request: KeyedRequest = WITHOUT_KEY,
): Promise<ImportOutcome> {
  if (!may(actor, 'IMPORT')) {
    const refusal = { code: 'ROLE_MAY_NOT', role: actor.role, permission: 'IMPORT' } as const;
    return { ok: false, because: 'REFUSED', refusal };
  }
  if (isCsvName(file.name)) return importCsv(context, actor, file, request);
  return formatOf(file.bytes) === DIRECTORY_FORMAT
    ? importDirectory(context, actor, file, request)
    : importPlan(context, actor, file, request);
}

async function importPlan(
  context: Context,
  actor: Actor,
  file: ImportedFile,
  request: KeyedRequest,
): Promise<ImportOutcome> {
  const parsed = parsePlanFile(file.bytes, file.name);
  if (!parsed.ok) return { ok: false, because: 'PROBLEMS', problems: parsed.problems };
  const { plan, notices } = parsed;
  if (request.repeated) return { ok: true, kind: 'PLAN', outcome: 'UNCHANGED', plan, notices };
  return untilCommitted(() => replacePlan(context, actor, { plan, notices }, request.inbox));
}

/** The check holds for what was said up to `lastSequence`: what is said after it makes it a conflict. */
async function replacePlan(
  context: Context,
  actor: Actor,
  { plan, notices }: Pick<ImportedPlan, 'plan' | 'notices'>,
  inbox: InboxKey | null,
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
    inbox,
  });
  switch (outcome) {
    case 'CONFLICT':
      return outcome;
    // A twin was faster, or the key stands for something else: whoever keeps the keys says which (`actOnce`).
    case 'DUPLICATE':
    case 'KEY_REUSED':
      return { ok: true, kind: 'PLAN', outcome: 'UNCHANGED', plan, notices };
    default:
      return { ok: true, kind: 'PLAN', outcome, plan, notices };
  }
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

async function importDirectory(
  context: Context,
  actor: Actor,
  file: ImportedFile,
  request: KeyedRequest,
): Promise<ImportOutcome> {
  const parsed = parseDirectoryFile(file.bytes, file.name);
  if (!parsed.ok) return { ok: false, because: 'PROBLEMS', problems: parsed.problems };
  const { directory } = parsed;
  const stored = await findStoredPlan(context);
  const structures = stored ? structuresOutsidePlan(directory, stored.plan) : [];
  if (structures.length > 0 && !request.repeated)
    return { ok: false, because: 'STRUCTURES_OUTSIDE_PLAN', structures };
  return keepParts(context, actor, { part: 'WHOLE', parts: directory, stored }, request);
}

/** Structures that the plan does not have are among the problems, each at its place. */
async function importCsv(
  context: Context,
  actor: Actor,
  file: ImportedFile,
  request: KeyedRequest,
): Promise<ImportOutcome> {
  const { store } = context;
  const stored = await findStoredPlan(context);
  const setting = { plan: stored?.plan ?? null, people: await store.listPeople() };
  const parsed = parseDirectoryCsv(file.bytes, file.name, setting);
  if (!parsed.ok) return { ok: false, because: 'PROBLEMS', problems: parsed.problems };
  const parts = parsed.kind === 'PEOPLE' ? { people: parsed.people } : { channels: parsed.channels };
  return keepParts(context, actor, { part: parsed.kind, parts, stored }, request);
}

async function findStoredPlan(context: Context): Promise<StoredPlan | undefined> {
  const found = await findPlan(context, null);
  return found.ok ? found.value : undefined;
}

type NewParts = {
  readonly part: ImportedDirectory['part'];
  readonly parts: Partial<Directory>;
  readonly stored: StoredPlan | undefined;
};

async function keepParts(
  context: Context,
  actor: Actor,
  { part, parts, stored }: NewParts,
  { repeated, inbox }: KeyedRequest,
): Promise<ImportedDirectory> {
  const { store } = context;
  const changed =
    !repeated && (await replaceDirectory(context, actor, { parts, planId: stored?.id, inbox })) === 'CHANGED';
  const directory = { people: await store.listPeople(), channels: await store.listChannels() };
  return {
    ok: true,
    kind: 'DIRECTORY',
    part,
    changed,
    people: directory.people.length,
    channels: directory.channels.length,
    unanswered: stored ? unansweredStructures(directory, stored.plan) : [],
  };
}

function unansweredStructures({ people }: Directory, plan: Plan): readonly StructureCode[] {
  const answering = people.filter(({ role }) => role === 'STAFF' || role === 'HEAD');
  return plan.structures
    .map(({ code }) => code)
    .filter((code) => !answering.some((person) => person.structures.includes(code)));
}

function replaceDirectory(
  { store, clock }: Context,
  actor: Actor,
  {
    parts,
    planId,
    inbox,
  }: {
    readonly parts: Partial<Directory>;
    readonly planId: number | undefined;
    readonly inbox: InboxKey | null;
  },
): Promise<DirectoryReplacement> {
  // History and keys are of plans: before the first of them there is none to write into.
  if (planId === undefined) return store.replaceDirectory(parts);
  return store.replaceDirectory(parts, {
    planId,
    recordedAt: clock.now().toISOString(),
    auditOf: (directory) => importedDirectory(actor, directory),
    inbox,
  });
}

/** Into the history goes how many there are, and a hash that tells one directory from another: no names. */
function importedDirectory(actor: Actor, directory: Directory): NewAuditEntry {
  const contentHash = createHash('sha256').update(canonicalJson(directory)).digest('hex');
  const body = { people: directory.people.length, channels: directory.channels.length, contentHash };
  return { kind: 'DIRECTORY_IMPORTED', actor: actor.key, body };
}
