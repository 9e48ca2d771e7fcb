import type { Actor } from '../domain/actor.ts';
import type { Language } from '../messages/language.ts';
import type { Context } from '../services/context.ts';

export type TextStream = { write(text: string): unknown };

/** What the command line is given by the composition root. */
export type CliDeps = {
  /**
   * Opens the database, made and migrated if need be; where there was none, `bundled` puts the bundled plan into
   * it. Closed again before the program ends.
   */
  readonly openContext: (options: { readonly bundled: boolean }) => Promise<Context>;
  /** Whoever has the machine's terminal. */
  readonly actor: Actor;
  /** Unless `--lang` says otherwise. */
  readonly language: Language;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
};

export const EXIT = { OK: 0, REFUSED: 1, USAGE: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
