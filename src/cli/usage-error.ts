import { CommanderError } from 'commander';
import type { TerminalMessages } from '../messages/terminal.ts';

/** A value of an option that is not accepted. */
export class UsageError extends Error {
  readonly kind: 'badNumber' | 'badLimit' | 'badDay' | 'badLanguage';
  readonly option: string;
  readonly given: string;

  constructor(kind: UsageError['kind'], option: string, given = '') {
    super(`${option}: ${given}`);
    this.name = 'UsageError';
    this.kind = kind;
    this.option = option;
    this.given = given;
  }
}

/** What was wrong with the command line, or undefined for an error of another kind. */
export function usageSentence(error: unknown, { usage }: TerminalMessages): string | undefined {
  if (error instanceof UsageError) return usage[error.kind](error.option, error.given);
  if (!(error instanceof CommanderError)) return undefined;
  // Commander says the culprit only inside its English sentence, between quotes.
  const given = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return usage.unknownCommand(given);
    case 'commander.unknownOption':
      return usage.unknownOption(given);
    case 'commander.missingArgument':
      return usage.missingArgument(given);
    case 'commander.optionMissingArgument':
      return usage.missingValue(given);
    case 'commander.excessArguments':
      return usage.excessArguments;
    default:
      return undefined;
  }
}
