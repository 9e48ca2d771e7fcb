import type { Refusal } from '../../../domain/refusal.ts';
import type { Language } from '../../../messages/language.ts';
import { noticeSentence, problemSentence } from '../../../messages/plan-file-catalogue.ts';
import { planFileEn } from '../../../messages/plan-file-en.ts';
import { planFileIt } from '../../../messages/plan-file-it.ts';
import { type TerminalMessages, terminalMessages } from '../../../messages/terminal.ts';
import { actOnce } from '../../../services/act-once.ts';
import {
  type ImportedDirectory,
  type ImportedPlan,
  type ImportFailure,
  importFile,
} from '../../../services/import-file.ts';
import { builder } from '../../builder.ts';
import { isOfKey, requestKey, withClientKey } from '../../client-key.ts';
import type { GraphqlContext } from '../../context.ts';
import { RefusedResultType, type RefusedView, refusedView } from '../refused-result.ts';
import { keyField } from './input-fields.ts';
import { DUPLICATE } from './result-type.ts';

const ImportFileInputType = builder.inputType('ImportFileInput', {
  description: 'A plan or a directory, as a file has it. A request holds at most 1 MB.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'Repeated in problems; `.csv` at its end tells a list of people or of channels.',
    }),
    text: t.string({ required: true, description: 'The whole of the file.' }),
    idempotencyKey: keyField(t),
  }),
});

/** One sentence about a place of a file. */
type FileRemark = {
  readonly code: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string | null;
  readonly message: string;
  readonly messageIt: string;
  readonly messageEn: string;
};

const FileRemarkType = builder.objectRef<FileRemark>('FileRemark').implement({
  description: 'Something about a place of a file: what is wrong and what is accepted, or what was noticed.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The rule, for programs: as `PHASE_WEIGHTS_NOT_100`.' }),
    file: t.exposeString('file', { description: 'Its name, as it was given.' }),
    line: t.exposeInt('line', { nullable: true, description: 'From 1; null of the file as a whole.' }),
    column: t.exposeInt('column', { nullable: true, description: 'From 1; null of the file as a whole.' }),
    path: t.exposeString('path', {
      nullable: true,
      description: 'As a JSON pointer, `/baselines/0/goals/2/weight`; null of the file as a whole.',
    }),
    message: t.exposeString('message', { description: 'For people, in the configured language.' }),
    messageIt: t.exposeString('messageIt', { description: 'For people, in Italian.' }),
    messageEn: t.exposeString('messageEn', { description: 'For people, in English.' }),
  }),
});

const ImportOutcomeType = builder.enumType('ImportOutcome', {
  description: 'What became of the plan that stood there.',
  values: {
    CREATED: { description: 'There was none of that year.' },
    REPLACED: { description: 'Its definition is another from now on; what was reported stays.' },
    UNCHANGED: { description: 'The file says what stood there, or the request had been done before.' },
  } as const satisfies Record<ImportedPlan['outcome'], { description: string }>,
});

type ImportPlanSuccess = Pick<ImportedPlan, 'kind' | 'outcome' | 'plan' | 'notices'> & {
  readonly duplicate: boolean;
};

