/** The command line with its own database file, as the composition root runs it; what it printed. */

import { runCli } from '../../src/cli/run-cli.ts';
import { openContext } from '../../src/compose.ts';
import type { Language } from '../../src/messages/language.ts';
import { configOf, PLANNING, temporaryDirectory } from '../services/real-context.ts';

export type Run = { readonly exit: number; readonly out: string; readonly err: string };

export type Terminal = {
  readonly directory: string;
  run(...argv: readonly string[]): Promise<Run>;
};

export function openTerminal({
  language = 'it',
  seed = true,
}: {
  language?: Language;
  seed?: boolean;
} = {}): Terminal {
  const directory = temporaryDirectory();
  return {
    directory,
    async run(...argv) {
      let out = '';
      let err = '';
      const exit = await runCli(argv, {
        openContext: () => openContext(configOf(directory), { seed }),
        actor: PLANNING,
        language,
        stdout: { write: (text) => (out += text) },
        stderr: { write: (text) => (err += text) },
      });
      return { exit, out, err };
    },
  };
}
