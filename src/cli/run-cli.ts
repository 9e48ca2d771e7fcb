import { CommanderError } from 'commander';
import { LANGUAGES, type Language } from '../messages/language.ts';
import { terminalMessages } from '../messages/terminal.ts';
import { type CliDeps, EXIT, type ExitCode } from './deps.ts';
import { createProgram } from './program.ts';
import { UsageError, usageSentence } from './usage-error.ts';

/**
 * Runs one verb. `argv` without the program's name. What is expected to go wrong is a sentence on `stderr` and
 * an exit code, 1 for a refusal and 2 for a wrong command line; whatever else is thrown is a bug.
 */
export async function runCli(argv: readonly string[], deps: CliDeps): Promise<ExitCode> {
  let exit: ExitCode = EXIT.OK;
  let language = deps.language;
  try {
    language = languageOf(argv, deps.language);
    const program = createProgram({ ...deps, language }, (code) => {
      exit = code;
    });
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.OK;
    const t = terminalMessages(language);
    const sentence = usageSentence(error, t);
    if (sentence !== undefined) deps.stderr.write(`${sentence}\n${t.usage.seeHelp}\n`);
    else if (!(error instanceof CommanderError)) throw error;
    return EXIT.USAGE;
  }
}

/** Read before the rest, so that help and errors speak it too. */
function languageOf(argv: readonly string[], fallback: Language): Language {
  const index = argv.findIndex((each) => each === '--lang' || each.startsWith('--lang='));
  const option = argv[index];
  if (option === undefined) return fallback;
  const given = option === '--lang' ? argv[index + 1] : option.slice('--lang='.length);
  const language = LANGUAGES.find((each) => each === given);
  if (language === undefined && given !== undefined) throw new UsageError('badLanguage', '--lang', given);
  return language ?? fallback;
}