const ImportPlanSuccessType = builder.objectRef<ImportPlanSuccess>('ImportPlanSuccess').implement({
  description: 'The plan is imported, whole.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: ImportOutcomeType, description: 'What became of the one before.' }),
    year: t.int({ description: 'The plan’s year.', resolve: ({ plan }) => plan.year }),
    title: t.string({ description: 'Its title.', resolve: ({ plan }) => plan.title }),
    baselines: t.int({ description: 'How many it has.', resolve: ({ plan }) => plan.baselines.length }),
    notices: t.field({
      type: [FileRemarkType],
      description: 'What was accepted, and is worth knowing.',
      resolve: ({ notices }, _args, { language }) =>
        notices.map((notice) =>
          remark(notice, language, {
            it: noticeSentence(planFileIt, notice),
            en: noticeSentence(planFileEn, notice),
          }),
        ),
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

const DirectoryPartType = builder.enumType('DirectoryPart', {
  description: 'What of the directory a file replaces; of the rest it keeps what it had.',
  values: {
    WHOLE: { description: 'All of it.' },
    PEOPLE: { description: 'The people.' },
    CHANNELS: { description: 'The channels.' },
  } as const satisfies Record<ImportedDirectory['part'], { description: string }>,
});

type ImportDirectorySuccess = Omit<ImportedDirectory, 'ok'> & { readonly duplicate: boolean };

const ImportDirectorySuccessType = builder
  .objectRef<ImportDirectorySuccess>('ImportDirectorySuccess')
  .implement({
    description: 'The directory is imported, whole.',
    fields: (t) => ({
      part: t.expose('part', { type: DirectoryPartType, description: 'What of it was replaced.' }),
      changed: t.exposeBoolean('changed', { description: 'Whether it was otherwise before.' }),
      people: t.exposeInt('people', { description: 'How many it has now.' }),
      channels: t.exposeInt('channels', { description: 'How many it has now.' }),
      unansweredStructures: t.stringList({
        description: 'Codes of structures of the plan for which no staff and no head is left to answer.',
        resolve: ({ unanswered }) => [...unanswered],
      }),
      duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
    }),
  });

type RefusedImport = { readonly problems: readonly FileRemark[] };

const RefusedImportType = builder.objectRef<RefusedImport>('RefusedImport').implement({
  description: 'The file has problems, and nothing of it was imported.',
  fields: (t) => ({
    problems: t.expose('problems', {
      type: [FileRemarkType],
      description: 'Every one of them, in its order.',
    }),
  }),
});

type Answer = ImportPlanSuccess | ImportDirectorySuccess | RefusedImport | RefusedView;

const ImportFileResultType = builder.unionType('ImportFileResult', {
  description: 'What was imported; or what is wrong with the file; or why it was refused.',
  types: [ImportPlanSuccessType, ImportDirectorySuccessType, RefusedImportType, RefusedResultType],
  resolveType: (result: Answer) => {
    if ('problems' in result) return RefusedImportType;
    if (!('kind' in result)) return RefusedResultType;
    return result.kind === 'PLAN' ? ImportPlanSuccessType : ImportDirectorySuccessType;
  },
});

type Place = Pick<FileRemark, 'code' | 'file' | 'line' | 'column' | 'path'>;

const remark = (
  { code, file, line, column, path }: Place,
  language: Language,
  said: Readonly<Record<Language, string>>,
): FileRemark => ({
  code,
  file,
  line,
  column,
  path,
  message: said[language],
  messageIt: said.it,
  messageEn: said.en,
});

type FileFailure = Exclude<ImportFailure, { readonly because: 'REFUSED' }>;

function problemsOf(failure: FileFailure, file: string, language: Language): readonly FileRemark[] {
  const whole = (say: (texts: TerminalMessages) => string) => [
    remark({ code: failure.because, file, line: null, column: null, path: null }, language, {
      it: say(terminalMessages('it')),
      en: say(terminalMessages('en')),
    }),
  ];
  switch (failure.because) {
    case 'PROBLEMS':
      return failure.problems.map((problem) =>
        remark(problem, language, {
          it: problemSentence(planFileIt, problem),
          en: problemSentence(planFileEn, problem),
        }),
      );
    case 'REPORTED_ITEMS_MISSING':
      return whole((t) => t.reportedItemsMissing(file, failure.items.join(', ')));
    case 'STRUCTURES_OUTSIDE_PLAN':
      return whole((t) => t.structuresOutsidePlan(file, failure.structures.join(', ')));
  }
}

type Input = typeof ImportFileInputType.$inferInput;

async function importOnce(
  { services, actor, language }: GraphqlContext,
  { idempotencyKey, name, text }: Input,
): Promise<Answer> {
  const refuse = (refusal: Refusal) =>
    refusedView(withClientKey(refusal, idempotencyKey), isOfKey(refusal) ? 'idempotencyKey' : null, language);
  const inbox = requestKey(actor, idempotencyKey, ['importFile', name, text]);
  if (!inbox.ok) return refuse(inbox.refusal);
  const file = { name, bytes: new TextEncoder().encode(text) };
  const outcome = await actOnce(services, inbox.value, (context, repeated) =>
    importFile(context, actor, file, { inbox: inbox.value, repeated }),
  );
  if (outcome.ok) {
    const { ok: _, ...imported } = outcome.done;
    return { ...imported, duplicate: outcome.duplicate };
  }
  if ('refusal' in outcome) return refuse(outcome.refusal);
  return { problems: problemsOf(outcome, name, language) };
}

builder.mutationField('importFile', (t) =>
  t.field({
    type: ImportFileResultType,
    description:
      'Imports a plan, a directory of people and channels, or one of these as CSV: whole, or not at all. The same as `arti import`.',
    args: { input: t.arg({ type: ImportFileInputType, required: true, description: 'The file.' }) },
    resolve: (_root, { input }, context) => importOnce(context, input),
  }),
);
