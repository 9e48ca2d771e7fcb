import { Command } from 'commander';
import { terminalMessages } from '../messages/terminal.ts';
import type { Context } from '../services/context.ts';
import { type CliDeps, EXIT, type ExitCode } from './deps.ts';
import { runImport } from './import-command.ts';
import { type KeyCreateOptions, runKeyCreate, runKeyList, runKeyRevoke } from './key-command.ts';
import { type OutboxOptions, runOutbox } from './outbox-command.ts';
import { runSchedule, runScheduleHistory } from './schedule-command.ts';
import { runStatus, type StatusOptions } from './status-command.ts';
import { UsageError } from './usage-error.ts';

/** The verbs of `arti`; `finished` is told each one's exit code. */
export function createProgram(deps: CliDeps, finished: (exit: ExitCode) => void): Command {
  const t = terminalMessages(deps.language);
  const withContext = async (
    work: (context: Context) => Promise<ExitCode>,
    { bundled = false } = {},
  ): Promise<void> => {
    const context = await deps.openContext({ bundled });
    try {
      finished(await work(context));
    } finally {
      await context.store.close();
    }
  };
  const program = new Command('arti')
    .description(t.description)
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => t.titles[title] ?? title,
      styleUsage: t.placeholders,
      styleSubcommandTerm: t.placeholders,
    })
    .configureOutput({
      writeOut: (text) => deps.stdout.write(text),
      writeErr: (text) => deps.stderr.write(text),
      // Said in the user's language by whoever catches the error.
      outputError: () => undefined,
    })
    .showSuggestionAfterError(false)
    .helpOption('-h, --help', t.helpOption)
    .helpCommand('help [command]', t.helpDescription)
    .option('--lang <it|en>', t.langOption);

  program
    .command('import')
    .description(t.importDescription)
    .argument('<file...>', t.importFiles)
    .option('--lang <it|en>', t.langOption)
    .action((files: string[]) => withContext((context) => runImport(context, deps, files)));

  program
    .command('status')
    .description(t.statusDescription)
    .argument('[code]', t.statusSubject)
    .option('--as-of <day>', t.asOfOption)
    .option('--baseline <number>', t.baselineOption, integerOf('--baseline'))
    .option('--year <year>', t.yearOption, integerOf('--year'))
    .option('--json', t.jsonOption)
    .option('--lang <it|en>', t.langOption)
    .action((subject: string | undefined, options: StatusOptions) =>
      // Who asks for figures where no database is means the bundled plan.
      withContext((context) => runStatus(context, deps, subject, options), { bundled: true }),
    );

  program
    .command('outbox')
    .description(t.outboxDescription)
    .option('--resend [id]', t.resendOption, integerOf('--resend'))
    .option('--dismiss <id>', t.dismissOption, integerOf('--dismiss'))
    .option('--lang <it|en>', t.langOption)
    .action((options: OutboxOptions) => withContext((context) => runOutbox(context, deps, options)));

  const schedule = program
    .command('schedule')
    .description(t.scheduleDescription)
    .argument('[structure]', t.scheduleStructure)
    .option('--year <year>', t.yearOption, integerOf('--year'))
    .option('--lang <it|en>', t.langOption)
    .action((structure: string | undefined, { year }: { year?: number }) =>
      withContext((context) => runSchedule(context, deps, structure ?? null, year ?? null), {
        bundled: true,
      }),
    );
  schedule
    .command('history')
    .description(t.scheduleHistoryDescription)
    .argument('[structure]', t.scheduleStructure)
    .option('--limit <number>', t.limitOption, integerOf('--limit'))
    .option('--year <year>', t.yearOption, integerOf('--year'))
    .option('--lang <it|en>', t.langOption)
    .action((structure: string | undefined, options: { limit?: number; year?: number }) =>
      withContext((context) => runScheduleHistory(context, deps, structure ?? null, options), {
        bundled: true,
      }),
    );

  const key = program
    .command('key')
    .description(t.keyDescription)
    .option('--json', t.keyJsonOption)
    .option('--lang <it|en>', t.langOption)
    .action((options: { json?: boolean }) => withContext((context) => runKeyList(context, deps, options)));
  key
    .command('create')
    .description(t.keyCreateDescription)
    .option('--name <text>', t.keyNameOption)
    .option('--scope <scope...>', t.keyScopeOption)
    .option('--structure <code...>', t.keyStructureOption)
    .option('--expires <day>', t.keyExpiresOption)
    .option('--json', t.keyJsonOption)
    .option('--lang <it|en>', t.langOption)
    // An option that the command above it has as well is read by that one.
    .action((_options, command: Command) =>
      withContext((context) => runKeyCreate(context, deps, command.optsWithGlobals<KeyCreateOptions>())),
    );
  key
    .command('list')
    .description(t.keyListDescription)
    .option('--json', t.keyJsonOption)
    .option('--lang <it|en>', t.langOption)
    .action((_options, command: Command) =>
      withContext((context) => runKeyList(context, deps, command.optsWithGlobals<{ json?: boolean }>())),
    );
  key
    .command('revoke')
    .description(t.keyRevokeDescription)
    .argument('<id>', t.keyId)
    .option('--json', t.keyJsonOption)
    .option('--lang <it|en>', t.langOption)
    .action((id: string, _options, command: Command) =>
      withContext((context) =>
        runKeyRevoke(context, deps, id, command.optsWithGlobals<{ json?: boolean }>()),
      ),
    );

  program
    .command('migrate')
    .description(t.migrateDescription)
    .option('--lang <it|en>', t.langOption)
    .action(() =>
      withContext(async () => {
        deps.stdout.write(`${t.migrated}\n`);
        return EXIT.OK;
      }),
    );
  return program;
}

const integerOf =
  (option: string) =>
  (given: string): number => {
    if (/^\d{1,9}$/.test(given)) return Number(given);
    throw new UsageError('badNumber', option, given);
  };
