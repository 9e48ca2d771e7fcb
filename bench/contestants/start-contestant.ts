/** A contestant runs in a process of its own, and counts its own processor time. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Told } from './contestant-process.ts';

export type Contestant = {
  readonly name: string;
  readonly address: string;
  /** User and system time of its process up to now. */
  cpuMs(): Promise<number>;
  /** To its process, for a profiler that was loaded into it by NODE_FLAGS. */
  tell(message: string): void;
  stop(): Promise<void>;
};

export type ContestantName =
  | 'constant'
  | 'floor'
  | 'ours'
  | 'mercurius'
  | 'apollo'
  | 'slack-floor'
  | 'raw-writer';

/** @param settings what the contestant reads of its environment */
export async function startContestant(
  name: ContestantName,
  settings: Readonly<Record<string, string>>,
): Promise<Contestant> {
  const child = fork(fileURLToPath(new URL(`${name}.ts`, import.meta.url)), [], {
    execArgv: ['--import', import.meta.resolve('tsx'), ...(settings.NODE_FLAGS?.split(' ') ?? [])],
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { address } = await told(child, 'address');
  return {
    name,
    address: address ?? '',
    async cpuMs() {
      const answer = told(child, 'cpuMs');
      child.send('cpu');
      return (await answer).cpuMs ?? 0;
    },
    tell: (message) => child.send(message),
    async stop() {
      if (child.exitCode !== null) return;
      const exited = once(child, 'exit');
      child.send('stop');
      await exited;
    },
  };
}

/** @throws when the contestant ends before it tells it */
function told(child: ChildProcess, what: keyof Told): Promise<Told> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error('a contestant ended'));
    const hear = (message: Told) => {
      if (message[what] === undefined) return;
      child.off('message', hear).off('exit', end);
      resolve(message);
    };
    child.on('message', hear).once('exit', end);
  });
}
