import type { OwnExamples } from '../domain/own-examples.ts';

/** What help says of a command. */
export type HelpEntry = {
  /** How it is written, without marks around it. */
  readonly usage: string;
  /** One line. */
  readonly what: string;
  readonly examples: (own: OwnExamples) => readonly string[];
};
