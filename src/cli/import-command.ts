import { readFile } from 'node:fs/promises';
import { noticeSentence, placed, problemSentence } from '../messages/plan-file-catalogue.ts';
import { planFileEn } from '../messages/plan-file-en.ts';
import { planFileIt } from '../messages/plan-file-it.ts';
import { refusalText } from '../messages/refusals.ts';
import { terminalMessages } from '../messages/terminal.ts';
import type { Context } from '../services/context.ts';
import { type ImportFailure, type ImportOutcome, importFile } from '../services/import-file.ts';
import { type CliDeps, EXIT, type ExitCode } from './deps.ts';
import { cleaned } from './text/layout.ts';

/** `arti import`: each file in the order given; one that is refused does not stop the ones after it. */
export async function runImport(
  context: Context,
  deps: CliDeps,
  files: readonly string[],
): Promise<ExitCode> {
  let exit: ExitCode = EXIT.OK;
  for (const file of files) {
    const bytes = await read(file, deps);
    const outcome = bytes && (await importFile(context, deps.actor, { bytes, name: file }));
    if (outcome === undefined) exit = EXIT.REFUSED;
    else if (outcome.ok) tellImported(outcome, deps);
    else {
      tellFailure(outcome, file, deps);
      exit = EXIT.REFUSED;
    }
  }
  return exit;
}

async function read(file: string, { language, stderr }: CliDeps): Promise<Uint8Array | undefined> {
  const t = terminalMessages(language);
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    stderr.write(`${code === 'ENOENT' ? t.fileMissing(file) : t.fileUnreadable(file, code)}\n`);
    return undefined;
  }
}

function tellImported(outcome: Extract<ImportOutcome, { ok: true }>, { language, stdout }: CliDeps): void {
  const t = terminalMessages(language);
  if (outcome.kind === 'DIRECTORY') {
    const { changed, part, people, channels, unanswered } = outcome;
    stdout.write(`${changed ? t.importedDirectory[part](people, channels) : t.unchangedDirectory}\n`);
    if (unanswered.length > 0) stdout.write(`${t.unansweredStructures(unanswered.join(', '))}\n`);
    return;
  }
  const catalogue = language === 'it' ? planFileIt : planFileEn;
  for (const notice of outcome.notices) {
    stdout.write(`${cleaned(`${placed(notice)}: ${noticeSentence(catalogue, notice)} [${notice.code}]`)}\n`);
  }
  const { title, baselines } = outcome.plan;
  stdout.write(`${cleaned(t.imported[outcome.outcome](title, baselines.length))}\n`);
}

function tellFailure(failure: ImportFailure, file: string, { language, stderr }: CliDeps): void {
  const t = terminalMessages(language);
  const say = (text: string) => stderr.write(`${cleaned(text)}\n`);
  switch (failure.because) {
    case 'REFUSED':
      say(refusalText(failure.refusal, language));
      return;
    case 'REPORTED_ITEMS_MISSING':
      say(t.reportedItemsMissing(file, failure.items.join(', ')));
      return;
    case 'STRUCTURES_OUTSIDE_PLAN':
      say(t.structuresOutsidePlan(file, failure.structures.join(', ')));
      return;
    case 'PROBLEMS': {
      const catalogue = language === 'it' ? planFileIt : planFileEn;
      for (const problem of failure.problems) {
        say(`${placed(problem)}: ${problemSentence(catalogue, problem)} [${problem.code}]`);
      }
      say(t.problemCount(file, failure.problems.length));
      return;
    }
  }
}
